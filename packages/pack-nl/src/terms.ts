/** The words of the field, as they are explained to who hears them for the first time. */
import type { Pack } from "@groeikring/core"

type Row = readonly [id: string, nl: string, en: string, mark: Pack.Term["mark"], meansNl: string, meansEn: string]
const chapter = (chapter: Pack.Term["chapter"], rows: ReadonlyArray<Row>): ReadonlyArray<Pack.Term> =>
  rows.map(([id, nl, en, mark, meansNl, meansEn]) => ({
    id,
    chapter,
    term: { nl, en },
    means: { nl: meansNl, en: meansEn },
    mark
  }))

// oxfmt-ignore
const policy: ReadonlyArray<Row> = [
  ["IntegratedStaffPolicy", "integraal personeelsbeleid (IPB)", "integrated staff policy (IPB)", "Deck", "de ontwikkeling en inzet van mensen en de doelen van de school steeds op elkaar afstemmen", "tuning the development and deployment of staff to the goals of the school, and back"],
  ["IpbPolicyTheme", "IPB-thema", "IPB theme", "Deck", "een onderwerp om aan te werken, uit een beleidsvoorstel of uit het team", "a subject for development, from a policy proposal or from the team"],
  ["PolicyProposal", "beleidsvoorstel", "policy proposal", "Deck", "een thema dat van boven komt, zoals klassenmanagement", "a theme that comes top-down, such as class management"],
  ["Pop", "persoonlijk ontwikkelingsplan (POP)", "personal development plan (POP)", "Deck", "jouw plan: wat je wilt leren of worden, waarom, en wat je daarvoor nodig hebt", "the employee's plan: goals for short and long term, why, and the means for them"],
  ["Gop", "groepsontwikkelingsplan (GOP)", "group development plan (GOP)", "Deck", "het plan van een groep, gemaakt van doelen die leden willen delen en van thema’s", "the shared plan of a group, built from shared POP goals and themes"],
  ["Pap", "persoonlijk actieplan (PAP)", "personal action plan (PAP)", "Deck", "een heel kort plan: ander gedrag uitproberen in je werk, tussen twee bijeenkomsten", "a very short plan to experiment with other behaviour at work between two meetings"],
  ["Kickoff", "startbijeenkomst", "kickoff", "Deck", "de eerste bijeenkomst: wat het is, en een eerste ervaring", "the first meeting: information and a first experience"],
  ["ExpectedResult", "resultaatverwachting", "expected result", "Deck", "de vier dingen die het programma hoopt te bereiken", "the four results that the programme hopes for"],
  ["SchoolPlan", "schoolplan", "school plan", "Known", "het plan van de school voor vier jaar", "the plan of the school for four years"],
  ["YearPlan", "jaarplan", "year plan", "Known", "wat de school dit jaar doet", "what the school does this year"],
  ["ProfessionalStatute", "professioneel statuut", "professional statute", "Found", "de afspraak over de zeggenschap van leraren, verplicht sinds augustus 2017", "the agreement on the say of teachers, obligatory since August 2017"],
  ["StrategicStaffPolicy", "strategisch personeelsbeleid", "strategic staff policy", "Found", "de naam van nu voor wat in 2003 integraal personeelsbeleid heette", "today's name for what was integrated staff policy in 2003"]
]

// oxfmt-ignore
const competence: ReadonlyArray<Row> = [
  ["Competence", "competentie, kwaliteit of talent", "competence, quality or talent", "Deck", "wat je goed kunt én graag doet", "what one does well and gladly"],
  ["PersonalCompetence", "persoonlijke competentie", "personal competence", "Deck", "iets van jezelf, in je eigen woorden, ook uit het dagelijks leven", "the owner's own words, also from daily life"],
  ["FunctionalCompetence", "functionele competentie", "functional competence", "Deck", "de kennis, vaardigheden en houding die een functie vraagt", "the knowledge, skills and attitudes that a function asks"],
  ["Behaviours", "concrete gedragingen", "visible behaviour", "Deck", "wat je iemand ziet doen", "visible actions"],
  ["PersonalityAspects", "persoonlijkheidsaspecten", "aspects of personality", "Deck", "hoe je jezelf ziet, wat je drijft en wat je waard vindt; dat blijft van jou", "self-concept, motives, values; private"],
  ["Want", "willen", "wanting", "Deck", "zin hebben om het te doen", "willingness to do it"],
  ["Dare", "durven", "daring", "Deck", "de moed hebben om het te doen", "courage to do it"],
  ["Quadrant", "leuk-en-goed-kwadrant", "quadrant of fun and skill", "Own", "talent, groei, routine of niet van mij: hoe leuk je iets vindt naast hoe goed je het kunt", "talent, growth, routine or not mine: how much fun beside how well"],
  ["LearnedNotApplied", "geleerd, maar (nog) niet gedaan", "learned, not (yet) applied", "Deck", "je hebt het geleerd, en in je werk doe je het nog niet", "learned, and not applied in work yet"],
  ["ZoneOfProximalDevelopment", "zone van naaste ontwikkeling", "zone of proximal development", "Deck", "wat je nu met hulp kunt en straks alleen (Vygotsky)", "what one can do with help now and alone soon (Vygotsky)"],
  ["CompetenceRequirements", "bekwaamheidseisen", "competence requirements", "Found", "wat een leraar volgens de wet ten minste weet en kan (Stb. 2017, 148)", "the legal minimum of what teachers must know and can (Stb. 2017, 148)"],
  ["SblCompetences", "SBL-competenties", "SBL competences", "Found", "de zeven competenties van een leraar, in de wet van 2006 tot 2017", "the seven teacher competences, in law from 2006 to 2017"],
  ["StartLevel", "startbekwaam", "start level", "Found", "klaar om te beginnen als leraar", "ready to begin as a teacher"],
  ["BaseLevel", "basisbekwaam", "base level", "Found", "de eerste jaren voorbij, het vak in de vingers", "past the first years, at home in the work"],
  ["FullLevel", "vakbekwaam", "full level", "Found", "een ervaren leraar", "an experienced teacher"],
  ["CompetenceFile", "bekwaamheidsdossier", "competence file", "Found", "waarmee je laat zien dat je je vak bijhoudt", "what shows that competence is kept up"],
  ["Portfolio", "portfolio of bewaarmap", "portfolio", "Deck", "jouw map: wat je kunt, wat je wilt leren, en wat er lukte", "keeping folder of own competences, competences to develop, successes"],
  ["FunctionProfile", "functieprofiel", "function profile", "Deck", "wat een functie op een bepaalde plek vraagt", "the functional competences of a function on a place"]
]

// oxfmt-ignore
const group: ReadonlyArray<Row> = [
  ["PopGroup", "POP-groep", "POP-group", "Deck", "een kleine groep gelijken die elkaar coacht", "a small group of peers doing collegial coaching"],
  ["Bouw", "bouwgroep (onder-, midden-, bovenbouw)", "year-group team", "Deck", "leerkrachten van groepen die op elkaar aansluiten", "teachers of neighbouring year groups in primary school"],
  ["InternalCoach", "IB’er (intern begeleider)", "internal coach (IB’er)", "Found", "regelt de ondersteuning van leerlingen, en coacht leerkrachten", "coordinates pupil support, coaches teachers"],
  ["Intervision", "intervisie", "intervision", "Deck", "in vaste stappen met gelijken praten over vragen uit je eigen werk", "structured peer consultation on own work questions, equals, no hierarchy"],
  ["CollegialCoaching", "collegiale coaching", "collegial coaching", "Deck", "collega’s coachen elkaar; intervisie is daar een manier voor", "colleagues coach each other; intervision is one method"],
  ["PeerVisit", "collegiale consultatie of visitatie", "peer visit", "Found", "bij elkaar in de les kijken en erover praten", "a visit to a colleague's lesson and a talk afterwards"],
  ["Supervision", "supervisie", "supervision", "Found", "leren van je werk met een opgeleide supervisor", "guided by a trained supervisor, not peer led"],
  ["CaseGiver", "inbrenger", "case giver", "Found", "wie een casus inbrengt", "who brings the case"],
  ["Peer", "deelnemer", "peer", "Found", "de anderen in de groep", "another member"],
  ["Facilitator", "gespreksleider", "facilitator", "Found", "leidt de stappen en let op de veiligheid", "leads the steps, guards safety"],
  ["Guardian", "procesbewaker", "process guardian", "Own", "let op de tijd en de spelregels", "watches time and rules"],
  ["Scribe", "notulist", "scribe", "Found", "schrijft mee, zodat de inbrenger kan luisteren", "writes contributions so that the case giver can listen"],
  ["Case", "casus", "case", "Found", "iets uit je eigen werk, kort geleden, met een vraag", "own recent work situation plus a question"],
  ["CaseQuestion", "intervisievraag", "case question", "Found", "wat je wilt weten: actueel, concreet en in de ik-vorm", "current, concrete, in the I-form"],
  ["TipParade", "TIP-parade", "TIP-parade", "Deck", "een snelle ronde tips na de intervisie; de inbrenger luistert", "a fast row of tips after intervision; the case giver listens"],
  ["PapReview", "terugblik", "looking back", "Found", "aan het begin terugkijken op de plannen van de vorige keer", "looking back at last actions at the start"],
  ["WorkingAgreement", "samenwerkingsafspraak", "working agreement", "Own", "vertrouwelijkheid, ritme, minuten en rollen, door iedereen getekend", "confidentiality, rhythm, minutes, roles"],
  ["DualContract", "dubbel contracteren", "dual contract", "Found", "afspraken binnen de groep, en daarnaast met de organisatie", "agreements within the group, and separately with the organisation"],
  ["Surface", "bovenstroom", "surface", "Found", "een vraag over wat je doet", "a question at the level of behaviour"],
  ["Undercurrent", "onderstroom", "undercurrent", "Found", "een vraag over wat je gelooft en wat je drijft", "a question at the level of conviction"],
  ["ProfessionalPause", "professionele pauze", "professional pause", "Deck", "een kort moment in het rooster voor het vak: even geen dagelijkse regelzaken", "rostered short moment for professional talk, no daily business, within the year task"]
]

// oxfmt-ignore
const conversation: ReadonlyArray<Row> = [
  ["ConversationCycle", "gesprekkencyclus", "conversation cycle", "Deck", "de gesprekken van een jaar, volgens een regeling waar de (P)MR mee instemde", "the planned talks per employee under a regulation agreed with the council"],
  ["GoalSetting", "doelstellingengesprek of startgesprek", "goal-setting talk", "Found", "het begin van de cyclus: doelen, en wat ervoor nodig is", "opens the cycle: goals, facilities"],
  ["PopTalk", "POP-gesprek", "POP talk", "Found", "het gesprek over het deel van je POP dat je deelt", "the talk in which the shared part of the POP is agreed"],
  ["Progress", "voortgangsgesprek", "progress talk", "Deck", "tussendoor: hoe gaat het, wat moet anders", "in between: how is it going, adjust"],
  ["Performance", "functioneringsgesprek", "performance talk", "Deck", "over en weer, gelijkwaardig, gericht op straks, zonder gevolgen voor je positie", "two-way, equal standing, future-directed, no legal consequence"],
  ["Appraisal", "beoordelingsgesprek", "appraisal", "Found", "een oordeel van één kant; het kan gevolgen hebben en je kunt bezwaar maken", "one-way judgement, can have legal consequences, objection possible"],
  ["Career", "loopbaangesprek", "career talk", "Found", "over waar je heen wilt", "a talk about one's career"],
  ["EmployeeView", "zienswijze", "employee's view", "Known", "jouw eigen woorden bij een verslag", "written response of the employee to a report"],
  ["SignedSeen", "tekenen voor gezien", "signed for seen", "Known", "je hebt het gelezen; je bent het er niet per se mee eens", "read; not the same as agreed"],
  ["SignedAgreed", "tekenen voor akkoord", "signed for agreed", "Known", "je hebt het gelezen en bent het ermee eens", "read and agreed"],
  ["YearTask", "jaartaak", "year task", "Deck", "het werk van jouw jaar, zoals afgesproken", "the person's agreed yearly work"],
  ["NormYearTask", "normjaartaak", "norm year task", "Found", "de uren van een volledige baan in een jaar", "the hours of a full-time job in a year"],
  ["Fte", "werktijdfactor (wtf)", "part-time factor", "Found", "welk deel van een volledige baan je werkt", "the share of a full-time job"],
  ["WorkDistributionPlan", "werkverdelingsplan", "work distribution plan", "Found", "de afspraak van het team over wie wat doet, in het primair onderwijs sinds augustus 2019", "team agreement on the division of work, in primary education since August 2019"],
  ["PrepFactor", "voor- en nawerk (opslagfactor)", "preparation factor", "Found", "tijd die bij de lestijd komt", "share on top of teaching"],
  ["Professionalisation", "professionalisering", "professionalisation", "Found", "tijd en geld om te leren", "time and money for learning"],
  ["SustainableEmployability", "duurzame inzetbaarheid (DI)", "employability", "Found", "uren om je werk goed vol te houden; intervisie is een van de doelen", "hours to stay fit for work; intervision is a named goal"],
  ["PersonnelFile", "personeelsdossier", "personnel file", "Found", "het dossier van de werkgever", "the employer's file"],
  ["StaffCouncil", "medezeggenschapsraad, P(G)MR", "staff council", "Found", "de raad die meebeslist; het personeelsdeel moet met sommige dingen instemmen", "council; its staff part has consent rights"],
  ["Roster", "rooster", "roster", "Deck", "vaste momenten in de week", "fixed moments in the timetable"]
]

// oxfmt-ignore
const needs: ReadonlyArray<Row> = [
  ["BasicNeeds", "basisbehoeften", "basic needs", "Deck", "autonomie, relatie, competentie en zelfwaardering", "autonomy, relatedness, competence, self-worth"],
  ["Relatedness", "relatie of verbondenheid", "relatedness", "Deck", "tijd en contact met anderen", "time and contact with others"],
  ["CompetenceNeed", "competentie (als behoefte)", "competence (as a need)", "Deck", "merken dat je iets kunt en dat je groeit", "effectiveness and growth"],
  ["Autonomy", "autonomie", "autonomy", "Deck", "zelf kiezen, binnen grenzen", "own choices within bounds"],
  ["SelfWorth", "zelfwaardering", "self-worth", "Deck", "je gewaardeerd voelen", "feeling valued"],
  ["AdaptiveEducation", "adaptief onderwijs", "adaptive education", "Deck", "onderwijs dat van dezelfde behoeften uitgaat bij leerlingen (Stevens)", "education from the same needs in pupils (Stevens)"],
  ["Engagement", "bevlogenheid", "engagement", "Found", "energie, toewijding en opgaan in je werk", "vigour, dedication, absorption"],
  ["TeacherSelfEfficacy", "zelfvertrouwen als leraar", "teacher self-efficacy", "Found", "het gevoel dat je het als leraar aankunt", "the sense of being able to do it as a teacher"]
]

export const terms: ReadonlyArray<Pack.Term> = [
  ...chapter("Policy", policy),
  ...chapter("Competence", competence),
  ...chapter("Group", group),
  ...chapter("Conversation", conversation),
  ...chapter("Needs", needs)
]
