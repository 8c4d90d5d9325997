import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { parse as parseCsv } from 'csv-parse/sync'
import { stringify as stringifyCsv } from 'csv-stringify/sync'
import { parse as parseYaml, stringify as stringifyYaml } from 'yaml'
import type { ActKind } from '../domain/acts.ts'

/** The columns of seed/depositary/<treaty>.csv, in order. */
export const columns = [
  'id',
  'state',
  'kind',
  'date',
  'effective',
  'notified',
  'reference',
  'participant',
  'words',
  'place',
  'targets',
  'note',
] as const

/** One act of one state as the depositary's page gives it; what the page does not give is empty. */
export type ActRow = Record<(typeof columns)[number], string> & { kind: ActKind }

/** An act found on a page, before it has an id and before the acts it answers are known by theirs. */
export type FoundAct = Omit<ActRow, 'id' | 'targets'> & {
  /** The acts it answers, as far as the page names them. */
  answers: (FoundAct | Answered)[]
  /** The sentence in which the depositary tells it, whole, and the lines behind it; the row keeps its words only. */
  told?: { sentence: string; behind: string }
}

/**
 * What an act answers, where the page names only whose it is, of which kinds it may be and, perhaps, when it was made and
 * when it was confirmed.
 */
export type Answered = { state: string; kinds: ActKind[]; made?: string; madeAs?: string; confirmed?: string }

/** An entry of seed/depositary/decisions.yaml: what becomes of an act that the page no longer shows. */
export type Decision = { act: string; decision: 'keep' | 'remove'; because: string; source: string }

/** One entry of seed/depositary/lists.yaml. */
export type ListEntry = {
  treaty: string
  untc: string
  asAt: string
  header: { signatories: number | null; parties: number }
  page: { sha256: string }
}

/** The acts of one list; none where the file does not exist yet. */
export function readRows(path: string): ActRow[] {
  if (!existsSync(path)) return []
  return parseCsv(readFileSync(path, 'utf8'), { columns: true }) as ActRow[]
}

/** By state, then date, then kind, then id: the order of a list's file. */
export function inFileOrder(rows: readonly ActRow[]): ActRow[] {
  const key = ({ state, date, kind, id }: ActRow) => [state, date, kind].join(' ') + id.padStart(120)
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** The text of a list's file (RFC 4180). */
export function csvOf(rows: readonly ActRow[]): string {
  // Of itself the library quotes a cell for a line feed, with which lines end here, and not for a carriage return.
  return stringifyCsv(inFileOrder(rows), { header: true, columns: [...columns], quoted_match: /[\r\n]/ })
}

/** seed/depositary/lists.yaml, or nothing where it does not exist yet. */
export function readLists(path: string): ListEntry[] {
  return existsSync(path) ? ((parseYaml(readFileSync(path, 'utf8'), { schema: 'core' }) ?? []) as ListEntry[]) : []
}

/** seed/depositary/decisions.yaml, or nothing where nothing is decided. */
export function readDecisions(path: string): Decision[] {
  return existsSync(path) ? ((parseYaml(readFileSync(path, 'utf8'), { schema: 'core' }) ?? []) as Decision[]) : []
}

/** The text of seed/depositary/lists.yaml, in order of the treaties' ids. */
export function listsText(lists: readonly ListEntry[]): string {
  return stringifyYaml(
    lists.toSorted((a, b) => (a.treaty < b.treaty ? -1 : 1)),
    { lineWidth: 0, singleQuote: false, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' },
  )
}

/** Writes a file so that a reader finds either the old one or the new one, whole. */
export function writeWhole(path: string, text: string): void {
  const draft = `${path}.new`
  writeFileSync(draft, text)
  renameSync(draft, path)
}
