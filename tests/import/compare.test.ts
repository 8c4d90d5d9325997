import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Shown } from './pages.ts'
import { mark } from './pages.ts'
import { fixtureSeed } from './seed.ts'

const before: Shown = {
  counts: 'Signatories : 1. Parties : 2',
  rows: [
    ['Atlantis', '3 Dec 1997', '30 Jun 2000'],
    ['Erewhon', '', '12 May 2004 a'],
  ],
}
const without: Shown = {
  counts: 'Signatories : 1. Parties : 1',
  asAt: '05-03-2026',
  rows: [['Atlantis', '3 Dec 1997', '30 Jun 2000']],
}
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)

test('a first import gives each act its id, in order of date', () => {
  const { take, rows } = fixtureSeed()
  const again: Shown = {
    counts: 'Signatories : 0. Parties : 1',
    rows: [[`Erewhon${mark(1)}`, '', '5 Jan 1999 a']],
    notes: {
      1: 'The Government of Erewhon had initially acceded to the Protocol on 10 May 1993. On 5 January 1999, the Government of Erewhon notified the Secretary-General that it had decided to denounce the Protocol with effect from 5 April 1999.',
    },
  }
  expect(take(again).comparison.fresh).toHaveLength(3)
  expect(rows().map(({ id, date }) => [id, date])).toEqual([
    ['fixtures-ere-accession', '1993-05-10'],
    ['fixtures-ere-accession-2', '1999-01-05'],
    ['fixtures-ere-withdrawal-notification', '1999-01-05'],
  ])
})

test('the same page again changes nothing, to the byte', () => {
  const { take, list } = fixtureSeed()
  take(before)
  const written = readFileSync(list, 'utf8')
  const { fresh, changed, gone, removed } = take(before).comparison
  expect([fresh, changed, gone, removed]).toEqual([[], [], [], []])
  expect(readFileSync(list, 'utf8')).toBe(written)
})

test('an import that is only tried writes nothing', () => {
  const { take, rows } = fixtureSeed()
  expect(take(before, { write: false }).comparison.fresh).toHaveLength(3)
  expect(rows()).toEqual([])
})

describe('an act that a newer page no longer shows', () => {
  test('is reported, and stays in the list', () => {
    const { take, rows } = fixtureSeed()
    take(before)
    expect(ids(take(without).comparison.gone)).toEqual(['fixtures-ere-accession'])
    expect(ids(rows())).toContain('fixtures-ere-accession')
  })

  test('does not count when the page is checked against its own header', () => {
    const { take } = fixtureSeed()
    take(before)
    expect(take(without).check).toMatchObject({ derived: { parties: 1 }, why: [] })
  })

  test('stays without a word where it is decided to keep it', () => {
    const { take, decide, rows } = fixtureSeed()
    take(before)
    decide('- { act: fixtures-ere-accession, decision: keep, because: It happened., source: The deposit itself. }\n')
    expect(take(without).comparison).toMatchObject({ gone: [], removed: [] })
    expect(ids(rows())).toContain('fixtures-ere-accession')
  })

  test('goes where it is decided to remove it', () => {
    const { take, decide, rows } = fixtureSeed()
    take(before)
    decide('- { act: fixtures-ere-accession, decision: remove, because: A slip of the page., source: A correction. }\n')
    expect(ids(take(without).comparison.removed)).toEqual(['fixtures-ere-accession'])
    expect(ids(rows())).not.toContain('fixtures-ere-accession')
  })
})

describe('an act that a newer page gives otherwise', () => {
  test('keeps its id when the page corrects its day', () => {
    const { take, rows } = fixtureSeed()
    take(before)
    const { changed, gone, fresh } = take({
      ...before,
      rows: [
        ['Atlantis', '3 Dec 1997', '30 Jun 2000'],
        ['Erewhon', '', '13 May 2004 a'],
      ],
    }).comparison
    expect([gone, fresh]).toEqual([[], []])
    expect(changed.map(({ cells }) => cells)).toEqual([
      ['date: "2004-05-12" -> "2004-05-13"', 'words: "12 May 2004 a" -> "13 May 2004 a"'],
    ])
    expect(rows().find(({ id }) => id === 'fixtures-ere-accession')?.date).toBe('2004-05-13')
  })

  test('keeps what an editor has added where the page says nothing', () => {
    const { take, list, rows } = fixtureSeed()
    take(before)
    writeFileSync(
      list,
      readFileSync(list, 'utf8')
        .replace('accession,2004-05-12,,', 'accession,2004-05-12,2004-01-01,')
        .replace(/(Erewhon,.*),\n/, '$1,Known from the notice.\n'),
    )
    expect(take(before).comparison.changed).toEqual([])
    expect(rows().find(({ state }) => state === 'ERE')).toMatchObject({
      effective: '2004-01-01',
      note: 'Known from the notice.',
    })
  })

  test('that is new since takes the next number, whatever its day', () => {
    const { take, rows } = fixtureSeed()
    take(before)
    take({
      ...before,
      rows: [
        ['Atlantis', '3 Dec 1997', '30 Jun 2000'],
        ['Erewhon', '', '10 May 1993 a, 12 May 2004 a'],
      ],
    })
    expect(ids(rows().filter(({ state }) => state === 'ERE'))).toEqual([
      'fixtures-ere-accession-2',
      'fixtures-ere-accession',
    ])
  })
})

test('a page older than the list is not taken', () => {
  const { take } = fixtureSeed()
  take(before)
  expect(() => take({ ...before, asAt: '02-02-2026' })).toThrow('a page as at 2026-02-02 is older')
})

test('a page of a treaty that the seed does not have is not taken', () => {
  const { take } = fixtureSeed()
  expect(() => take({ ...before, untc: 'IV-99' })).toThrow('no treaty of the seed has the reference IV-99')
})
