import type { Pack } from "@groeikring/core"

export const sbl2006Po: Pack.Framework = {
  id: "sbl-2006-po",
  name: { nl: "SBL-competenties leraar primair onderwijs", en: "SBL teacher competences, primary education" },
  basis: {
    nl: "Wet BIO; Besluit bekwaamheidseisen onderwijspersoneel, Stb. 2005, 460",
    en: "Act on professions in education (BIO); decree on competence requirements, Stb. 2005, 460"
  },
  status: {
    nl: "historisch; op veel scholen nog in gebruik",
    en: "historic; still widely used in schools"
  },
  validFrom: "2006-08-01",
  validTo: "2017-07-31",
  source: { mark: "Found", at: "https://zoek.officielebekendmakingen.nl/dossier/stb-2005-460.html" },
  competences: [
    {
      id: "sbl-1",
      kind: "Functional",
      name: { nl: "Interpersoonlijk competent", en: "Interpersonal" },
      core: {
        nl: "contact en een prettige sfeer; leiding geven en leerlingen laten meedoen",
        en: "contact and a pleasant climate; leads and lets pupils take part"
      },
      behaviours: [
        { nl: "maakt contact, en zorgt dat leerlingen dat ook doen", en: "makes contact and lets pupils make contact" },
        { nl: "geeft leiding, en laat verantwoordelijkheid bij de leerlingen", en: "leads, but leaves responsibility to pupils" },
        {
          nl: "weet wanneer sturen helpt en wanneer volgen, wanneer corrigeren en wanneer aanmoedigen",
          en: "balances leading and guiding, steering and following, confronting and reconciling, correcting and encouraging"
        }
      ],
      functions: ["teacher", "ib"]
    },
    {
      id: "sbl-2",
      kind: "Functional",
      name: { nl: "Pedagogisch competent", en: "Pedagogical" },
      core: {
        nl: "een veilige plek om te leren; sociaal-emotionele en morele groei; zelfstandigheid",
        en: "safe learning place; social-emotional and moral growth; independence"
      },
      behaviours: [
        { nl: "moedigt gewenst gedrag aan", en: "encourages wanted behaviour" },
        { nl: "leert leerlingen respectvol met elkaar om te gaan", en: "teaches respectful contact" },
        { nl: "geeft structuur en houvast", en: "gives structure and hold" }
      ],
      functions: ["teacher", "ib"]
    },
    {
      id: "sbl-3",
      kind: "Functional",
      name: { nl: "Vakinhoudelijk en didactisch competent", en: "Subject and didactic" },
      core: { nl: "kent de leerstof en maakt die leerbaar", en: "knows the content and makes it learnable" },
      behaviours: [
        { nl: "stemt leerstof en aanpak af op de leerling", en: "tunes content and approach to the pupil" },
        { nl: "wisselt werkvormen af", en: "varies working forms" },
        { nl: "gaat na of het begrepen is", en: "checks understanding" }
      ],
      functions: ["teacher", "ib"]
    },
    {
      id: "sbl-4",
      kind: "Functional",
      name: { nl: "Organisatorisch competent", en: "Organisational" },
      core: {
        nl: "een overzichtelijke, ordelijke en taakgerichte klas (klassenmanagement)",
        en: "orderly, task-directed, clear classroom (class management)"
      },
      behaviours: [
        { nl: "plant tijd en materiaal", en: "plans time and material" },
        { nl: "heeft heldere regels en routines", en: "clear rules and routines" },
        { nl: "houdt overzicht", en: "keeps overview" }
      ],
      functions: ["teacher", "ib"]
    },
    {
      id: "sbl-5",
      kind: "Functional",
      name: { nl: "Competent in samenwerken met collega’s", en: "Collaborating with colleagues" },
      core: {
        nl: "stemt het eigen werk af op dat van collega’s; helpt de school goed draaien en beter worden",
        en: "tunes own work to colleagues; helps the school run and improve"
      },
      behaviours: [
        { nl: "deelt informatie", en: "shares information" },
        { nl: "draagt bij aan een goed overleg", en: "constructive in meetings" },
        { nl: "geeft en krijgt collegiale consultatie en intervisie", en: "gives and takes peer consultation and intervision" },
        { nl: "werkt mee aan de ontwikkeling van de school", en: "helps school development" }
      ],
      functions: ["teacher", "ib"]
    },
    {
      id: "sbl-6",
      kind: "Functional",
      name: { nl: "Competent in samenwerken met de omgeving", en: "Collaborating with the environment" },
      core: { nl: "contact met ouders en instellingen", en: "contact with parents and institutions" },
      behaviours: [
        { nl: "voert professionele gesprekken met ouders", en: "professional talks with parents" },
        { nl: "gebruikt het netwerk rond de leerling", en: "uses network around the pupil" }
      ],
      functions: ["teacher", "ib"]
    },
    {
      id: "sbl-7",
      kind: "Functional",
      name: { nl: "Competent in reflectie en ontwikkeling", en: "Reflection and development" },
      core: {
        nl: "kent de eigen waarden, sterke en zwakke kanten; ontwikkelt zich planmatig",
        en: "knows own values, strengths and weak sides; develops by plan"
      },
      behaviours: [
        { nl: "werkt planmatig aan de eigen bekwaamheid", en: "works by plan on own competence" },
        { nl: "stemt de eigen ontwikkeling af op het beleid van de school", en: "tunes own development to school policy" },
        {
          nl: "gebruikt feedback van leerlingen en collega’s, ook uit intervisie en supervisie",
          en: "uses feedback of pupils and colleagues, also from intervision and supervision"
        }
      ],
      functions: ["teacher", "ib"]
    }
  ]
}
