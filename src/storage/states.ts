import { foldName } from '../domain/names.ts'
import { once } from '../domain/once.ts'
import type { Database } from './database.ts'
import { and, asc, eq, sql } from './drizzle.ts'
import { comesAfter, countRows, type Page, type Paged, paged } from './page.ts'
import { stateNames, states } from './tables.ts'

type NameKind = (typeof stateNames.$inferSelect)['kind']
export type State = typeof states.$inferSelect & { names: { name: string; kind: NameKind }[] }
export type StateFilter = { unStatus?: State['unStatus'] }

const names = sql<string>`(SELECT json_group_array(json_object('name', name, 'kind', kind) ORDER BY kind, name) FROM ${stateNames} WHERE ${stateNames.state} = ${states.id})`

const columns = {
  id: states.id,
  alpha2: states.alpha2,
  m49: states.m49,
  name: states.name,
  unStatus: states.unStatus,
  unMemberSince: states.unMemberSince,
  names,
}

const withNames = (row: Omit<State, 'names'> & { names: string }): State => ({ ...row, names: JSON.parse(row.names) })

export function listStates(database: Database, filter: StateFilter, page: Page): Paged<State> {
  const where = filter.unStatus && eq(states.unStatus, filter.unStatus)
  const rows = database
    .select(columns)
    .from(states)
    .where(and(where, comesAfter([states.name, states.id], page)))
    .orderBy(asc(states.name), asc(states.id))
    .limit(page.limit + 1)
    .all()
  const total = countRows(database, states, where)
  return paged(rows.map(withNames), total, page, ({ name, id }) => [name, id])
}

export function findState(database: Database, id: string): State | undefined {
  const row = database.select(columns).from(states).where(eq(states.id, id)).get()
  return row && withNames(row)
}

/** The id of the state that a text names: ISO alpha-3 or alpha-2, M49, or any recorded name, in any case. */
export function stateNamed(database: Database, given: string): string | undefined {
  const text = given.trim()
  const { byCode, byName } = statesByName(database)
  // Spreadsheets make 4 of the code 004.
  const code = /^\d{1,2}$/.test(text) ? text.padStart(3, '0') : text.toUpperCase()
  return byCode.get(code) ?? byName.get(foldName(text))
}

const statesByName = once((database: Database) => {
  const codes = database.select({ id: states.id, alpha2: states.alpha2, m49: states.m49 }).from(states).all()
  const names = database.select({ id: stateNames.state, folded: stateNames.folded }).from(stateNames).all()
  return {
    byCode: new Map(codes.flatMap(({ id, alpha2, m49 }) => [id, alpha2, m49].map((code) => [code, id] as const))),
    byName: new Map(names.map(({ folded, id }) => [folded, id])),
  }
})

/** Every name of every state, for suggesting the nearest. */
export const allStateNames = once((database: Database): string[] =>
  database
    .select({ name: stateNames.name })
    .from(stateNames)
    .orderBy(asc(stateNames.folded))
    .all()
    .map(({ name }) => name),
)
