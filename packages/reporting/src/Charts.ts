/** The charts, each a pure function from numbers to a figure: a drawing, what it shows in words, and the numbers as a table. */
export { bars } from "./charts/Bars.ts"
export { heatMap } from "./charts/HeatMap.ts"
export { lines } from "./charts/Lines.ts"
export { planner } from "./charts/Planner.ts"
export { quadrant } from "./charts/Quadrant.ts"
export { radar } from "./charts/Radar.ts"
export { timeline } from "./charts/Timeline.ts"
