import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { actKinds, aims } from '../domain/acts.ts'
import { dateBases, modalities, sourceKinds, speakerKinds, standings, topics, voices } from '../domain/evidence.ts'
import { check, index, integer, primaryKey, sql, sqliteTable, text } from './drizzle.ts'

const quoted = (words: readonly string[]) => sql.raw(words.map((word) => `'${word}'`).join(', '))
const oneOf = (column: SQLiteColumn, words: readonly string[]) => sql`${column} IN (${quoted(words)})`

/** A day that exists: SQLite's own calendar reads it and writes it back unchanged. */
const isDay = (column: SQLiteColumn) => sql`${column} IS NULL OR date(${column}, '+0 days') IS ${column}`

/** Two ends of a span, each a day that exists or open, in order. */
const isSpan = (earliest: SQLiteColumn, latest: SQLiteColumn) =>
  sql`(${isDay(earliest)}) AND (${isDay(latest)}) AND (${earliest} IS NULL OR ${latest} IS NULL OR ${earliest} <= ${latest})`

/** One row: which record this is and what it was built from. */
export const records = sqliteTable('records', {
  id: text().primaryKey(),
  inputs: text().notNull(),
})

export const unStatuses = ['member', 'observer', 'non_member', 'organisation'] as const

export const states = sqliteTable(
  'states',
  {
    id: text().primaryKey(),
    alpha2: text().unique(),
    m49: text().unique(),
    name: text().notNull().unique(),
    unStatus: text('un_status', { enum: unStatuses }).notNull(),
    unMemberSince: text('un_member_since'),
  },
  (table) => [
    check('states_id', sql`length(${table.id}) = 3 AND upper(${table.id}) = ${table.id}`),
    check('states_un_status', oneOf(table.unStatus, unStatuses)),
    check('states_un_member_since', isDay(table.unMemberSince)),
  ],
)

export const nameKinds = ['un', 'un_2014', 'iso', 'common', 'alias'] as const

/** Every name by which a state is found; `folded` is the name without case, accents and punctuation. */
export const stateNames = sqliteTable(
  'state_names',
  {
    folded: text().primaryKey(),
    state: text()
      .notNull()
      .references(() => states.id),
    name: text().notNull(),
    kind: text({ enum: nameKinds }).notNull(),
  },
  (table) => [check('state_names_kind', oneOf(table.kind, nameKinds)), index('state_names_state').on(table.state)],
)

export const treaties = sqliteTable(
  'treaties',
  {
    id: text().primaryKey(),
    name: text().notNull().unique(),
    shortName: text('short_name').notNull().unique(),
    subject: text().notNull(),
    untc: text().notNull().unique(),
    chapter: text().notNull(),
    unts: text(),
    registration: text(),
    depositary: text().notNull(),
  },
  (table) => [check('treaties_id', sql`${table.id} NOT GLOB '*[^a-z0-9-]*'`)],
)

export const treatyNames = sqliteTable(
  'treaty_names',
  {
    folded: text().primaryKey(),
    treaty: text()
      .notNull()
      .references(() => treaties.id),
    name: text().notNull(),
  },
  (table) => [index('treaty_names_treaty').on(table.treaty)],
)

export const citations = sqliteTable(
  'citations',
  {
    treaty: text()
      .notNull()
      .references(() => treaties.id),
    id: text().notNull(),
    text: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.treaty, table.id] })],
)

export const treatyEvents = ['adopted', 'openedForSignature', 'thresholdReached', 'entryIntoForce'] as const

/** The days in a treaty's own life, each with its citation. */
export const treatyDates = sqliteTable(
  'treaty_dates',
  {
    treaty: text()
      .notNull()
      .references(() => treaties.id),
    event: text({ enum: treatyEvents }).notNull(),
    day: text().notNull(),
    place: text(),
    article: text(),
    note: text(),
    citation: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.treaty, table.event] }),
    check('treaty_dates_event', oneOf(table.event, treatyEvents)),
    check('treaty_dates_day', isDay(table.day)),
  ],
)

export const clauses = sqliteTable(
  'clauses',
  {
    treaty: text()
      .notNull()
      .references(() => treaties.id),
    id: text().notNull(),
    position: integer().notNull(),
    // Null where a clause says what the treaty does not provide for.
    article: text(),
    rule: text().notNull(),
    summary: text().notNull(),
    words: text(),
    citation: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.treaty, table.id] }),
    check('clauses_rule', sql`json_valid(${table.rule}) AND json_extract(${table.rule}, '$.kind') IS NOT NULL`),
  ],
)

export const speakers = sqliteTable(
  'speakers',
  {
    id: text().primaryKey(),
    kind: text({ enum: speakerKinds }).notNull(),
    name: text().notNull(),
    state: text().references(() => states.id),
    note: text(),
  },
  (table) => [check('speakers_kind', oneOf(table.kind, speakerKinds))],
)

/** A source with its date as given, and the days on which, as assessed, it was published. */
export const sources = sqliteTable(
  'sources',
  {
    id: text().primaryKey(),
    kind: text({ enum: sourceKinds }).notNull(),
    title: text(),
    publisher: text(),
    publisherNote: text('publisher_note'),
    photoCredit: text('photo_credit'),
    address: text(),
    language: text().notNull(),
    dateGiven: text('date_given'),
    dateAssessed: text('date_assessed').notNull(),
    publishedEarliest: text('published_earliest'),
    publishedLatest: text('published_latest'),
    sha256: text(),
    characters: integer(),
    note: text(),
  },
  (table) => [
    check('sources_kind', oneOf(table.kind, sourceKinds)),
    check('sources_published', isSpan(table.publishedEarliest, table.publishedLatest)),
    check(
      'sources_sha256',
      sql`${table.sha256} IS NULL OR (length(${table.sha256}) = 64 AND ${table.sha256} NOT GLOB '*[^0-9a-f]*')`,
    ),
    index('sources_kind_of').on(table.kind, table.id),
  ],
)

/** Why a source's date was assessed as it was, an argument a row. */
export const sourceArguments = sqliteTable(
  'source_arguments',
  {
    source: text()
      .notNull()
      .references(() => sources.id),
    position: integer().notNull(),
    argument: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.source, table.position] })],
)

/**
 * What a source prints. `start_at` and `end_at` are code points into its normalised text, `place` a row or a note of a
 * list; `known_latest` is the day by which it was certainly known, for `knownOn`.
 */
export const statements = sqliteTable(
  'statements',
  {
    id: text().primaryKey(),
    source: text()
      .notNull()
      .references(() => sources.id),
    position: integer().notNull(),
    speaker: text()
      .notNull()
      .references(() => speakers.id),
    nameAsPrinted: text('name_as_printed'),
    roleAsPrinted: text('role_as_printed'),
    voice: text({ enum: voices }).notNull(),
    modality: text({ enum: modalities }).notNull(),
    medium: text(),
    words: text().notNull(),
    startAt: integer('start_at'),
    endAt: integer('end_at'),
    place: text(),
    utterance: text(),
    topic: text({ enum: topics }).notNull(),
    summary: text().notNull(),
    treaty: text().references(() => treaties.id),
    note: text(),
    knownLatest: text('known_latest'),
  },
  (table) => [
    check('statements_known', isDay(table.knownLatest)),
    check('statements_voice', oneOf(table.voice, voices)),
    check('statements_modality', oneOf(table.modality, modalities)),
    check('statements_topic', oneOf(table.topic, topics)),
    check(
      'statements_locator',
      sql`((${table.startAt} IS NULL AND ${table.endAt} IS NULL) OR (${table.startAt} >= 0 AND ${table.endAt} - ${table.startAt} = length(${table.words}))) IS TRUE`,
    ),
    // With the order of a list and the day, so that a page is read in order and a total is counted in the index alone.
    index('statements_source').on(table.source, table.position, table.knownLatest),
    index('statements_speaker').on(table.speaker, table.source, table.position, table.knownLatest),
    index('statements_treaty').on(table.treaty, table.source, table.position, table.knownLatest),
    index('statements_topic').on(table.topic, table.source, table.position, table.knownLatest),
    index('statements_modality').on(table.modality, table.source, table.position, table.knownLatest),
    index('statements_voice').on(table.voice, table.source, table.position, table.knownLatest),
    index('statements_known').on(table.knownLatest, table.source, table.id),
    index('statements_utterance').on(table.utterance).where(sql`${table.utterance} IS NOT NULL`),
  ],
)

/** The states that a statement is about. */
export const statementStates = sqliteTable(
  'statement_states',
  {
    statement: text()
      .notNull()
      .references(() => statements.id),
    state: text()
      .notNull()
      .references(() => states.id),
  },
  (table) => [primaryKey({ columns: [table.statement, table.state] }), index('statement_states_state').on(table.state)],
)

/**
 * Acts. `date` and its span are what the whole evidence says, computed once when the record is built so that lists can
 * be sorted and filtered; an answer under a pin reads the evidence itself. `known_from` and `known_whole` are the days by
 * which the first and the last of what supports the act was certainly known: from the one on the act counts, from the
 * other on its date is that of the row.
 */
export const acts = sqliteTable(
  'acts',
  {
    id: text().primaryKey(),
    treaty: text()
      .notNull()
      .references(() => treaties.id),
    kind: text({ enum: actKinds as [(typeof actKinds)[number], ...typeof actKinds] }).notNull(),
    state: text().references(() => states.id),
    actor: text().references(() => speakers.id),
    aim: text({ enum: aims }),
    effective: text(),
    summary: text().notNull(),
    date: text(),
    earliest: text(),
    latest: text(),
    sortDay: text('sort_day').notNull(),
    rivalDates: integer('rival_dates', { mode: 'boolean' }).notNull(),
    rivalEffects: integer('rival_effects', { mode: 'boolean' }).notNull(),
    independentSources: integer('independent_sources').notNull(),
    knownFrom: text('known_from'),
    knownWhole: text('known_whole'),
  },
  (table) => [
    check('acts_kind', oneOf(table.kind, actKinds)),
    check('acts_aim', sql`${table.aim} IS NULL OR ${oneOf(table.aim, aims)}`),
    check('acts_rival_dates', sql`${table.rivalDates} IN (0, 1)`),
    check('acts_rival_effects', sql`${table.rivalEffects} IN (0, 1)`),
    check('acts_doer', sql`${table.state} IS NOT NULL OR ${table.actor} IS NOT NULL`),
    check('acts_date', isSpan(table.earliest, table.latest)),
    check('acts_known', isSpan(table.knownFrom, table.knownWhole)),
    // With all that a list of any time asks of an act, so that it is read in the index alone.
    index('acts_order').on(
      table.sortDay,
      table.id,
      table.knownFrom,
      table.knownWhole,
      table.earliest,
      table.latest,
      table.date,
    ),
    // What does not lie on one day, the same on every day of knowledge: a list of a time looks at each of these.
    index('acts_inexact')
      .on(table.sortDay, table.id)
      .where(
        sql`${table.earliest} IS NOT ${table.latest} OR ${table.knownFrom} IS NOT ${table.knownWhole} OR ${table.earliest} IS NULL`,
      ),
    index('acts_treaty').on(table.treaty, table.state),
    index('acts_state').on(table.state, table.treaty),
    index('acts_kind').on(table.kind, table.sortDay, table.id),
    index('acts_aim').on(table.aim).where(sql`${table.aim} IS NOT NULL`),
    index('acts_actor').on(table.actor).where(sql`${table.actor} IS NOT NULL`),
    index('acts_known_from').on(table.knownFrom, table.id),
    index('acts_known_whole').on(table.knownWhole, table.sortDay),
    index('acts_sources').on(table.independentSources),
    index('acts_rival').on(table.id).where(sql`${table.rivalDates} = 1 OR ${table.rivalEffects} = 1`),
  ],
)

/** The acts that an act answers: what an objection objects to, what a condemnation condemns. */
export const actTargets = sqliteTable(
  'act_targets',
  {
    act: text()
      .notNull()
      .references(() => acts.id),
    target: text()
      .notNull()
      .references(() => acts.id),
  },
  (table) => [
    primaryKey({ columns: [table.act, table.target] }),
    check('act_targets_self', sql`${table.act} <> ${table.target}`),
    index('act_targets_target').on(table.target),
  ],
)

/** What a statement says of an act, and the date and the day of effect it gives it. */
export const actEvidence = sqliteTable(
  'act_evidence',
  {
    statement: text()
      .notNull()
      .references(() => statements.id),
    act: text()
      .notNull()
      .references(() => acts.id),
    relation: text({ enum: ['supports', 'denies'] }).notNull(),
    date: text(),
    earliest: text(),
    latest: text(),
    basis: text({ enum: dateBases }),
    reading: text(),
    notified: text(),
    effective: text(),
  },
  (table) => [
    primaryKey({ columns: [table.statement, table.act] }),
    check('act_evidence_relation', oneOf(table.relation, ['supports', 'denies'])),
    check('act_evidence_date', isSpan(table.earliest, table.latest)),
    check('act_evidence_basis', sql`(${table.date} IS NULL) = (${table.basis} IS NULL)`),
    index('act_evidence_act').on(table.act),
  ],
)

/** What a statement says of a state's standing during a time; several standings are a disjunction. */
export const standingClaims = sqliteTable(
  'standing_claims',
  {
    statement: text()
      .notNull()
      .references(() => statements.id),
    treaty: text()
      .notNull()
      .references(() => treaties.id),
    state: text()
      .notNull()
      .references(() => states.id),
    standing: text({ enum: standings }).notNull(),
    during: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.statement, table.treaty, table.state, table.standing] }),
    check('standing_claims_standing', oneOf(table.standing, standings)),
    index('standing_claims_state').on(table.treaty, table.state),
  ],
)

/** A statement that a step is still needed. */
export const stepRequirements = sqliteTable(
  'step_requirements',
  {
    statement: text()
      .notNull()
      .references(() => statements.id),
    treaty: text()
      .notNull()
      .references(() => treaties.id),
    state: text()
      .notNull()
      .references(() => states.id),
    step: text({ enum: actKinds as [(typeof actKinds)[number], ...typeof actKinds] }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.statement, table.treaty, table.state, table.step] }),
    check('step_requirements_step', oneOf(table.step, actKinds)),
  ],
)

export const circumstances = sqliteTable(
  'circumstances',
  {
    id: text().primaryKey(),
    kind: text({ enum: ['armed_conflict'] }).notNull(),
    state: text()
      .notNull()
      .references(() => states.id),
    summary: text().notNull(),
  },
  (table) => [check('circumstances_kind', oneOf(table.kind, ['armed_conflict']))],
)

export const circumstanceEvidence = sqliteTable(
  'circumstance_evidence',
  {
    statement: text()
      .notNull()
      .references(() => statements.id),
    circumstance: text()
      .notNull()
      .references(() => circumstances.id),
    began: text(),
    ended: text(),
    reading: text(),
  },
  (table) => [primaryKey({ columns: [table.statement, table.circumstance] })],
)

/** Which of an act's rival dates is preferred. */
export const assessments = sqliteTable('assessments', {
  act: text()
    .primaryKey()
    .references(() => acts.id),
  preferred: text().notNull(),
})

export const assessmentArguments = sqliteTable(
  'assessment_arguments',
  {
    act: text()
      .notNull()
      .references(() => assessments.act),
    position: integer().notNull(),
    argument: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.act, table.position] })],
)

/** Why an act's recorded day of effect is preferred to rival ones, an argument a row. */
export const effectArguments = sqliteTable(
  'effect_arguments',
  {
    act: text()
      .notNull()
      .references(() => acts.id),
    position: integer().notNull(),
    argument: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.act, table.position] })],
)

/** What an argument for a preferred day rests on, a statement a row; the day is that of the act or of its effect. */
export const argumentStatements = sqliteTable(
  'argument_statements',
  {
    act: text()
      .notNull()
      .references(() => acts.id),
    fact: text({ enum: ['date', 'effective'] }).notNull(),
    position: integer().notNull(),
    statement: text()
      .notNull()
      .references(() => statements.id),
  },
  (table) => [
    primaryKey({ columns: [table.act, table.fact, table.position, table.statement] }),
    check('argument_statements_fact', oneOf(table.fact, ['date', 'effective'])),
  ],
)

/** A list that names every participant of a treaty on one day. */
export const completeLists = sqliteTable(
  'complete_lists',
  {
    source: text()
      .notNull()
      .references(() => sources.id),
    treaty: text()
      .notNull()
      .references(() => treaties.id),
    completeAsAt: text('complete_as_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.source, table.treaty] }),
    check('complete_lists_day', isDay(table.completeAsAt)),
  ],
)
