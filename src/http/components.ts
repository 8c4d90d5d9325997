import { type Static, type TObject, type TProperties, type TSchema, Type } from 'typebox'
import { actKinds, aims, consentKinds, planes } from '../domain/acts.ts'
import { Rule } from '../domain/clauses.ts'
import {
  dateBases,
  knownBases,
  modalities,
  relations,
  sourceKinds,
  speakerKinds,
  standings,
  topics,
  voices,
} from '../domain/evidence.ts'
import { precisions } from '../domain/partial-date.ts'
import { ruleNames } from '../domain/reasons.ts'
import { stepStatuses, withdrawalStages } from '../domain/withdrawal.ts'
import { changeKinds } from '../storage/changes.ts'
import { thingKinds } from '../storage/facts.ts'
import { searchKinds } from '../storage/search.ts'
import { nameKinds, unStatuses } from '../storage/tables.ts'

/** The named schemas of the OpenAPI document, in the order in which they were made. */
export const components: TSchema[] = []

/** Names a schema: registers it for the document, and returns a reference that keeps its type. */
function component<T extends TSchema>(name: string, schema: T) {
  components.push({ ...schema, $id: name })
  return Type.Unsafe<Static<T>>({ $ref: `${name}#` })
}

const described = <T extends TSchema>(schema: T, description: string): T => ({ ...schema, description })
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Text = Type.String()
const TextOrNull = orNull(Type.String())
const words = <T extends string>(list: readonly T[], description: string) =>
  Type.Enum([...list] as [T, ...T[]], { type: 'string', description })

export const Links = component(
  'Links',
  Type.Object(
    { self: Type.String({ description: 'This answer or thing.' }) },
    { additionalProperties: Type.String(), description: 'Where to go from here; paths on this server.' },
  ),
)

export const Ref = component(
  'Ref',
  Type.Object(
    { id: Text, name: Text, href: Type.String({ description: 'Its path on this server.' }) },
    { description: 'Another thing of the record, by id, name and path.' },
  ),
)
const RefOrNull = orNull(Ref)

const SourceRef = component(
  'SourceRef',
  Type.Object(
    { id: Text, publisher: described(TextOrNull, 'Null where the source prints none.'), href: Text },
    { description: 'A source, by id and publisher.' },
  ),
)

export const Pin = component(
  'Pin',
  Type.Object(
    {
      asOf: Type.Optional(
        Type.String({
          format: 'date',
          description: 'The day that the answer is about, where it is derived for a day.',
        }),
      ),
      knownOn: Type.Optional(
        Type.String({ format: 'date', description: 'Only what had been published by this day was used.' }),
      ),
      accordingTo: Type.Optional(
        Type.Array(Text, { description: 'Only these sources or kinds of source were used; `all` for every source.' }),
      ),
      record: Type.String({ description: 'The id of the record that answered: a digest of its facts.' }),
      notYetPublished: Type.Optional(
        Type.Array(
          Type.Object({
            id: Text,
            publisher: TextOrNull,
            href: Text,
            given: described(TextOrNull, 'The date that the source prints.'),
            assessed: Type.String({ description: 'The date that this record holds right, by which it is left out.' }),
          }),
          { description: 'The sources that `knownOn` leaves out, with the date as given and as assessed.' },
        ),
      ),
    },
    { description: 'What the answer was pinned to. The same pins on the same record give the same answer.' },
  ),
)

const PageOf = component(
  'Page',
  Type.Object(
    {
      total: Type.Integer({ description: 'How many things match the filters, on all pages.' }),
      limit: Type.Integer({ description: 'How many a page holds at most.' }),
      next: orNull(Type.String({ description: 'The `cursor` of the next page; null on the last.' })),
    },
    { description: 'Which part of the list this is.' },
  ),
)

export const Problem = component(
  'Problem',
  Type.Object(
    {
      type: Type.String({ description: 'The kind of problem, as a URI that does not change.' }),
      title: Type.String({ description: 'The kind of problem in words.' }),
      status: Type.Integer(),
      detail: Type.String({ description: 'What is wrong with this request.' }),
      instance: Type.String({ description: 'The path that was asked for.' }),
      errors: Type.Optional(
        Type.Array(
          Type.Object({
            parameter: Text,
            value: Type.Optional(Text),
            message: Text,
            allowed: Type.Optional(Type.Array(Text)),
            nearest: Type.Optional(Text),
          }),
          { description: 'Each parameter that is wrong: its value, what is allowed, and the nearest allowed value.' },
        ),
      ),
    },
    { description: 'An error (RFC 9457).' },
  ),
)

export const DateKnown = component(
  'DateKnown',
  Type.Object(
    {
      value: Type.String({
        description:
          'The date as far as it is known: `2005`, `2025-03`, `2025-06-29`, or an interval `../2025-06-29` (EDTF).',
      }),
      precision: words(precisions, 'How much of the date is known.'),
      earliest: orNull(
        Type.String({ format: 'date', description: 'The first day it may mean; null where nothing bounds it.' }),
      ),
      latest: orNull(
        Type.String({ format: 'date', description: 'The last day it may mean; null where nothing bounds it.' }),
      ),
      basis: words(dateBases, 'Whether the date is printed, or inferred from the words together with something else.'),
      readings: Type.Array(Text, { description: 'How an inferred date was read.' }),
    },
    { description: 'A date, never padded: what is not known stays open.' },
  ),
)

export const State = component(
  'State',
  Type.Object(
    {
      id: Type.String({ description: 'ISO 3166-1 alpha-3; `EUE` for the European Union is a label of this record.' }),
      name: Type.String({ description: 'The name that the United Nations uses.' }),
      alpha2: TextOrNull,
      alpha3: TextOrNull,
      m49: described(TextOrNull, 'UN M49 and ISO 3166-1 numeric code, three digits.'),
      unStatus: words(unStatuses, 'Its status at the United Nations.'),
      unMemberSince: orNull(Type.String({ format: 'date' })),
      names: Type.Array(Type.Object({ name: Text, kind: words(nameKinds, 'Who uses the name.') }), {
        description: 'Every name by which the state is found.',
      }),
      links: Links,
    },
    { description: 'A state, or an organisation that can be a party to a treaty.' },
  ),
)

const TreatyDate = component(
  'TreatyDate',
  Type.Object(
    {
      day: Type.String({ format: 'date' }),
      place: TextOrNull,
      article: TextOrNull,
      note: TextOrNull,
      citation: Text,
    },
    { description: "A day in a treaty's own life, with where it is recorded." },
  ),
)

export const Treaty = component(
  'Treaty',
  Type.Object(
    {
      id: Text,
      name: Text,
      shortName: Text,
      aliases: Type.Array(Text),
      subject: Text,
      references: Type.Object({
        untc: Type.String({
          description: 'Its number among the multilateral treaties deposited with the Secretary-General.',
        }),
        chapter: Text,
        unts: described(TextOrNull, 'Volume and page of the United Nations Treaty Series.'),
        registration: TextOrNull,
      }),
      depositary: Text,
      dates: Type.Object({
        adopted: orNull(TreatyDate),
        openedForSignature: orNull(TreatyDate),
        thresholdReached: described(orNull(TreatyDate), 'The day of the instrument that brought it into force.'),
        entryIntoForce: orNull(TreatyDate),
      }),
      links: Links,
    },
    { description: 'A treaty: its names, references and days.' },
  ),
)

export const RuleOfClause = component('Rule', Rule)

export const Clause = component(
  'Clause',
  Type.Object(
    {
      id: Text,
      article: Text,
      rule: RuleOfClause,
      summary: Text,
      words: described(TextOrNull, 'The deciding words of the article.'),
      citation: Text,
    },
    { description: 'A final clause: its article, its rule as data, and its deciding words.' },
  ),
)

export const Evidence = component(
  'Evidence',
  Type.Object(
    {
      statement: Ref,
      relation: words(relations, 'What the statement does to the act.'),
      modality: words(modalities, 'How the statement stands to what it says.'),
      source: SourceRef,
      speaker: Ref,
      date: described(orNull(DateKnown), 'The date that this statement gives the act.'),
      knownSince: Type.Object(
        {
          earliest: orNull(Type.String({ format: 'date' })),
          latest: orNull(Type.String({ format: 'date' })),
          basis: words(knownBases, 'What tells so.'),
        },
        { description: 'Since when it could be known; `knownOn` asks for this.' },
      ),
    },
    { description: 'A statement that bears on an act.' },
  ),
)

export const Act = component(
  'Act',
  Type.Object(
    {
      id: Text,
      kind: words(actKinds, 'What was done.'),
      plane: words(planes, 'Where it has effect: under the treaty, inside a state, or in politics only.'),
      aim: described(orNull(Type.Enum([...aims])), 'What a domestic or political act leads towards.'),
      treaty: Ref,
      state: described(RefOrNull, 'The state whose act it is.'),
      actor: described(RefOrNull, 'The speaker who acted, where one is named.'),
      summary: Text,
      date: described(orNull(DateKnown), 'The date that the evidence gives; rival dates are a conflict.'),
      effective: described(TextOrNull, 'A day of effect that the record states where no clause gives one.'),
      targets: Type.Array(Ref, { description: 'The acts that it answers.' }),
      targetedBy: Type.Array(Ref, { description: 'The acts that answer it.' }),
      evidence: Type.Array(Evidence),
      independentSources: Type.Integer({
        description: 'How many sources support it independently; renderings of one utterance count once.',
      }),
      conflicts: Type.Array(Ref, { description: 'Where its evidence gives rival dates.' }),
      links: Links,
    },
    { description: 'Something that somebody did about a treaty, with the statements that say so.' },
  ),
)

const BearsOn = component(
  'BearsOn',
  Type.Object(
    {
      on: Type.Enum(['act', 'standing', 'step', 'circumstance']),
      relation: words(relations, 'What the statement does to it.'),
      act: Type.Optional(Ref),
      date: Type.Optional(orNull(DateKnown)),
      state: Type.Optional(Ref),
      standings: Type.Optional(
        Type.Array(Type.Enum([...standings]), {
          description: 'The standing it gives the state; several are a disjunction.',
        }),
      ),
      during: Type.Optional(Type.String({ description: 'The time of which it says so, a partial date.' })),
      step: Type.Optional(words(actKinds, 'The step that it says is still needed.')),
      circumstance: Type.Optional(Type.Object({ id: Text, name: Text })),
      began: Type.Optional(TextOrNull),
      ended: Type.Optional(TextOrNull),
      reading: Type.Optional(TextOrNull),
    },
    { description: 'A fact that a statement supports, denies or requires.' },
  ),
)

export const Statement = component(
  'Statement',
  Type.Object(
    {
      id: Text,
      summary: Type.String({ description: 'What it says, in the words of this record.' }),
      words: Type.String({ description: 'What is printed: a speaker or a document whole, a newsroom in an excerpt.' }),
      speaker: Ref,
      as: Type.Object(
        { name: TextOrNull, role: TextOrNull },
        { description: 'Name and role as this source prints them.' },
      ),
      voice: words(voices, 'In whose words it is printed.'),
      modality: words(modalities, 'How it stands to what it says.'),
      medium: described(TextOrNull, 'Where it was said, as the source prints it.'),
      topic: words(topics, 'What it is about.'),
      source: SourceRef,
      locator: Type.Object(
        {
          start: described(orNull(Type.Integer()), 'The first code point of the words; null where no text is held.'),
          end: described(orNull(Type.Integer()), 'The code point after the last.'),
          place: described(TextOrNull, 'Of a list: the participant and the column or note.'),
          unit: Type.Literal('unicode_code_points'),
          normalisation: Type.Literal('white_space_to_single_spaces'),
          sha256: described(TextOrNull, 'Of the source as received, byte for byte.'),
        },
        {
          description:
            'Where the words stand in the text of the source, start included, end not, after every run of white space has become one space and the ends are trimmed.',
        },
      ),
      treaty: RefOrNull,
      states: Type.Array(Ref, { description: 'The states that it is about.' }),
      bearsOn: Type.Array(BearsOn),
      utterance: described(TextOrNull, 'Shared by the renderings of one utterance.'),
      renderings: Type.Array(Type.Object({ id: Text, source: SourceRef, words: Text, href: Text }), {
        description: 'The same utterance as other statements render it.',
      }),
      note: described(TextOrNull, 'What an editor of this record has to add.'),
      links: Links,
    },
    { description: 'Who said what, where, in which words.' },
  ),
)

export const Speaker = component(
  'Speaker',
  Type.Object(
    {
      id: Text,
      kind: words(speakerKinds, 'Who or what speaks.'),
      name: Text,
      state: RefOrNull,
      note: TextOrNull,
      printed: Type.Array(
        Type.Object({ name: TextOrNull, role: TextOrNull, source: SourceRef, statements: Type.Integer() }),
        { description: 'Name and role as each source prints them, and in how many statements.' },
      ),
      links: Links,
    },
    { description: 'A person, a body, a newsroom, a collective without a name, or a document.' },
  ),
)

export const Source = component(
  'Source',
  Type.Object(
    {
      id: Text,
      kind: words(sourceKinds, 'What the source is.'),
      title: TextOrNull,
      publisher: described(TextOrNull, 'Null where none is printed.'),
      publisherNote: TextOrNull,
      photoCredit: TextOrNull,
      address: TextOrNull,
      language: Type.String({ description: 'ISO 639-1.' }),
      published: Type.Object(
        {
          given: described(TextOrNull, 'The date as the source prints it, never altered.'),
          assessed: Type.String({ description: 'The date that this record holds right, a partial date.' }),
          earliest: orNull(Type.String({ format: 'date' })),
          latest: orNull(Type.String({ format: 'date' })),
          because: Type.Array(Text, { description: 'Why.' }),
        },
        { description: 'When it was published; `knownOn` uses the assessed date.' },
      ),
      digest: orNull(
        Type.Object(
          { sha256: Text, characters: Type.Integer({ description: 'Code points of the normalised text.' }) },
          { description: 'Of the source as received, so that its holder can check every quotation.' },
        ),
      ),
      statements: Type.Integer({ description: 'How many statements the record takes from it.' }),
      note: TextOrNull,
      links: Links,
    },
    { description: 'An article, a depositary list or a report.' },
  ),
)

export const Conflict = component(
  'Conflict',
  Type.Object(
    {
      id: Text,
      fact: Type.Literal('date', { description: 'What the sources disagree on.' }),
      act: Ref,
      treaty: Ref,
      state: RefOrNull,
      values: Type.Array(
        Type.Object({
          date: DateKnown,
          preferred: Type.Boolean(),
          statements: Type.Array(Type.Object({ id: Text, name: Text, href: Text, source: SourceRef })),
        }),
        { description: 'Every rival value with the statements that give it.' },
      ),
      preferred: described(TextOrNull, 'The value that this record holds right, or null while none is.'),
      because: Type.Array(Text, { description: 'The arguments for the preferred value.' }),
      links: Links,
    },
    { description: 'Rival values for one fact, kept side by side.' },
  ),
)

export const Found = component(
  'Found',
  Type.Object(
    {
      kind: words(searchKinds, 'What was found.'),
      id: Text,
      name: Text,
      snippet: Type.String({
        description: 'Where it matches: HTML-escaped text in which the matching words are marked with `<mark>`.',
      }),
      href: Text,
    },
    { description: 'One thing that matches a search.' },
  ),
)

export const RecordDescription = component(
  'Record',
  Type.Object(
    {
      name: Text,
      description: Text,
      version: Type.String({ description: 'The version of the API.' }),
      record: Type.Object({
        id: Type.String({ description: 'A digest of the facts.' }),
        builtAt: Type.String({ format: 'date-time' }),
      }),
      coverage: Type.Object({
        states: Type.Integer(),
        treaties: Type.Array(Ref),
        acts: Type.Integer(),
        statements: Type.Integer(),
        speakers: Type.Integer(),
        sources: Type.Array(Type.Object({ kind: words(sourceKinds, 'The kind of source.'), sources: Type.Integer() })),
        latestSource: described(
          orNull(Type.String({ format: 'date' })),
          'The day of the latest source; of later days the record knows nothing of its own.',
        ),
        notCovered: Type.Array(Text, { description: 'What the record leaves out.' }),
        completeLists: Type.Array(Type.Object({ treaty: Ref, completeAsAt: Type.String({ format: 'date' }) }), {
          description: 'The treaties whose participants are all listed, and the day of the list.',
        }),
      }),
    },
    { description: 'What this is, and what it covers.' },
  ),
)

export const BecauseStep = component(
  'Because',
  Type.Object(
    {
      rule: words(ruleNames, 'The rule that this step applies.'),
      article: described(TextOrNull, 'The article of the treaty that governs it.'),
      act: described(RefOrNull, 'The act that it reads.'),
      statements: Type.Array(Ref, { description: 'The statements that it rests on.' }),
      text: Type.String({ description: 'The step as a sentence.' }),
    },
    { description: 'One step of a derivation, in its order.' },
  ),
)

const standingOrUnknown = words(
  [...standings, 'unknown'] as const,
  'The standing on the day; `unknown` where the evidence leaves several open.',
)

const Since = component(
  'Since',
  Type.Object(
    {
      value: Text,
      precision: words(precisions, 'How much of the date is known.'),
      earliest: orNull(Type.String({ format: 'date' })),
      latest: orNull(Type.String({ format: 'date' })),
    },
    { description: 'The day, or the days, on which a standing began.' },
  ),
)

const standingFields = {
  standing: standingOrUnknown,
  possible: Type.Array(Type.Enum([...standings]), { description: 'The standings that the evidence leaves open.' }),
  certain: Type.Boolean({ description: 'Whether it leaves one only.' }),
  since: described(orNull(Since), 'When the standing began; null where that is not known.'),
  confirmedThrough: described(
    TextOrNull,
    'The last day up to which the record is known to be complete here: a day, `unlimited`, or null.',
  ),
  carriedForward: Type.Boolean({ description: 'Whether the last known standing is carried forward to the day.' }),
}

export const Member = component(
  'Member',
  Type.Object(
    {
      state: Ref,
      treaty: Ref,
      ...standingFields,
      consent: described(
        orNull(Type.Object({ act: Ref, kind: words(consentKinds, 'By which kind of act.'), date: orNull(DateKnown) })),
        'The last act by which it consented to be bound, by the day.',
      ),
      withdrawalStage: words(withdrawalStages, 'How far a withdrawal has come.'),
      links: Links,
    },
    { description: 'The standing of a state in a treaty on a day.' },
  ),
)

const WithdrawalStep = component(
  'WithdrawalStep',
  Type.Object(
    {
      kind: words([...actKinds, 'taking_effect'] as const, 'What is done.'),
      plane: words(planes, 'Where it has effect.'),
      status: words(stepStatuses, 'Whether it is done, still required, waiting for its day, or blocked.'),
      date: orNull(DateKnown),
      act: RefOrNull,
      because: Type.Array(BecauseStep),
    },
    { description: 'One step on the way out of a treaty.' },
  ),
)

const TakesEffect = component(
  'TakesEffect',
  Type.Object(
    {
      earliest: orNull(Type.String({ format: 'date' })),
      latest: orNull(Type.String({ format: 'date', description: 'Null while nothing bounds it.' })),
      condition: described(TextOrNull, 'What it depends on.'),
      article: TextOrNull,
    },
    { description: 'When a withdrawal takes effect.' },
  ),
)

const Withdrawal = component(
  'Withdrawal',
  Type.Object(
    {
      stage: words(withdrawalStages, 'How far it has come.'),
      steps: Type.Array(WithdrawalStep),
      next: orNull(WithdrawalStep),
      takesEffect: orNull(TakesEffect),
    },
    { description: 'The track of a withdrawal, on every plane.' },
  ),
)

export const Membership = component(
  'Membership',
  Type.Object(
    {
      state: Ref,
      treaty: Ref,
      ...standingFields,
      contradicted: Type.Boolean({ description: 'Whether its evidence contradicts itself.' }),
      contested: Type.Array(Type.Object({ act: Ref, by: Type.Array(Type.Object({ act: Ref, state: RefOrNull })) }), {
        description: 'Its acts that others object to, and who.',
      }),
      because: Type.Array(BecauseStep, { description: 'The derivation, in order.' }),
      withdrawal: Withdrawal,
      conflicts: Type.Array(Ref, { description: 'Rival values that bear on it.' }),
      links: Links,
    },
    { description: 'The standing of a state in a treaty on a day, with its whole derivation.' },
  ),
)

const EvidenceBundle = component(
  'EvidenceBundle',
  Type.Object(
    {
      standing: Membership,
      clauses: Type.Array(Clause, { description: 'The final clauses of the treaty, which the derivation applies.' }),
      acts: Type.Array(Act, { description: 'Every act that the derivation names, and whoever objects to one.' }),
      statements: Type.Array(Statement, { description: 'Every statement that it names or that bears on those acts.' }),
      sources: Type.Array(Source, { description: 'Where the statements and the complete lists are printed.' }),
      completeLists: Type.Array(Type.Object({ source: Text, completeAsAt: Type.String({ format: 'date' }) }), {
        description: 'The lists that name every participant, and the day up to which each does.',
      }),
      links: Links,
    },
    { description: 'A standing with all that it rests on.' },
  ),
)

export const Projection = component(
  'Projection',
  Type.Object(
    {
      state: Ref,
      treaty: Ref,
      notifiedOn: orNull(Type.String({ format: 'date' })),
      conflictEndedOn: orNull(Type.String({ format: 'date' })),
      earliest: orNull(Type.String({ format: 'date' })),
      latest: orNull(Type.String({ format: 'date', description: 'Null while nothing bounds it.' })),
      held: Type.Boolean({ description: 'Whether an armed conflict holds it.' }),
      article: TextOrNull,
      because: Type.Array(BecauseStep),
      links: Links,
    },
    { description: 'When a withdrawal would take effect, on days supposed.' },
  ),
)

const compared = {
  standing: standingOrUnknown,
  possible: Type.Array(Type.Enum([...standings])),
  certain: Type.Boolean(),
  since: orNull(Since),
  withdrawalStage: words(withdrawalStages, 'How far a withdrawal has come.'),
}

const Comparison = component(
  'Comparison',
  Type.Object(
    {
      rows: Type.Array(
        Type.Object({
          state: Ref,
          standings: Type.Array(Type.Object({ treaty: Ref, ...compared, href: Text })),
        }),
      ),
    },
    { description: 'States down, treaties across.' },
  ),
)

export const SourceComparison = component(
  'SourceComparison',
  Type.Object(
    {
      source: SourceRef,
      kind: words(sourceKinds, 'What the source is.'),
      ...compared,
      acts: Type.Array(Type.Object({ act: Ref, date: orNull(DateKnown) }), {
        description: 'The acts that it tells of, with the date that it gives.',
      }),
    },
    { description: 'What one source alone supports.' },
  ),
)

const counted = {
  inForce: Type.Integer({ description: 'States for which the treaty is certainly in force.' }),
  byDeposit: Type.Integer({
    description: 'States whose consent is certainly deposited and not withdrawn with effect.',
  }),
  byStanding: Type.Object(
    Object.fromEntries([...standings, 'unknown'].map((standing) => [standing, Type.Integer()])) as Record<
      (typeof standings)[number] | 'unknown',
      ReturnType<typeof Type.Integer>
    >,
  ),
}

const Counts = component(
  'Counts',
  Type.Object(
    { ...counted, basis: Type.Object({ inForce: Text, byDeposit: Text }, { description: 'What each number counts.' }) },
    { description: 'How many states stand how on the day; filters do not change it.' },
  ),
)

export const PanelRow = component(
  'PanelRow',
  Type.Object(
    {
      day: Type.String({ format: 'date' }),
      state: Ref,
      standing: standingOrUnknown,
      possible: Type.Array(Type.Enum([...standings]), { description: 'The standings that the evidence leaves open.' }),
      certain: Type.Boolean({ description: 'Whether it leaves one only.' }),
    },
    { description: 'The standing of one state on one day.' },
  ),
)

export const Overview = component(
  'Overview',
  Type.Object(
    {
      treaty: Treaty,
      counts: Counts,
      latestActs: Type.Array(Act, { description: 'The latest acts, newest first.' }),
      withdrawals: Type.Array(
        Type.Object({
          state: Ref,
          stage: words(withdrawalStages, 'How far it has come.'),
          next: orNull(WithdrawalStep),
          takesEffect: orNull(TakesEffect),
          href: Text,
        }),
        { description: 'Every withdrawal under way, with its next step and when it takes effect.' },
      ),
    },
    { description: 'A treaty at one glance.' },
  ),
)

export const HistoryDay = component(
  'HistoryDay',
  Type.Object(
    {
      day: Type.String({ format: 'date' }),
      ...counted,
      joined: Type.Array(Ref, { description: 'The states for which it came into force that day.' }),
      left: Type.Array(Ref, { description: 'The states for which it ceased to be in force that day.' }),
    },
    { description: 'A day on which the numbers change; they hold until the next.' },
  ),
)

const Value = Type.Union([Type.String(), Type.Number(), Type.Null()])

export const ChangeOfThing = component(
  'Change',
  Type.Object(
    {
      change: words(changeKinds, 'What became of it.'),
      kind: words(thingKinds, 'What kind of thing it is.'),
      id: Text,
      name: described(Text, 'Its name or summary; of a thing withdrawn, the last it had.'),
      treaty: orNull(Ref),
      known: described(
        orNull(Type.String({ format: 'date' })),
        'The day by which it was certainly known, where a day was asked about.',
      ),
      facts: Type.Array(
        Type.Object({
          name: described(Text, 'Which fact: a column, or a row that belongs to the thing and its column.'),
          before: Value,
          after: Value,
        }),
        { description: 'Of a thing corrected, every fact that changed; of one withdrawn, all that it stated.' },
      ),
      href: described(TextOrNull, 'Its path on this server; null where it is no more.'),
    },
    { description: 'What became of one thing of the record.' },
  ),
)

/** An answer about one thing. */
export const one = <T extends TSchema>(name: string, data: T) =>
  component(
    name,
    Type.Object({ data, pin: Pin, links: Links } satisfies TProperties) as TObject<{
      data: T
      pin: typeof Pin
      links: typeof Links
    }>,
  )

/** An answer with a part of a list. */
export const list = <T extends TSchema>(name: string, item: T) =>
  component(name, Type.Object({ data: Type.Array(item), page: PageOf, pin: Pin, links: Links }))

export const RecordAnswer = one('RecordAnswer', RecordDescription)
export const StateAnswer = one('StateAnswer', State)
export const StateList = list('StateList', State)
export const TreatyAnswer = one('TreatyAnswer', Treaty)
export const TreatyList = list('TreatyList', Treaty)
export const ClauseList = list('ClauseList', Clause)
export const ActAnswer = one('ActAnswer', Act)
export const ActList = list('ActList', Act)
export const StatementAnswer = one('StatementAnswer', Statement)
export const StatementList = list('StatementList', Statement)
export const SpeakerAnswer = one('SpeakerAnswer', Speaker)
export const SpeakerList = list('SpeakerList', Speaker)
export const SourceAnswer = one('SourceAnswer', Source)
export const SourceList = list('SourceList', Source)
export const ConflictAnswer = one('ConflictAnswer', Conflict)
export const ConflictList = list('ConflictList', Conflict)
export const FoundList = list('FoundList', Found)
export const MemberList = component(
  'MemberList',
  Type.Object({ data: Type.Array(Member), counts: Counts, page: PageOf, pin: Pin, links: Links }),
)
export const StateTreatyList = list('StateTreatyList', Member)
export const MembershipAnswer = one('MembershipAnswer', Membership)
export const EvidenceAnswer = one('EvidenceAnswer', EvidenceBundle)
export const ProjectionAnswer = one('ProjectionAnswer', Projection)
export const HistoryList = list('HistoryList', HistoryDay)
export const ComparisonAnswer = one('ComparisonAnswer', Comparison)
export const SourceComparisonList = list('SourceComparisonList', SourceComparison)
export const PanelList = list('PanelList', PanelRow)
export const OverviewAnswer = one('OverviewAnswer', Overview)
export const ChangeList = component(
  'ChangeList',
  Type.Object({
    data: Type.Array(ChangeOfThing),
    since: Text,
    counts: Type.Object(
      { added: Type.Integer(), corrected: Type.Integer(), withdrawn: Type.Integer() },
      { description: 'How many things, whatever the filters.' },
    ),
    basis: described(Text, 'What was compared.'),
    page: PageOf,
    pin: Pin,
    links: Links,
  }),
)
