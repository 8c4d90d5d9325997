import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Day, type Span, spanOf } from '../../src/domain/partial-date.ts'
import { fillDatabase } from '../../src/seed/build.ts'
import { listActs } from '../../src/storage/acts.ts'
import { createDatabase } from '../../src/storage/database.ts'
import { databaseOfSeed, rowsOfSeed } from '../record.ts'

/** Whether the date lies between `from` and `to`, both included; a missing bound does not limit. */
function liesWithin(span: Span, from: Day | undefined, to: Day | undefined): 'yes' | 'no' | 'unknown' {
  if ((from && span.latest && span.latest < from) || (to && span.earliest && span.earliest > to)) return 'no'
  const fromHolds = !from || (span.earliest !== null && span.earliest >= from)
  const toHolds = !to || (span.latest !== null && span.latest <= to)
  return fromHolds && toHolds ? 'yes' : 'unknown'
}

test.each([
  ['2005', '2005-01-01', '2005-12-31', 'yes'],
  ['2005', '2005-01-02', undefined, 'unknown'],
  ['2005', undefined, '2005-12-30', 'unknown'],
  ['2005', '2006-01-01', undefined, 'no'],
  ['2005', undefined, '2004-12-31', 'no'],
  ['2005', undefined, undefined, 'yes'],
  ['2005', '2005-12-31', undefined, 'unknown'],
  ['2005', undefined, '2005-01-01', 'unknown'],
  ['../2005', '2006-01-01', undefined, 'no'],
  ['../2005', undefined, '2005-12-31', 'yes'],
  ['../2005', '2000-01-01', undefined, 'unknown'],
  ['2005/..', '2005-01-01', undefined, 'yes'],
  ['2005/..', undefined, '2004-12-31', 'no'],
  ['2005/..', undefined, '2006-12-31', 'unknown'],
])('whether %s lies between %s and %s: %s', (text, from, to, answer) => {
  expect(liesWithin(spanOf(text), from, to)).toBe(answer)
})

const database = databaseOfSeed()
// One state under one treaty: every kind of date is there, and a search for them is quick.
const ofUkraine = { treaty: 'mine-ban', state: 'UKR' }
const whole = { limit: 100_000, after: undefined }

/** Days around everything that the articles date. */
const day = fc
  .tuple(
    fc.constantFrom(1999, 2005, 2006, 2024, 2025, 2026),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
const interesting = fc.constantFrom('2005-01-01', '2005-12-31', '2025-03-31', '2025-06-08', '2025-06-29', '2025-06-30')
const end = fc.option(fc.oneof(day, interesting), { nil: undefined })
const sources = fc.constantFrom<string[][]>(
  ['reuters-ukraine-decree'],
  ['unnamed-ukraine-decree'],
  ['article', 'depositary'],
  ['reuters-ukraine-decree', 'unnamed-ukraine-decree'],
)

test('a window holds just the acts whose date, under the same pins, may lie in it, or certainly does', () => {
  fc.assert(
    fc.property(end, end, sources, fc.constantFrom('certain', 'possible'), (from, to, accordingTo, dateMatch) => {
      fc.pre(from === undefined || to === undefined || from <= to)
      const pins = { knownOn: '2025-07-01', accordingTo }
      const held = listActs(database, { ...ofUkraine, from, to, dateMatch }, pins, whole).rows.map(({ id }) => id)
      const meant = listActs(database, ofUkraine, pins, whole).rows.filter(({ date }) => {
        if (from === undefined && to === undefined) return true
        const answer = liesWithin(date.span, from, to)
        return dateMatch === 'certain' ? answer === 'yes' : answer !== 'no'
      })
      expect(held).toEqual(meant.map(({ id }) => id))
    }),
    { numRuns: 300 },
  )
})

test('the same holds of all sources together, on every day from which they are asked of', () => {
  const knownOn = fc.constantFrom('2005-12-31', '2025-06-08', '2025-06-29', '2025-07-20', '2026-02-20')
  fc.assert(
    fc.property(end, end, knownOn, fc.constantFrom('certain', 'possible'), (from, to, knownOn, dateMatch) => {
      fc.pre(from !== undefined && (to === undefined || from <= to))
      const pins = { knownOn, accordingTo: 'all' as const }
      const held = listActs(database, { treaty: 'mine-ban', from, to, dateMatch }, pins, whole).rows
      const meant = listActs(database, { treaty: 'mine-ban' }, pins, whole).rows.filter(({ date }) => {
        const answer = liesWithin(date.span, from, to)
        return dateMatch === 'certain' ? answer === 'yes' : answer !== 'no'
      })
      expect(held.map(({ id }) => id)).toEqual(meant.map(({ id }) => id))
    }),
    { numRuns: 40 },
  )
})

test('what certainly lies in a window also may lie in it', () => {
  fc.assert(
    fc.property(day, day, (a, b) => {
      const window = a < b ? { from: a, to: b } : { from: b, to: a }
      const pins = { knownOn: '2025-07-01', accordingTo: 'all' as const }
      const ids = (dateMatch: 'certain' | 'possible') =>
        listActs(database, { ...ofUkraine, ...window, dateMatch }, pins, whole).rows.map(({ id }) => id)
      expect(ids('possible')).toEqual(expect.arrayContaining(ids('certain')))
    }),
  )
})

test('the property is put to the test on acts dated to the year, to the day, and not later than a day', () => {
  const acts = listActs(database, ofUkraine, { knownOn: '2025-07-01', accordingTo: ['reuters-ukraine-decree'] }, whole)
  expect(new Set(acts.rows.map(({ date }) => date.precision))).toEqual(new Set(['year', 'day', 'interval']))
})

test('an act of which no day is known may lie in any window, and certainly lies in none', () => {
  const rows = rowsOfSeed()
  const undated = { id: 'undated', date: null, earliest: null, latest: null, sortDay: '9999-12-31' }
  rows.acts.push(
    ...rows.acts.filter(({ id }) => id === 'mine-ban-fin-accession').map((act) => ({ ...act, ...undated })),
  )
  rows.actEvidence.push(
    ...rows.actEvidence
      .filter(({ act }) => act === 'mine-ban-fin-accession')
      .map((row) => ({ ...row, act: 'undated', date: null, earliest: null, latest: null, basis: null, reading: null })),
  )
  const madeUp = createDatabase()
  fillDatabase(madeUp, rows, 'tests')
  for (const accordingTo of ['all' as const, ['depositary']])
    for (const asked of [{}, { treaty: 'mine-ban' }, { state: 'FIN' }, { treaty: 'mine-ban', state: 'FIN' }])
      for (const window of [{ from: '2025-01-01' }, { to: '1966-12-31' }, { from: '2012-01-01', to: '2012-01-31' }]) {
        const found = (dateMatch: 'certain' | 'possible') =>
          listActs(madeUp, { ...asked, ...window, dateMatch }, { knownOn: '2026-02-20', accordingTo }, whole)
        const [possible, certain] = [found('possible'), found('certain')]
        expect(possible.rows.map(({ id }) => id)).toContain('undated')
        expect(possible.total).toBe(possible.rows.length)
        expect(certain.rows.map(({ id }) => id)).not.toContain('undated')
        expect(certain.total).toBe(certain.rows.length)
      }
})
