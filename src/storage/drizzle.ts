import { createRequire } from 'node:module'

// Drizzle in its CommonJS form. Node 26 reads a package's whole package.json anew for each of its ES modules whose names
// end in .js; drizzle's is long and it has 150 of them: half a second and 150 MB at every start.
const require = createRequire(import.meta.url)

/** Drizzle's conditions and functions, as `drizzle-orm` exports them. */
export const { and, asc, desc, eq, getTableColumns, gt, gte, is, isNotNull, lt, lte, max, min, ne, or, sql } =
  require('drizzle-orm') as typeof import('drizzle-orm')

/** Drizzle's tables for SQLite, as `drizzle-orm/sqlite-core` exports them. */
export const { alias, check, getTableConfig, index, integer, primaryKey, SQLiteTable, sqliteTable, text } =
  require('drizzle-orm/sqlite-core') as typeof import('drizzle-orm/sqlite-core')

/** Drizzle over better-sqlite3. */
export const { drizzle } = require('drizzle-orm/better-sqlite3') as typeof import('drizzle-orm/better-sqlite3')

type Migrator = typeof import('drizzle-orm/better-sqlite3/migrator')

/** Brings an empty database up to the schema of the migrations; loaded where one is made, which a server does not. */
export const migrate: Migrator['migrate'] = (...given) =>
  (require('drizzle-orm/better-sqlite3/migrator') as Migrator).migrate(...given)
