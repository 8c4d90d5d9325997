import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkCounts } from '../../src/import/check.ts'
import { tableOfChecks } from '../../src/import/report.ts'
import { type ActRow, readLists, readRows } from '../../src/import/rows.ts'
import { importPage, openSeed, readPage } from '../../src/import/untc.ts'
import { mark, type Shown } from './pages.ts'
import { fixtureSeed } from './seed.ts'

const left: Shown = {
  counts: 'Signatories : 1. Parties : 2',
  rows: [
    [`Atlantis${mark(1)}`, '[ 3 Dec 1997 ]', '[30 Jun 2000 ]'],
    ['Erewhon', '', '12 May 2004 a'],
    [`Utopia${mark(2)}`, '4 Dec 1997', '1 Jan 1999'],
  ],
  notes: {
    1: 'On 27 June 2025, the Government of Atlantis deposited with the Secretary-General a notification of withdrawal. The withdrawal took effect for Atlantis on 27 December 2025.',
    2: 'On 20 August 2025, the Government of Utopia deposited with the Secretary-General a notification of withdrawal. The withdrawal will take effect for Utopia on 20 February 2026.',
  },
}

test('who has left counts neither as a party nor as a signatory, who has only given notice as both', () => {
  expect(fixtureSeed().take(left).check).toEqual({
    header: { parties: 2, signatories: 1 },
    derived: { parties: 2, signatories: 1 },
    why: [],
  })
})

test('a consent given on the day of the notice or after it is not ended by it', () => {
  const shown: Shown = {
    counts: 'Signatories : 0. Parties : 1',
    rows: [[`Erewhon${mark(1)}`, '', '5 Jan 1999 a']],
    notes: {
      1: 'The Government of Erewhon had initially acceded to the Protocol on 10 May 1993. On 5 January 1999, the Government of Erewhon notified the Secretary-General that it had decided to denounce the Protocol with effect from 5 April 1999.',
    },
  }
  expect(fixtureSeed().take(shown).check).toMatchObject({ derived: { parties: 1 }, why: [] })
})

test('a header that counts otherwise is explained by row', () => {
  const notes = { 1: left.notes?.[1]?.replace('December 2025', 'December 2026') ?? '' }
  const { check } = fixtureSeed().take({ ...left, notes })
  expect(check.why).toEqual([
    'parties: the header counts 2, the acts give 3',
    'signatories: the header counts 1, the acts give 2',
    'ATL fixtures-atl-signature "[ 3 Dec 1997 ]" is bracketed, but not ended',
    'ATL fixtures-atl-ratification "[30 Jun 2000 ]" is bracketed, but not ended',
  ])
})

test('a protocol to which states only consent has no signatories to count', () => {
  const shown: Shown = {
    counts: 'Parties : 1',
    columns: ['Consent to be bound(P), Succession(d)'],
    rows: [['Erewhon', '12 May 2004 P']],
  }
  expect(fixtureSeed().take(shown).check).toMatchObject({ header: { signatories: null, parties: 1 }, why: [] })
})

test('an objection by a state to its own act is told', () => {
  const shown: Shown = {
    rows: [['Atlantis', '3 Dec 1997', '30 Jun 2000']],
    declarations: { entries: { Atlantis: '<p align=left><i>Reservation:<br></n></i></p>It reserves.' } },
  }
  const { take, rows } = fixtureSeed()
  const { list } = take(shown)
  const [reservation] = rows().filter(({ kind }) => kind === 'reservation')
  const objection = { ...rows()[0], id: 'own', kind: 'objection', targets: reservation?.id } as ActRow
  expect(checkCounts([...rows(), objection], list.header, list.asAt).why).toEqual([
    'ATL own objects to an act of its own',
  ])
})

const lists = readLists('seed/depositary/lists.yaml')
test('there are thirty lists', () => expect(lists).toHaveLength(30))
test.each(lists)('the rows of the list of $treaty give what its header counts', ({ treaty, header, asAt }) => {
  // What the depositary no longer shows, or never did, an editor describes in seed/acts, not in the list.
  const rows = readRows(`seed/depositary/${treaty}.csv`)
  expect(checkCounts(rows, header, asAt).why).toEqual([])
})

test('an objection names the act that it answers, or says why it names none', () => {
  const silent = lists.flatMap(({ treaty }) =>
    readRows(`seed/depositary/${treaty}.csv`).filter(
      ({ kind, targets, note }) => kind === 'objection' && targets === '' && note === '',
    ),
  )
  expect(silent).toEqual([])
})

test('what takes back a reservation or a declaration answers one of the same kind, by the same state', () => {
  const wrong = lists.flatMap(({ treaty }) => {
    const rows = readRows(`seed/depositary/${treaty}.csv`)
    return rows.filter(({ kind, state, targets }) => {
      const [, what] = /^(reservation|declaration)_(?:withdrawal|modification)$/.exec(kind) ?? []
      const answered = rows.filter(({ id }) => targets.split(' ').includes(id))
      return what !== undefined && answered.some((one) => one.kind !== what || one.state !== state)
    })
  })
  expect(wrong).toEqual([])
})

test('the depositary notifies no act before its day', () => {
  const early = lists.flatMap(({ treaty }) =>
    readRows(`seed/depositary/${treaty}.csv`).filter(({ date, notified }) => notified !== '' && notified < date),
  )
  expect(early).toEqual([])
})

// The pages are not part of the project: PAGES names the folder where they are.
const pages = process.env.PAGES ?? '../shared/untc-status-2026-02-03'
test.runIf(existsSync(pages))(
  'the acts of the thirty pages give what their headers count, and nothing is refused',
  () => {
    const seed = openSeed('seed')
    const imports = readdirSync(pages).map((file) => {
      const bytes = readFileSync(join(pages, file))
      return importPage(seed, readPage(file, bytes, undefined), bytes)
    })
    console.log(tableOfChecks(imports))
    expect(imports).toHaveLength(30)
    expect(imports.flatMap(({ check, refused }) => [...check.why, ...refused])).toEqual([])
    const differing = imports.flatMap(({ comparison: { fresh, changed, gone } }) => [
      ...[...fresh, ...gone].map(({ id }) => id),
      ...changed.map(({ row, cells }) => [row.id, ...cells].join('; ')),
    ])
    expect(imports.flatMap(({ list, header }) => header.map((difference) => [list.treaty, difference]))).toEqual([])
    expect(differing).toEqual([])
  },
)
if (!existsSync(pages))
  console.log(`the pages of ${pages} are not here: what the importer makes of them was not tested`)
