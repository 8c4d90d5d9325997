import type { SourceKind } from '../domain/evidence.ts'
import { once } from '../domain/once.ts'
import type { Database } from './database.ts'
import { and, asc, eq, ne, sql } from './drizzle.ts'
import { readLately } from './lately.ts'
import { comesAfter, countRows, type Page, type Paged, paged } from './page.ts'
import type { Pins } from './pins.ts'
import { sourceArguments, sources, statements } from './tables.ts'

export type Source = typeof sources.$inferSelect & { because: string[]; statements: number }
export type SourceFilter = { kind?: SourceKind }

function whole(database: Database, row: typeof sources.$inferSelect): Source {
  const because = database
    .select({ argument: sourceArguments.argument })
    .from(sourceArguments)
    .where(eq(sourceArguments.source, row.id))
    .orderBy(asc(sourceArguments.position))
    .all()
    .map(({ argument }) => argument)
  return { ...row, because, statements: countRows(database, statements, eq(statements.source, row.id)) }
}

export function listSources(database: Database, filter: SourceFilter, page: Page): Paged<Source> {
  const where = filter.kind && eq(sources.kind, filter.kind)
  const rows = database
    .select()
    .from(sources)
    .where(and(where, comesAfter([sources.id], page)))
    .orderBy(asc(sources.id))
    .limit(page.limit + 1)
    .all()
  const total = countRows(database, sources, where)
  return paged(
    rows.map((row) => whole(database, row)),
    total,
    page,
    ({ id }) => [id],
  )
}

export const findSource = readLately(200, (database: Database, id: string): Source | undefined => {
  const row = database.select().from(sources).where(eq(sources.id, id)).get()
  return row && whole(database, row)
})

export const allSourceIds = once((database: Database): string[] =>
  database
    .select({ id: sources.id })
    .from(sources)
    .orderBy(asc(sources.id))
    .all()
    .map(({ id }) => id),
)

/** How many sources of each kind the record rests on. */
export function sourcesByKind(database: Database): { kind: SourceKind; sources: number }[] {
  return database
    .select({ kind: sources.kind, sources: sql<number>`count(*)` })
    .from(sources)
    .groupBy(sources.kind)
    .orderBy(asc(sources.kind))
    .all()
}

/**
 * The articles and reports that the pins leave out although the date they print is not later: published, as assessed,
 * only after the day.
 */
export function sourcesAfter(database: Database, { knownOn, accordingTo }: Pins) {
  return publishedLater(database).filter(
    ({ id, kind, given, published }) =>
      given <= knownOn &&
      (published === null || published > knownOn) &&
      (accordingTo === 'all' || accordingTo.includes(id) || accordingTo.includes(kind)),
  )
}

/** The articles and reports that were published, as assessed, after the date that they print; few, so read once. */
const publishedLater = once((database: Database) =>
  database
    .select({
      id: sources.id,
      publisher: sources.publisher,
      given: sources.dateGiven,
      assessed: sources.dateAssessed,
      kind: sources.kind,
      published: sources.publishedLatest,
    })
    .from(sources)
    .where(
      and(
        ne(sources.kind, 'depositary'),
        sql`coalesce(${sources.publishedLatest}, '9999-12-31') > ${sources.dateGiven}`,
      ),
    )
    .orderBy(asc(sources.id))
    .all()
    .flatMap(({ given, ...source }) => (given === null ? [] : [{ ...source, given }])),
)
