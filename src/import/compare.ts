import type { PageActs } from './page-acts.ts'
import { type ActRow, columns, type Decision, type FoundAct } from './rows.ts'

/** A row of the file that the page gives otherwise: which columns, from what to what. */
export type Changed = { row: ActRow; before: ActRow; cells: string[] }

/**
 * A list's file beside its page: what is new, what is changed, what the page no longer shows; `shown` are the acts of the
 * page, `result` is what the file holds afterwards.
 */
export type Comparison = {
  fresh: ActRow[]
  changed: Changed[]
  gone: ActRow[]
  removed: ActRow[]
  shown: ActRow[]
  result: ActRow[]
}

/**
 * Compares the acts of a page with the rows of the file. Rows are the same act by state, kind and day; where only the day
 * differs and nothing else is left of the kind, the page has corrected it. What is gone from the page stays in the file
 * until a decision says that it is removed; a decision to keep it makes its absence nothing to report. What an editor added
 * where the page says nothing stays.
 */
export function compare(
  treaty: string,
  file: readonly ActRow[],
  page: PageActs,
  decisions: readonly Decision[],
): Comparison {
  const before = matched(file, page)
  const ids = idsOf(treaty, page, before, file)
  const fresh: ActRow[] = []
  const changed: Changed[] = []
  const shown: ActRow[] = []
  for (const { act, answers } of page.acts) {
    const { answers: _, told: __, ...cells } = act
    const targets = answers.map((one) => ids.get(one)).filter((id) => id !== undefined)
    const row: ActRow = { id: ids.get(act) ?? '', ...cells, targets: [...new Set(targets)].sort().join(' ') }
    const old = before.get(act)
    if (old === undefined) {
      fresh.push(row)
      shown.push(row)
      continue
    }
    const merged = { ...row, note: old.note || row.note, targets: row.targets || old.targets }
    for (const column of ['effective', 'notified', 'reference'] as const) merged[column] ||= old[column]
    const differing = columns.filter((column) => merged[column] !== old[column])
    if (differing.length > 0)
      changed.push({
        row: merged,
        before: old,
        cells: differing.map((column) => `${column}: "${old[column]}" -> "${merged[column]}"`),
      })
    shown.push(merged)
  }
  const matchedRows = new Set(before.values())
  const decided = new Map(decisions.map(({ act, decision }) => [act, decision]))
  const missing = file.filter((row) => !matchedRows.has(row))
  const removed = missing.filter(({ id }) => decided.get(id) === 'remove')
  const gone = missing.filter(({ id }) => !decided.has(id))
  const result = [...shown, ...missing.filter((row) => !removed.includes(row))]
  return { fresh, changed, gone, removed, shown, result }
}

/** Which row of the file is which act of the page. */
function matched(file: readonly ActRow[], { acts }: PageActs): Map<FoundAct, ActRow> {
  const before = new Map<FoundAct, ActRow>()
  const taken = new Set<ActRow>()
  const keys: ((row: Pick<ActRow, 'state' | 'kind' | 'date' | 'place' | 'words'>) => string)[] = [
    ({ state, kind, date, place, words }) => [state, kind, date, place, words].join('|'),
    ({ state, kind, date, words }) => [state, kind, date, words].join('|'),
    ({ state, kind, date }) => [state, kind, date].join('|'),
  ]
  for (const key of keys) {
    const rows = Map.groupBy(file, key)
    for (const { act } of acts) {
      if (before.has(act)) continue
      const row = rows.get(key(act))?.find((one) => !taken.has(one))
      if (row === undefined) continue
      before.set(act, row)
      taken.add(row)
    }
  }
  const sameKind = ({ state, kind, place }: Pick<ActRow, 'state' | 'kind' | 'place'>) => [state, kind, place].join('|')
  const left = Map.groupBy(
    file.filter((row) => !taken.has(row)),
    sameKind,
  )
  const open = Map.groupBy(
    acts.filter(({ act }) => !before.has(act)),
    ({ act }) => sameKind(act),
  )
  for (const [key, [only, ...others]] of open) {
    const [row, ...more] = left.get(key) ?? []
    if (only && row && others.length === 0 && more.length === 0) before.set(only.act, row)
  }
  return before
}

/** An act keeps the id it has; a new one is numbered after those of its state and kind, in order of date. */
function idsOf(
  treaty: string,
  { acts }: PageActs,
  before: Map<FoundAct, ActRow>,
  file: readonly ActRow[],
): Map<FoundAct, string> {
  const ids = new Map<FoundAct, string>()
  const used = new Set(file.map(({ id }) => id))
  for (const [act, { id }] of before) ids.set(act, id)
  for (const { act } of acts.toSorted((a, b) => (a.act.date < b.act.date ? -1 : a.act.date > b.act.date ? 1 : 0))) {
    if (ids.has(act)) continue
    const base = `${treaty}-${act.state.toLowerCase()}-${act.kind.replaceAll('_', '-')}`
    let id = base
    for (let n = 2; used.has(id); n++) id = `${base}-${n}`
    used.add(id)
    ids.set(act, id)
  }
  return ids
}
