import { readFileSync } from 'node:fs'
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api'
import { getTableColumns, is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, test } from 'vitest'
import { createDatabase } from '../../src/storage/database.ts'
import { derivedTables } from '../../src/storage/snapshot.ts'
import * as tables from '../../src/storage/tables.ts'

const database = createDatabase()
const all = <T>(sql: string) => database.$client.prepare(sql).all() as T[]

const written = Object.values(tables)
  .filter((table) => is(table, SQLiteTable))
  .map((table) => ({ name: getTableConfig(table).name, columns: Object.values(getTableColumns(table)) }))

/** The tables of a migrated database that are the record's own, not SQLite's, drizzle's or those behind the full-text indices. */
const made = all<{ name: string; type: string; strict: number }>('PRAGMA table_list').filter(
  ({ name, type }) => type !== 'shadow' && !/^(sqlite_|__drizzle_)/.test(name),
)

test('the migrations, taken together, are the tables as the code writes them', async () => {
  const journal = JSON.parse(readFileSync('migrations/meta/_journal.json', 'utf8'))
  const latest = String(journal.entries.at(-1).idx).padStart(4, '0')
  const before = JSON.parse(readFileSync(`migrations/meta/${latest}_snapshot.json`, 'utf8'))
  const now = await generateSQLiteDrizzleJson(tables, before.id)
  expect(await generateSQLiteMigration(before, now)).toEqual([])
})

test('a migrated database has the tables of the code, and no others', () => {
  const known = [...written, ...derivedTables].map(({ name }) => name)
  expect(made.map(({ name }) => name).sort()).toEqual(known.sort())
})

test.each(derivedTables)('the columns of $name are those that a server asks a record for', ({ name, columns }) => {
  const found = all<{ name: string }>(`PRAGMA table_info(${name})`).map(({ name }) => ({ name }))
  expect(found).toEqual(columns)
})

test.each(written)('the columns of $name are those of the code', ({ name, columns }) => {
  const info = all<{ name: string; type: string; notnull: number; pk: number }>(`PRAGMA table_info(${name})`)
  const found = info.map(({ name, type, notnull }) => ({ name, type: type.toLowerCase(), notNull: notnull === 1 }))
  const expected = columns.map((column) => ({ name: column.name, type: column.getSQLType(), notNull: column.notNull }))
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)
  expect(found.sort(byName)).toEqual(expected.sort(byName))
})

describe('every table is strict', () => {
  test.each(made.filter(({ type }) => type === 'table'))('$name refuses a value of another type', ({ strict }) => {
    expect(strict).toBe(1)
  })
})

test('foreign keys are enforced', () => {
  expect(all('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }])
})
