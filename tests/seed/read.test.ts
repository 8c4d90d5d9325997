import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSeed } from '../../src/seed/read.ts'
import { edit, expectFault, faultsOf, seedWith, smallSeed } from './faults.ts'

const acts = 'acts/mine-ban.yaml'
const reuters = 'sources/reuters-ukraine-decree.yaml'

test('the seed of the project is sound', () => {
  expect(faultsOf('seed')).toEqual([])
})

test('a date in a YAML file is text, so that a year keeps its precision', () => {
  const statements = readSeed('seed').sources.flatMap(({ content }) => content.statements)
  const ratified = statements.find(({ id }) => id === 'reuters-newsroom-ukraine-ratified')
  expect(ratified?.bears).toMatchObject([{ act: 'mine-ban-ukr-ratification', date: '2005' }])
})

describe('a fault names file, line and path, what is allowed, and what was probably meant', () => {
  test('a misspelt key', () => {
    const { folder, line } = seedWith(acts, 'targets: []', 'targets: []\n    asessment: null')
    const says = ['"asessment" is not known here', 'did you mean "assessment"?', 'allowed: id, kind, state, actor']
    expectFault(folder, { file: acts, line: line + 1, path: 'acts.0.asessment', says })
  })

  test('a word that is not in the list', () => {
    const { folder, line } = seedWith(acts, 'kind: ratification', 'kind: ratificatoin')
    const says = ['"ratificatoin" is not one of the allowed values', 'did you mean "ratification"?', 'accession']
    expectFault(folder, { file: acts, line, path: 'acts.0.kind', says })
  })

  test('a day that does not exist', () => {
    const { folder, line } = seedWith(acts, 'preferred: "2025-06-29"', 'preferred: "2025-02-30"')
    const says = ['There is no day 2025-02-30', 'did you mean "2025-02-28"?']
    expectFault(folder, { file: acts, line, path: 'acts.2.assessment.preferred', says })
  })

  test('a month that does not exist', () => {
    const { folder, line } = seedWith(reuters, 'assessed: "2025-06-29"', 'assessed: "2025-13"')
    expectFault(folder, { file: reuters, line, path: 'published.assessed', says: ['month 13', '01 to 12'] })
  })

  test('a year without quotation marks, which YAML reads as a number', () => {
    const { folder, line } = seedWith(reuters, 'date: "2005"', 'date: 2005')
    expectFault(folder, { file: reuters, line, path: 'statements.4.bears.0.date', says: ['2005 is not a string'] })
  })

  test('a key that is missing, at the place where it belongs', () => {
    const { folder, line } = seedWith(acts, '    kind: ratification\n', '')
    expectFault(folder, { file: acts, line: line - 1, path: 'acts.0.kind', says: ['"kind" is missing'] })
  })

  test('an id that is no slug', () => {
    const { folder, line } = seedWith('speakers.yaml', 'id: roman-kostenko', 'id: Roman Kostenko')
    const says = ['"Roman Kostenko" is not lower-case words joined by hyphens']
    expectFault(folder, { file: 'speakers.yaml', line, path: '1.id', says })
  })

  test('a summary of white space only', () => {
    const { folder, line } = seedWith(acts, 'summary: Ukraine ratified the Mine Ban Convention.', 'summary: " "')
    expectFault(folder, { file: acts, line, path: 'acts.0.summary', says: ['" "'] })
  })

  test('a bearing on an act that says more than such a bearing can', () => {
    const { folder, line } = seedWith(reuters, 'basis: stated', 'basis: stated\n        began: "2005"')
    const says = ['"began" is not known here', 'allowed: relation, act, date, basis, reading']
    expectFault(folder, { file: reuters, line: line + 1, path: 'statements.4.bears.0.began', says })
  })

  test('a bearing on nothing, with what it could bear on', () => {
    const { folder, line } = seedWith(reuters, '        act: ukr-withdrawal-announcement\n', '', 'political-step')
    const says = ['act, step, standing, circumstance']
    expectFault(folder, { file: reuters, line: line - 1, path: expect.stringMatching(/bears\.0$/), says })
  })

  test('a kind of clause that no rule knows', () => {
    const file = 'treaties/mine-ban.yaml'
    const { folder, line } = seedWith(file, 'kind: unlimited_duration', 'kind: unlimited_durations')
    const says = ['unlimited_durations', 'allowed: signature_open, consent, entry_into_force', 'withdrawal']
    expectFault(folder, { file, line, path: expect.stringMatching(/^clauses\.\d+\.rule$/), says })
  })

  test('a cell of a table, by its line', () => {
    const { folder, line } = seedWith('states/states.csv', 'Ukraine,member', 'Ukraine,membr')
    const says = ['"membr"', 'did you mean "member"?', 'allowed: member, observer, non_member, organisation']
    expectFault(folder, { file: 'states/states.csv', line, path: `${line - 2}.unStatus`, says })
  })

  test('a row of a table with a cell too many', () => {
    const { folder, line } = seedWith('states/states.csv', 'Ukraine,member', 'Ukraine,Kyiv,member')
    expectFault(folder, { file: 'states/states.csv', line, path: '', says: ['columns length is 6, got 7'] })
  })

  test('a column of a list by the name of the prototype', () => {
    const folder = smallSeed()
    const names = join(folder, 'states/names.csv')
    const [columns = '', ...lines] = readFileSync(names, 'utf8').trimEnd().split('\n')
    writeFileSync(names, [`${columns},__proto__`, ...lines.map((line) => `${line},1`)].join('\n'))
    const [fault] = faultsOf(folder)
    expect(fault).toMatchObject({ line: 2, path: '0.__proto__' })
    expect(fault?.message).toContain('"__proto__" is not known here')
  })

  test('a file that is not YAML', () => {
    const { folder, line } = seedWith(acts, 'targets: []', 'targets: [')
    const [first] = faultsOf(folder)
    expect(first).toMatchObject({ path: '', file: expect.stringMatching(/acts\/mine-ban\.yaml$/) })
    expect(first?.line).toBeGreaterThanOrEqual(line)
  })

  test('a key that stands twice', () => {
    const { folder, line } = seedWith(acts, 'aim: null', 'aim: null\n    aim: withdrawal')
    expectFault(folder, { file: acts, line: line + 1, path: '', says: ['Map keys must be unique'] })
  })

  test('an empty file', () => {
    const { folder } = seedWith('speakers.yaml', 'roman-kostenko', 'roman-kostenko')
    writeFileSync(join(folder, 'speakers.yaml'), '')
    expectFault(folder, { file: 'speakers.yaml', line: 1, path: '', says: ['null is not a list'] })
  })
})

test('all that is wrong in all files is said at once', () => {
  const { folder } = seedWith(acts, 'kind: ratification', 'kind: ratificatoin')
  edit(folder, reuters, 'voice: newsroom', 'voice: newsrooom')
  edit(folder, 'states/names.csv', 'UAE,alias', 'UAE,aliass')
  const files = faultsOf(folder).map(({ file }) => file.split('/').at(-1))
  expect(files.sort()).toEqual(['mine-ban.yaml', 'names.csv', 'reuters-ukraine-decree.yaml'])
})

test('a fault is printed as file:line: path: what is wrong, as editors read it', () => {
  const { folder, line } = seedWith(acts, 'kind: ratification', 'kind: ratificatoin')
  expect(() => readSeed(folder)).toThrow(`acts/mine-ban.yaml:${line}: acts.0.kind: "ratificatoin" is not one of`)
  expect(readFileSync(join(folder, acts), 'utf8').split('\n')[line - 1]).toContain('ratificatoin')
})
