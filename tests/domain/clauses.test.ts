import { expect, test } from 'vitest'
import {
  articlesOfWithdrawal,
  clauseOf,
  type Delay,
  dayAfter,
  entersIntoForceFor,
  noticeTakesEffect,
  withdrawalTakesEffect,
} from '../../src/domain/clauses.ts'
import { spanOf } from '../../src/domain/partial-date.ts'
import { treatyNamed, treatyWith } from './law-cases.ts'

const monthsAfter = (months: number): Delay => ({ kind: 'months_after', months })

// Deposits for which "so many months after" names a day that the month does not have; the depositary counts to its last day.
test.each([
  ['the amended protocol on mines', 'North Macedonia', '2005-05-31', 6, '2005-11-30'],
  ['the amended protocol on mines', 'Portugal', '1999-03-31', 6, '1999-09-30'],
  ['the protocol on blinding lasers', 'Guatemala', '2002-08-30', 6, '2003-02-28'],
  ['the protocol on explosive remnants', 'France', '2006-10-31', 6, '2007-04-30'],
  ['the convention on migrant workers', 'Congo', '2017-03-31', 3, '2017-06-30'],
  ['the protocol on child soldiers', 'Benin', '2005-01-31', 1, '2005-02-28'],
  ['the protocol on child soldiers', 'Serbia', '2003-01-31', 1, '2003-02-28'],
  ['the protocol on the sale of children', 'Benin', '2005-01-31', 1, '2005-02-28'],
  ['the protocol on the sale of children', 'Burkina Faso', '2006-03-31', 1, '2006-04-30'],
  ['the protocol on the sale of children', 'Ecuador', '2004-01-30', 1, '2004-02-29'],
  ['the protocol on the sale of children', 'Liechtenstein', '2013-01-30', 1, '2013-02-28'],
  ['the protocol on the sale of children', 'the Marshall Islands', '2019-01-29', 1, '2019-02-28'],
  ['the covenant on civil and political rights', 'El Salvador', '1979-11-30', 3, '1980-02-29'],
  ['the covenant on economic, social and cultural rights', 'El Salvador', '1979-11-30', 3, '1980-02-29'],
  ['the protocol on economic, social and cultural rights', 'Finland', '2014-01-31', 3, '2014-04-30'],
])('%s: the deposit of %s on %s and %i months count to %s', (_treaty, _state, deposit, months, effect) => {
  expect(dayAfter(monthsAfter(months), deposit)).toBe(effect)
})

test.each<[Delay, string, string]>([
  [{ kind: 'on_deposit' }, '2005-12-27', '2005-12-27'],
  [{ kind: 'days_after', days: 90 }, '2014-09-25', '2014-12-24'],
  [{ kind: 'days_after', days: 30 }, '2024-01-31', '2024-03-01'],
  [monthsAfter(6), '2025-06-27', '2025-12-27'],
  [{ kind: 'first_day_of_month', months: 6 }, '2005-12-27', '2006-06-01'],
  [{ kind: 'first_day_of_month', months: 6 }, '2000-03-01', '2000-09-01'],
  [{ kind: 'first_day_of_month_following', months: 3 }, '2017-03-31', '2017-07-01'],
  [{ kind: 'first_day_of_month_following', months: 3 }, '2017-03-01', '2017-07-01'],
])('%o counted from %s has run on %s', (delay, day, effect) => {
  expect(dayAfter(delay, day)).toBe(effect)
})

// Deposits and entries into force that the Dutch Treaty Database, Landmine Monitor and others publish.
test.each([
  ['Canada', '1997-12-03', '1999-03-01'],
  ['Burkina Faso, the fortieth', '1998-09-16', '1999-03-01'],
  ['Benin', '1998-09-25', '1999-03-01'],
  ['Botswana', '2000-03-01', '2000-09-01'],
  ['Ukraine', '2005-12-27', '2006-06-01'],
])('the Mine Ban Convention enters into force for %s, deposited %s, on %s', (_state, deposit, effect) => {
  expect(entersIntoForceFor(treatyNamed('the Mine Ban Convention'), deposit)).toBe(effect)
})

test('a deposit after the treaty entered into force, and before, where only the later counts by itself', () => {
  const treaty = treatyNamed('the Arms Trade Treaty')
  expect(entersIntoForceFor(treaty, '2014-10-21')).toBe('2014-12-24')
  expect(entersIntoForceFor(treaty, '2014-12-24')).toBe('2014-12-24')
  expect(entersIntoForceFor(treaty, '2014-12-25')).toBe('2015-03-25')
})

test('a deposit never binds before the treaty itself is in force', () => {
  const treaty = treatyWith({ kind: 'on_deposit' }, null)
  expect(entersIntoForceFor(treaty, '1995-01-15')).toBe('1995-07-01')
  expect(entersIntoForceFor(treaty, '1995-01-16')).toBe('1995-07-01')
  expect(entersIntoForceFor(treaty, '1995-07-02')).toBe('1995-07-02')
})

test('a treaty that is not in force enters into force for nobody', () => {
  expect(entersIntoForceFor(treatyNamed('the Comprehensive Nuclear-Test-Ban Treaty'), '1998-04-06')).toBeNull()
})

test('without a clause for single states every deposit binds with the treaty', () => {
  const treaty = { ...treatyNamed('the Mine Ban Convention'), clauses: [] }
  expect(entersIntoForceFor(treaty, '2005-12-27')).toBe('1999-03-01')
})

const mineBanRule = () => {
  const clause = clauseOf(treatyNamed('the Mine Ban Convention'), 'withdrawal')
  if (!clause) throw new Error('article 20 is missing')
  return clause.rule
}
const conflict = (began: string, ended: string | null) => ({
  began: spanOf(began),
  ended: ended === null ? null : spanOf(ended),
})

test.each([
  ['no conflict', [], '2026-01-20', '2026-01-20', false],
  ['a conflict without a known end', [conflict('2022-02-24', null)], '2026-01-20', null, true],
  ['a conflict that ends later', [conflict('2022-02-24', '2027-03-01')], '2027-03-01', '2027-03-01', true],
  ['a conflict that ends in a later month', [conflict('2022-02-24', '2027-03')], '2027-03-01', '2027-03-31', true],
  ['a conflict over before', [conflict('2022-02-24', '2025-12-01')], '2026-01-20', '2026-01-20', false],
  ['a conflict over on the very day', [conflict('2022-02-24', '2026-01-20')], '2026-01-20', '2026-01-20', false],
  ['a conflict over a day later', [conflict('2022-02-24', '2026-01-21')], '2026-01-21', '2026-01-21', true],
  ['a conflict that begins on the day', [conflict('2026-01-20', '2026-05-05')], '2026-05-05', '2026-05-05', true],
  ['a conflict that begins a day later', [conflict('2026-01-21', null)], '2026-01-20', '2026-01-20', false],
  ['a conflict that may begin later', [conflict('2026', '2027-03-01')], '2026-01-20', '2027-03-01', true],
  ['a conflict that ends in an open time', [conflict('2022', '2027/..')], '2027-01-01', null, true],
  ['two conflicts', [conflict('2022', '2027-03-01'), conflict('2024', '2028-04-01')], '2028-04-01', '2028-04-01', true],
  ['two conflicts, one open', [conflict('2022', null), conflict('2024', '2028-04-01')], '2028-04-01', null, true],
])('a withdrawal notified on 2025-07-20, with %s', (_what, conflicts, earliest, latest, held) => {
  expect(withdrawalTakesEffect(mineBanRule(), '2025-07-20', conflicts)).toEqual({ earliest, latest, held })
})

test('a clause that names no armed conflict is held by none', () => {
  const rule = { ...mineBanRule(), heldBy: null }
  const effect = withdrawalTakesEffect(rule, '2025-07-20', [conflict('2022-02-24', null)])
  expect(effect).toEqual({ earliest: '2026-01-20', latest: '2026-01-20', held: false })
})

test('a notice of some day in a month takes effect between the effects of its first and its last day', () => {
  const effect = noticeTakesEffect(mineBanRule(), spanOf('2025-08'), [])
  expect(effect).toEqual({ earliest: '2026-02-01', latest: '2026-02-28', held: false })
  const open = noticeTakesEffect(mineBanRule(), spanOf('2025-08/..'), [])
  expect(open).toEqual({ earliest: '2026-02-01', latest: null, held: false })
  const held = noticeTakesEffect(mineBanRule(), spanOf('../2025-08-20'), [conflict('2022', null)])
  expect(held).toEqual({ earliest: null, latest: null, held: true })
})

test('the paragraphs on notice and on effect are named apart where they differ', () => {
  expect(articlesOfWithdrawal(treatyNamed('the Mine Ban Convention'))).toEqual({ notice: '20(2)', effect: '20(3)' })
  expect(articlesOfWithdrawal(treatyNamed('the Arms Trade Treaty'))).toEqual({ notice: '24(2)', effect: '24(2)' })
  const none = treatyNamed('the International Covenant on Civil and Political Rights')
  expect(articlesOfWithdrawal(none)).toEqual({ notice: null, effect: null })
})

test.each([
  ['one after the other', [conflict('2022', '2027-03-01'), conflict('2024', '2026-05-01')], '2027-03-01', '2027-03-01'],
  ['the longer first', [conflict('2024', '2028-04-01'), conflict('2022', '2027-03-01')], '2028-04-01', '2028-04-01'],
  ['one open, then one that ends', [conflict('2024', '2028-04-01'), conflict('2022', null)], '2028-04-01', null],
  ['one of a beginning nobody knows', [conflict('../2025-01-01', '2027-03-01')], '2027-03-01', '2027-03-01'],
  ['one that may begin at any time', [conflict('2024/..', '2027-03-01')], '2026-01-20', '2027-03-01'],
])('of conflicts, %s, the last to end lets the withdrawal take effect', (_what, conflicts, earliest, latest) => {
  expect(withdrawalTakesEffect(mineBanRule(), '2025-07-20', conflicts)).toEqual({ earliest, latest, held: true })
})

test('a notice is held where its first or its last day would be', () => {
  const late = [conflict('2026-02-10', '2026-03-01')]
  expect(noticeTakesEffect(mineBanRule(), spanOf('2025-08-01/2025-08-20'), late)).toEqual({
    earliest: '2026-02-01',
    latest: '2026-03-01',
    held: true,
  })
  const early = [conflict('2022', '2026-02-10')]
  expect(noticeTakesEffect(mineBanRule(), spanOf('2025-08-01/2025-08-20'), early)).toEqual({
    earliest: '2026-02-10',
    latest: '2026-02-20',
    held: true,
  })
  expect(noticeTakesEffect(mineBanRule(), spanOf('../2025-08-20'), [])).toEqual({
    earliest: null,
    latest: '2026-02-20',
    held: false,
  })
})

test('where the day of the last instrument needed is not known, a deposit binds with the treaty', () => {
  const treaty = { ...treatyNamed('the Mine Ban Convention'), thresholdReached: null }
  expect(entersIntoForceFor(treaty, '2005-12-27')).toBe('1999-03-01')
  const early = { ...treatyNamed('the Mine Ban Convention'), entryIntoForce: null }
  expect(entersIntoForceFor(early, '1998-10-01')).toBeNull()
})

test('a deposit between the last instrument needed and the entry into force counts by itself only where the clause says so', () => {
  const treaty = treatyWith({ kind: 'months_after', months: 12 }, null)
  expect(entersIntoForceFor(treaty, '1995-02-01')).toBe('1996-02-01')
  const clauses = treaty.clauses.map((clause) =>
    clause.rule.kind === 'entry_into_force_for_state'
      ? { ...clause, rule: { ...clause.rule, appliesTo: 'deposits_after_entry_into_force' as const } }
      : clause,
  )
  expect(entersIntoForceFor({ ...treaty, clauses }, '1995-02-01')).toBe('1995-07-01')
})
