import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { getTableColumns, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, test } from 'vitest'
import { measureTable } from '../../src/http/formats/data-package.ts'
import { describedTables } from '../../src/storage/described.ts'
import * as tables from '../../src/storage/tables.ts'
import { recordInMemory } from '../record.ts'
import { expectProblem, get, send, snapshot } from './exchange.ts'

type Field = {
  name: string
  type: string
  description: string
  constraints?: { required?: true; unique?: true; enum?: string[] }
}
type Key = { fields: string[]; reference: { resource: string; fields: string[] } }
type Resource = {
  name: string
  title: string
  path: string
  bytes: number
  hash: string
  schema: { fields: Field[]; primaryKey: string[]; foreignKeys?: Key[] }
}
const described = await get('/v1/datapackage.json')
const resources: Resource[] = described.resources
const files = new Map(
  await Promise.all(resources.map(async ({ name, path }) => [name, await send(`/v1/${path}`)] as const)),
)
const rows = new Map(
  [...files].map(([name, { body }]) => [name, parse(body, { columns: true }) as Record<string, string>[]]),
)
const keyOf = (row: Record<string, string>, fields: string[]) => JSON.stringify(fields.map((name) => row[name]))

test('the package says which record it is, under which licence and from which sources', async () => {
  expect(described).toMatchObject({
    profile: 'tabular-data-package',
    name: 'pacta',
    version: snapshot.id,
    created: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T00:00:00Z$/),
    licenses: [{ name: 'CC0-1.0' }],
  })
  expect(described.description).toContain('Quoted words')
  expect(described.sources).toHaveLength((await get('/v1/sources?limit=1')).page.total)
})

test('every table and every column of the record is described', () => {
  const written = Object.values(tables).filter((table) => is(table, SQLiteTable))
  expect(describedTables).toHaveLength(written.length)
  expect(resources).toHaveLength(written.length)
  for (const { columns, description } of describedTables) {
    expect(description).toMatch(/\S\.$/)
    for (const { name, description } of columns)
      expect({ name, description }).toEqual({ name, description: expect.stringMatching(/\S\.$/) })
  }
  expect(describedTables.flatMap(({ columns }) => columns)).toHaveLength(
    written.flatMap((table) => Object.keys(getTableColumns(table))).length,
  )
})

describe.each(resources)(
  'the table $title',
  ({ name, title, bytes, hash, schema: { fields, primaryKey, foreignKeys = [] } }) => {
    const table = rows.get(name) ?? []

    test('is the file that the package describes', () => {
      const file = files.get(name)
      expect(file?.headers).toMatchObject({
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-length': String(bytes),
      })
      expect(file?.rawPayload.length).toBe(bytes)
      expect(
        `sha256:${createHash('sha256')
          .update(file?.rawPayload ?? '')
          .digest('hex')}`,
      ).toBe(hash)
      expect(file?.body).toMatch(/^[\w,]+\r\n/)
    })

    test('holds every row and every cell of the record, to the letter', () => {
      const stored = snapshot.database.$client.prepare(`SELECT * FROM "${title}" ORDER BY rowid`).all() as object[]
      // An empty cell is null, so no text of the record may be empty.
      expect(stored.flatMap((row) => Object.values(row)).filter((cell) => cell === '')).toEqual([])
      const cells = stored.map((row) =>
        Object.fromEntries(Object.entries(row).map(([column, value]) => [column, value === null ? '' : String(value)])),
      )
      expect(table).toEqual(cells)
    })

    test('keeps to its types, constraints and keys', () => {
      const pattern: Record<string, RegExp> = { date: /^\d{4}-\d{2}-\d{2}$/, integer: /^-?\d+$/, boolean: /^[01]$/ }
      for (const { name: column, type, constraints = {} } of fields) {
        const cells = table.map((row) => row[column] ?? '')
        const filled = cells.filter((cell) => cell !== '')
        if (constraints.required) expect(filled).toHaveLength(cells.length)
        if (constraints.unique) expect(new Set(filled).size).toBe(filled.length)
        if (constraints.enum) expect(constraints.enum).toEqual(expect.arrayContaining([...new Set(filled)]))
        expect(filled.filter((cell) => !(pattern[type] ?? /^/).test(cell))).toEqual([])
        if (type === 'object') for (const cell of filled) expect(JSON.parse(cell)).toBeTypeOf('object')
      }
      expect(new Set(table.map((row) => keyOf(row, primaryKey))).size).toBe(table.length)
      for (const { fields: own, reference } of foreignKeys) {
        const there = new Set(rows.get(reference.resource)?.map((row) => keyOf(row, reference.fields)))
        const missing = table.filter((row) => row[own[0] ?? ''] !== '' && !there.has(keyOf(row, own)))
        expect(missing).toEqual([])
      }
    })
  },
)

test('a table that is not there is a 404 with the nearest', async () => {
  expectProblem(await send('/v1/tables/state.csv'), 404, { parameter: 'table', value: 'state', nearest: 'states' })
})

test('another record is a 409, of the one that is named nothing changes', async () => {
  for (const path of ['datapackage.json', 'datapackage.zip', 'tables/acts.csv']) {
    expectProblem(await send(`/v1/${path}?record=0000000000000000`), 409)
    const named = await send({ method: 'HEAD', url: `/v1/${path}?record=${snapshot.id}` })
    expect(named.headers['cache-control']).toContain('immutable')
  }
})

test('each file links to its permalink, which names the record', async () => {
  for (const path of ['/v1/datapackage.json', '/v1/datapackage.zip', '/v1/tables/states.csv']) {
    const permalink = `${path}?record=${snapshot.id}`
    for (const url of [path, permalink])
      expect((await send({ method: 'HEAD', url })).headers.link).toBe(`<${permalink}>; rel="bookmark"`)
  }
})

test('the ZIP file is the same each time', async () => {
  const [first, second] = [await send('/v1/datapackage.zip'), await send('/v1/datapackage.zip')]
  expect(first.headers).toMatchObject({
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="pacta-${snapshot.id}.zip"`,
  })
  expect(first.rawPayload.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04')
  for (const { path } of resources) expect(first.rawPayload.includes(path)).toBe(true)
  expect(second.rawPayload.equals(first.rawPayload)).toBe(true)
  expect(second.headers.etag).toBe(first.headers.etag)
})

test('a table that could not be measured is measured when it is next asked for', async () => {
  const record = recordInMemory()
  const [table] = describedTables
  if (table === undefined) throw new Error('no table is described')
  const column = table.columns.at(-1)?.name
  record.database.$client.exec(`ALTER TABLE ${table.name} RENAME COLUMN ${column} TO gone`)
  await expect(measureTable(record, table)).rejects.toThrow('no such column')
  record.database.$client.exec(`ALTER TABLE ${table.name} RENAME COLUMN gone TO ${column}`)
  expect(await measureTable(record, table)).toEqual(await measureTable(snapshot, table))
})
