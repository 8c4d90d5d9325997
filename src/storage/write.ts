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
  completeLists: tables.completeLists,
} satisfies Record<string, Table>

type InOrder = typeof inOrder

/** The whole record as rows, by table. */
export type Rows = { [K in keyof InOrder]: InferInsertModel<InOrder[K]>[] }

/** The record's id: a digest of its facts alone, so that the same facts have the same id wherever they are built. */
export function recordIdOf(rows: Rows): string {
  const hash = createHash('sha256')
  for (const [name, all] of Object.entries(rows).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const lines = all.map(lineOf).sort()
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

/** The columns of a row and what they hold, as JSON, in the order of the columns' names. */
function lineOf(row: Record<string, unknown>): string {
  const cells: string[] = []
  for (const column of inOrderOfName(Object.keys(row)))
    if (!indexed.has(column)) cells.push('["', column, '",', JSON.stringify(row[column] ?? null), '],')
  cells[cells.length - 1] = ']'
  // In one piece: half a million lines in pieces are more than a heap holds.
  return ['[', ...cells, ']'].join('')
}

/** Names in their order; the rows of a table have the same columns one after the other, so these are sorted once. */
function inOrderOfName(names: string[]): string[] {
  if (names.length !== last.names.length || names.some((name, i) => name !== last.names[i]))
    last = { names, sorted: names.toSorted() }
  return last.sorted
}
let last: { names: string[]; sorted: string[] } = { names: [], sorted: [] }

/** Who is told how far a work is: what it does, and how much of how much is done. */
export type Tell = (work: string, done: number, of: number) => void

/**
 * Writes a whole record into an empty database; the order of rows is that of the record, so equal records are equal files.
 * What each row may hold, and whether its references lead somewhere, is checked once all are there, by `checkIntegrity`;
 * the indices are made from finished tables. Both are faster than row by row.
 */
export function writeRecord(database: Database, rows: Rows, inputs: string, tell: Tell = () => {}): string {
  const client = database.$client
  const id = recordIdOf(rows)
  const total = Object.values(rows).reduce((sum, { length }) => sum + length, 0)
  for (const setting of ['foreign_keys = OFF', 'ignore_check_constraints = ON']) client.pragma(setting)
  client.transaction(() => {
    const indices = client
      .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql NOT LIKE 'CREATE UNIQUE%'")
      .all() as { name: string; sql: string }[]
    for (const { name } of indices) client.exec(`DROP INDEX "${name}"`)
    let written = 0
    for (const [name, table] of Object.entries({ ...inOrder, records: tables.records })) {
      const columns = Object.entries(getTableColumns(table as Table))
      const insert = client.prepare(
        `INSERT INTO "${getTableConfig(table).name}" (${columns.map(([, { name }]) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      )
      const all: Record<string, unknown>[] = name === 'records' ? [{ id, inputs }] : rows[name as keyof Rows]
      for (const row of all) {
        insert.run(columns.map(([key]) => inSql(row[key])))
        if (++written % atATime === 0) tell('writing rows', written, total)
      }
    }
    for (const { sql } of indices) client.exec(sql)
  })()
  for (const setting of ['foreign_keys = ON', 'ignore_check_constraints = OFF']) client.pragma(setting)
  return id
}

/** SQLite has no booleans, and nothing is null. */
function inSql(value: unknown): unknown {
  if (typeof value === 'boolean') return Number(value)
  return value ?? null
}
