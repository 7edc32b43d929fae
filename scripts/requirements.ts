// The requirements of the source (a slide deck of 2003), and the page of the tests that show each of them.
import { globSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"

/** S1 intervision, S2-S3 competences, S4 aim, S5 philosophy, S6 infrastructure, S7 POP-groups, S8 summary; S0 the document itself. */
const requirements: Record<string, string> = {
  "S0.1": "The product names intervision as *the method* and collegial coaching as *the goal form*; both terms exist and differ",
  "S0.2": "A programme can be run by a regional bureau for several schools (organisation > school > team > group)",
  "S0.3": "All agreements, groups and cycles belong to a school year (1 Aug - 31 Jul)",
  "S0.4": "Importer of the deck drops chrome; nothing of it becomes content",
  "S1.1": "A session records an exchange of views between colleagues (at least two distinct contributors, peers, no expert role)",
  "S1.2": "Sessions can be linked to IPB themes; the link carries theme id only, no content",
  "S1.3": 'A theme can be raised top-down from a policy proposal; "klassenmanagement" ships as example theme',
  "S1.4": "A theme can be raised bottom-up by team members with equal standing",
  "S1.5": "A have/need board of qualities per group or team, from voluntarily shared profiles",
  "S1.6": "A start meeting type KICKOFF with instruction part and practice part",
  "S1.7": "Practising collegial coaching means working in a POP-group; kickoff ends with a first POP-group round",
  "S1.8": "POP, GOP, conversations, jaartaak and themes hang together under one IPB programme view",
  "S2.1": "personal competence has a skill side",
  "S2.2": "… and a liking side",
  "S2.3": '… and an energy/drive prompt ("waar loop je warm voor")',
  "S2.4": '… and recognition by others: a peer can offer "daaraan herken ik jou"; owner accepts',
  "S2.5": "a functional competence has three parts: knowledge, skills, attitudes",
  "S2.6": "a functional competence is linked to a task/function",
  "S2.7": "personal competences may come from private life; the three examples ship; never required",
  "S2.8": "functional = in relation to work",
  "S2.9": "function profile teacher ships with these three",
  "S2.10": "function profile administrative worker ships with these three; the system is not for teachers only",
  "S2.11": "a functional profile is bound to function **and** place (school/post); the same person may have several",
  "S2.12": "competentie, kwaliteit, talent are display synonyms; one model concept with label choice",
  "S3.1":
    "a competence can be described in layers: visible behaviour, competence, personality aspects, knowledge-skills-insights",
  "S3.2": 'rate "fun" on concrete behaviour',
  "S3.3": 'rate "good at"',
  "S3.4": "only fun **and** good together = Talent; quadrant function",
  "S3.5": "a development activity or goal needs a motivation besides the learning activity",
  "S3.6": "learned-but-not-applied is marked and does not count as competence",
  "S3.7": "evidence comes from work: application events (PAP) move a claim forward, courses alone do not",
  "S3.8": "the employer side has a facility promise per goal (time, money, room) that can be met or breached",
  "S3.9": "rating has `want` and `dare` reflections (private)",
  "S3.10": "private reflection prompt",
  "S3.11": "private reflection prompt",
  "S3.12": "private reflection prompt; possible special data, so private only",
  "S4.1": "tools stimulate, never force: no mandatory rating, no overdue shaming",
  "S4.2": "POP has no final end: closing one opens a renewal choice",
  "S4.3": "owner is sole writer of goals",
  "S4.4": "POP can hold career goals; career talk on own request",
  "S4.5": "aggregate Pop",
  "S4.6": "aggregate Gop owned by a group",
  "S4.7": "growth shown as a line over years, per owner",
  "S4.8": "full chain IPB → intervision → collegial coaching → competences → POP/GOP is traceable by ids in both directions",
  "S5.1": "need RELATEDNESS measured and supported (group, buddy on PAP)",
  "S5.2": "need COMPETENCE links to quadrant",
  "S5.3": "goal suggestion prefers GROWTH items with skill 2-3 and support at hand",
  "S5.4": "choices (case, method, tips, PAP, sharing) are the owner's",
  "S5.5": "organisation can set bounds (themes, budget, frameworks), visible as bounds",
  "S5.6": "claim is recorded as assumption with source, not as product promise",
  "S5.7": "report shows whether policy themes address each need",
  "S5.8": "same three needs as pupils' adaptive education; shared vocabulary",
  "S5.9": "evidence comes from work, see S3.7",
  "S5.10": 'owner can keep a "who am I as professional" text with history',
  "S5.11": "profile shows distinguishing qualities of a person inside the group, when shared",
  "S5.12": "appreciation action: recognition and success celebration",
  "S5.13": "a member can offer a quality to colleagues (offer of help)",
  "S5.14": "no ranking, no comparison between persons in any screen or report",
  "S6.1": "scarcity of money is modelled (budget per person) and may be zero without blocking",
  "S6.2": "scarcity of time is modelled",
  "S6.3": "colleagues are the resource: no external coach needed for the flow to work",
  "S6.4": "hours for this work are a line in the jaartaak; amount is a required setting",
  "S6.5": "group cannot be activated without agreed hours and rostered moments",
  "S6.6": "rostered moments of type SESSION",
  "S6.7": "session content type",
  "S6.8": "moments for POP work",
  "S6.9": "career and meaning reflection has a place (conversation type, portfolio kind)",
  "S6.10": "four needs as measurement frame",
  "S6.11": "infrastructure checklist per school year with states",
  "S6.12": "at least these two conversation types",
  "S6.13": "rostering command, calendar adapter",
  "S6.14": "moment type PROFESSIONAL_PAUSE",
  "S6.15": "pause moment refuses agenda items; displacement by daily business raises an event",
  "S6.16": "method library is for collegial coaching",
  "S6.17": "yields land in the owner's portfolio",
  "S6.18": "pauses are booked on the jaartaak, not unpaid",
  "S6.19": 'rhythm and rituals can be set per group (opening, celebration); content of "traditie" is missing in the deck',
  "S7.1": "a session follows an ordered method; case is a *work* problem",
  "S7.2": "method is selectable from a library",
  "S7.3": "PAP must name other behaviour",
  "S7.4": "PAP must name a work situation",
  "S7.5": "a PAP can point to one competence",
  "S7.6": "portfolio entry kinds",
  "S7.7": "entry kind SUCCESS",
  "S7.8": "group type TEAM",
  "S7.9": "group type BOUW (onder-/midden-/bovenbouw)",
  "S7.10": "group type IB, may cross schools",
  "S7.11": "further group types are allowed (OTHER, e.g. admin staff, directors)",
  "S7.12": "session belongs to a POP-group",
  "S7.13": "timebox of the intervision part is a required setting",
  "S7.14": "TIP-parade comes after intervision, never before",
  "S7.15": "PAP comes after the TIP-parade, timebox 5 minutes",
  "S7.16":
    "PAP is short (5 fields at most 280 characters each) and bound to two consecutive meetings; next meeting reviews it first",
  "S7.17": "entry kind COMPETENCE_SNAPSHOT",
  "S7.18": "entry kind DEVELOPING_COMPETENCE",
  "S7.19": "portfolio = keeping folder of the owner, exportable",
  "S8.1": "programme starts as PILOT with an evaluation before roll-out",
  "S8.2": "kickoff includes glossary/instruction content",
  "S8.3": "kickoff includes one practice round",
  "S8.4": "mid-term goal with indicator: share of sessions that touch a competence",
  "S8.5": "mid-term goal: intervision runs by itself (held/rostered)",
  "S8.6": "long-term goal: share of staff with a living POP (owner says so)",
  "S8.7": "infrastructure goal 1: conversation cycle in roster",
  "S8.8": "infrastructure goal 2: hours and pauses in jaartaak",
  "S8.9": "scale result.1",
  "S8.10": "scale result.1, quadrant",
  "S8.11": "success step in every meeting; SuccessCelebrated event",
  "S8.12": "scale result.2",
  "S8.13": "scale result.2 (PAP tried)",
  "S8.14": "scale result.2",
  "S8.15": "scale result.3, both giving and receiving",
  "S8.16": "scale result.4",
  "S8.17": "scale result.4 (UWES dedication as optional instrument)",
  "S8.18": "scale result.4"
}

interface Shown {
  readonly file: string
  readonly test: string
}

const titled = /\b(it|test|describe|effect|prop)(?:\.each\([^)]*\))?\(\s*(["'`])((?:(?!\2).)*)\2/g
const plain = (title: string) => title.replace(/\[S[^\]]*\]\s*/g, "").trim()

/**
 * A test says in its title which requirements it shows: `it("[S7.14] advice waits for the TIP-parade", …)`. A mark on what
 * several tests are about stands for all of them, and all are named.
 */
const shownBy = (root: string) => {
  const shown = new Map<string, Array<Shown>>()
  for (const file of globSync("{packages,apps}/*/test/**/*.test.ts", { cwd: root }).toSorted()) {
    const source = readFileSync(join(root, file), "utf8")
    const titles = [...source.matchAll(titled)].map(([, what, , title = ""]) => ({ what, title }))
    titles.forEach(({ title, what }, n) => {
      const next = titles.findIndex((other, m) => m > n && other.what === "describe")
      const inside = what === "describe" ? titles.slice(n + 1, next === -1 ? undefined : next).map((one) => plain(one.title)) : []
      const test = inside.length > 0 ? `${plain(title)}: ${inside.join("; ")}` : plain(title)
      for (const [, ids] of title.matchAll(/\[(S\d[^\]]*)\]/g)) {
        for (const id of ids?.match(/S\d\.\d+/g) ?? []) shown.set(id, [...(shown.get(id) ?? []), { file, test }])
      }
    })
  }
  return shown
}

/** Requirements that no test shows, and marks in tests that are no requirement. */
export const gaps = (root: string) => {
  const shown = shownBy(root)
  return {
    unshown: Object.keys(requirements).filter((id) => !shown.has(id)),
    unknown: [...shown.keys()].filter((id) => !(id in requirements))
  }
}

export const requirementsPage = (root: string): string => {
  const shown = shownBy(root)
  const rows = Object.entries(requirements).map(([id, requirement]) => {
    const tests = shown.get(id) ?? []
    const where = [...new Set(tests.map(({ file }) => basename(file, ".test.ts")))].join(", ")
    return `| ${id} | ${requirement} | ${where || "–"} | ${tests.map(({ test }) => test.replaceAll("|", "\\|")).join("<br>") || "–"} |`
  })
  return (
    [
      "# Requirements",
      "<!-- Generated by pnpm docs:generate from the titles of the tests. -->",
      "What the source of 2003 asks for, row by row, with the tests that show it.",
      ["| row | requirement | shown in | by the tests |", "| --- | --- | --- | --- |", ...rows].join("\n")
    ].join("\n\n") + "\n"
  )
}
