import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPlainCsv } from '../../src/seed/plain-csv.ts'

/** The rows as csv-parse reads them, and the line on which it has each end. */
function parsed(text: string) {
  const lines: number[] = []
  const rows = parse(text, {
    columns: true,
    on_record: (row: Record<string, string>, info) => {
      lines.push(info.lines)
      return row
    },
  })
  return { rows, lines }
}

function expectTheSame(text: string): void {
  const plain = readPlainCsv(text)
  if (plain) expect({ rows: plain, lines: plain.map((_, i) => i + 2) }).toEqual(parsed(text))
}

test('the lists of the seed are read as csv-parse reads them, and are plain', () => {
  const folder = new URL('../../seed/depositary/', import.meta.url)
  for (const name of readdirSync(folder).filter((name) => name.endsWith('.csv'))) {
    const text = readFileSync(new URL(name, folder), 'utf8')
    expect(readPlainCsv(text), name).toBeDefined()
    expectTheSame(text)
  }
})

test('what is read as plain is what csv-parse reads, whatever the text', () => {
  const text = fc.array(fc.constantFrom('a', 'b', ',', '"', '""', '\n', ' ', '\r', ',"x,y"'), { maxLength: 24 })
  fc.assert(
    fc.property(text, (parts) => expectTheSame(`a,b\n${parts.join('')}`)),
    { numRuns: 2000 },
  )
})

test.each([
  ['an empty cell before one in marks', 'a,b\n,"x"\n'],
  ['empty cells around one in marks', 'a,b,c\n,"x, ""y""",\n'],
  ['empty cells in marks', 'a,b\n"",""\n'],
  ['a cell in marks as long as any may be', `a,b\n1,"${'x'.repeat(90_000)}"\n`],
])('%s is plain', (_, text) => {
  expect(readPlainCsv(text)).toBeDefined()
  expectTheSame(text)
})

test.each([
  ['a line too short', 'a,b\n1\n'],
  ['a line too long', 'a,b\n1,2,3\n'],
  ['an empty line', 'a,b\n\n1,2\n'],
  ['a cell of two lines', 'a,b\n"1\n",2\n'],
  ['a mark inside a cell', 'a,b\nx"1",2\n'],
  ['a name twice', 'a,a\n1,2\n'],
  ['the name of the prototype', '__proto__,b\n1,2\n'],
  ['a cell of twelve million letters in marks', `a,b\n1,"${'x'.repeat(12_000_000)}"\n`],
])('%s is left to csv-parse', (_, text) => {
  expect(readPlainCsv(text)).toBeUndefined()
})
