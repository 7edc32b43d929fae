/** Wat er mis is met een veld, gezegd achter de naam ervan. */

const said: ReadonlyArray<readonly [english: RegExp, dutch: string]> = [
  [/^is missing$/, "ontbreekt"],
  [/^is not a field of this$/, "hoort hier niet bij"],
  [/^is not one of /, "is niet een van "],
  [
    /^holds a reference to sealed words, which only a store may write$/,
    "verwijst naar verzegelde woorden, en dat schrijft alleen de opslag"
  ],
  [/^should be (a )?string$/, "moet tekst zijn"],
  [/^should be object$/, "moet een object zijn"],
  [/^should be array$/, "moet een lijst zijn"],
  [/^should be boolean$/, "moet ja (true) of nee (false) zijn"],
  [/^should be true$/, "moet ja (true) zijn"],
  [/^should be number \| null$/, "moet een getal zijn, of niets (null)"],
  [/^should be (a )?(finite )?number$/, "moet een getal zijn"],
  [/^should be an integer$/, "moet een heel getal zijn"],
  [/^should be a number from (\S+) to (\S+)$/, "moet een getal zijn van $1 tot en met $2"],
  [/^should be a value between (\S+) and (\S+)$/, "moet een getal zijn van $1 tot en met $2"],
  [/^should be a value greater than or equal to (\S+)$/, "moet ten minste $1 zijn"],
  [/^should be a value greater than (\S+)$/, "moet meer dan $1 zijn"],
  [/^should be a value less than or equal to (\S+)$/, "moet hooguit $1 zijn"],
  [/^should be a value with a length of at least 1$/, "mag niet leeg zijn"],
  [/^should be a value with a length of at least (\d+)$/, "moet ten minste $1 lang zijn"],
  [/^should be a value with a length of at most (\d+)$/, "mag hooguit $1 lang zijn"],
  [/^should be a day, such as (\S+)$/, "moet een dag zijn, zoals $1"],
  [/^should be a day that exists$/, "moet een dag zijn die bestaat"],
  [/^should be a school year, such as (\S+)$/, "moet een schooljaar zijn, zoals $1"],
  [/^should be two years in a row$/, "moet twee jaren na elkaar noemen"],
  [/^should be a time, such as (\S+)$/, "moet een tijd zijn, zoals $1"],
  [/^should be agreements with a name of their own$/, "moet afspraken zijn met elk een eigen naam"],
  [/^should be (?="[^"]*"( \| "[^"]*")+$)/, "moet een van deze zijn: "],
  [/^should be (?=")/, "moet dit zijn: "]
]

/** Wat er mis is, in het Nederlands; zoals het was, waar dit het niet kent. */
export const wrong = (problem: string): string => {
  const found = said.find(([english]) => english.test(problem))
  return found === undefined ? problem : problem.replace(...found).replaceAll(" | ", ", ")
}
