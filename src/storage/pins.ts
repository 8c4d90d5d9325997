import type { Placeholder, SQL } from 'drizzle-orm'
import { once } from '../domain/once.ts'
import { type Day, lastDay } from '../domain/partial-date.ts'
import type { Database } from './database.ts'
import { lte, max, sql } from './drizzle.ts'
import { lately } from './lately.ts'
import { sources, statements } from './tables.ts'

/** Which evidence counts: what was published by `knownOn`, from the sources or kinds of source named, or from all. */
export type Pins = { knownOn: Day; accordingTo: string[] | 'all' }

/** Pins of which a query is written before their values are known. */
type PinsOfQuery = { knownOn: Day | Placeholder; accordingTo: string[] | 'all' | Placeholder }

/** The pins under which all evidence counts. */
export const noPins: Pins = { knownOn: lastDay, accordingTo: 'all' }

/**
 * The pins of a list with the last day on which anything became known by then: what counts is the same, and so is what was
 * counted on another day.
 */
export function settled(database: Database, { knownOn, accordingTo }: Pins): Pins {
  return { knownOn: lastKnownBy(database)(knownOn) ?? knownOn, accordingTo }
}

const lastKnownBy = once((database: Database) => {
  const found = database
    .select({ day: max(statements.knownLatest) })
    .from(statements)
    .where(lte(statements.knownLatest, sql.placeholder('knownOn')))
    .prepare()
  const foundLately = lately<Day | null>(100)
  return (knownOn: Day) => foundLately(knownOn, () => found.get({ knownOn })?.day ?? null)
})

/** The condition that a statement counts under the pins. */
export function counts({ knownOn, accordingTo }: PinsOfQuery): SQL {
  const known = sql`${statements.knownLatest} <= ${knownOn}`
  const among = isAmong(statements.source, { accordingTo })
  return among ? sql`(${known} AND ${among})` : known
}

/** The condition that a source is one of those that the pins name, or of a kind that they name; none where they name all. */
export function isAmong(
  source: SQL | typeof statements.source,
  { accordingTo }: Pick<PinsOfQuery, 'accordingTo'>,
): SQL | undefined {
  if (accordingTo === 'all') return undefined
  const named = sql`SELECT value FROM json_each(${asOneValue(accordingTo)})`
  // One after the other, not with OR: so each is found in an index, without a look at every source.
  return sql`${source} IN (${named} UNION ALL SELECT ${sources.id} FROM ${sources} WHERE ${sources.kind} IN (${named}))`
}

/** A list as one value of a query, which `json_each` reads. */
export const asOneValue = (list: (string | number)[] | Placeholder) =>
  Array.isArray(list) ? JSON.stringify(list) : list
