import type { Placeholder } from 'drizzle-orm'
import { once } from '../domain/once.ts'
import type { Database } from './database.ts'
import { sql } from './drizzle.ts'
import { noPins, type Pins } from './pins.ts'

/** What stands in a query for values that are given when it is run: the ids whose rows it reads, and the pins. */
type Given = { ids: Placeholder; pins: { knownOn: Placeholder; accordingTo: 'all' | Placeholder } }

type Query = { prepare: () => { all: (values: Record<string, unknown>) => unknown } }

/**
 * A query for what belongs to some ids under pins, written and compiled once for each database: that takes longer than to run
 * it for a few of them. Where the pins name sources it is another query than where they name none.
 */
export function preparedById<Q extends Query>(query: (database: Database, given: Given) => Q) {
  type Rows = ReturnType<ReturnType<Q['prepare']>['all']>
  const [ids, knownOn] = [sql.placeholder('ids'), sql.placeholder('knownOn')]
  const compiled = (accordingTo: 'all' | Placeholder) =>
    once((database: Database) => query(database, { ids, pins: { knownOn, accordingTo } }).prepare())
  const [amongAll, amongNamed] = [compiled('all'), compiled(sql.placeholder('accordingTo'))]
  return (database: Database, of: string[], { knownOn, accordingTo }: Pins = noPins): Rows => {
    const prepared = (accordingTo === 'all' ? amongAll : amongNamed)(database)
    return prepared.all({ ids: JSON.stringify(of), knownOn, accordingTo: JSON.stringify(accordingTo) }) as Rows
  }
}
