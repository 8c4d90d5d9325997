import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Database } from './database.ts'
import { dictionary, type Meaning } from './dictionary.ts'
import { getTableColumns, getTableConfig, is, SQLiteTable, sql } from './drizzle.ts'
import { countRows } from './page.ts'
import * as tables from './tables.ts'

export type DescribedColumn = {
  name: string
  type: 'text' | 'day' | 'json' | 'integer' | 'boolean'
  description: string
  required: boolean
  unique: boolean
  values?: readonly string[]
}

/** A table of the record with its dictionary, its keys and what its columns may hold; names are those of the SQL. */
export type DescribedTable = {
  name: string
  description: string
  columns: DescribedColumn[]
  primaryKey: string[]
  references: { columns: string[]; table: string; of: string[] }[]
}

const namesOf = (columns: { name: string }[]) => columns.map(({ name }) => name)
const byName: Record<string, unknown> = { ...tables }

/** Every table of the record, in the order of the code: each after those it refers to. */
export const describedTables: DescribedTable[] = Object.entries(dictionary).map(([key, meaning]) => {
  const table = byName[key]
  if (!is(table, SQLiteTable)) throw new Error(`${key} is not a table`)
  const { name, primaryKeys, foreignKeys } = getTableConfig(table)
  const columns = Object.entries(getTableColumns(table))
  return {
    name,
    description: meaning.is,
    columns: columns.map(([column, definition]) =>
      described(definition, (meaning.columns as Record<string, Meaning>)[column] ?? ''),
    ),
    primaryKey: primaryKeys[0]
      ? namesOf(primaryKeys[0].columns)
      : namesOf(columns.map(([, column]) => column).filter((column) => column.primary)),
    references: foreignKeys
      .map((foreignKey) => foreignKey.reference())
      .map(({ columns, foreignTable, foreignColumns }) => ({
        columns: namesOf(columns),
        table: getTableConfig(foreignTable).name,
        of: namesOf(foreignColumns),
      })),
  }
})

function described(column: SQLiteColumn, meaning: Meaning): DescribedColumn {
  const { is: kind, means } = typeof meaning === 'string' ? { is: 'text' as const, means: meaning } : meaning
  const number = column.dataType === 'boolean' ? ('boolean' as const) : ('integer' as const)
  return {
    name: column.name,
    type: column.getSQLType() === 'integer' ? number : kind,
    description: means,
    required: column.notNull,
    unique: column.isUnique,
    ...(column.enumValues?.length ? { values: column.enumValues } : {}),
  }
}

/** How many rows are read at a time. */
const atATime = 1000

/** All rows of a table, some at a time, in the order in which the record holds them, each a list of its cells. */
export function* rowsOf(database: Database, { name, columns }: DescribedTable): Generator<unknown[][]> {
  const read = database.$client
    .prepare(
      `SELECT rowid, ${columns.map((column) => `"${column.name}"`).join(', ')} FROM "${name}" WHERE rowid > ? ORDER BY rowid LIMIT ${atATime}`,
    )
    .raw()
  let last: unknown = -1
  for (;;) {
    const rows = read.all(last) as unknown[][]
    if (rows.length > 0) yield rows.map(([, ...cells]) => cells)
    if (rows.length < atATime) return
    last = rows.at(-1)?.[0]
  }
}

/** How many rows a table has. */
export const countOfRows = (database: Database, { name }: DescribedTable): number =>
  countRows(database, sql`${sql.identifier(name)}`, undefined)
