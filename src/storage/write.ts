import { createHash } from 'node:crypto'
import type { InferInsertModel, Table } from 'drizzle-orm'
import type { Database } from './database.ts'
import { getTableColumns, getTableConfig } from './drizzle.ts'
import * as tables from './tables.ts'

/** The record's tables in the order in which rows can be written, each after those it refers to. */
const inOrder = {
  states: tables.states,
  stateNames: tables.stateNames,
  treaties: tables.treaties,
  treatyNames: tables.treatyNames,
  citations: tables.citations,
  treatyDates: tables.treatyDates,
  clauses: tables.clauses,
  speakers: tables.speakers,
  sources: tables.sources,
  sourceArguments: tables.sourceArguments,
  statements: tables.statements,
  statementStates: tables.statementStates,
  acts: tables.acts,
  actTargets: tables.actTargets,
  actEvidence: tables.actEvidence,
  standingClaims: tables.standingClaims,
  stepRequirements: tables.stepRequirements,
  circumstances: tables.circumstances,
  circumstanceEvidence: tables.circumstanceEvidence,
  assessments: tables.assessments,
  assessmentArguments: tables.assessmentArguments,
  effectArguments: tables.effectArguments,
  argumentStatements: tables.argumentStatements,
  completeLists: tables.completeLists,
} satisfies Record<string, Table>

type InOrder = typeof inOrder

/** The whole record as rows, by table. */
export type Rows = { [K in keyof InOrder]: InferInsertModel<InOrder[K]>[] }

/**
 * The record's id: a digest of its facts alone, so that the same facts have the same id wherever they are built, and in
 * whatever order. It is read from the tables once their rows are written.
 */
export function recordIdOf(database: Database): string {
  const hash = createHash('sha256')
  for (const [name, table] of Object.entries<Table>(inOrder).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const lines = linesOf(database, table).sort()
    hash.update(`${name}\n`)
    for (let from = 0; from < lines.length; from += atATime)
      hash.update(`${lines.slice(from, from + atATime).join('\n')}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

/** How many lines are hashed at a time, and how many rows are written between two words on how far it is. */
const atATime = 1000

/** What is computed from other rows only to find an act by it, and is no fact. */
const indexed = new Set(['knownFrom', 'knownWhole'])

/** Every row of a table with its columns and what they hold, as JSON, in the order of the columns' names. */
function linesOf(database: Database, table: Table): string[] {
  const columns = Object.entries(getTableColumns(table))
    .filter(([key]) => !indexed.has(key))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const names = columns.map(([, { name }]) => `"${name}"`).join(', ')
  const rows = database.$client
    .prepare(`SELECT ${names} FROM "${getTableConfig(table).name}"`)
    .raw()
    .iterate()
  const begins = columns.map(([key], i) => `${i === 0 ? '[' : '],'}["${key}",`)
  const cellsOf = columns.map(([, { dataType }]) => (dataType === 'boolean' ? asBoolean : JSON.stringify))
  const lines: string[] = []
  for (const row of rows as IterableIterator<unknown[]>) {
    const cells: string[] = []
    for (const [i, begin] of begins.entries()) cells.push(begin, cellsOf[i]?.(row[i]) ?? 'null')
    cells.push(']]')
    // In one piece: half a million lines in pieces are more than a heap holds.
    lines.push(cells.join(''))
  }
  return lines
}

const asBoolean = (value: unknown) => (value === null ? 'null' : value === 1 ? 'true' : 'false')

/** Who is told how far a work is: what it does, and how much of how much is done. */
export type Tell = (work: string, done: number, of: number) => void

/**
 * Writes all rows into an empty database; their order is that of the record, so equal records are equal files. What each row
 * may hold, and whether its references lead somewhere, is checked once all are there, by `checkPages` and `orphanIn`; the
 * indices are made from finished tables, by what is returned. Both are faster than row by row.
 */
export function writeTables(database: Database, rows: Rows, tell: Tell = () => {}): () => void {
  const client = database.$client
  const total = Object.values(rows).reduce((sum, { length }) => sum + length, 0)
  for (const setting of ['foreign_keys = OFF', 'ignore_check_constraints = ON']) client.pragma(setting)
  const indices = client
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql NOT LIKE 'CREATE UNIQUE%'")
    .all() as { name: string; sql: string }[]
  client.transaction(() => {
    for (const { name } of indices) client.exec(`DROP INDEX "${name}"`)
    let written = 0
    for (const [name, table] of Object.entries<Table>(inOrder))
      writeRows(database, table, rows[name as keyof Rows], () => {
        if (++written % atATime === 0) tell('writing rows', written, total)
      })
  })()
  return () => {
    client.transaction(() => {
      for (const [done, { sql }] of indices.entries()) {
        tell('writing indices', done, indices.length)
        client.exec(sql)
      }
    })()
    for (const setting of ['foreign_keys = ON', 'ignore_check_constraints = OFF']) client.pragma(setting)
  }
}

/** Says in a record which one it is and what it was built from. */
export function nameRecord(database: Database, id: string, inputs: string): void {
  writeRows(database, tables.records, [{ id, inputs }])
}

function writeRows(database: Database, table: Table, rows: Record<string, unknown>[], written = () => {}): void {
  const columns = Object.entries(getTableColumns(table))
  const names = columns.map(([, { name }]) => `"${name}"`).join(', ')
  const row = `(${columns.map(() => '?').join(', ')})`
  const insert = (rows: number) =>
    database.$client.prepare(
      `INSERT INTO "${getTableConfig(table).name}" (${names}) VALUES ${new Array(rows).fill(row).join(', ')}`,
    )
  const keys = columns.map(([key]) => key)
  const write = (statement: ReturnType<typeof insert>, from: number, to: number) => {
    const cells: unknown[] = []
    for (const row of rows.slice(from, to)) {
      for (const key of keys) cells.push(inSql(row[key]))
      written()
    }
    statement.run(cells)
  }
  const whole = rows.length - (rows.length % rowsAtOnce)
  const [many, one] = [insert(rowsAtOnce), insert(1)]
  for (let from = 0; from < whole; from += rowsAtOnce) write(many, from, from + rowsAtOnce)
  for (let from = whole; from < rows.length; from++) write(one, from, from + 1)
}

/** So many rows are handed over at once: each time costs about as much as a row. */
const rowsAtOnce = 32

/** SQLite has no booleans, and nothing is null. */
function inSql(value: unknown): unknown {
  if (typeof value === 'boolean') return Number(value)
  return value ?? null
}
