/** What somebody would like best of what there is, as they say it in a header (RFC 9110, 12.4.2 and 12.5). */

/** How well a range fits one of what there is: 0 when it does not, and more the more it says. */
type Fits = (range: string, one: string) => number

const media: Fits = (range, one) => (range === one ? 3 : range === `${one.split("/")[0]}/*` ? 2 : range === "*/*" ? 1 : 0)
const language: Fits = (range, one) => (range === one || range.startsWith(`${one}-`) ? 2 : range === "*" ? 1 : 0)

/** The best of what there is; nothing when none of it will do. Who says nothing takes the first. */
const best = <A extends string>(header: string | undefined, offered: ReadonlyArray<A>, fits: Fits): A | undefined => {
  if (header === undefined || header.trim() === "") return offered[0]
  const ranges = header.split(",").map((part) => {
    const [range = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase())
    const quality = parameters.flatMap((one) => /^q=([01](?:\.\d{0,3})?)$/.exec(one)?.[1] ?? [])[0]
    return { range, quality: quality === undefined ? 1 : Number(quality) }
  })
  const liked = offered.map((one) => {
    const told = ranges.map(({ quality, range }) => ({ quality, fits: fits(range, one) })).filter((range) => range.fits > 0)
    const most = Math.max(0, ...told.map((range) => range.fits))
    return { one, quality: Math.max(0, ...told.filter((range) => range.fits === most).map((range) => range.quality)) }
  })
  const most = Math.max(0, ...liked.map(({ quality }) => quality))
  return most === 0 ? undefined : liked.find(({ quality }) => quality === most)!.one
}

/** The media type of the answer. */
export const mediaType = <A extends string>(accept: string | undefined, offered: ReadonlyArray<A>): A | undefined =>
  best(accept, offered, media)

/** The language of the answer: English for who speaks none of those there are. */
export const languageFor = (accept: string | undefined): "nl" | "en" => best(accept, ["en", "nl"], language) ?? "en"
