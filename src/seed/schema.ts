import { actKinds, aims } from '../domain/acts.ts'
import { Rule } from '../domain/clauses.ts'
import { dateBases, modalities, sourceKinds, speakerKinds, standings, topics, voices } from '../domain/evidence.ts'
import { type Static, type TSchema, Type } from '../json-schema.ts'
import { nameKinds, unStatuses } from '../storage/tables.ts'

const closed = { additionalProperties: false }
const Text = Type.String({ minLength: 1, pattern: '\\S' })
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

const Slug = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', title: 'lower-case words joined by hyphens' })
const StateId = Type.String({ pattern: '^[A-Z]{3}$', title: 'an ISO 3166-1 alpha-3 code' })
const Day = Type.String({ format: 'day' })
const PartialDate = Type.String({ format: 'partial-date' })
const Digest = Type.String({ pattern: '^[0-9a-f]{64}$', title: 'a SHA-256 in lower-case hexadecimal' })

/** A row of seed/states/states.csv; an empty cell is null. */
export const StateRow = Type.Object(
  {
    id: StateId,
    alpha2: orNull(Type.String({ pattern: '^[A-Z]{2}$' })),
    m49: orNull(Type.String({ pattern: '^[0-9]{3}$' })),
    name: Text,
    unStatus: Type.Enum([...unStatuses]),
    unMemberSince: orNull(Day),
  },
  closed,
)
export type StateRow = Static<typeof StateRow>

/** A row of seed/states/names.csv. */
export const StateNameRow = Type.Object({ state: StateId, name: Text, kind: Type.Enum([...nameKinds]) }, closed)
export type StateNameRow = Static<typeof StateNameRow>

const TreatyDate = Type.Object(
  {
    date: Day,
    place: Type.Optional(Text),
    article: Type.Optional(Text),
    note: Type.Optional(Text),
    citation: Text,
  },
  closed,
)

/** A file of seed/treaties. */
export const TreatyFile = Type.Object(
  {
    id: Slug,
    name: Text,
    shortName: Text,
    aliases: Type.Array(Text),
    subject: Slug,
    references: Type.Object(
      { untc: Text, chapter: Text, unts: Type.Optional(Text), registration: Type.Optional(Text) },
      closed,
    ),
    depositary: Text,
    citations: Type.Record(Type.String(), Text),
    dates: Type.Object(
      {
        adopted: TreatyDate,
        openedForSignature: Type.Optional(TreatyDate),
        thresholdReached: Type.Optional(TreatyDate),
        entryIntoForce: Type.Optional(TreatyDate),
      },
      closed,
    ),
    clauses: Type.Array(
      Type.Object(
        { id: Slug, article: orNull(Text), rule: Rule, summary: Text, words: orNull(Text), citation: Text },
        closed,
      ),
    ),
  },
  closed,
)
export type TreatyFile = Static<typeof TreatyFile>

/** seed/speakers.yaml */
export const SpeakersFile = Type.Array(
  Type.Object(
    { id: Slug, kind: Type.Enum([...speakerKinds]), name: Text, state: orNull(StateId), note: orNull(Text) },
    closed,
  ),
)
export type SpeakersFile = Static<typeof SpeakersFile>

/** seed/circumstances.yaml */
export const CircumstancesFile = Type.Array(
  Type.Object({ id: Slug, kind: Type.Literal('armed_conflict'), state: StateId, summary: Text }, closed),
)
export type CircumstancesFile = Static<typeof CircumstancesFile>

const BearsOnAct = Type.Object(
  {
    relation: Type.Enum(['supports', 'denies']),
    act: Slug,
    date: Type.Optional(PartialDate),
    basis: Type.Optional(Type.Enum([...dateBases])),
    reading: Type.Optional(Text),
    notified: Type.Optional(PartialDate),
    effective: Type.Optional(PartialDate),
  },
  { ...closed, title: 'bears on an act' },
)
const BearsOnStep = Type.Object(
  {
    relation: Type.Literal('requires'),
    step: Type.Object({ state: StateId, kind: Type.Enum([...actKinds]) }, closed),
  },
  { ...closed, title: 'bears on a step' },
)
const BearsOnStanding = Type.Object(
  {
    relation: Type.Literal('supports'),
    standing: Type.Object(
      {
        state: StateId,
        standings: Type.Array(Type.Enum([...standings]), { minItems: 1, uniqueItems: true }),
        during: PartialDate,
      },
      closed,
    ),
  },
  { ...closed, title: 'bears on a standing' },
)
const BearsOnCircumstance = Type.Object(
  {
    relation: Type.Literal('supports'),
    circumstance: Slug,
    began: Type.Optional(PartialDate),
    ended: Type.Optional(PartialDate),
    reading: Type.Optional(Text),
  },
  { ...closed, title: 'bears on a circumstance' },
)

/** What each kind of bearing looks like, by the key that tells it from the others. */
export const bearings = {
  act: BearsOnAct,
  step: BearsOnStep,
  standing: BearsOnStanding,
  circumstance: BearsOnCircumstance,
} as const
export type Bearing =
  | Static<typeof BearsOnAct>
  | Static<typeof BearsOnStep>
  | Static<typeof BearsOnStanding>
  | Static<typeof BearsOnCircumstance>

const StatementEntry = Type.Object(
  {
    id: Slug,
    speaker: Slug,
    as: Type.Object({ name: orNull(Text), role: orNull(Text) }, closed),
    voice: Type.Enum([...voices]),
    modality: Type.Enum([...modalities]),
    medium: orNull(Text),
    words: Text,
    locator: orNull(Type.Object({ start: Type.Integer({ minimum: 0 }), end: Type.Integer({ minimum: 1 }) }, closed)),
    place: Type.Optional(Text),
    utterance: orNull(Slug),
    topic: Type.Enum([...topics]),
    summary: Text,
    states: Type.Array(StateId, { uniqueItems: true }),
    treaty: orNull(Slug),
    note: orNull(Text),
    bears: Type.Array(Type.Unsafe<Bearing>(Type.Object({}))),
  },
  closed,
)
export type StatementEntry = Static<typeof StatementEntry>

/** A file of seed/sources. */
export const SourceFile = Type.Object(
  {
    id: Slug,
    kind: Type.Enum([...sourceKinds]),
    title: orNull(Text),
    publisher: orNull(Text),
    publisherNote: Type.Optional(orNull(Text)),
    photoCredit: Type.Optional(orNull(Text)),
    address: Type.Optional(orNull(Text)),
    language: Type.String({ pattern: '^[a-z]{2}$', title: 'an ISO 639-1 code' }),
    published: Type.Object({ given: orNull(PartialDate), assessed: PartialDate, because: Type.Array(Text) }, closed),
    file: Type.Optional(Type.Object({ sha256: Digest, characters: Type.Integer({ minimum: 1 }) }, closed)),
    digest: Type.Optional(Digest),
    note: Type.Optional(orNull(Text)),
    statements: Type.Array(StatementEntry),
  },
  closed,
)
export type SourceFile = Static<typeof SourceFile>

const Arguments = Type.Array(
  Type.Object({ argument: Text, restsOn: Type.Array(Slug, { uniqueItems: true }) }, closed),
  { minItems: 1 },
)

/** A file of seed/acts. */
export const ActsFile = Type.Object(
  {
    treaty: Slug,
    acts: Type.Array(
      Type.Object(
        {
          id: Slug,
          kind: Type.Enum([...actKinds]),
          state: orNull(StateId),
          actor: orNull(Slug),
          aim: orNull(Type.Enum([...aims])),
          effective: orNull(PartialDate),
          summary: Text,
          targets: Type.Array(Slug, { uniqueItems: true }),
          assessment: Type.Optional(Type.Object({ preferred: PartialDate, because: Arguments }, closed)),
          effectBecause: Type.Optional(Arguments),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type ActsFile = Static<typeof ActsFile>

/** A row of a file of seed/depositary: one act of one state as the depositary's list gives it; an empty cell is null. */
export const DepositaryRow = Type.Object(
  {
    id: Slug,
    state: StateId,
    kind: Type.Enum([...actKinds]),
    date: orNull(PartialDate),
    effective: orNull(PartialDate),
    notified: orNull(PartialDate),
    reference: orNull(Text),
    participant: Text,
    words: Text,
    place: Text,
    targets: orNull(Type.String({ description: 'ids of acts, separated by spaces' })),
    note: orNull(Text),
  },
  closed,
)
export type DepositaryRow = Static<typeof DepositaryRow>

/** seed/depositary/lists.yaml: the day as at which each list is complete, and what its header counts. */
export const ListsFile = Type.Array(
  Type.Object(
    {
      treaty: Slug,
      untc: Text,
      asAt: Day,
      header: Type.Object({ signatories: orNull(Type.Integer()), parties: Type.Integer() }, closed),
      page: Type.Object({ sha256: Digest }, closed),
    },
    closed,
  ),
)
export type ListsFile = Static<typeof ListsFile>
