import type { SQL } from 'drizzle-orm'
import type { Day } from '../domain/partial-date.ts'
import { sql } from './drizzle.ts'
import { sources, statements } from './tables.ts'

/** Which evidence counts: what was published by `knownOn`, from the sources or kinds of source named, or from all. */
export type Pins = { knownOn: Day; accordingTo: string[] | 'all' }

/** The condition that a statement counts under the pins. */
export function counts({ knownOn, accordingTo }: Pins): SQL {
  const known = sql`${statements.knownLatest} <= ${knownOn}`
  if (accordingTo === 'all') return known
  const named = sql`(SELECT value FROM json_each(${JSON.stringify(accordingTo)}))`
  return sql`(${known} AND ${statements.source} IN (SELECT ${sources.id} FROM ${sources} WHERE ${sources.id} IN ${named} OR ${sources.kind} IN ${named}))`
}
