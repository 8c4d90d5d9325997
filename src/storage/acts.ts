import type { SQL } from 'drizzle-orm'
import { type ActKind, type Aim, actKinds, type Plane, planeOfKind } from '../domain/acts.ts'
import { countedFrom, type DateOfAct, dateOf, effectsIn } from '../domain/evidence.ts'
import { type Day, lastDay } from '../domain/partial-date.ts'
import type { Database } from './database.ts'
import { alias, and, asc, desc, eq, gt, gte, lt, lte, or, sql } from './drizzle.ts'
import { assessmentsOf, type EvidenceOfAct, evidenceOf, isOneOf } from './evidence.ts'
import { comesAfter, counted, countRows, fewKnown, type Page, type Paged, paged } from './page.ts'
import { counts, type Pins, settled } from './pins.ts'
import { preparedById } from './prepared.ts'
import { actEvidence, acts, actTargets, speakers, statements, states, treaties } from './tables.ts'

export type ActFilter = {
  treaty?: string
  state?: string
  kind?: ActKind
  plane?: Plane
  aim?: Aim
  actor?: string
  minIndependentSources?: number
  from?: Day
  to?: Day
  dateMatch?: 'certain' | 'possible'
}

/** An act as the record tells it under the pins: its date and evidence, and the acts it answers or that answer it. */
export type ActFound = {
  id: string
  kind: ActKind
  plane: Plane
  aim: Aim | null
  treaty: { id: string; name: string }
  state: { id: string; name: string } | null
  actor: { id: string; name: string } | null
  effective: string | null
  summary: string
  date: DateOfAct
  targets: { id: string; name: string }[]
  targetedBy: { id: string; name: string }[]
  evidence: EvidenceOfAct[]
}

const columns = {
  id: acts.id,
  kind: acts.kind,
  aim: acts.aim,
  treaty: { id: treaties.id, name: treaties.shortName },
  state: { id: states.id, name: states.name },
  actor: { id: speakers.id, name: speakers.name },
  effective: acts.effective,
  summary: acts.summary,
  sortDay: acts.sortDay,
}

const select = (database: Database) =>
  database
    .select(columns)
    .from(acts)
    .innerJoin(treaties, eq(treaties.id, acts.treaty))
    .leftJoin(states, eq(states.id, acts.state))
    .leftJoin(speakers, eq(speakers.id, acts.actor))

/** The acts with these ids, whole, in the order of lists: which they are is found before, in an index, without what belongs to them. */
const these = preparedById((database, ids) =>
  select(database).where(isOneOf(acts.id, ids)).orderBy(asc(acts.sortDay), asc(acts.id)),
)

/** The statements that support acts and count under the pins, as a table to select from. */
const supportUnder = (pins: Pins) =>
  sql`${actEvidence} JOIN ${statements} ON ${statements.id} = ${actEvidence.statement} WHERE ${actEvidence.relation} = 'supports' AND ${counts(pins)}`

/** The evidence of an act that counts under the pins, as a table to select from. */
export const evidenceUnder = (pins: Pins) => sql`${supportUnder(pins)} AND ${actEvidence.act} = ${acts.id}`

/** The condition that an act has evidence that counts. */
function isSupported(database: Database, pins: Pins, treaty: string | undefined): SQL {
  if (pins.accordingTo === 'all') return sql`${acts.knownFrom} <= ${pins.knownOn}`
  // From what a few sources say to the acts; where they say much, or the acts are few, from each act to what is said of it.
  const few = () => {
    const told = countRows(database, statements, counts({ ...pins, knownOn: lastDay }))
    return told <= fewOfAll * countRows(database, statements, undefined)
  }
  return treaty === undefined && few()
    ? sql`${acts.id} IN (SELECT ${actEvidence.act} FROM ${supportUnder(pins)})`
    : sql`EXISTS (SELECT 1 FROM ${evidenceUnder(pins)})`
}

/**
 * Sources that make up to this share of all statements say little. In a record of half a million acts, what articles and
 * reports support, a fiftieth of all, is found from their statements in 40 ms, and in 1,300 ms act by act, since it comes
 * last in the order of lists; what the depositary's lists support, nearly all, in 1,800 ms and in 2 ms.
 */
const fewOfAll = 0.1

/** The condition that an act has evidence that counts, and had none of it on a day before. */
export function isSupportedAfter(since: Day, pins: Pins): SQL {
  if (pins.accordingTo === 'all') return sql`(${acts.knownFrom} > ${since} AND ${acts.knownFrom} <= ${pins.knownOn})`
  const toldSince = sql`SELECT ${actEvidence.act} FROM ${supportUnder(pins)} AND ${statements.knownLatest} > ${since}`
  return sql`(${acts.id} IN (${toldSince}) AND NOT EXISTS (SELECT 1 FROM ${evidenceUnder({ ...pins, knownOn: since })}))`
}

/** Whether all that supports an act counts, so that its date is that of its row. */
const isWholeUnder = ({ knownOn, accordingTo }: Pins): SQL | undefined =>
  accordingTo === 'all' ? sql`${acts.knownWhole} <= ${knownOn}` : undefined

export function listActs(database: Database, filter: ActFilter, pins: Pins, page: Page): Paged<ActFound> {
  const known = settled(database, pins)
  const found = isByState(filter)
    ? idsOfState(database, filter, known, page)
    : idsOfParts(database, filter, known, page)
  const ids = found.map(({ id }) => id)
  const rows = these(database, ids)
  const { rows: shown, ...rest } = paged(rows, countActs(database, filter, known), page, ({ sortDay, id }) => [
    sortDay,
    id,
  ])
  return { ...rest, rows: withEvidence(database, shown, pins) }
}

function idsOfParts(database: Database, filter: ActFilter, pins: Pins, page: Page): { id: string }[] {
  // Where many are known by the day, the first of them are found sooner in the order of lists than by the day.
  const many = pins.accordingTo === 'all' && countActs(database, {}, pins) > fewKnown
  const inOrder = matching(database, filter, pins, many ? sql`+${acts.knownFrom} <= ${pins.knownOn}` : undefined)
  const ids: { id: string }[] = []
  for (const { lies, byIndex } of partsOfWindow(filter, pins))
    if (ids.length <= page.limit)
      ids.push(
        ...database
          .select({ id: acts.id })
          .from(acts)
          .where(and(inOrder, lies, comesAfter([acts.sortDay, acts.id], page)))
          // Not in the order of an index, where what is looked for is rare in that order.
          .orderBy(...(byIndex ? [asc(acts.sortDay), asc(acts.id)] : [sql`+${acts.sortDay}`, asc(acts.id)]))
          .limit(page.limit + 1 - ids.length)
          .all(),
      )
  return ids
}

/** Of all treaties a state's acts stand together, in the order of lists. */
type OfState = ActFilter & { state: string }
const isByState = (filter: ActFilter): filter is OfState => filter.state !== undefined && filter.treaty === undefined

/** The acts of a state as a table to select from, each with its row, and what is told of them without it. */
const ofState = sql`acts_by_state CROSS JOIN ${acts} ON ${acts.id} = acts_by_state.act`
const isOf = ({ state }: OfState, { knownOn, accordingTo }: Pins) =>
  and(
    sql`acts_by_state.state = ${state}`,
    accordingTo === 'all' ? sql`acts_by_state.known_from <= ${knownOn}` : undefined,
  )

function idsOfState(database: Database, filter: OfState, pins: Pins, page: Page): { id: string }[] {
  const [sortDay, act] = [sql`acts_by_state.sort_day`, sql<string>`acts_by_state.act`]
  const mayLie = pins.accordingTo === 'all' ? or(sql`acts_by_state.one_day = 0`, liesOn(sortDay, filter)) : undefined
  return database
    .select({ id: act })
    .from(ofState)
    .where(
      and(
        isOf(filter, pins),
        liesOn(sortDay, filter) && mayLie,
        matching(database, { ...filter, state: undefined }, pins),
        comesAfter([sortDay, act], page),
      ),
    )
    .orderBy(sortDay, act)
    .limit(page.limit + 1)
    .all()
}

/** The condition that a day lies in the window. */
const liesOn = (day: SQL, { from, to }: ActFilter): SQL | undefined =>
  and(from === undefined ? undefined : sql`${day} >= ${from}`, to === undefined ? undefined : sql`${day} <= ${to}`)

/**
 * How many acts match. Of most lists those that lie on one day are counted without their rows, by days or in the table of
 * their state, and only the others are looked at.
 */
function countActs(database: Database, filter: ActFilter, pins: Pins): number {
  const { state, kind, plane, from: _, to: __, dateMatch: ___, ...others } = filter
  const ofSort = kind !== undefined || plane !== undefined
  const byDays = pins.accordingTo === 'all' && Object.values(others).every((other) => other === undefined)
  if (isByState(filter)) {
    const rest = and(isOf(filter, pins), matching(database, { ...filter, state: undefined }, pins))
    if (!byDays || ofSort) return countRows(database, ofState, rest)
    const oneDay = and(isOf(filter, pins), sql`one_day = 1`, liesOn(sql`sort_day`, filter))
    return (
      countRows(database, sql`acts_by_state`, oneDay) +
      countRows(database, ofState, and(sql`acts_by_state.one_day = 0`, rest))
    )
  }
  const where = matching(database, filter, pins)
  if (!byDays || state !== undefined) return countRows(database, acts, where)
  const kinds: string[] = actKinds.filter(
    (one) => (kind === undefined || one === kind) && (plane === undefined || planeOfKind[one] === plane),
  )
  const oneDay = and(
    ofSort ? sql`kind IN ${kinds}` : sql`kind = 'any'`,
    liesOn(sql`sort_day`, filter),
    sql`known_from <= ${pins.knownOn}`,
  )
  const days = database.select({ count: sql<number>`coalesce(sum(acts), 0)` }).from(sql`acts_counted`).where(oneDay)
  return counted(database, days) + countRows(database, acts, and(isFoundInexact, where))
}

/** The acts of which evidence came last, newest first. */
export function newestActs(database: Database, filter: ActFilter, pins: Pins, limit: number): ActFound[] {
  const whole = isWholeUnder(pins)
  const among = matching(database, filter, pins)
  const order = (learnt: SQL | typeof acts.knownWhole) => [desc(learnt), desc(acts.sortDay), asc(acts.id)]
  const newest = (where: SQL | undefined, learnt: SQL | typeof acts.knownWhole) =>
    database
      .select({ id: acts.id })
      .from(acts)
      .where(and(among, where))
      .orderBy(...order(learnt))
      .limit(limit)
      .all()
  const learntOf = sql`(SELECT max(${statements.knownLatest}) FROM ${evidenceUnder(pins)})`
  const notWhole = sql`(${acts.knownWhole} > ${pins.knownOn} OR ${acts.knownWhole} IS NULL)`
  // Of nearly all acts the day stands in their row, where an index has it.
  const found = whole ? [...newest(whole, acts.knownWhole), ...newest(notWhole, learntOf)] : newest(undefined, learntOf)
  const ids = found.map(({ id }) => id)
  const rows = select(database)
    .where(isOneOf(acts.id, ids))
    .orderBy(...order(learntOf))
    .limit(limit)
    .all()
  return withEvidence(database, rows, pins)
}

/** The condition that an act meets the filter and has evidence that counts. */
function matching(
  database: Database,
  filter: ActFilter,
  pins: Pins,
  supported = isSupported(database, pins, filter.treaty),
): SQL | undefined {
  return and(
    filter.treaty === undefined ? undefined : eq(acts.treaty, filter.treaty),
    filter.state === undefined ? undefined : concerns(filter.state, filter.treaty),
    filter.kind && eq(acts.kind, filter.kind),
    filter.plane &&
      sql`${acts.kind} IN (${sql.join(
        actKinds.filter((kind) => planeOfKind[kind] === filter.plane).map((kind) => sql`${kind}`),
        sql`, `,
      )})`,
    filter.aim && eq(acts.aim, filter.aim),
    filter.actor === undefined ? undefined : eq(acts.actor, filter.actor),
    filter.minIndependentSources === undefined ? undefined : gte(acts.independentSources, filter.minIndependentSources),
    liesInWindow(filter, pins),
    supported,
  )
}

/** An act is a state's where the state did it, or where it answers an act of the state. */
function concerns(state: string, treaty: string | undefined): SQL {
  const own = alias(acts, 'own')
  const answered = sql`${acts} AS ${sql.identifier('own')} JOIN ${actTargets} ON ${actTargets.target} = ${own.id} WHERE ${own.state} = ${state}`
  // Of one treaty each act is looked at; of all, those of the state are found in an index.
  return treaty === undefined
    ? sql`(${acts.state} = ${state} OR ${acts.id} IN (SELECT ${actTargets.act} FROM ${answered}))`
    : sql`(${acts.state} = ${state} OR EXISTS (SELECT 1 FROM ${answered} AND ${actTargets.act} = ${acts.id}))`
}

/** The condition by which the index `acts_inexact` holds an act: it does not lie on one day, the same on every day of knowledge. */
const isIndexedInexact = sql`(${acts.earliest} IS NOT ${acts.latest} OR ${acts.knownFrom} IS NOT ${acts.knownWhole} OR ${acts.earliest} IS NULL)`

/** The same condition, for who looks through that index alone. */
const isFoundInexact = sql`${acts}.rowid IN (SELECT rowid FROM ${acts} WHERE ${isIndexedInexact})`

/** The condition that an act does not lie under the pins on the one day that its row has: on a span, on no known day, or on another. */
const isInexactUnder = ({ knownOn }: Pins): SQL | undefined =>
  and(
    isIndexedInexact,
    sql`(${acts.earliest} IS NOT ${acts.latest} OR ${acts.earliest} IS NULL OR coalesce(${acts.knownWhole} > ${knownOn}, 1))`,
  )

/**
 * The parts in which a list of a time is read, one after the other: before the time and after it only what has no exact
 * day can touch it, and that is found in an index of its own.
 */
function partsOfWindow({ from, to }: ActFilter, pins: Pins): { lies: SQL | undefined; byIndex: boolean }[] {
  if (pins.accordingTo !== 'all' || (from === undefined && to === undefined))
    return [{ lies: undefined, byIndex: true }]
  const during = liesOn(sql`${acts.sortDay}`, { from, to })
  const outside = (there: SQL) => ({ lies: and(isFoundInexact, there, isInexactUnder(pins)), byIndex: false })
  const before = from === undefined ? [] : [outside(lt(acts.sortDay, from))]
  const after = to === undefined ? [] : [outside(gt(acts.sortDay, to))]
  return [...before, { lies: during, byIndex: true }, ...after]
}

/**
 * Whether the act's date lies in the window: possibly, where its span touches it; certainly, where the span lies inside.
 * The span is that of the act's date as `dateOf` reads it: of the assessed date where its evidence counts under the pins,
 * otherwise the days that all dates left have in common, or, where they exclude each other, those from the first to the last.
 */
function liesInWindow(filter: ActFilter, pins: Pins): SQL | undefined {
  const { from, to, dateMatch = 'possible' } = filter
  if (from === undefined && to === undefined) return undefined
  const touches = touchesWindow({ from, to, dateMatch }, pins)
  if (pins.accordingTo !== 'all') return touches
  const during = liesOn(sql`${acts.sortDay}`, filter)
  return and(touches, or(during, isInexactUnder(pins)))
}

function touchesWindow({ from, to, dateMatch }: ActFilter, pins: Pins): SQL | undefined {
  const rival = sql`max(${actEvidence.earliest}) > min(${actEvidence.latest})`
  const boundedBy = (ends: typeof actEvidence.earliest | typeof actEvidence.latest) =>
    sql`count(${actEvidence.date}) = count(${ends})`
  const end = (assessed: typeof acts.earliest | typeof acts.latest, first: SQL, last: SQL) =>
    sql`CASE WHEN ${isWholeUnder(pins) ?? sql`0`} THEN ${assessed} ELSE (SELECT CASE WHEN sum(${actEvidence.date} = ${acts.date}) THEN ${assessed} WHEN ${rival} THEN ${first} ELSE ${last} END FROM ${evidenceUnder(pins)}) END`
  const earliest = end(
    acts.earliest,
    sql`CASE WHEN ${boundedBy(actEvidence.earliest)} THEN min(${actEvidence.earliest}) END`,
    sql`max(${actEvidence.earliest})`,
  )
  const latest = end(
    acts.latest,
    sql`CASE WHEN ${boundedBy(actEvidence.latest)} THEN max(${actEvidence.latest}) END`,
    sql`min(${actEvidence.latest})`,
  )
  if (dateMatch === 'certain')
    return and(
      from === undefined ? undefined : sql`${earliest} >= ${from}`,
      to === undefined ? undefined : sql`${latest} <= ${to}`,
    )
  return and(
    from === undefined ? undefined : sql`coalesce(${latest} >= ${from}, 1)`,
    to === undefined ? undefined : sql`coalesce(${earliest} <= ${to}, 1)`,
  )
}

/** The latest acts on a treaty that had possibly been done by `asOf`, newest first. */
export function latestActs(database: Database, treaty: string, asOf: Day, pins: Pins, limit: number): ActFound[] {
  const rows = select(database)
    .where(and(eq(acts.treaty, treaty), lte(acts.sortDay, asOf), isSupported(database, pins, treaty)))
    .orderBy(desc(acts.sortDay), asc(acts.id))
    .limit(limit)
    .all()
  return withEvidence(database, rows, pins)
}

export function findAct(database: Database, id: string, pins: Pins): ActFound | undefined {
  const [found] = withEvidence(database, these(database, [id]), pins)
  return found?.evidence.length ? found : undefined
}

type ActRow = Omit<ActFound, 'plane' | 'date' | 'targets' | 'targetedBy' | 'evidence'> & { sortDay: string }

/** Which acts answer which: those that stand in one column of the table, by the ids in the other. */
const answering = (of: typeof actTargets.act | typeof actTargets.target, wanted: typeof of) =>
  preparedById((database, ids) =>
    database
      .select({ act: actTargets.act, target: actTargets.target, name: acts.summary })
      .from(actTargets)
      .innerJoin(acts, eq(acts.id, wanted))
      .where(isOneOf(of, ids))
      .orderBy(asc(wanted)),
  )
const targetsOf = answering(actTargets.act, actTargets.target)
const answersTo = answering(actTargets.target, actTargets.act)

function withEvidence(database: Database, rows: ActRow[], pins: Pins): ActFound[] {
  const ids = rows.map(({ id }) => id)
  const assessments = assessmentsOf(database, ids, pins)
  const links = targetsOf(database, ids)
  const answers = answersTo(database, ids)
  // Read with the evidence of the acts themselves: an act that the pins leave out is not linked to either.
  const linked = [...links.map(({ target }) => target), ...answers.map(({ act }) => act)]
  const evidence = evidenceOf(database, [...ids, ...linked], pins)
  return rows.map(({ sortDay: _, ...row }) => ({
    ...row,
    plane: planeOfKind[row.kind],
    date: dateOf(evidence.get(row.id) ?? [], assessments.get(row.id)),
    // The recorded day is left out with the sources that give it.
    effective: countedFrom(
      effectsIn(evidence.get(row.id) ?? [], row.effective),
      pins.accordingTo === 'all' ? row.effective : null,
    ).effective,
    targets: links
      .filter(({ act, target }) => act === row.id && evidence.has(target))
      .map(({ target, name }) => ({ id: target, name })),
    targetedBy: answers
      .filter(({ act, target }) => target === row.id && evidence.has(act))
      .map(({ act, name }) => ({ id: act, name })),
    evidence: evidence.get(row.id) ?? [],
  }))
}
