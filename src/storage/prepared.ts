import type { Placeholder } from 'drizzle-orm'
import { once } from '../domain/once.ts'
import type { Database } from './database.ts'
import { sql } from './drizzle.ts'
import type { Pins } from './pins.ts'

// To write and compile a query takes longer than to run it for a few rows, so it is done once for each database, with these in
// the place of the values.
const [ids, knownOn, accordingTo] = ['ids', 'knownOn', 'accordingTo'].map((name) => sql.placeholder(name)) as [
  Placeholder,
  Placeholder,
  Placeholder,
]

type Query = { prepare: () => { all: (values: Record<string, unknown>) => unknown } }
type RowsOf<Q extends Query> = ReturnType<ReturnType<Q['prepare']>['all']>

/** A query for what belongs to some ids, which are given to it when it is run. */
export function preparedById<Q extends Query>(query: (database: Database, ids: Placeholder) => Q) {
  const prepared = once((database: Database) => query(database, ids).prepare())
  return (database: Database, of: string[]) => prepared(database).all({ ids: JSON.stringify(of) }) as RowsOf<Q>
}

/** Pins that a query is given when it is run; whether they name sources is known before, as it is another query then. */
type PinsLater = { knownOn: Placeholder; accordingTo: 'all' | Placeholder }

/** The same for what counts under pins. */
export function preparedUnderPins<Q extends Query>(
  query: (database: Database, ids: Placeholder, pins: PinsLater) => Q,
) {
  const amongAll = once((database: Database) => query(database, ids, { knownOn, accordingTo: 'all' }).prepare())
  const amongNamed = once((database: Database) => query(database, ids, { knownOn, accordingTo }).prepare())
  return (database: Database, of: string[], pins: Pins) => {
    const prepared = pins.accordingTo === 'all' ? amongAll(database) : amongNamed(database)
    const given = { ids: JSON.stringify(of), knownOn: pins.knownOn, accordingTo: JSON.stringify(pins.accordingTo) }
    return prepared.all(given) as RowsOf<Q>
  }
}
