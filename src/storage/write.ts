import { createHash } from 'node:crypto'
import type { InferInsertModel, Table } from 'drizzle-orm'
import type { Database } from './database.ts'
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
  for (const [name, columns] of Object.entries(rows).sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${name}\n`)
    for (const line of columns.map((row) => JSON.stringify(Object.entries(row).sort())).sort()) hash.update(`${line}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

/** Writes a whole record into an empty database; the order of rows is that of the record, so equal records are equal files. */
export function writeRecord(database: Database, rows: Rows, inputs: string): string {
  const id = recordIdOf(rows)
  database.transaction((transaction) => {
    for (const [name, table] of Object.entries(inOrder)) {
      const all = rows[name as keyof Rows] as Record<string, unknown>[]
      // One statement may carry 32,766 values; rows of at most 17 columns go in by the thousand.
      for (let from = 0; from < all.length; from += 1000) {
        transaction
          .insert(table as Table)
          .values(all.slice(from, from + 1000))
          .run()
      }
    }
    transaction.insert(tables.records).values({ id, inputs }).run()
  })
  return id
}
