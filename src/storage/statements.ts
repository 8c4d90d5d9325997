import type { SQL } from 'drizzle-orm'
import type { ActKind } from '../domain/acts.ts'
import type { DateBasis, KnownStanding, Modality, Topic, Voice } from '../domain/evidence.ts'
import { lastDay } from '../domain/partial-date.ts'
import type { Database } from './database.ts'
import { and, asc, desc, eq, ne, sql } from './drizzle.ts'
import { isOneOf } from './evidence.ts'
import { comesAfter, counted, countRows, fewKnown, type Page, type Paged, paged } from './page.ts'
import { counts, type Pins, settled } from './pins.ts'
import { preparedById, preparedUnderPins } from './prepared.ts'
import { matchExpression } from './search.ts'
import {
  actEvidence,
  acts,
  circumstanceEvidence,
  circumstances,
  sources,
  speakers,
  standingClaims,
  statementStates,
  statements,
  states,
  stepRequirements,
  treaties,
} from './tables.ts'

export type StatementFilter = {
  source?: string
  speaker?: string
  treaty?: string
  state?: string
  act?: string
  modality?: Modality
  voice?: Voice
  topic?: Topic
  q?: string
}

/** One thing that a statement supports, denies or requires. */
export type BearsOn =
  | {
      on: 'act'
      relation: 'supports' | 'denies'
      act: { id: string; name: string }
      date: string | null
      basis: DateBasis | null
      reading: string | null
    }
  | {
      on: 'standing'
      relation: 'supports'
      state: { id: string; name: string }
      standings: KnownStanding[]
      during: string
    }
  | { on: 'step'; relation: 'requires'; state: { id: string; name: string }; step: ActKind }
  | {
      on: 'circumstance'
      relation: 'supports'
      circumstance: { id: string; name: string }
      began: string | null
      ended: string | null
      reading: string | null
    }

export type StatementFound = Omit<typeof statements.$inferSelect, 'source' | 'speaker' | 'treaty'> & {
  source: { id: string; publisher: string | null; sha256: string | null }
  speaker: { id: string; name: string }
  treaty: { id: string; name: string } | null
  states: { id: string; name: string }[]
  renderings: { id: string; source: string; publisher: string | null; words: string }[]
  bearsOn: BearsOn[]
}

const select = (database: Database) =>
  database
    .select({
      statement: statements,
      source: { id: sources.id, publisher: sources.publisher, sha256: sources.sha256 },
      speaker: { id: speakers.id, name: speakers.name },
      treaty: { id: treaties.id, name: treaties.shortName },
    })
    .from(statements)
    .innerJoin(sources, eq(sources.id, statements.source))
    .innerJoin(speakers, eq(speakers.id, statements.speaker))
    .leftJoin(treaties, eq(treaties.id, statements.treaty))

type StatementRow = NonNullable<ReturnType<ReturnType<typeof select>['get']>>

export function listStatements(
  database: Database,
  filter: StatementFilter,
  pins: Pins,
  page: Page,
): Paged<StatementFound> {
  const known = settled(database, pins)
  const among = amongWhich(database, filter, known)
  const keys = database
    .select({ key: among.key })
    .from(among.table)
    .where(and(among.inOrder, among.comesAfter(page)))
    .orderBy(...among.order)
    .limit(page.limit + 1)
    .all()
  // Which they are is found before, in an index, without what belongs to them.
  const rows = select(database)
    .where(among.have(keys.map(({ key }) => key)))
    .orderBy(asc(statements.source), asc(statements.position))
    .all()
  const total = countStatements(database, filter, known)
  const { rows: shown, ...rest } = paged(rows, total, page, ({ statement }) => [
    statement.source,
    String(statement.position),
  ])
  return { ...rest, rows: whole(database, shown, pins) }
}

/** The statements that could be known last, newest first. */
export function newestStatements(
  database: Database,
  filter: StatementFilter,
  pins: Pins,
  limit: number,
): StatementFound[] {
  const among = amongWhich(database, filter, settled(database, pins))
  const keys = database
    .select({ key: among.key })
    .from(among.dated)
    .where(among.where)
    .orderBy(desc(among.known), ...among.order)
    .limit(limit)
    .all()
  const rows = select(database)
    .where(among.have(keys.map(({ key }) => key)))
    .orderBy(desc(statements.knownLatest), asc(statements.source), asc(statements.position))
    .all()
  return whole(database, rows, pins)
}

/** Where statements that meet a filter are looked for: a table, the condition there, and the order of lists. */
type Among = {
  table: SQL | typeof statements
  where: SQL | undefined
  /** The same condition, for who looks for the first in the order of lists. */
  inOrder: SQL | undefined
  /** What tells a statement there from all others, and the condition that a statement has one of these keys. */
  key: SQL<string | number> | typeof statements.id
  have: (keys: (string | number)[]) => SQL
  /** The day by which each was known, in the table that has it. */
  known: SQL | typeof statements.knownLatest
  dated: SQL | typeof statements
  order: SQL[]
  comesAfter: (page: Page) => SQL | undefined
}

function amongWhich(database: Database, filter: StatementFilter, pins: Pins): Among {
  if (filter.q !== undefined || filter.state !== undefined) return amongPlaces(database, filter, pins)
  const where = matching(filter, pins)
  // Where many are known by the day, the first of them are found sooner in the order of lists than by the day.
  const many = pins.accordingTo === 'all' && countStatements(database, {}, pins) > fewKnown
  return {
    table: statements,
    where,
    inOrder: many ? matching(filter, pins, sql`+${statements.knownLatest} <= ${pins.knownOn}`) : where,
    key: statements.id,
    have: (ids) => isOneOf(statements.id, ids),
    known: statements.knownLatest,
    dated: statements,
    order: [asc(statements.source), asc(statements.position)],
    comesAfter: (page) => comesAfter([statements.source, statements.position], page),
  }
}

/** What is found by its words or its state is told by its place in the order of lists: its row is read for other filters alone. */
function amongPlaces(database: Database, { q, state, ...others }: StatementFilter, pins: Pins): Among {
  const [found, place] =
    q === undefined
      ? [sql`listed_by_state`, sql<number>`listed_by_state.place`]
      : [sql`search_rows`, sql<number>`search_rows.rowid`]
  const listed = sql`${found} CROSS JOIN listed_statements ON listed_statements.place = ${place}`
  const rows = sql`${listed} CROSS JOIN ${statements} ON ${statements.id} = listed_statements.id`
  const [dated, known] =
    q === undefined ? [found, sql`listed_by_state.known_latest`] : [listed, sql`listed_statements.known_latest`]
  // With a plus: the full-text index would be opened anew for each place.
  const isAmong = (places: SQL) => sql`+${place} IN (${places})`
  const [met, reads] = metBy(database, others, pins, known, isAmong)
  const where = and(
    q === undefined ? undefined : sql`search_rows MATCH ${matchExpression(q)}`,
    state === undefined
      ? undefined
      : q === undefined
        ? sql`listed_by_state.state = ${state}`
        : isAmong(sql`SELECT place FROM listed_by_state WHERE state = ${state}`),
    met,
  )
  return {
    table: { places: found, days: dated, rows }[reads],
    where,
    inOrder: where,
    key: place,
    have: (places) => sql`${statements.id} IN (SELECT id FROM listed_statements WHERE ${isOneOf(sql`place`, places)})`,
    known,
    dated: reads === 'rows' ? rows : dated,
    order: [place],
    comesAfter: ({ after: [source, position] = [] }) =>
      source === undefined ? undefined : sql`${place} > (${placeOf(source, position)})`,
  }
}

/** The place of a statement; of one that another record held, the last place before where it would stand. */
const placeOf = (source: string, position: string | undefined): SQL =>
  sql`SELECT min(place) FROM (
    SELECT first + CAST(${position} AS INTEGER) AS place FROM listed_sources WHERE source = ${source}
    UNION ALL SELECT (SELECT first - 1 FROM listed_sources WHERE source > ${source} ORDER BY source LIMIT 1))`

/** The condition that what has a place meets the other filters and counts, and what has to be read for that beside its place. */
function metBy(
  database: Database,
  others: Omit<StatementFilter, 'q' | 'state'>,
  pins: Pins,
  known: SQL,
  isAmong: (places: SQL) => SQL,
): [SQL | undefined, 'places' | 'days' | 'rows'] {
  if (pins.accordingTo === 'all' && Object.values(others).every((filter) => filter === undefined)) {
    const isAllKnown =
      countStatements(database, {}, pins) === countStatements(database, {}, { ...pins, knownOn: lastDay })
    return isAllKnown ? [undefined, 'places'] : [sql`${known} <= ${pins.knownOn}`, 'days']
  }
  const meets = matching(others, pins)
  if (countStatements(database, others, pins) > fewPlaces) return [meets, 'rows']
  const places = sql`SELECT listed_sources.first + ${statements.position} FROM ${statements} CROSS JOIN listed_sources ON listed_sources.source = ${statements.source} WHERE ${meets}`
  return [isAmong(places), 'places']
}

/**
 * Where no more statements than these meet the other filters, their places are gathered, so many in some 3 ms, and what is
 * found is held against them. Otherwise the row of each that is found is read, in some 3 µs, and a word may find a hundred
 * thousand. The bound is a judgement, from measurements in a record of half a million statements.
 */
const fewPlaces = 5000

/** How many statements match. Of each sort they are counted day by day when the record is built. */
function countStatements(database: Database, filter: StatementFilter, pins: Pins): number {
  const { topic, modality, voice, ...others } = filter
  if (pins.accordingTo !== 'all' || Object.values(others).some((other) => other !== undefined)) {
    const { table, where } = amongWhich(database, filter, pins)
    return countRows(database, table, where)
  }
  return counted(
    database,
    database
      .select({ count: sql<number>`coalesce(sum(statements), 0)` })
      .from(sql`statements_counted`)
      .where(
        and(
          topic && sql`topic = ${topic}`,
          modality && sql`modality = ${modality}`,
          voice && sql`voice = ${voice}`,
          sql`known_latest <= ${pins.knownOn}`,
        ),
      ),
  )
}

/** The condition that a statement meets the filter and counts. */
function matching(filter: Omit<StatementFilter, 'q' | 'state'>, pins: Pins, known = counts(pins)): SQL | undefined {
  return and(
    filter.source === undefined ? undefined : eq(statements.source, filter.source),
    filter.speaker === undefined ? undefined : eq(statements.speaker, filter.speaker),
    filter.treaty === undefined ? undefined : eq(statements.treaty, filter.treaty),
    filter.act === undefined
      ? undefined
      : sql`${statements.id} IN (SELECT ${actEvidence.statement} FROM ${actEvidence} WHERE ${actEvidence.act} = ${filter.act})`,
    filter.modality && eq(statements.modality, filter.modality),
    filter.voice && eq(statements.voice, filter.voice),
    filter.topic && eq(statements.topic, filter.topic),
    known,
  )
}

export function findStatement(database: Database, id: string, pins: Pins): StatementFound | undefined {
  return whole(database, theseThatCount(database, [id], pins), pins)[0]
}

const theseThatCount = preparedUnderPins((database, ids, pins) =>
  select(database).where(and(isOneOf(statements.id, ids), counts(pins))),
)

function whole(database: Database, rows: StatementRow[], pins: Pins): StatementFound[] {
  const ids = rows.map(({ statement }) => statement.id)
  const about = statesOf(database, ids)
  const bearings = bearingsOf(database, ids)
  return rows.map(({ statement, source, speaker, treaty }) => ({
    ...statement,
    source,
    speaker,
    treaty,
    states: about.filter((state) => state.statement === statement.id).map(({ id, name }) => ({ id, name })),
    renderings: statement.utterance === null ? [] : otherRenderings(database, statement.utterance, statement.id, pins),
    bearsOn: bearings.get(statement.id) ?? [],
  }))
}

const statesOf = preparedById((database, ids) =>
  database
    .select({ statement: statementStates.statement, id: states.id, name: states.name })
    .from(statementStates)
    .innerJoin(states, eq(states.id, statementStates.state))
    .where(isOneOf(statementStates.statement, ids))
    .orderBy(asc(states.id)),
)

function otherRenderings(database: Database, utterance: string, id: string, pins: Pins): StatementFound['renderings'] {
  return database
    .select({ id: statements.id, source: sources.id, publisher: sources.publisher, words: statements.words })
    .from(statements)
    .innerJoin(sources, eq(sources.id, statements.source))
    .where(and(eq(statements.utterance, utterance), ne(statements.id, id), counts(pins)))
    .orderBy(asc(statements.source), asc(statements.position))
    .all()
}

/** What each of these statements bears on: acts, standings, steps, circumstances. */
function bearingsOf(database: Database, ids: string[]): Map<string, BearsOn[]> {
  const found = new Map<string, BearsOn[]>(ids.map((id) => [id, []]))
  for (const { statement, ...row } of actsConcerned(database, ids)) found.get(statement)?.push({ on: 'act', ...row })
  for (const { statement, standings, ...row } of standingsClaimed(database, ids))
    found.get(statement)?.push({ on: 'standing', relation: 'supports', ...row, standings: JSON.parse(standings) })
  for (const { statement, ...row } of stepsRequired(database, ids))
    found.get(statement)?.push({ on: 'step', relation: 'requires', ...row })
  for (const { statement, ...row } of circumstancesShown(database, ids))
    found.get(statement)?.push({ on: 'circumstance', relation: 'supports', ...row })
  return found
}

const actsConcerned = preparedById((database, ids) =>
  database
    .select({
      statement: actEvidence.statement,
      relation: actEvidence.relation,
      act: { id: acts.id, name: acts.summary },
      date: actEvidence.date,
      basis: actEvidence.basis,
      reading: actEvidence.reading,
    })
    .from(actEvidence)
    .innerJoin(acts, eq(acts.id, actEvidence.act))
    .where(isOneOf(actEvidence.statement, ids))
    .orderBy(asc(acts.id)),
)

const standingsClaimed = preparedById((database, ids) =>
  database
    .select({
      statement: standingClaims.statement,
      state: { id: states.id, name: states.name },
      standings: sql<string>`json_group_array(${standingClaims.standing} ORDER BY ${standingClaims.standing})`,
      during: standingClaims.during,
    })
    .from(standingClaims)
    .innerJoin(states, eq(states.id, standingClaims.state))
    .where(isOneOf(standingClaims.statement, ids))
    .groupBy(standingClaims.statement, standingClaims.state, standingClaims.during)
    .orderBy(asc(standingClaims.state)),
)

const stepsRequired = preparedById((database, ids) =>
  database
    .select({
      statement: stepRequirements.statement,
      state: { id: states.id, name: states.name },
      step: stepRequirements.step,
    })
    .from(stepRequirements)
    .innerJoin(states, eq(states.id, stepRequirements.state))
    .where(isOneOf(stepRequirements.statement, ids))
    .orderBy(asc(stepRequirements.step)),
)

const circumstancesShown = preparedById((database, ids) =>
  database
    .select({
      statement: circumstanceEvidence.statement,
      circumstance: { id: circumstances.id, name: circumstances.summary },
      began: circumstanceEvidence.began,
      ended: circumstanceEvidence.ended,
      reading: circumstanceEvidence.reading,
    })
    .from(circumstanceEvidence)
    .innerJoin(circumstances, eq(circumstances.id, circumstanceEvidence.circumstance))
    .where(isOneOf(circumstanceEvidence.statement, ids)),
)
