import { hash } from 'node:crypto'
import type { Query, SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { once } from '../domain/once.ts'
import type { Database } from './database.ts'
import { sql } from './drizzle.ts'
import { lately } from './lately.ts'

/** A part of a list: at most `limit` rows, those after the row with the keys `after`. */
export type Page = { limit: number; after: string[] | undefined }

/** The rows of a page, how many rows the filters match in all, and the keys from which the next page goes on. */
export type Paged<T> = { rows: T[]; total: number; next: string[] | undefined }

/** The row after which a page would begin is not in the list, and its key alone does not say where it would stand. */
export class PlaceGone extends Error {}

/** The condition that a row comes after the page's keys in the order of `columns`. */
export function comesAfter(columns: (SQLiteColumn | SQL)[], { after }: Page): SQL | undefined {
  if (after === undefined) return undefined
  return sql`(${sql.join(columns, sql`, `)}) > (${sql.join(
    after.map((key) => sql`${key}`),
    sql`, `,
  )})`
}

/** Cuts the row that was read beyond the limit, and says from where the next page goes on. */
export function paged<T>(rows: T[], total: number, { limit }: Page, keysOf: (row: T) => string[]): Paged<T> {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { rows: rows.slice(0, limit), total, next: last && keysOf(last) }
}

/**
 * Up to so many rows known by a day, the first of a list are found by that day and sorted, in some 2 ms, in a record of ten
 * thousand acts as in one of half a million. Of more, the list's own order is faster. The bound is a judgement, from that one
 * measurement.
 */
export const fewKnown = 5000

/** How many rows of a table, or of tables joined, meet the condition. */
export function countRows(database: Database, table: SQLiteTable | SQL, where: SQL | undefined): number {
  return counted(database, database.select({ count: sql<number>`count(*)` }).from(table).where(where))
}

/** What a query counts; kept for what is asked for lately, since a snapshot never changes. */
export function counted(
  database: Database,
  query: { get: () => { count: number } | undefined; toSQL: () => Query },
): number {
  const { sql, params } = query.toSQL()
  // A digest, because a query is a kilobyte of text.
  return countsOf(database)(hash('sha256', JSON.stringify([sql, params])), () => query.get()?.count ?? 0)
}

const countsOf = once((_: Database) => lately<number>(4096))

/** A page of a list that is at hand whole, each row with a key of its own. Throws {@link PlaceGone}. */
export function pageOf<T>(all: T[], page: Page, keyOf: (row: T) => string): Paged<T> {
  const after = page.after?.[0]
  const from = after === undefined ? 0 : all.findIndex((row) => keyOf(row) === after) + 1
  if (after !== undefined && from === 0) throw new PlaceGone()
  return paged(all.slice(from, from + page.limit + 1), all.length, page, (row) => [keyOf(row)])
}
