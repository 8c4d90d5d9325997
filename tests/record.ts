import { fillDatabase } from '../src/seed/build.ts'
import { compileSeed } from '../src/seed/compile.ts'
import { readSeed } from '../src/seed/read.ts'
import { createDatabase, type Database } from '../src/storage/database.ts'
import type { Snapshot } from '../src/storage/snapshot.ts'

/** The project's own seed, as rows. */
export const rowsOfSeed = () => compileSeed(readSeed('seed'))

/** The project's own record, in a fresh SQLite database in memory. */
export function databaseOfSeed(): Database {
  const database = createDatabase()
  fillDatabase(database, rowsOfSeed(), 'tests')
  return database
}

/** The project's own record as a snapshot that can be served. */
export function recordInMemory(): Snapshot {
  const database = createDatabase()
  const id = fillDatabase(database, rowsOfSeed(), 'tests')
  return { database, id, inputs: 'tests', builtAt: new Date('2025-07-01T00:00:00Z'), file: 'in memory' }
}
