import { describe, expect, test } from 'vitest'
import type { KnownStanding } from '../../src/domain/evidence.ts'
import { spanOf } from '../../src/domain/partial-date.ts'
import { changeOn, changesFrom, type ExactAct, timelineOf } from '../../src/domain/timeline.ts'
import { treatyNamed } from './law-cases.ts'

const mineBan = treatyNamed('the Mine Ban Convention')
const testBan = treatyNamed('the Comprehensive Nuclear-Test-Ban Treaty')
const act = (kind: ExactAct['kind'], day: string, effect: string | null = null): ExactAct => ({
  kind,
  day,
  effect,
  mayBeHeld: kind === 'withdrawal_notification',
})
const read = (acts: ExactAct[], base: KnownStanding = 'not_party', treaty = mineBan) => {
  const { changes, incoherentFrom } = timelineOf(treaty, base, acts, [])
  return { changes: changes.map(({ from, standing }) => `${from} ${standing}`), incoherentFrom }
}

const signed = act('signature', '2000-01-01')
const deposited = act('ratification', '2001-01-01', '2001-07-01')
const notified = act('withdrawal_notification', '2005-01-01', '2005-07-01')

test('the standings of a state follow one another, in whatever order its acts are given', () => {
  const changes = [
    '0000-01-01 not_party',
    '2000-01-01 signatory',
    '2001-01-01 contracting_state',
    '2001-07-01 party',
    '2005-07-01 former_party',
  ]
  const orders = [
    [signed, deposited, notified],
    [signed, notified, deposited],
    [deposited, signed, notified],
    [deposited, notified, signed],
    [notified, signed, deposited],
    [notified, deposited, signed],
  ]
  for (const acts of orders) expect(read(acts)).toEqual({ changes, incoherentFrom: null })
})

test('on one day a state signs, consents, gives notice and takes it back', () => {
  const day = '2001-01-01'
  const all = [
    act('withdrawal_retraction', day),
    act('withdrawal_notification', day, '2001-07-10'),
    act('ratification', day, '2001-07-01'),
    act('signature', day),
  ]
  const bound = ['0000-01-01 not_party', '2001-01-01 contracting_state', '2001-07-01 party']
  for (const acts of [all, all.toReversed()]) expect(read(acts)).toEqual({ changes: bound, incoherentFrom: null })
  expect(read(all.slice(1)).changes).toEqual([...bound, '2001-07-10 former_party'])
})

test('the first of several signatures counts', () => {
  expect(read([act('signature', '2002-01-01'), signed]).changes).toEqual([
    '0000-01-01 not_party',
    '2000-01-01 signatory',
  ])
})

test('an act that is none of these changes nothing', () => {
  expect(read([deposited, act('declaration', '2001-02-01')])).toEqual(read([deposited]))
})

describe('what cannot be true', () => {
  test('a notice of a state that had not consented', () => {
    expect(read([notified]).incoherentFrom).toBe('2005-01-01')
    expect(read([notified], 'party').incoherentFrom).toBeNull()
    expect(read([notified], 'contracting_state').incoherentFrom).toBe('2005-01-01')
    expect(read([notified], 'former_party').incoherentFrom).toBe('2005-01-01')
  })

  test('a notice of a state that had left before', () => {
    const again = act('withdrawal_notification', '2006-01-01', '2006-07-01')
    const ended = { ...act('withdrawal_of_consent', '2001-03-01') }
    expect(read([deposited, ended, notified]).incoherentFrom).toBe('2005-01-01')
    expect(read([deposited, ended, notified, again]).incoherentFrom).toBe('2005-01-01')
  })

  test('no notice under a treaty that is not in force, by a state that consented', () => {
    const waiting = act('ratification', '2001-01-01')
    expect(read([waiting, notified], 'not_party', testBan).incoherentFrom).toBeNull()
    expect(read([notified], 'not_party', testBan).incoherentFrom).toBe('2005-01-01')
    expect(read([waiting, notified], 'not_party', mineBan).incoherentFrom).toBe('2005-01-01')
  })

  test('a notice of a state of which only one consent of two will bind', () => {
    const waiting = act('accession', '2001-02-01')
    expect(read([deposited, waiting, notified]).incoherentFrom).toBeNull()
  })
})

test('a notice ends the consents before it, one of its own day only where there is no other', () => {
  const sameDay = act('accession', '2005-01-01', '2005-08-01')
  expect(read([deposited, notified, sameDay]).changes.slice(-2)).toEqual([
    '2005-07-01 contracting_state',
    '2005-08-01 party',
  ])
  expect(read([sameDay, { ...notified, effect: '2005-09-01' }]).changes.slice(-2)).toEqual([
    '2005-08-01 party',
    '2005-09-01 former_party',
  ])
})

test('of two notices the earlier effect ends the consent, and a retraction takes back what still runs', () => {
  const second = act('withdrawal_notification', '2005-02-01', '2005-06-01')
  expect(read([deposited, notified, second]).changes.at(-1)).toBe('2005-06-01 former_party')
  expect(read([deposited, second, { ...notified, effect: '2005-06-01' }]).changes.at(-1)).toBe(
    '2005-06-01 former_party',
  )
  const back = (day: string) => read([deposited, notified, second, act('withdrawal_retraction', day)]).changes.at(-1)
  expect(back('2005-05-31')).toBe('2001-07-01 party')
  expect(back('2005-06-01')).toBe('2005-06-01 former_party')
})

test('a notice that an open conflict holds never takes effect, and can be taken back at any time', () => {
  const conflicts = [{ began: spanOf('2005-01-01'), ended: null }]
  const held = timelineOf(mineBan, 'not_party', [deposited, notified], conflicts)
  expect(held.changes.at(-1)).toEqual({ from: '2001-07-01', standing: 'party' })
  const back = act('withdrawal_retraction', '2030-01-01')
  expect(timelineOf(mineBan, 'not_party', [deposited, notified, back], conflicts)).toEqual(held)
  const stated = timelineOf(mineBan, 'not_party', [deposited, { ...notified, mayBeHeld: false }], conflicts)
  expect(stated.changes.at(-1)).toEqual({ from: '2005-07-01', standing: 'former_party' })
})

test('a state that took its consent back on the day of its effect or before was never bound', () => {
  const back = (day: string) => read([deposited, act('withdrawal_of_consent', day)]).changes.slice(-1)
  expect(back('2001-06-30')).toEqual(['2001-06-30 not_party'])
  expect(back('2001-07-01')).toEqual(['2001-07-01 party'])
  const never = act('withdrawal_notification', '2001-01-02', '2001-07-01')
  expect(read([deposited, never]).changes.at(-1)).toBe('2001-07-01 not_party')
})

test('who stood somewhere before the first act stands there until it', () => {
  for (const base of ['party', 'contracting_state', 'signatory', 'former_party', 'not_party'] as const) {
    expect(read([], base).changes).toEqual([`0000-01-01 ${base}`])
  }
  expect(timelineOf(mineBan, 'contracting_state', [], [], '2006-01-01').changes).toEqual([
    { from: '0000-01-01', standing: 'contracting_state' },
    { from: '2006-01-01', standing: 'party' },
  ])
  expect(read([deposited], 'former_party').changes).toEqual([
    '0000-01-01 former_party',
    '2001-01-01 contracting_state',
    '2001-07-01 party',
  ])
})

test('a timeline can be read on a day and from a day on', () => {
  const timeline = timelineOf(mineBan, 'not_party', [signed, deposited, notified], [])
  expect(changeOn(timeline, '2001-06-30')).toEqual({ from: '2001-01-01', standing: 'contracting_state' })
  expect(changeOn(timeline, '2001-07-01')).toEqual({ from: '2001-07-01', standing: 'party' })
  expect(changesFrom(timeline, '2001-07-01')).toEqual([
    { from: '2001-07-01', standing: 'party' },
    { from: '2005-07-01', standing: 'former_party' },
  ])
  expect(changesFrom(timeline, '2001-08-01')).toEqual([
    { from: '2001-08-01', standing: 'party' },
    { from: '2005-07-01', standing: 'former_party' },
  ])
})
