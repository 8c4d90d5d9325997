import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { headerDifferences, mendedTreaty, startingFile } from '../../src/import/treaty-file.ts'
import { page } from './pages.ts'
import { fixtureSeed } from './seed.ts'

const printed = {
  ...page(),
  registration: '1 March 2001, No. 99999',
  text: 'United Nations,Treaty Series,vol. 3013, p.269; Doc. A/63/435.',
}
const file = `# An editor's comment stays.
id: fixtures
name: Convention on Fixtures
references:
  untc: XXVI-99
  unts: vol. 3013, p. 268 # as printed in volume 3013
  registration: "99998"
dates:
  adopted:
    note: >-
      two
      lines
  entryIntoForce:
    date: "2001-03-02"
    citation: depositary
`

test('what the header gives otherwise than the file is told, field by field', () => {
  expect(headerDifferences(file, { ...printed, title: 'Treaty on Fixtures' })).toEqual([
    { field: 'title', file: 'Convention on Fixtures', page: 'Treaty on Fixtures' },
    { field: 'registration', file: '99998', page: '99999' },
    { field: 'unts', file: 'vol. 3013, p. 268', page: 'vol. 3013, p. 269' },
    { field: 'entryIntoForce', file: '2001-03-02', page: '2001-03-01' },
  ])
})

test('what the page does not say is no difference', () => {
  const silent = { ...printed, registration: null, text: null, entryIntoForce: 'Not yet in force' }
  expect(headerDifferences(file, silent)).toEqual([])
})

test('registration, Treaty Series and entry into force are mended in place, and nothing else is touched', () => {
  const differences = headerDifferences(file, { ...printed, title: 'Treaty on Fixtures' })
  expect(mendedTreaty(file, differences)).toBe(
    file.replace('p. 268', 'p. 269').replace('"99998"', '"99999"').replace('"2001-03-02"', '"2001-03-01"'),
  )
})

test.each([
  ['in lines of their own', 'references:\n  untc: XXVI-99 # a comment\n'],
  ['in one line', 'references: { untc: XXVI-99 }\n'],
])('references that the file lacks are added %s', (_, before) => {
  const after = mendedTreaty(before, headerDifferences(before, printed))
  expect(parse(after)).toEqual({ references: { untc: 'XXVI-99', unts: 'vol. 3013, p. 269', registration: '99999' } })
})

test('a treaty without a file gets one to begin with', () => {
  expect(parse(startingFile(printed))).toMatchObject({
    id: 'convention-on-fixtures',
    references: { untc: 'XXVI-99', chapter: 'XXVI', unts: 'vol. 3013, p. 269', registration: '99999' },
    dates: { entryIntoForce: { date: '2001-03-01' } },
  })
})

test('an import that is written mends the file of its treaty', () => {
  const { folder, take } = fixtureSeed()
  const path = join(folder, 'treaties/fixtures.yaml')
  writeFileSync(path, file)
  take({ rows: [['Atlantis', '3 Dec 1997', '30 Jun 2000']] }, { write: false })
  expect(readFileSync(path, 'utf8')).toBe(file)
  take({ rows: [['Atlantis', '3 Dec 1997', '30 Jun 2000']] })
  expect(readFileSync(path, 'utf8')).toBe(file.replace('2001-03-02', '2001-03-01'))
})
