import type { SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Day } from '../domain/partial-date.ts'
import { evidenceUnder, isSupportedAfter } from './acts.ts'
import { type Change, keyOfChange } from './changes.ts'
import type { Database } from './database.ts'
import { and, asc, eq, gt, sql } from './drizzle.ts'
import { isOneOf } from './evidence.ts'
import type { ThingKind } from './facts.ts'
import { countRows, type Page, type Paged, PlaceGone, paged } from './page.ts'
import { counts, isAmong, type Pins, settled } from './pins.ts'
import { acts, sources, statements } from './tables.ts'

/** A kind of thing that becomes known: where those stand that did so after a day, and what is told of some of them. */
type Part = {
  kind: ThingKind
  table: SQL | typeof statements | typeof acts
  id: SQL<string> | typeof statements.id | typeof acts.id
  treaty?: typeof statements.treaty | typeof acts.treaty
  where: SQL | undefined
  told: (ids: string[]) => Told[]
}

/** What is told of a thing that became known. */
type Told = { id: string; name: string | null; treaty: string | null; known: Day | null }

/** What became known after a day and counts under the pins: sources, statements, and acts that nothing had supported before. */
export function listKnownAfter(
  database: Database,
  since: Day,
  pins: Pins,
  { kind, treaty }: { kind?: ThingKind; treaty?: string },
  page: Page,
): Paged<Change> {
  const parts = partsAfter(database, since, pins)
    .filter((part) => (kind === undefined || part.kind === kind) && (treaty === undefined || part.treaty !== undefined))
    .map((part) => ({
      ...part,
      where: and(part.where, treaty === undefined ? undefined : part.treaty && eq(part.treaty, treaty)),
    }))
  const [, afterKind, afterId] = /^(\w+):(.*)$/s.exec(page.after?.[0] ?? '') ?? []
  const rows: Change[] = []
  const first = parts.findIndex(({ kind }) => kind === afterKind)
  if (page.after !== undefined && first < 0) throw new PlaceGone()
  for (const part of parts.slice(Math.max(first, 0)))
    if (rows.length <= page.limit)
      rows.push(...read(database, part, page.limit + 1 - rows.length, part.kind === afterKind ? afterId : undefined))
  return paged(rows, countOf(database, parts), page, (row) => [keyOfChange(row)])
}

/** How many things became known after a day and count under the pins, of all kinds or of some. */
export const countKnownAfter = (database: Database, since: Day, pins: Pins, kinds?: ThingKind[]): number =>
  countOf(
    database,
    partsAfter(database, since, pins).filter(({ kind }) => kinds?.includes(kind) ?? true),
  )

const countOf = (database: Database, parts: Part[]) =>
  parts.reduce((sum, { table, where }) => sum + countRows(database, table, where), 0)

function read(database: Database, { kind, table, id, where, told }: Part, limit: number, after?: string): Change[] {
  // Not in the order of the ids' own index: in that order nearly all others may stand before what became known.
  const inOrder = sql`+${id}`
  const found = database
    .select({ id: sql<string>`${id}` })
    .from(table)
    .where(and(where, after === undefined ? undefined : sql`${inOrder} > ${after}`))
    .orderBy(inOrder)
    .limit(limit)
    .all()
  return told(found.map(({ id }) => id)).map(({ id, name, treaty, known }) => ({
    change: 'added',
    kind,
    id,
    name: name ?? id,
    treaty,
    known,
    facts: [],
  }))
}

function partsAfter(database: Database, since: Day, pins: Pins): Part[] {
  const known = settled(database, pins)
  return [
    {
      kind: 'source',
      table: sql`listed_sources`,
      id: sql`source`,
      where: and(
        sql`published_latest > ${since} AND published_latest <= ${pins.knownOn} AND known_from <= ${pins.knownOn}`,
        isAmong(sql`source`, pins),
      ),
      told: toldOf(database, sources, {
        id: sql`${sources.id}`,
        name: sql`coalesce(${sources.title}, ${sources.publisher})`,
        treaty: sql`NULL`,
        known: sql`${sources.publishedLatest}`,
      }),
    },
    {
      kind: 'statement',
      table: statements,
      id: statements.id,
      treaty: statements.treaty,
      where: and(gt(statements.knownLatest, since), counts(known)),
      told: toldOf(database, statements, {
        id: sql`${statements.id}`,
        name: sql`${statements.summary}`,
        treaty: sql`${statements.treaty}`,
        known: sql`${statements.knownLatest}`,
      }),
    },
    {
      kind: 'act',
      table: acts,
      id: acts.id,
      treaty: acts.treaty,
      where: isSupportedAfter(since, known),
      told: toldOf(database, acts, {
        id: sql`${acts.id}`,
        name: sql`${acts.summary}`,
        treaty: sql`${acts.treaty}`,
        known: sql`(SELECT min(${statements.knownLatest}) FROM ${evidenceUnder(known)})`,
      }),
    },
  ]
}

/** Tells of the things with some ids what columns of their table say, by id. */
const toldOf =
  (database: Database, table: SQLiteTable, columns: { [C in keyof Told]: SQL<Told[C]> }) =>
  (ids: string[]): Told[] =>
    database.select(columns).from(table).where(isOneOf(columns.id, ids)).orderBy(asc(columns.id)).all()
