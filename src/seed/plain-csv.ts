/** A cell of a line, in quotation marks or without any, and the comma after it. */
const cell = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/gy

/** How many letters a line with quotation marks may have: the regular expression needs a stack as deep as a cell is long. */
const longest = 100_000

/**
 * The rows of a CSV file each of whose rows is one line and has a cell for each column; `undefined` of any other file, which
 * is left to a reader of all there is. It takes a sixth of that one's time, and a large record has half a million rows.
 */
export function readPlainCsv(text: string): Record<string, string>[] | undefined {
  if (text.includes('\r') || text.startsWith('\uFEFF')) return undefined
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const columns = cellsOf(lines.shift() ?? '')
  if (columns === undefined || columns.includes('') || new Set(columns).size < columns.length) return undefined
  // To be given it as any other is the prototype of a row, and no cell.
  if (columns.includes('__proto__')) return undefined
  const rows: Record<string, string>[] = []
  for (const line of lines) {
    const cells = cellsOf(line)
    if (line === '' || cells?.length !== columns.length) return undefined
    const row: Record<string, string> = {}
    for (const [i, column] of columns.entries()) row[column] = cells[i] ?? ''
    rows.push(row)
  }
  return rows
}

const cellsOf = (line: string) => (line.includes('"') ? quotedCells(line) : line.split(','))

/** The cells of a line, some of them in quotation marks; `undefined` where these are not as they should be. */
function quotedCells(line: string): string[] | undefined {
  if (line.length > longest) return undefined
  const cells: string[] = []
  for (const [, quoted, plain = '', comma] of line.matchAll(cell)) {
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (comma === '') return cells
  }
  return undefined
}
