import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { parse as parseYaml } from 'yaml'
import { DateError, type Day, parseDay } from '../domain/partial-date.ts'
import { type Check, checkCounts } from './check.ts'
import { type Comparison, compare } from './compare.ts'
import type { NoteReading } from './end-notes.ts'
import { PageUnreadable, type StatusPage } from './page.ts'
import { actsOfPage } from './page-acts.ts'
import { type FindState, findStateAmong } from './participants.ts'
import { csvOf, type ListEntry, listsText, readDecisions, readLists, readRows, writeWhole } from './rows.ts'
import type { Refusal } from './table-acts.ts'
import { type HeaderDifference, headerDifferences, mendedTreaty, startingFile } from './treaty-file.ts'
import { readUntcHtml } from './untc-html.ts'
import { readUntcXml } from './untc-xml.ts'

/** What the import of one page found, and the list as it would be after it. */
export type Import = {
  list: ListEntry
  comparison: Comparison
  refused: Refusal[]
  readings: NoteReading[]
  check: Check
  further: StatusPage['furtherTables']
  /** Where the page's header and the treaty's own file differ. */
  header: HeaderDifference[]
}

/** The parts of the seed that an import reads and writes. */
export type ImportSeed = {
  depositary: string
  treaties: string
  lists: ListEntry[]
  findState: FindState
  nameOf: (state: string) => string
  treatyOf: (untc: string) => string | undefined
}

/** Opens the seed for an import: the names of states, the references of treaties, the lists so far. */
export function openSeed(directory: string): ImportSeed {
  const depositary = join(directory, 'depositary')
  const treaties = join(directory, 'treaties')
  const csv = <Row>(path: string) => parseCsv(readFileSync(join(directory, path), 'utf8'), { columns: true }) as Row[]
  const states = csv<{ id: string; name: string }>('states/states.csv')
  const names = csv<{ state: string; name: string }>('states/names.csv')
  const printed = join(depositary, 'participants.yaml')
  const earlier = existsSync(printed) ? (parseYaml(readFileSync(printed, 'utf8')) as typeof names) : []
  const lists = readLists(join(depositary, 'lists.yaml'))
  const references = new Map(lists.map(({ untc, treaty }) => [untc, treaty]))
  for (const file of readdirSync(treaties).filter((name) => name.endsWith('.yaml'))) {
    const { id, references: known } = parseYaml(readFileSync(join(treaties, file), 'utf8'), {
      schema: 'core',
    }) as { id: string; references: { untc: string } }
    references.set(known.untc, id)
  }
  return {
    depositary,
    treaties,
    lists,
    findState: findStateAmong(states, [...names, ...earlier]),
    nameOf: (state) => states.find(({ id }) => id === state)?.name ?? state,
    treatyOf: (untc) => references.get(untc),
  }
}

/** Reads a page in whichever of the site's formats it is. */
export function readPage(file: string, bytes: Buffer, asAt: Day | undefined): StatusPage {
  const text = bytes.toString('utf8')
  if (!/^\s*(?:\ufeff)?<\?xml/.test(text)) return readUntcHtml(text)
  const [, untc] = /([IVXL]+-\d+(?:-[a-z])?)\./.exec(basename(file)) ?? []
  if (untc === undefined) throw new PageUnreadable('an XML page is known by its file name, for example XXVI-5.en.xml')
  if (asAt === undefined)
    throw new PageUnreadable('an XML page does not print its day; give it with --as-at YYYY-MM-DD')
  try {
    return readUntcXml(text, { untc, asAt: parseDay(asAt) })
  } catch (error) {
    throw error instanceof DateError ? new PageUnreadable(`--as-at: ${error.message}`) : error
  }
}

/** Compares one page with the seed. Nothing is written. */
export function importPage(seed: ImportSeed, page: StatusPage, bytes: Buffer): Import {
  const treaty = seed.treatyOf(page.untc)
  if (treaty === undefined)
    throw new PageUnreadable(
      `no treaty of the seed has the reference ${page.untc}; a file in seed/treaties can begin with\n\n${startingFile(page)}`,
    )
  const listBefore = seed.lists.find((list) => list.treaty === treaty)
  if (listBefore && listBefore.asAt > page.asAt)
    throw new PageUnreadable(`the seed's list is as at ${listBefore.asAt}; a page as at ${page.asAt} is older`)
  const { signatories, parties, asAt, untc } = page
  const acts = actsOfPage(page, seed.findState)
  const rows = readRows(join(seed.depositary, `${treaty}.csv`))
  const comparison = compare(treaty, rows, acts, readDecisions(join(seed.depositary, 'decisions.yaml')))
  const header = { signatories, parties }
  return {
    list: { treaty, untc, asAt, header, page: { sha256: createHash('sha256').update(bytes).digest('hex') } },
    comparison,
    refused: acts.refused,
    readings: acts.readings,
    check: checkCounts(comparison.shown, header, asAt),
    further: page.furtherTables,
    header: headerDifferences(readFileSync(treatyFile(seed, treaty), 'utf8'), page),
  }
}

/** Whether an import may be written: its acts give what the page counts, and none of its rows was refused. */
export function isWritable({ check, refused }: Import): boolean {
  return check.why.length === 0 && refused.length === 0
}

/** Writes the acts of an import, its entry in lists.yaml and what the treaty's file is mended by, each file whole or not at all. */
export function writeImport(seed: ImportSeed, { list, comparison, header }: Import): void {
  seed.lists = [...seed.lists.filter(({ treaty }) => treaty !== list.treaty), list]
  writeWhole(join(seed.depositary, `${list.treaty}.csv`), csvOf(comparison.result))
  writeWhole(join(seed.depositary, 'lists.yaml'), listsText(seed.lists))
  const file = treatyFile(seed, list.treaty)
  const before = readFileSync(file, 'utf8')
  const mended = mendedTreaty(before, header)
  if (mended !== before) writeWhole(file, mended)
}

function treatyFile({ treaties }: ImportSeed, treaty: string): string {
  return join(treaties, `${treaty}.yaml`)
}
