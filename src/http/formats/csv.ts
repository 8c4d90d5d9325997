import { type Options, stringify } from 'csv-stringify/sync'
import type { TSchema } from '../../json-schema.ts'
import { columnsOf } from './columns.ts'
import type { ListFormat } from './list-format.ts'

/**
 * Comma-separated values (RFC 4180), UTF-8, a header line first. A cell that a spreadsheet would take for a formula is
 * written with an apostrophe before it (OWASP, CSV injection).
 */
export const csv: ListFormat = {
  mediaType: 'text/csv',
  contentType: 'text/csv; charset=utf-8; header=present',
  begin: (row: TSchema) => write([columnsOf(row).map(({ name }) => name)]),
  rows: (row: TSchema, things: unknown[]) => {
    const columns = columnsOf(row)
    return write(things.map((thing) => columns.map(({ cellOf }) => cellOf(thing))))
  },
  describe: (row: TSchema) =>
    `A header line and a line a thing; without \`limit\` and \`cursor\`, all of them. The columns:\n\n${columnsOf(row)
      .map(({ name, description }) => `- \`${name}\`${description ? `: ${description}` : ''}`)
      .join('\n')}`,
}

const write = (lines: unknown[][]): string => csvLines(lines, { escape_formulas: true, cast: { boolean: String } })

/** Lines of comma-separated values (RFC 4180). */
export function csvLines(lines: unknown[][], options: Options = {}): string {
  // Section 2(6): a line break inside a cell, also half of one, for which the library of itself does not quote it.
  return stringify(lines, { record_delimiter: 'windows', quoted_match: /[\r\n]/, ...options })
}
