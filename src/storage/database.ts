import Sqlite from 'better-sqlite3'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { inProject } from '../project.ts'
import { drizzle, migrate } from './drizzle.ts'
import * as tables from './tables.ts'

/** A record in SQLite, through drizzle; `$client` is the connection itself. */
export type Database = BetterSQLite3Database<typeof tables> & { $client: Sqlite.Database }

/** Creates an empty database with the record's tables, at `path` or in memory. */
export function createDatabase(path = ':memory:'): Database {
  const client = new Sqlite(path)
  client.pragma('foreign_keys = ON')
  const database = drizzle(client, { schema: tables })
  migrate(database, { migrationsFolder: inProject('migrations') })
  return database
}

/** Opens a finished snapshot for reading only. Throws where there is none. */
export function openDatabase(path: string): Database {
  const client = new Sqlite(path, { readonly: true, fileMustExist: true })
  client.pragma('query_only = ON')
  // The system has the file in its own cache: lists were no slower with one megabyte of pages here than with four, nor with
  // four than with sixteen.
  client.pragma('cache_size = -1000')
  return drizzle(client, { schema: tables })
}

/** What SQLite or the system has said of a fault, which Drizzle wraps in an error of its own. */
export const faultBelow = (error: unknown) => ((error as Error).cause ?? error) as Error & { code?: string }
