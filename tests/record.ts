import { readFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { inject } from 'vitest'
import { fillDatabase } from '../src/seed/build.ts'
import { compileSeed } from '../src/seed/compile.ts'
import { readSeed } from '../src/seed/read.ts'
import { createDatabase, type Database } from '../src/storage/database.ts'
import { drizzle } from '../src/storage/drizzle.ts'
import type { Snapshot } from '../src/storage/snapshot.ts'
import * as tables from '../src/storage/tables.ts'

/** The project's own seed, as rows. */
export const rowsOfSeed = () => compileSeed(readSeed('seed'))

/** The project's own record, in a fresh SQLite database in memory that may be written to. */
export function databaseOfSeed(): Database {
  const built = inject('record')
  if (built === null) {
    const database = createDatabase()
    fillDatabase(database, rowsOfSeed(), 'tests')
    return database
  }
  const client = new Sqlite(readFileSync(built))
  client.pragma('foreign_keys = ON')
  return drizzle(client, { schema: tables })
}

/** The project's own record as a snapshot that can be served. */
export function recordInMemory(): Snapshot {
  const database = databaseOfSeed()
  const { id } = database.select().from(tables.records).get() ?? { id: 'none' }
  return { database, id, inputs: 'tests', builtAt: new Date('2025-07-01T00:00:00Z'), file: 'in memory' }
}
