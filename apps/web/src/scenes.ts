/** The scenes there are, by the first part of their place. */
import { type ComponentType, lazy } from "react"

const scripts: Array<() => Promise<unknown>> = []
/** Loads all of them, so that each can be entered while the school is away. */
export const loadScenes = () => Promise.allSettled(scripts.map((script) => script()))

/** A scene comes when it is entered. While the school is away it is asked for again, where the browser asks twice. */
const scene = <P extends object>(script: () => Promise<{ readonly default: ComponentType<P> }>) => {
  const again = (): ReturnType<typeof script> =>
    script().catch(() => new Promise<void>((wait) => setTimeout(wait, 1500)).then(again))
  scripts.push(script)
  return lazy(again)
}
export const scenes = {
  today: scene(() => import("./scenes/Today.tsx")),
  circle: scene(() => import("./scenes/Circle.tsx")),
  mine: scene(() => import("./scenes/Mine.tsx")),
  group: scene(() => import("./scenes/Group.tsx")),
  talks: scene(() => import("./scenes/Talks.tsx")),
  time: scene(() => import("./scenes/Time.tsx")),
  school: scene(() => import("./scenes/School.tsx")),
  thing: scene(() => import("./scenes/Whole.tsx"))
} as const
export type SceneName = keyof typeof scenes
export const sceneNamed = (name: string | undefined): SceneName =>
  name !== undefined && name in scenes ? (name as SceneName) : "today"
