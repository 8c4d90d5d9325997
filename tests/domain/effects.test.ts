import { expect, test } from 'vitest'
import { effectDays } from '../../src/domain/effects.ts'
import { type Given, recordOf, treatyNamed, type WrittenAct } from './law-cases.ts'

const sources: Given['sources'] = {
  early: { kind: 'article', published: '2020-05-20' },
  late: { kind: 'article', published: '2020-06-29' },
}
const did = (act: WrittenAct['act'], id: string, on: string, more: Partial<WrittenAct> = {}): WrittenAct => ({
  act,
  id,
  of: 'Alpha',
  on,
  ...more,
})
const daysOf = (given: Given, treaty = 'the Mine Ban Convention', states = ['Alpha']) =>
  effectDays(recordOf(treatyNamed(treaty), { list: '2026-02-03', sources, ...given }), states)
const short = (...given: Parameters<typeof daysOf>) =>
  daysOf(...given).map(({ kind, day, state, act }) => `${day} ${kind} of ${state} by ${act.id}`)

const deposit = did('ratification', 'deposit', '2005-12-27')
const notice = did('withdrawal_notification', 'notice', '2010-01-10')

test('a treaty enters into force for a state and ceases to be, each by an act and for reasons', () => {
  const [entry, exit, ...others] = daysOf({ acts: [deposit, notice] })
  expect(others).toEqual([])
  expect(entry).toMatchObject({
    kind: 'entry_into_force',
    day: '2006-06-01',
    state: 'Alpha',
    act: { id: 'deposit' },
    because: [
      'Alpha ratified the Mine Ban Convention on 2005-12-27.',
      'By article 17(2) the Mine Ban Convention enters into force for Alpha on 2006-06-01.',
    ],
    known: { first: '2005-12-27', last: '2005-12-27' },
  })
  expect(exit).toMatchObject({
    kind: 'withdrawal',
    day: '2010-07-10',
    state: 'Alpha',
    act: { id: 'notice' },
    because: [
      'Alpha notified its withdrawal from the Mine Ban Convention on 2010-01-10.',
      'By article 20(3) it takes effect on 2010-07-10.',
    ],
    known: { first: '2010-01-10', last: '2010-01-10' },
  })
})

test('of several acts each day is that of the act that brings it about', () => {
  const acts = [
    deposit,
    notice,
    did('withdrawal_notification', 'second', '2010-02-10'),
    did('accession', 'again', '2015-02-03'),
    did('withdrawal_notification', 'last', '2020-01-10'),
  ]
  expect(short({ acts })).toEqual([
    '2006-06-01 entry_into_force of Alpha by deposit',
    '2010-07-10 withdrawal of Alpha by notice',
    '2015-08-01 entry_into_force of Alpha by again',
    '2020-07-10 withdrawal of Alpha by last',
  ])
})

test('a day of effect that the record states is the day', () => {
  expect(short({ acts: [did('succession', 'it', '2011-11-11', { effective: '2011-07-09' })] })).toEqual([
    '2011-07-09 entry_into_force of Alpha by it',
  ])
  expect(short({ acts: [did('succession', 'it', '2011-11-11', { effective: '1998-07-09' })] })).toEqual([
    '1999-03-01 entry_into_force of Alpha by it',
  ])
  expect(short({ acts: [deposit, { ...notice, effective: '2011-01-01' }] }).slice(1)).toEqual([
    '2011-01-01 withdrawal of Alpha by notice',
  ])
  expect(
    short(
      { acts: [did('succession', 'it', '2011-11-11', { effective: '2011-07-09' })] },
      'the Comprehensive Nuclear-Test-Ban Treaty',
    ),
  ).toEqual([])
})

test('an effect that is open, denied or only possible has no day', () => {
  expect(short({ acts: [{ ...deposit, on: '2005' }] })).toEqual([])
  expect(short({ acts: [did('succession', 'it', '2011-11-11')] })).toEqual([])
  expect(short({ acts: [deposit, { ...notice, on: '2010' }] })).toEqual([
    '2006-06-01 entry_into_force of Alpha by deposit',
  ])
  expect(short({ acts: [deposit, { ...notice, by: 'early', as: 'disjunctive' }] })).toHaveLength(1)
  expect(short({ acts: [did('ratification', 'vague', '2005-12')] })).toEqual([
    '2006-06-01 entry_into_force of Alpha by vague',
  ])
  expect(short({ acts: [deposit, notice] }, 'the International Covenant on Civil and Political Rights')).toEqual([
    '2006-03-27 entry_into_force of Alpha by deposit',
  ])
})

test('a notice whose period runs out while a conflict goes on is held on that day', () => {
  const conflicts = [{ of: 'Alpha', began: '2008-08-01' }]
  const [entry, held, ...others] = daysOf({ acts: [deposit, notice], conflicts })
  expect(entry?.kind).toBe('entry_into_force')
  expect(others).toEqual([])
  expect(held).toMatchObject({ kind: 'withdrawal_held', day: '2010-07-10', state: 'Alpha', act: { id: 'notice' } })
  expect(held?.because).toEqual([
    'By article 20(3) the withdrawal takes effect not before 2010-07-11.',
    'By article 20(3) it does not take effect before the end of the armed conflict in which Alpha is engaged; no end of it is recorded, so it is carried forward to 2010-07-10.',
  ])
  const ended = [{ of: 'Alpha', began: '2008-08-01', ended: '2012-03-01' }]
  expect(short({ acts: [deposit, notice], conflicts: ended }).slice(1)).toEqual([
    '2010-07-10 withdrawal_held of Alpha by notice',
    '2012-03-01 withdrawal of Alpha by notice',
  ])
  expect(short({ acts: [deposit, { ...notice, on: '2010-01' }], conflicts }).slice(1)).toEqual([
    '2010-07-31 withdrawal_held of Alpha by notice',
  ])
  const back = did('withdrawal_retraction', 'back', '2010-07-01')
  expect(short({ acts: [deposit, notice, back], conflicts })).toHaveLength(1)
  const second = did('withdrawal_notification', 'second', '2010-02-10')
  expect(short({ acts: [deposit, notice, second], conflicts }).slice(1)).toEqual([
    '2010-08-10 withdrawal_held of Alpha by second',
  ])
})

test('the days of several states stand in order, on one day in the order of the acts', () => {
  const acts = [
    { ...deposit, id: 'b', of: 'Beta' },
    { ...deposit, id: 'c', of: 'Alpha' },
    { ...deposit, id: 'a', of: 'Gamma' },
    did('ratification', 'first', '2000-03-01', { of: 'Delta' }),
  ]
  expect(short({ acts }, 'the Mine Ban Convention', ['Alpha', 'Beta', 'Gamma', 'Delta'])).toEqual([
    '2000-09-01 entry_into_force of Delta by first',
    '2006-06-01 entry_into_force of Gamma by a',
    '2006-06-01 entry_into_force of Beta by b',
    '2006-06-01 entry_into_force of Alpha by c',
  ])
})

test('evidence of an act is known from its first to its last', () => {
  const said = [
    { by: 'late', on: '2005-12-27' },
    { by: 'depositary', on: '2005-12-27', notified: '2006-02-01' },
    { by: 'early', on: '2005-12-27' },
  ]
  expect(daysOf({ acts: [{ act: 'ratification', of: 'Alpha', said }] })[0]?.known).toEqual({
    first: '2006-02-01',
    last: '2020-06-29',
  })
  const undated = { report: { kind: 'report' as const, published: '2020/..' } }
  const unknown = daysOf({ sources: undated, acts: [{ ...deposit, by: 'report' }] })
  expect(unknown[0]?.known).toEqual({ first: '1997-09-18', last: '1997-09-18' })
})
