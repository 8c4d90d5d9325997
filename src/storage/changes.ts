import type { Day } from '../domain/partial-date.ts'
import type { Database } from './database.ts'
import { and, asc, eq, gt, lte, max, min, sql } from './drizzle.ts'
import { factsOf, type Thing, type ThingKind, thingKinds } from './facts.ts'
import { readLately } from './lately.ts'
import { countRows } from './page.ts'
import { counts, type Pins, settled } from './pins.ts'
import type { Snapshot } from './snapshot.ts'
import { actEvidence, acts, sources, statements } from './tables.ts'

export const changeKinds = ['added', 'corrected', 'withdrawn'] as const
export type ChangeKind = (typeof changeKinds)[number]

type Value = string | number | null
/** What became of one thing; `facts` are those that changed, of a thing withdrawn all that it stated, of one added none. */
export type Change = {
  change: ChangeKind
  kind: ThingKind
  id: string
  name: string
  treaty: string | null
  known: Day | null
  facts: { name: string; before: Value; after: Value }[]
}

const compared = new WeakMap<Snapshot, Map<string, Change[]>>()

/** {@link changesBetween} an older record and the one that is served, computed once for each pair. */
export function changesSince(now: Snapshot, id: string, before: Database): Change[] {
  const known = compared.get(now) ?? new Map<string, Change[]>()
  compared.set(now, known)
  const found = known.get(id) ?? changesBetween(before, now.database)
  known.set(id, found)
  return found
}

/** What was added, corrected and withdrawn from one record to another, thing by thing, in the order of kinds and ids. */
export function changesBetween(before: Database, after: Database): Change[] {
  const [old, now] = [factsOf(before), factsOf(after)]
  const changes: Change[] = []
  for (const [key, thing] of now) {
    const was = old.get(key)
    const facts = was ? differences(was.facts, thing.facts) : []
    if (!was || facts.length > 0) changes.push(changeOf(was ? 'corrected' : 'added', thing, facts))
  }
  for (const [key, thing] of old)
    if (!now.has(key)) changes.push(changeOf('withdrawn', thing, differences(thing.facts, new Map())))
  return inOrder(changes)
}

function differences(before: Thing['facts'], after: Thing['facts']): Change['facts'] {
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names]
    .map((name) => ({ name, before: before.get(name) ?? null, after: after.get(name) ?? null }))
    .filter((fact) => fact.before !== fact.after)
}

function changeOf(change: ChangeKind, { kind, id, facts: stated }: Thing, facts: Change['facts']): Change {
  const text = (name: string) => stated.get(name)?.toString()
  const name = text('summary') ?? text('name') ?? text('title') ?? text('publisher') ?? id
  return { change, kind, id, name, treaty: kind === 'treaty' ? id : (text('treaty') ?? null), known: null, facts }
}

function inOrder(changes: Change[]): Change[] {
  const rank = ({ kind }: Change) => thingKinds.indexOf(kind)
  return changes.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
}

/** How many statements and acts became known after a day and by another, whoever tells of them: that is read in indices. */
export function countKnownAfter(database: Database, since: Day, knownOn: Day): number {
  return (
    countRows(database, statements, and(gt(statements.knownLatest, since), lte(statements.knownLatest, knownOn))) +
    countRows(database, acts, and(gt(acts.knownFrom, since), lte(acts.knownFrom, knownOn)))
  )
}

/** What became known after a day and counts under the pins: sources, statements, and acts that nothing had told of before. */
export function knownAfter(database: Database, since: Day, pins: Pins): Change[] {
  const { knownOn } = settled(database, pins)
  const published = database
    .select({ day: max(sources.publishedLatest) })
    .from(sources)
    .where(lte(sources.publishedLatest, pins.knownOn))
    .get()?.day
  return readKnownAfter(database, since, { ...pins, knownOn: published && published > knownOn ? published : knownOn })
}

/** What was read lately, since it is asked for page by page: as many changes in all. */
const readKnownAfter = readLately(50_000, readAfter, ({ length }) => length)

function readAfter(database: Database, since: Day, pins: Pins): Change[] {
  const added = (
    kind: ThingKind,
    rows: { id: string; name: string | null; treaty: string | null; known: Day | null }[],
  ) =>
    rows.map(
      ({ id, name, treaty, known }): Change => ({
        change: 'added',
        kind,
        id,
        name: name ?? id,
        treaty,
        known,
        facts: [],
      }),
    )
  const known = min(statements.knownLatest)
  const nothing = sql<null>`NULL`
  return inOrder([
    ...added(
      'source',
      database
        .select({
          id: sources.id,
          name: sql<string | null>`coalesce(${sources.title}, ${sources.publisher})`,
          treaty: nothing,
          known: sources.publishedLatest,
        })
        .from(sources)
        .where(
          and(
            gt(sources.publishedLatest, since),
            lte(sources.publishedLatest, pins.knownOn),
            sql`EXISTS (SELECT 1 FROM ${statements} WHERE ${statements.source} = ${sources.id} AND ${counts(pins)})`,
          ),
        )
        .all(),
    ),
    ...added(
      'statement',
      database
        .select({
          id: statements.id,
          name: statements.summary,
          treaty: statements.treaty,
          known: statements.knownLatest,
        })
        .from(statements)
        .innerJoin(sources, eq(sources.id, statements.source))
        .where(and(gt(statements.knownLatest, since), counts(pins)))
        .all(),
    ),
    ...added(
      'act',
      database
        .select({ id: acts.id, name: acts.summary, treaty: acts.treaty, known })
        .from(acts)
        .innerJoin(actEvidence, eq(actEvidence.act, acts.id))
        .innerJoin(statements, eq(statements.id, actEvidence.statement))
        .innerJoin(sources, eq(sources.id, statements.source))
        .where(and(sql`(${acts.knownWhole} > ${since} OR ${acts.knownWhole} IS NULL)`, counts(pins)))
        .groupBy(acts.id)
        .having(gt(known, since))
        .orderBy(asc(acts.id))
        .all(),
    ),
  ])
}
