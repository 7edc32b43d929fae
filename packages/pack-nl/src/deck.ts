/**
 * The presentation of 2003 is found on a page that has more on it than the presentation: a notice of a download, other
 * presentations, advertisements. None of that is content (S0.4).
 */
const chrome = [
  /^de presentatie wordt gedownload\b/iu,
  /^het downloaden van de presentatie\b/iu,
  /^verwante presentaties\b/iu,
  /^download ppt\b/iu,
  /^ads? (door|by) google\b/iu,
  /^over sl(ide)?player\b/iu
]

/**
 * The lines of a presentation out of a page around it, without empty ones.
 *
 * @example
 * import { deckLines } from "@groeikring/pack-nl"
 *
 * deckLines("Verwante presentaties\nIntervisie als methodiek\n\nAds door Google") // => ["Intervisie als methodiek"]
 */
export const deckLines = (page: string): ReadonlyArray<string> =>
  page
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !chrome.some((one) => one.test(line)))
