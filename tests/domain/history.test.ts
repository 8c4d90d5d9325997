import { expect, test } from 'vitest'
import { countsOn, historyOf, standingPeriods } from '../../src/domain/history.ts'
import { recordOf, treatyNamed } from './law-cases.ts'

const states = ['Poland', 'Ukraine', 'Russia', 'Marshall Islands']
const record = recordOf(treatyNamed('the Mine Ban Convention'), {
  list: '2026-02-03',
  acts: [
    { act: 'signature', of: 'Marshall Islands', on: '1997-12-04' },
    { act: 'ratification', of: 'Marshall Islands', on: '2025-03-12' },
    { act: 'signature', of: 'Poland', on: '1997-12-04' },
    { act: 'ratification', of: 'Poland', on: '2012-12-27' },
    { act: 'withdrawal_notification', of: 'Poland', on: '2025-03-01' },
    { act: 'ratification', of: 'Ukraine', on: '2005-12-27' },
  ],
})

test('the history has a row for each day on which a number changes, with who joined and who left', () => {
  const rows = historyOf(record, states).map(({ day, inForce, byDeposit, joined, left }) => [
    day,
    inForce,
    byDeposit,
    joined,
    left,
  ])
  expect(rows).toEqual([
    ['1997-09-18', 0, 0, [], []],
    ['1997-12-04', 0, 0, [], []],
    ['2005-12-27', 0, 1, [], []],
    ['2006-06-01', 1, 1, ['Ukraine'], []],
    ['2012-12-27', 1, 2, [], []],
    ['2013-06-01', 2, 2, ['Poland'], []],
    ['2025-03-12', 2, 3, [], []],
    ['2025-09-01', 2, 2, ['Marshall Islands'], ['Poland']],
  ])
})

test('parties are counted in force and by deposit, and each number says what it counts', () => {
  const counts = countsOn(record, states, '2025-08-31')
  expect(counts).toMatchObject({
    inForce: 2,
    byDeposit: 3,
    byStanding: { party: 2, contracting_state: 1, signatory: 0, former_party: 0, not_party: 1, unknown: 0 },
  })
  expect(counts.basis.inForce).toContain('in force')
  expect(counts.basis.byDeposit).toContain('deposited')
})

test('a state whose consent is certain and whose entry into force is not counts by deposit only', () => {
  const vague = recordOf(treatyNamed('the Mine Ban Convention'), {
    acts: [{ act: 'ratification', of: 'Ukraine', on: '2005' }],
  })
  expect(countsOn(vague, ['Ukraine'], '2006-01-01')).toMatchObject({ inForce: 0, byDeposit: 1 })
  expect(countsOn(vague, ['Ukraine'], '2005-06-01')).toMatchObject({ inForce: 0, byDeposit: 0 })
  expect(historyOf(vague, ['Ukraine']).map(({ day }) => day)).toEqual(['1997-09-18', '2005-12-31', '2006-06-01'])
})

test('before a treaty was adopted everybody counts as not a party', () => {
  expect(countsOn(record, states, '1990-01-01').byStanding.not_party).toBe(4)
})

test('the periods of a standing follow one another without a gap', () => {
  expect(standingPeriods(record, 'Poland')).toEqual([
    { from: null, until: '1997-12-03', standing: 'not_party', possible: ['not_party'] },
    { from: '1997-12-04', until: '2012-12-26', standing: 'signatory', possible: ['signatory'] },
    { from: '2012-12-27', until: '2013-05-31', standing: 'contracting_state', possible: ['contracting_state'] },
    { from: '2013-06-01', until: '2025-08-31', standing: 'party', possible: ['party'] },
    { from: '2025-09-01', until: null, standing: 'former_party', possible: ['former_party'] },
  ])
})
