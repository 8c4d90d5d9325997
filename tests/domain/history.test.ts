import { expect, test } from 'vitest'
import { countsOn, historyOf, standingPeriods } from '../../src/domain/history.ts'
import { addDays } from '../../src/domain/partial-date.ts'
import { standingOn } from '../../src/domain/standing.ts'
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

const mineBan = treatyNamed('the Mine Ban Convention')

test('who joins and who leaves on one day is listed in order, also where the numbers stay the same', () => {
  const swapped = recordOf(mineBan, {
    list: '2026-02-03',
    acts: [
      ...['Delta', 'Alpha'].map((of) => ({ act: 'accession' as const, of, on: '2004-12-10' })),
      ...['Gamma', 'Beta'].map((of) => ({ act: 'accession' as const, of, on: '2000-01-10' })),
      ...['Gamma', 'Beta'].map((of) => ({ act: 'withdrawal_notification' as const, of, on: '2004-12-01' })),
    ],
  })
  const rows = historyOf(swapped, ['Gamma', 'Delta', 'Beta', 'Alpha'])
  expect(rows.find(({ day }) => day === '2005-06-01')).toEqual({
    day: '2005-06-01',
    inForce: 2,
    byDeposit: 2,
    byStanding: { party: 2, contracting_state: 0, signatory: 0, former_party: 2, not_party: 0, unknown: 0 },
    joined: ['Alpha', 'Delta'],
    left: ['Beta', 'Gamma'],
  })
})

test('a party on whom the evidence falls silent leaves the count without anybody joining', () => {
  const doubted = recordOf(mineBan, {
    sources: { newspaper: { kind: 'article', published: '2025-06-29' } },
    list: '2026-02-03',
    acts: [
      { act: 'accession', of: 'Alpha', on: '2000-01-10' },
      { act: 'withdrawal_notification', of: 'Alpha', on: '2010-01-10', by: 'newspaper', as: 'disjunctive' },
      { act: 'accession', of: 'Beta', on: '2009-12-10' },
      { act: 'withdrawal_of_consent', of: 'Beta', on: '2010-01-10', by: 'newspaper', as: 'disjunctive' },
    ],
  })
  const [last] = historyOf(doubted, ['Alpha', 'Beta']).slice(-1)
  expect(last).toMatchObject({ day: '2010-07-10', inForce: 0, byDeposit: 0, joined: [], left: ['Alpha'] })
  expect(last?.byStanding.unknown).toBe(2)
})

test.each<[string, Parameters<typeof recordOf>[1]]>([
  [
    'claims that begin and end',
    {
      claims: [
        { of: 'Alpha', is: ['party'], during: '2005-03-10/2005-04-10', by: 'newspaper' },
        { of: 'Alpha', is: ['former_party', 'not_party'], during: '2005-06-10/..', by: 'newspaper' },
      ],
    },
  ],
  [
    'a claim beside exact acts',
    {
      list: '2026-02-03',
      acts: [{ act: 'accession', of: 'Alpha', on: '2004-12-10' }],
      claims: [{ of: 'Alpha', is: ['not_party'], during: '2005-03-10/2005-04-10', by: 'newspaper' }],
    },
  ],
  [
    'a claim beside a vague act',
    {
      acts: [{ act: 'ratification', of: 'Alpha', on: '2005-02/2005-04' }],
      claims: [{ of: 'Alpha', is: ['party'], during: '2005-09-15', by: 'newspaper' }],
    },
  ],
  [
    'an act that is denied, and one that is only possible',
    {
      list: '2026-02-03',
      acts: [
        { act: 'accession', of: 'Alpha', on: '2004-09-10' },
        {
          act: 'withdrawal_notification',
          of: 'Alpha',
          said: [
            { by: 'newspaper', on: '2005-03' },
            { by: 'depositary', denies: true },
          ],
        },
        { act: 'withdrawal_retraction', of: 'Alpha', on: '2005-05-10', by: 'newspaper', as: 'disjunctive' },
      ],
    },
  ],
  ['a succession of which no effect is recorded', { acts: [{ act: 'succession', of: 'Alpha', on: '2005-03-10' }] }],
])('the periods say of every day what is said of the day: %s', (_what, given) => {
  const sources = { newspaper: { kind: 'article' as const, published: '2025-06-29' } }
  const all = recordOf(mineBan, { sources, ...given })
  const periods = standingPeriods(all, 'Alpha')
  for (const [index, { from, until, standing, possible }] of periods.entries()) {
    const next = periods[index + 1]
    expect(until).toBe(next?.from ? addDays(next.from, -1) : null)
    expect(from === null).toBe(index === 0)
    expect(standing).toBe(possible.length === 1 ? possible[0] : 'unknown')
  }
  for (let day = '2005-01-01'; day < '2006-01-01'; day = addDays(day, 1)) {
    const period = periods.findLast(({ from }) => from === null || from <= day)
    expect({ day, possible: period?.possible }).toEqual({ day, possible: standingOn(all, 'Alpha', day).possible })
  }
})
