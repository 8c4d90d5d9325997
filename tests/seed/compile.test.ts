import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rowsOfSeed } from '../record.ts'
import { edit, expectFault, faultsOf, seedWith } from './faults.ts'

const acts = 'acts/mine-ban.yaml'
const reuters = 'sources/reuters-ukraine-decree.yaml'
const unnamed = 'sources/unnamed-ukraine-decree.yaml'

describe('every reference leads somewhere, or the nearest is suggested', () => {
  test('a state of an act', () => {
    const { folder, line } = seedWith(acts, 'state: UKR', 'state: UKX')
    expectFault(folder, { file: acts, line, path: 'acts.0.state', says: ['no state "UKX"', 'did you mean "UKR"?'] })
  })

  test('a state that a statement is about', () => {
    const { folder, line } = seedWith(reuters, 'states: [UKR]', 'states: [UKX]')
    expectFault(folder, { file: reuters, line, path: 'statements.0.states.0', says: ['did you mean "UKR"?'] })
  })

  test('the act that a statement bears on', () => {
    const { folder, line } = seedWith(unnamed, 'act: est-withdrawal-announcement', 'act: est-withdrawal-announcment')
    const says = ['there is no act "est-withdrawal-announcment"', 'did you mean "est-withdrawal-announcement"?']
    expectFault(folder, { file: unnamed, line, path: expect.stringMatching(/bears\.4\.act$/), says })
  })

  test('the speaker of a statement', () => {
    const { folder, line } = seedWith(reuters, 'speaker: volodymyr-zelenskyy', 'speaker: volodymyr-zelenskiy')
    const says = ['no speaker "volodymyr-zelenskiy"', 'did you mean "volodymyr-zelenskyy"?']
    expectFault(folder, { file: reuters, line, path: 'statements.0.speaker', says })
  })

  test('the speaker who acted', () => {
    const { folder, line } = seedWith(acts, 'actor: volodymyr-zelenskyy', 'actor: volodymyr-selenskyj')
    expectFault(folder, { file: acts, line, path: 'acts.2.actor', says: ['did you mean "volodymyr-zelenskyy"?'] })
  })

  test('the treaty of a statement', () => {
    const { folder, line } = seedWith(reuters, 'treaty: mine-ban', 'treaty: mineban')
    expectFault(folder, { file: reuters, line, path: 'statements.0.treaty', says: ['did you mean "mine-ban"?'] })
  })

  test('the circumstance that a statement bears on', () => {
    const { folder, line } = seedWith(reuters, 'circumstance: ukr-armed-conflict', 'circumstance: ukr-conflict')
    expectFault(folder, { file: reuters, line, path: 'statements.3.bears.0.circumstance', says: ['"ukr-conflict"'] })
  })

  test('the act that an act answers', () => {
    const { folder, line } = seedWith(acts, '- est-withdrawal-announcement', '- est-withdrawal-announcment')
    const says = ['did you mean "est-withdrawal-announcement"?']
    expectFault(folder, { file: acts, line, path: 'acts.9.targets.2', says })
  })

  test("the citation of a treaty's day", () => {
    const { folder, line } = seedWith('treaties/mine-ban.yaml', 'citation: text', 'citation: texts')
    const says = ['no citation "texts"']
    expectFault(folder, { file: 'treaties/mine-ban.yaml', line, path: 'dates.adopted.citation', says })
  })
})

describe('what must be told apart is told apart', () => {
  test('two acts with one id', () => {
    const { folder, line } = seedWith(acts, 'id: ukr-withdrawal-proposal', 'id: mine-ban-ukr-ratification')
    const twice = faultsOf(folder).filter(({ message }) => message.includes('stands already at'))
    expect(twice).toMatchObject([{ line, path: 'acts.1.id', message: expect.stringMatching(/mine-ban\.yaml:4$/) }])
  })

  test('two statements with one id, in two files', () => {
    const { folder, line } = seedWith(unnamed, 'unnamed-newsroom-six-months', 'reuters-newsroom-war-age')
    const [fault] = faultsOf(folder)
    expect(fault).toMatchObject({ line, message: expect.stringContaining('reuters-ukraine-decree.yaml:') })
  })

  test('one name for two states', () => {
    const { folder, line } = seedWith('states/names.csv', 'ARE,UAE,alias', 'ARE,ukraine,alias')
    const says = ['the name "ukraine" is already one of UKR']
    expectFault(folder, { file: 'states/names.csv', line, path: '0.name', says })
  })

  test('a source in a file of another name', () => {
    const { folder } = seedWith(reuters, 'title: null', 'title: null')
    renameSync(join(folder, reuters), join(folder, 'sources/reuters.yaml'))
    const says = ['the file of "reuters-ukraine-decree" is named reuters-ukraine-decree.yaml']
    expectFault(folder, { file: 'sources/reuters.yaml', line: 3, path: 'id', says })
  })
})

describe('acts rest on statements alone', () => {
  test('an act without evidence', () => {
    const { folder } = seedWith(
      unnamed,
      '- relation: supports\n        act: human-rights-groups-condemnation',
      '- relation: supports\n        act: ukr-withdrawal-proposal',
    )
    const says = ['no statement supports the act "human-rights-groups-condemnation"']
    expectFault(folder, { file: acts, line: expect.any(Number), path: 'acts.9', says })
  })

  test('an act that is only denied', () => {
    const { folder } = seedWith(unnamed, 'supports\n        act: human-rights', 'denies\n        act: human-rights')
    const says = ['no statement supports the act "human-rights-groups-condemnation"']
    expectFault(folder, { file: acts, line: expect.any(Number), path: 'acts.9', says })
  })

  test('an act under the treaty that is no state’s', () => {
    const { folder, line } = seedWith(acts, 'state: UKR\n    actor: null', 'state: null\n    actor: roman-kostenko')
    expectFault(folder, { file: acts, line, path: 'acts.0.state', says: ['a ratification is the act of a state'] })
  })

  test('a date that is inferred without saying how', () => {
    const { folder, line } = seedWith(unnamed, 'inferred\n        reading: *follows', 'inferred')
    const says = ['an inferred date says how it was read']
    expectFault(folder, { file: unnamed, line: line - 3, path: expect.stringMatching(/bears\.1$/), says })
  })

  test('a date without its basis', () => {
    const { folder, line } = seedWith(reuters, '        basis: stated\n', '')
    const says = ['a date and its basis go together']
    expectFault(folder, { file: reuters, line: line - 3, path: 'statements.4.bears.0', says })
  })

  test('a standing that names no treaty', () => {
    const { folder } = seedWith(reuters, 'treaty: mine-ban', 'treaty: null', 'never been a party')
    const says = ['a step or a standing needs the treaty it is about']
    expectFault(folder, { file: reuters, line: expect.any(Number), path: expect.stringMatching(/bears\.0$/), says })
  })
})

describe('rival dates are assessed, and nothing else is', () => {
  const assessment = 'assessment:\n      preferred: "2025-06-29"'

  test('rival dates without an assessment', () => {
    const { folder } = seedWith(
      acts,
      '    assessment:\n      preferred: "2025-06-29"\n      because: *thatSunday\n',
      '',
    )
    const says = ['rival dates (2025-06-08, 2025-06-29): assess them']
    expectFault(folder, { file: acts, line: expect.any(Number), path: 'acts.3', says })
  })

  test('an assessment where all agree', () => {
    const other = 'assessment: { preferred: "2005", because: [{ argument: none, restsOn: [] }] }'
    const { folder, line } = seedWith(acts, 'targets: []', `targets: []\n    ${other}`)
    const says = ['there are no rival dates to assess']
    expectFault(folder, { file: acts, line: line + 1, path: 'acts.0.assessment', says })
  })

  test('an argument that rests on a statement nobody made', () => {
    const { folder, line } = seedWith(
      acts,
      'restsOn: [reuters-newsroom-war-age]',
      'restsOn: [reuters-newsroom-war-ages]',
    )
    const [fault] = faultsOf(folder)
    expect(fault).toMatchObject({ line, path: 'acts.2.assessment.because.1.restsOn.0' })
    expect(fault?.message).toContain('did you mean "reuters-newsroom-war-age"?')
  })

  test('an assessment that prefers a date nobody gives', () => {
    const { folder, line } = seedWith(acts, assessment, assessment.replace('29', '30'))
    const says = ['no statement gives "2025-06-30"; given are 2025-06-08, 2025-06-29']
    expectFault(folder, { file: acts, line: line + 1, path: 'acts.2.assessment.preferred', says })
  })
})

describe('quotations are whole, and excerpts stay excerpts', () => {
  test('a locator that is not as long as the words', () => {
    const { folder, line } = seedWith(reuters, 'locator: { start: 276, end: 316 }', 'locator: { start: 276, end: 317 }')
    const says = ['the words have 40 characters, the locator spans 41']
    expectFault(folder, { file: reuters, line, path: 'statements.4.locator', says })
  })

  test('a locator beyond the end of its source', () => {
    const { folder } = seedWith(reuters, 'characters: 2558', 'characters: 2557')
    const says = ['the source has 2557 characters']
    expectFault(folder, { file: reuters, line: expect.any(Number), path: expect.stringMatching(/locator$/), says })
  })

  test("more than 25 words of a newsroom's prose", () => {
    const words = Array.from({ length: 26 }, (_, i) => `word${i}`).join(' ')
    const { folder } = seedWith(reuters, '"Ukraine ratified the convention in 2005."', `"${words}"`)
    edit(folder, reuters, '{ start: 276, end: 316 }', `{ start: 276, end: ${276 + words.length} }`)
    const says = ["26 words of a newsroom's prose; at most 25 are quoted"]
    expectFault(folder, { file: reuters, line: expect.any(Number), path: 'statements.4.words', says })
  })

  test('the words of a speaker or a document may be longer than a newsroom’s', () => {
    const spoken = rowsOfSeed().statements.filter(({ voice }) => voice === 'direct_quote' || voice === 'document')
    expect(Math.max(...spoken.map(({ words }) => words.split(' ').length))).toBeGreaterThan(25)
  })
})

test('no statement of the project’s record quotes more than 25 words of a newsroom’s prose', () => {
  const prose = rowsOfSeed().statements.filter(({ voice }) => voice === 'newsroom' || voice === 'indirect_speech')
  const lengths = prose.map(({ words }) => words.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0)
  expect(lengths.filter((length) => length > 25)).toEqual([])
  expect(lengths.length).toBeGreaterThan(10)
})
