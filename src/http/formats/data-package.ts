import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import { once, onceDone } from '../../domain/once.ts'
import { coverageOf } from '../../storage/coverage.ts'
import {
  countOfRows,
  type DescribedColumn,
  type DescribedTable,
  describedTables,
  rowsOf,
} from '../../storage/described.ts'
import type { Snapshot } from '../../storage/snapshot.ts'
import { listSources } from '../../storage/sources.ts'
import { giveWay } from '../turns.ts'
import { csvLines } from './csv.ts'

const description = `Who is bound by which treaty, on which day, and how do we know? Every table of the record, as CSV (RFC 4180, UTF-8, a header line; an empty cell is null), as it stands in the SQLite file.

The facts are dedicated to the public domain (CC0 1.0). Quoted words (\`statements.words\`, \`clauses.words\`, the titles of sources) remain their sources' own; the dedication does not reach them.

Cells are what the record holds, to the letter: they are for programs, and no apostrophe guards a spreadsheet against a cell that begins like a formula. The lists of the API (\`/v1/acts?format=csv\`) are guarded.`

/** A table as CSV (RFC 4180), some rows at a time. */
export function* tableAsCsv({ database }: Snapshot, table: DescribedTable): Generator<string> {
  yield csvLines([table.columns.map(({ name }) => name)])
  for (const rows of rowsOf(database, table)) yield csvLines(rows)
}

/** A table as CSV, to send; other requests have their turn between its parts. */
export function streamTable(snapshot: Snapshot, table: DescribedTable): Readable {
  async function* parts() {
    for (const part of tableAsCsv(snapshot, table)) {
      yield part
      await giveWay()
    }
  }
  return Readable.from(parts())
}

type Measure = { bytes: number; sha256: string }
const measureIn = once((snapshot: Snapshot) =>
  onceDone((table: DescribedTable) => measure(tableAsCsv(snapshot, table))),
)

/** A table of more rows than these is written as it is sent: to measure it before would be to write it twice. */
const mostMeasured = 100_000

/** The size and the digest of a table's CSV, computed once for each snapshot; of a very long table they are not known. */
export function measureTable(snapshot: Snapshot, table: DescribedTable): Promise<Measure | undefined> {
  if (countOfRows(snapshot.database, table) > mostMeasured) return Promise.resolve(undefined)
  return measureIn(snapshot)(table)
}

async function measure(chunks: Iterable<string>): Promise<Measure> {
  const hash = createHash('sha256')
  let bytes = 0
  for (const chunk of chunks) {
    hash.update(chunk)
    bytes += Buffer.byteLength(chunk)
    // Other requests have their turn.
    await giveWay()
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** How many sources the package names one by one; of more, the table of sources has the rest. */
const mostSources = 200

/** The record as a Tabular Data Package (Frictionless, version 1): what each table holds, by its dictionary. */
export const describePackage = onceDone(async (snapshot: Snapshot) => {
  const resources = []
  for (const table of describedTables) resources.push(await resourceOf(snapshot, table))
  const { latestSource } = coverageOf(snapshot.database)
  const { rows, total } = listSources(snapshot.database, {}, { limit: mostSources, after: undefined })
  return {
    profile: 'tabular-data-package',
    name: 'pacta',
    title: 'Pacta: treaty membership, with its evidence',
    description,
    version: snapshot.id,
    // The day of the latest source, and no clock: the same record is the same package.
    ...(latestSource === null ? {} : { created: `${latestSource}T00:00:00Z` }),
    keywords: ['treaties', 'membership', 'disarmament', 'human rights', 'international law'],
    licenses: [
      {
        name: 'CC0-1.0',
        title: "CC0 1.0 Universal, for the facts; quoted words remain their sources' own",
        path: 'https://creativecommons.org/publicdomain/zero/1.0/',
      },
    ],
    sources: [
      ...rows.map(({ id, title, publisher, dateAssessed, address }) => ({
        title: title ?? `${[publisher, dateAssessed].filter(Boolean).join(', ')} (${id})`,
        ...(address === null ? {} : { path: address }),
      })),
      ...(total > rows.length
        ? [{ title: `${total - rows.length} more, in the table sources`, path: 'tables/sources.csv' }]
        : []),
    ],
    resources,
  }
})

async function resourceOf(snapshot: Snapshot, table: DescribedTable) {
  const measure = await measureTable(snapshot, table)
  const { name, columns, primaryKey, references } = table
  return {
    profile: 'tabular-data-resource',
    name: resourceNameOf(name),
    title: name,
    description: table.description,
    path: pathOf(table),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    ...(measure === undefined ? {} : { bytes: measure.bytes, hash: `sha256:${measure.sha256}` }),
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: columns.map(fieldOf),
      missingValues: [''],
      primaryKey,
      ...(references.length > 0 ? { foreignKeys: references.map((reference) => foreignKeyOf(name, reference)) } : {}),
    },
  }
}

const resourceNameOf = (table: string) => table.replaceAll('_', '-')

function foreignKeyOf(own: string, { columns, table, of }: DescribedTable['references'][number]) {
  // A table that refers to itself says so with an empty name.
  return { fields: columns, reference: { resource: table === own ? '' : resourceNameOf(table), fields: of } }
}

const pathOf = ({ name }: DescribedTable) => `tables/${name}.csv`
const types = { text: 'string', day: 'date', json: 'object', integer: 'integer', boolean: 'boolean' } as const

function fieldOf({ name, type, description, required, unique, values }: DescribedColumn) {
  const constraints = {
    ...(required ? { required } : {}),
    ...(unique ? { unique } : {}),
    ...(values ? { enum: values } : {}),
  }
  return {
    name,
    type: types[type],
    description,
    ...(type === 'day' ? { format: 'default' } : {}),
    ...(type === 'boolean' ? { trueValues: ['1'], falseValues: ['0'] } : {}),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  }
}

/** A package of more rows than these is not kept. */
const mostPacked = 300_000
const keptPackage = onceDone(async (snapshot: Snapshot) => buffer(await pack(snapshot)))

/**
 * The whole package in one ZIP file: `datapackage.json` and the tables, dated as the package is. It is packed once for each
 * snapshot: packing costs half a second of the processor. A very large one is not kept, but packed as it is sent.
 */
export function zipPackage(snapshot: Snapshot): Promise<Buffer | Readable> {
  const rows = describedTables.reduce((sum, table) => sum + countOfRows(snapshot.database, table), 0)
  return rows > mostPacked ? pack(snapshot) : keptPackage(snapshot)
}

async function pack(snapshot: Snapshot): Promise<Readable> {
  const described = await describePackage(snapshot)
  const zip = new ZipFile()
  // ZIP holds local time without its zone: midnight of that day wherever the server is.
  const [year = 1980, month = 1, day = 1] = (described.created ?? '1980-01-01').slice(0, 10).split('-').map(Number)
  const options = { mtime: new Date(year, month - 1, day), forceDosTimestamp: true }
  zip.addBuffer(Buffer.from(`${JSON.stringify(described, null, 2)}\n`), 'datapackage.json', options)
  const file = zip.outputStream as Readable
  // A record that is closed before all is packed.
  zip.once('error', (error) => file.destroy(error as Error))
  for (const table of describedTables)
    zip.addReadStreamLazy(pathOf(table), options, (done) => done(null, streamTable(snapshot, table)))
  zip.end()
  return file
}
