import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, firstDay, lastDay } from '../../src/domain/partial-date.ts'
import { asKnownOn } from '../../src/domain/record.ts'
import { standingOn } from '../../src/domain/standing.ts'
import { stretchAround } from '../../src/domain/stretch.ts'
import { withdrawalTrack } from '../../src/domain/withdrawal.ts'
import { piecesFor, stencilOf } from '../../src/http/door/stencil.ts'
import { namesOfStates, namesOfTreaties } from '../../src/storage/names.ts'
import { treatyRecordOf } from '../../src/storage/treaty-records.ts'
import { databaseOfSeed } from '../record.ts'
import { type Given, recordOf, treatyNamed } from './law-cases.ts'

const database = databaseOfSeed()
const states = [...namesOfStates(database).keys()]
const treaties = [...namesOfTreaties(database).keys()]
const mineBan = asKnownOn(treatyRecordOf(database, 'mine-ban'), '2026-11-01')

// As known on days on which the depositary had been given what it made known later, of a state of which nothing else is known too.
const records = [
  mineBan,
  asKnownOn(treatyRecordOf(database, 'mine-ban'), '2025-06-30'),
  asKnownOn(treatyRecordOf(database, 'civil-political-rights-complaints'), '1993-06-15'),
]

/** A day of the years in which treaties are made and left, or far from them. */
const someDay = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1940-01-01', days)) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 3_652_058 }).map((days) => addDays('0001-01-01', days)) },
)

test('on every day of a stretch the same is said, but for the days that are counted from it', () => {
  let checked = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...treaties),
      fc.constantFrom(...states),
      fc.constantFrom('2003-05-01', '2015-01-01', '2025-07-01', '2026-11-01'),
      someDay,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (treaty, state, knownOn, day, part) => {
        const record = asKnownOn(treatyRecordOf(database, treaty), knownOn)
        const said = (asOf: Day) =>
          JSON.stringify([asOf, standingOn(record, state, asOf), withdrawalTrack(record, state, asOf)])
        const { from, through, counted } = stretchAround(record, state, day)
        const stencil = stencilOf(said(day), day, counted)
        // The days of a stretch are named in what is said only by chance; then it is another day's turn.
        if (!stencil || piecesFor(stencil, from).join('') !== said(from)) return
        checked += 1
        const length = Temporal.PlainDate.from(from).until(through).days
        const other = addDays(from, Math.floor(part * length))
        expect(piecesFor(stencil, other).join('')).toBe(said(other))
      },
    ),
    { numRuns: 1500 },
  )
  expect(checked).toBeGreaterThan(1000)
})

test('stretches follow one another without a gap, from the first day to the last', () => {
  let [day, stretches] = [firstDay, 0]
  for (;;) {
    const { from, through } = stretchAround(mineBan, 'UKR', day)
    expect([from, stretchAround(mineBan, 'UKR', through).from]).toEqual([day, day])
    stretches += 1
    if (through === lastDay) break
    day = addDays(through, 1)
  }
  // Of a state that the record does not have there are some hundred.
  expect(stretches).toBeGreaterThan(150)
})

test('a stretch for all states ends where a list reaches no further for one of them', () => {
  for (const record of records)
    for (const [state, eve] of record.lists.flatMap(({ unheardOf }) => [...(unheardOf ?? [])]))
      expect({ state, through: stretchAround(record, null, eve).through }).toEqual({ state, through: eve })
})

test('a stretch for all states lies within that of each of them', () => {
  fc.assert(
    fc.property(fc.constantFrom(...records), fc.constantFrom(...states), someDay, (record, state, day) => {
      const [all, one] = [stretchAround(record, null, day), stretchAround(record, state, day)]
      expect(all.from >= one.from && all.through <= one.through).toBe(true)
      expect(all.from <= day && day <= all.through).toBe(true)
    }),
  )
})

test.each([
  ['it was adopted', '1997-09-18'],
  ['it came into force', '1999-03-01'],
])('the day on which %s begins a stretch of every state', (_, day) => {
  for (const state of states) expect(stretchAround(mineBan, state, day).from).toBe(day)
})

const cases: [what: string, given: Given, from: Day, days: number][] = [
  [
    'the effect of a notice that nobody has given would fall into an armed conflict that has ended',
    {
      list: '2026-02-03',
      acts: [
        { act: 'ratification', of: 'Alpha', on: '2000-01-10' },
        { act: 'announcement', of: 'Alpha', on: '2014-01-10', aim: 'withdrawal' },
      ],
      conflicts: [{ of: 'Alpha', began: '2020-06-01', ended: '2020-08-31' }],
    },
    '2018-06-01',
    1200,
  ],
  [
    'a standing began between the first of a month and the day itself',
    {
      acts: [{ act: 'ratification', of: 'Alpha', on: '1998-03-01/1998-06-15' }],
      claims: [{ of: 'Alpha', is: ['contracting_state'], during: '1998-03-10/1998-06-10' }],
    },
    '1998-01-01',
    365,
  ],
  [
    'an objection may have been made, or taken back',
    {
      list: '2026-02-03',
      acts: [
        { act: 'ratification', of: 'Alpha', on: '2000-01-10' },
        { act: 'suspension_notification', id: 'suspension', of: 'Alpha', on: '2025-07-18' },
        { act: 'objection', id: 'no', of: 'Gamma', on: '2025-08-01/2025-08-20', to: ['suspension'] },
        { act: 'objection_withdrawal', of: 'Gamma', on: '2025-09-10/2025-10-20', to: ['no'] },
      ],
    },
    '2025-07-01',
    300,
  ],
]
test.each(cases)('no stretch goes on while %s', (_, given, first, days) => {
  const record = recordOf(treatyNamed('the Mine Ban Convention'), given)
  const said = (asOf: Day) =>
    JSON.stringify([asOf, standingOn(record, 'Alpha', asOf), withdrawalTrack(record, 'Alpha', asOf)])
  let checked = 0
  for (let i = 0; i < days; i++) {
    const day = addDays(first, i)
    const { from, through, counted } = stretchAround(record, 'Alpha', day)
    // Days of one stretch that lie on either side of what makes a difference show it.
    for (const other of [from, through, addDays(from, 40), addDays(through, -40)]) {
      if (other < from || other > through) continue
      const stencil = stencilOf(said(other), other, counted)
      if (!stencil || [from, through].some((end) => piecesFor(stencil, end).join('') !== said(end))) continue
      checked += 1
      expect(piecesFor(stencil, day).join(''), day).toBe(said(day))
    }
  }
  expect(checked).toBeGreaterThan(days)
})
