import type { Table } from 'drizzle-orm'
import type * as tables from './tables.ts'

/** What a column means; where its text is more than text: a day (`YYYY-MM-DD`) or a JSON object. */
export type Meaning = string | { is: 'day' | 'json'; means: string }

type Tables = { [K in keyof typeof tables as (typeof tables)[K] extends Table ? K : never]: (typeof tables)[K] }
type TableMeaning<T extends Table> = { is: string; columns: { [C in keyof T['_']['columns']]: Meaning } }

const day = (means: string): Meaning => ({ is: 'day', means })
const partial = '; a year, month or day as given, or an interval `A/B` whose open end is `..`'
const state = 'The state, by its id.'
const treaty = 'The treaty, by its id.'
const statement = 'The statement, by its id.'
const act = 'The act, by its id.'
const position = 'The place in the order, from 0.'
const folded = 'The name without case, accents and punctuation, by which it is found.'

/** The dictionary of the record: what every table holds and every column means. */
export const dictionary: { [K in keyof Tables]: TableMeaning<Tables[K]> } = {
  records: {
    is: 'One row: which record this is.',
    columns: {
      id: 'The id of the record: the beginning of a SHA-256 of its facts.',
      inputs: 'A digest of all that the record was built from, code included.',
    },
  },
  states: {
    is: 'States and organisations that can be party to a treaty.',
    columns: {
      id: 'ISO 3166-1 alpha-3; for who has none there, a code of three letters of its own.',
      alpha2: 'ISO 3166-1 alpha-2.',
      m49: 'The code of the United Nations Statistics Division (M49): three digits, zeros in front included.',
      name: 'The name by which the United Nations call it.',
      unStatus: 'What it is to the United Nations.',
      unMemberSince: day('The day on which it became a member of the United Nations.'),
    },
  },
  stateNames: {
    is: 'Every name by which a state is found.',
    columns: { folded, state, name: 'The name.', kind: 'Whose name for it this is.' },
  },
  treaties: {
    is: 'The treaties.',
    columns: {
      id: 'A readable id.',
      name: 'The full title.',
      shortName: 'The short title.',
      subject: 'What it is about, in a word.',
      untc: 'The reference in the United Nations Treaty Collection: chapter and number.',
      chapter: 'The chapter of that reference.',
      unts: 'Volume and page of the United Nations Treaty Series.',
      registration: 'The number under which it is registered with the Secretariat of the United Nations.',
      depositary: 'Who keeps it and receives what states deposit.',
    },
  },
  treatyNames: {
    is: 'Every name by which a treaty is found.',
    columns: { folded, treaty, name: 'The name.' },
  },
  citations: {
    is: 'What the days and the clauses of a treaty rest on.',
    columns: { treaty, id: 'An id within the treaty.', text: 'The citation.' },
  },
  treatyDates: {
    is: "The days in a treaty's own life.",
    columns: {
      treaty,
      event: 'What happened.',
      day: day('The day on which it happened.'),
      place: 'Where.',
      article: 'The article of the treaty that provides for it.',
      note: 'A remark.',
      citation: "What it rests on: one of the treaty's citations.",
    },
  },
  clauses: {
    is: 'The final clauses of the treaties, as rules that a program reads.',
    columns: {
      treaty,
      id: 'An id within the treaty.',
      position,
      article: 'The article, with its paragraph in parentheses.',
      rule: { is: 'json', means: 'The rule; `kind` says which, and the contract (`/openapi.json`) describes each.' },
      summary: 'What the clause says.',
      words: 'Its words, quoted where they decide. Quotations are outside the dedication to the public domain.',
      citation: "What it rests on: one of the treaty's citations.",
    },
  },
  speakers: {
    is: 'Persons, bodies, newsrooms and documents whose statements the record holds.',
    columns: {
      id: 'A readable id.',
      kind: 'What the speaker is.',
      name: 'The name; each statement has it as printed.',
      state: 'The state to which the speaker belongs, by its id.',
      note: 'A remark.',
    },
  },
  sources: {
    is: 'Articles, lists of the depositary, reports.',
    columns: {
      id: 'A readable id.',
      kind: 'What the source is.',
      title: 'The title, where one is printed.',
      publisher: 'Who published it, where that is printed.',
      publisherNote: 'How the publisher is printed, or why none is given.',
      photoCredit: 'Whom it credits with its photograph.',
      address: 'Where it is on the web.',
      language: 'ISO 639-1.',
      dateGiven: `The date that it gives itself${partial}.`,
      dateAssessed: `The date on which, as assessed, it was published${partial}.`,
      publishedEarliest: day('The first day on which, as assessed, it can have been published.'),
      publishedLatest: day('The last such day.'),
      sha256: 'SHA-256 of the file that was read.',
      characters:
        'The length of its text in code points, every run of white space counted as one and none at either end.',
      note: 'A remark.',
    },
  },
  sourceArguments: {
    is: "Why a source's date was assessed as it was.",
    columns: { source: 'The source, by its id.', position, argument: 'One argument.' },
  },
  statements: {
    is: 'What sources print: who said what, in which words, at which place.',
    columns: {
      id: 'A readable id.',
      source: 'The source, by its id.',
      position: 'The place in the order of its source, from 0.',
      speaker: 'The speaker, by its id.',
      nameAsPrinted: 'The name of the speaker as the source prints it.',
      roleAsPrinted: 'The role of the speaker as the source prints it.',
      voice: 'In whose words it is printed.',
      modality: 'How the speaker stands to what is said.',
      medium: 'Where it was said first, as the source tells it.',
      words: 'The words, to the letter. Quotations are outside the dedication to the public domain.',
      startAt:
        "Where the words begin: code points into the source's text, every run of white space counted as one and none at either end.",
      endAt: 'Where the words end, counted likewise; the end is not included.',
      place: 'The row, column or note of a list.',
      utterance: 'An id shared by the renderings of one utterance.',
      topic: 'What it is about.',
      summary: 'What it says, in the words of the maintainers.',
      treaty: 'The treaty that it is about, by its id.',
      note: 'A remark.',
      knownLatest: day('The day by which it was certainly known; `knownOn` counts it from then on.'),
    },
  },
  statementStates: {
    is: 'The states that a statement is about.',
    columns: { statement, state },
  },
  acts: {
    is: 'What was done about a treaty. Which statements say so, and with which date, is in `act_evidence`.',
    columns: {
      id: 'A readable id.',
      treaty,
      kind: 'What was done.',
      state: 'The state that did it, by its id.',
      actor: 'Who did it, where that is not the state as a whole: a speaker, by its id.',
      aim: 'What a domestic or political act leads towards.',
      effective: `A date of effect that a source states${partial}. Where none does, the clause of the treaty gives the day, which is derived and stands in no table.`,
      summary: 'What was done, in a sentence.',
      date: `The date that the whole evidence gives${partial}.`,
      earliest: day('The first day that this date may mean; empty where that end is open or nothing is known.'),
      latest: day('The last such day.'),
      sortDay: 'What lists are sorted by.',
      rivalDates: 'Whether sources disagree on the date.',
      rivalEffects: 'Whether sources disagree on the day of effect.',
      knownFrom: day('The day by which the first statement that supports it was certainly known.'),
      knownWhole: day('The day by which the last such statement was; empty where one of them is of no certain day.'),
      independentSources: 'How many sources that do not rest on each other say that it was done.',
    },
  },
  actTargets: {
    is: 'The acts that an act answers.',
    columns: { act, target: 'The act that it answers, by its id.' },
  },
  actEvidence: {
    is: 'What a statement says of an act, and the date it gives it.',
    columns: {
      statement,
      act,
      relation: 'Whether the statement says that it was done, or that it was not.',
      date: `The date it gives${partial}.`,
      earliest: day('The first day that this date may mean; empty where that end is open or no date is given.'),
      latest: day('The last such day.'),
      basis: 'Whether the date is printed or inferred.',
      reading: 'How an inferred date was read.',
      notified: `When the depositary notified the act${partial}.`,
      effective: 'The day of effect that the statement gives the act, a partial date.',
    },
  },
  standingClaims: {
    is: "What a statement says of a state's standing; several standings of one statement are a disjunction.",
    columns: { statement, treaty, state, standing: 'The standing.', during: `The time it speaks of${partial}.` },
  },
  stepRequirements: {
    is: 'Statements that a step is still needed.',
    columns: { statement, treaty, state, step: 'The kind of act that is needed.' },
  },
  circumstances: {
    is: 'Circumstances on which a clause makes an effect depend, such as an armed conflict.',
    columns: { id: 'A readable id.', kind: 'What it is.', state, summary: 'What it is, in a sentence.' },
  },
  circumstanceEvidence: {
    is: 'What a statement says of a circumstance.',
    columns: {
      statement,
      circumstance: 'The circumstance, by its id.',
      began: `When it says that it began${partial}.`,
      ended: `When it says that it ended${partial}.`,
      reading: 'How that was read from the words.',
    },
  },
  assessments: {
    is: "Which of an act's rival dates is preferred.",
    columns: { act, preferred: `The date preferred${partial}.` },
  },
  assessmentArguments: {
    is: 'Why that date is preferred.',
    columns: { act, position, argument: 'One argument.' },
  },
  effectArguments: {
    is: 'Why the recorded day of effect of an act is preferred to others.',
    columns: { act, position, argument: 'One argument.' },
  },
  argumentStatements: {
    is: 'What statements an argument for a preferred day rests on; it counts where all of them do.',
    columns: {
      act,
      fact: 'What the day is of: the act (`date`, argued in `assessment_arguments`) or its effect (`effective`, in `effect_arguments`).',
      position: 'The place of the argument.',
      statement,
    },
  },
  completeLists: {
    is: 'Lists that name every participant of a treaty on one day.',
    columns: {
      source: 'The list: a source, by its id.',
      treaty,
      completeAsAt: day('The day as at which it is complete.'),
    },
  },
}
