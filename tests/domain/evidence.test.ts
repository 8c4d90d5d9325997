import { expect, test } from 'vitest'
import { type ActEvidence, dateOf, knownSince } from '../../src/domain/evidence.ts'
import { spanOf } from '../../src/domain/partial-date.ts'

const row = (statement: string, date: string | null, more: Partial<ActEvidence> = {}): ActEvidence => ({
  statement,
  act: 'a',
  relation: 'supports',
  date,
  notified: null,
  basis: date === null ? null : 'stated',
  reading: null,
  effective: null,
  ...more,
})

test('without a date in the evidence nothing is known of the day', () => {
  const nothing = {
    value: null,
    precision: null,
    span: { earliest: null, latest: null },
    basis: null,
    readings: [],
    values: [],
    conflict: false,
  }
  expect(dateOf([], undefined)).toEqual(nothing)
  expect(dateOf([row('s', null), row('t', '2005', { relation: 'denies' })], undefined)).toEqual(nothing)
})

test('one date given several times is one value with all who give it and how each reads it', () => {
  const given = dateOf(
    [
      row('t', '2005-12', { basis: 'inferred', reading: 'read second' }),
      row('s', '2005-12', { basis: 'inferred', reading: 'read first' }),
      row('u', '2005-12', { basis: 'inferred', reading: 'read first' }),
      row('v', '2005-12', { basis: null }),
    ],
    undefined,
  )
  const readings = ['read first', 'read second']
  const value = { value: '2005-12', span: spanOf('2005-12'), basis: 'inferred', readings }
  expect(given).toEqual({
    ...value,
    precision: 'month',
    values: [{ ...value, statements: ['s', 't', 'u', 'v'] }],
    conflict: false,
  })
})

test('a date that one source prints is stated, though another only lets it be read', () => {
  const inferred = row('s', '2005-12-27', { basis: 'inferred' })
  const stated = row('t', '2005-12-27')
  expect(dateOf([inferred, stated], undefined).basis).toBe('stated')
  expect(dateOf([stated, inferred], undefined).basis).toBe('stated')
  expect(dateOf([inferred], undefined).basis).toBe('inferred')
})

test('values stand in the order of their text, the most precise that fits all is used', () => {
  const { values, value, span, basis, conflict } = dateOf(
    [row('s', '2005-12-27', { basis: 'inferred' }), row('t', '2005'), row('u', '2005-12')],
    undefined,
  )
  expect(values.map((one) => one.value)).toEqual(['2005', '2005-12', '2005-12-27'])
  expect({ value, span, basis, conflict }).toEqual({
    value: '2005-12-27',
    span: spanOf('2005-12-27'),
    basis: 'inferred',
    conflict: false,
  })
})

test('dates that overlap without one inside the other give the days they share', () => {
  const given = dateOf(
    [row('s', '2005-06/2005-08', { reading: 'summer' }), row('t', '2005-07/2005-09', { reading: 'holidays' })],
    undefined,
  )
  expect(given).toMatchObject({
    value: '2005-07-01/2005-08-31',
    precision: 'interval',
    span: spanOf('2005-07/2005-08'),
    basis: 'inferred',
    readings: ['summer', 'holidays'],
    conflict: false,
  })
  expect(dateOf([row('s', '../2005-06-30'), row('t', '2005-06-30/..')], undefined)).toMatchObject({
    value: '2005-06-30',
    precision: 'day',
  })
})

test('three dates of which two exclude each other are rivals, and the span holds all', () => {
  const given = dateOf([row('s', '2005-03-01'), row('t', '2005'), row('u', '2005-06')], undefined)
  expect(given).toMatchObject({
    value: '2005',
    precision: 'year',
    span: spanOf('2005'),
    basis: 'inferred',
    conflict: true,
  })
})

test('rival dates of which one is open on each side leave every day open', () => {
  expect(dateOf([row('s', '../2005-06-29'), row('t', '2005-07-01/..')], undefined)).toMatchObject({
    value: null,
    precision: null,
    span: { earliest: null, latest: null },
    conflict: true,
  })
})

test('the assessed date is used where it is among those given, also where it is the less precise', () => {
  const evidence = [row('s', '2025-06-08'), row('t', '2025-06', { basis: 'inferred', reading: 'in the month' })]
  const preferring = (preferred: string) => dateOf(evidence, { act: 'a', preferred, because: [] })
  expect(preferring('2025-06')).toMatchObject({
    value: '2025-06',
    precision: 'month',
    span: spanOf('2025-06'),
    basis: 'inferred',
    readings: ['in the month'],
    conflict: false,
  })
  expect(preferring('2025-07')).toMatchObject({ value: '2025-06-08', basis: 'stated' })
})

test('a notification without a known end tells nothing, and then the day of the act does', () => {
  const list = { id: 'list', kind: 'depositary' as const, published: spanOf('2026-02-03') }
  const known = knownSince(row('s', '2025-07-18', { notified: '2025-07-21/..' }), list)
  expect(known).toEqual({ span: spanOf('2025-07-18'), basis: 'act' })
})
