import { expect, test } from 'vitest'
import { projectionOf } from '../../src/domain/projection.ts'
import { standingOn } from '../../src/domain/standing.ts'
import { withdrawalTrack } from '../../src/domain/withdrawal.ts'
import { recordOf, treatyNamed } from './law-cases.ts'

const record = recordOf(
  { ...treatyNamed('the Mine Ban Convention'), id: 'mine-ban' },
  { list: '2026-02-03', acts: [{ act: 'ratification', id: 'deposit', of: 'GBR', on: '1998-07-31' }] },
)
const names: Record<string, string> = { GBR: 'the United Kingdom', 'mine-ban': 'the Mine Ban Convention' }
const nameOf = (id: string) => names[id] ?? id

test('a derivation reads aloud in order, with the names that it is given', () => {
  const { because } = standingOn(record, 'GBR', '2026-09-01', nameOf)
  expect(because).toEqual([
    {
      rule: 'complete_list',
      article: null,
      act: null,
      statements: [],
      text: 'The list of the Mine Ban Convention is complete as at 2026-02-03: by then the United Kingdom had done nothing but what is recorded.',
    },
    {
      rule: 'consent',
      article: '16',
      act: 'deposit',
      statements: ['depositary: deposit (1)'],
      text: 'The United Kingdom ratified the Mine Ban Convention on 1998-07-31.',
    },
    {
      rule: 'entry_into_force',
      article: '17(1)',
      act: 'deposit',
      statements: ['depositary: deposit (1)'],
      text: 'By article 17(1) the Mine Ban Convention enters into force for the United Kingdom when it does itself, on 1999-03-01.',
    },
    {
      rule: 'carried_forward',
      article: null,
      act: null,
      statements: [],
      text: 'The record confirms the standing of the United Kingdom up to 2026-08-03; from then to 2026-09-01 it is carried forward.',
    },
    {
      rule: 'standing',
      article: null,
      act: null,
      statements: [],
      text: 'On 2026-09-01 the United Kingdom is a party to the Mine Ban Convention.',
    },
  ])
})

test('an answer comes for the first and the last day that can be asked about', () => {
  expect(standingOn(record, 'GBR', '0000-01-01').standing).toBe('not_party')
  expect(standingOn(record, 'GBR', '9999-12-31').standing).toBe('party')
  expect(withdrawalTrack(record, 'GBR', '9999-12-31').stage).toBe('none')
  expect(projectionOf(record, 'GBR', { notifiedOn: '9999-12-31' })).toMatchObject({
    earliest: '9999-12-31',
    latest: '9999-12-31',
  })
})

test('where too many dates are open to weigh them together, the answer is widened and says so', () => {
  const open = Array.from({ length: 6 }, (_, index) => [
    { act: 'accession' as const, of: 'Alpha', on: `2000/200${index + 1}` },
    { act: 'withdrawal_notification' as const, of: 'Alpha', on: `2000/200${index + 1}` },
  ]).flat()
  const answer = standingOn(recordOf(treatyNamed('the Mine Ban Convention'), { acts: open }), 'Alpha', '2004-01-01')
  expect(answer.possible).toEqual(['party', 'contracting_state', 'signatory', 'former_party', 'not_party'])
  expect(answer.standing).toBe('unknown')
  expect(answer.because.map(({ rule }) => rule)).toContain('too_many_worlds')
})

test('a statement that a state was a contracting state does not keep it one for ever', () => {
  const spoken = recordOf(treatyNamed('the Mine Ban Convention'), {
    claims: [{ of: 'Alpha', is: ['contracting_state'], during: '2005-01-01' }],
  })
  expect(standingOn(spoken, 'Alpha', '2005-01-01').possible).toEqual(['contracting_state'])
  expect(standingOn(spoken, 'Alpha', '2010-01-01').possible).toEqual(['party', 'contracting_state'])
})

const sources = {
  newspaper: { kind: 'article' as const, published: '2025-06-29' },
  report: { kind: 'report' as const, published: '2025-07-01/..' },
}
const mineBan = treatyNamed('the Mine Ban Convention')
const answerOn = (day: string, given: Parameters<typeof recordOf>[1]) =>
  standingOn(recordOf(mineBan, { sources, ...given }), 'Alpha', day)
const told = (day: string, given: Parameters<typeof recordOf>[1]) =>
  answerOn(day, given).because.map(({ rule, text }) => `${rule}: ${text}`)
const ratified = { act: 'ratification' as const, of: 'Alpha', on: '2005-12-27' }

test('an answer begins with what it rests on: the adoption, a complete list, silence, or what is open', () => {
  const open =
    'No complete list of the Mine Ban Convention is among the sources, so what is not recorded of Alpha is open.'
  expect(told('1997-09-17', {})[0]).toBe(
    'not_yet_adopted: The Mine Ban Convention was adopted on 1997-09-18, so nobody is a party before that day.',
  )
  expect(told('1997-09-18', {})[0]).toBe(
    'silence: Nothing is recorded on Alpha and the Mine Ban Convention; silence is not non-membership.',
  )
  expect(told('2020-01-01', { list: '2026-02-03' })[0]).toBe(
    'complete_list: The list of the Mine Ban Convention is complete as at 2026-02-03: it does not name Alpha.',
  )
  const announced = { act: 'announcement' as const, of: 'Alpha', aim: 'withdrawal' as const, on: '2020-01-01' }
  expect(told('2020-01-01', { list: '2026-02-03', acts: [announced] })[0]).toContain('it does not name Alpha')
  expect(told('2020-01-01', { list: '2026-02-03', acts: [ratified] })[0]).toContain(
    'by then Alpha had done nothing but what is recorded',
  )
  expect(told('2011-10-01', { list: '2026-02-03', knownOn: '2011-10-01' })[0]).toBe(
    'complete_list: The list of the Mine Ban Convention as at 2026-02-03, read back to 2011-10-01, shows nothing of Alpha.',
  )
  expect(told('2011-10-01', { list: '2026-02-03', acts: [ratified], knownOn: '2011-10-01' })[0]).toBe(
    'complete_list: The list of the Mine Ban Convention as at 2026-02-03, read back to 2011-10-01, shows nothing of Alpha but what is recorded.',
  )
  expect(told('2005-01-01', { acts: [ratified] })[0]).toBe(`base_open: ${open}`)
  expect(told('2020-01-01', { acts: [ratified] })[0]).toContain('consent: ')
  const claim = { of: 'Alpha', during: '2020-01-01', by: 'newspaper' }
  expect(told('2020-01-01', { claims: [{ ...claim, is: ['party', 'former_party'] }] })[0]).toBe(`base_open: ${open}`)
  expect(told('2020-01-01', { claims: [{ ...claim, is: ['party'] }] })[0]).toContain('claim: ')
})

test('a statement is no reason for an answer before the time of which it speaks', () => {
  const claims = [{ of: 'Alpha', is: ['party' as const], during: '2020-01-01', by: 'newspaper' }]
  const rules = (day: string) => answerOn(day, { claims }).because.map(({ rule }) => rule)
  expect(rules('2019-12-31')).toEqual(['base_open', 'standing'])
  expect(rules('2020-01-01')).toEqual(['claim', 'standing'])
  expect(answerOn('2019-12-31', { claims }).confirmedThrough).toBeNull()
  expect(answerOn('2020-01-01', { claims }).confirmedThrough).toBe('2020-01-01')
})

test('an act is no reason for an answer before the day of the act', () => {
  const notice = { act: 'withdrawal_notification' as const, of: 'Alpha', on: '2020-01-10' }
  const given = { list: '2026-02-03', acts: [ratified, notice] }
  const before = ['complete_list', 'consent', 'entry_into_force_for_state', 'standing']
  expect(answerOn('2020-01-09', given).because.map(({ rule }) => rule)).toEqual(before)
  expect(answerOn('2020-01-10', given).because.map(({ rule }) => rule)).toContain('withdrawal_notified')
})

test('the record confirms a standing up to the last day of which it speaks', () => {
  const through = (given: Parameters<typeof recordOf>[1], day = '2026-01-01') => answerOn(day, given).confirmedThrough
  const claim = { of: 'Alpha', is: ['party' as const], by: 'newspaper' }
  expect(through({ acts: [ratified], claims: [{ ...claim, during: '2005-01-01' }] })).toBe('2005-12-27')
  expect(through({ acts: [ratified], claims: [{ ...claim, during: '2020-01-01' }] })).toBe('2020-01-01')
  expect(through({ acts: [ratified], claims: [{ ...claim, during: '2020-01-01/..' }] })).toBe('2005-12-27')
  expect(
    through({
      claims: [
        { ...claim, during: '2020-01-01' },
        { ...claim, during: '2010-01-01' },
      ],
    }),
  ).toBe('2020-01-01')
})

test('a list confirms a party longer only where it was surely one when the list was complete', () => {
  const notice = { act: 'withdrawal_notification' as const, of: 'Alpha', on: '2025-11-10', by: 'newspaper' }
  const list = '2026-02-03'
  expect(answerOn('2026-02-03', { list, acts: [ratified] }).confirmedThrough).toBe('2026-08-03')
  const disputed = {
    ...notice,
    said: [
      { by: 'report', on: '2025-07-10' },
      { by: 'newspaper', denies: true },
    ],
  }
  const answer = answerOn('2025-12-01', { list, acts: [ratified, disputed] })
  expect(answer).toMatchObject({ standing: 'party', contradicted: true, confirmedThrough: '2026-02-03' })
})

test('a denied act that cannot yet have been done, or bears on no standing, contradicts nothing', () => {
  const said = [
    { by: 'report', on: '2020-01-10' },
    { by: 'newspaper', denies: true },
  ]
  const denied = (act: 'withdrawal_notification' | 'declaration', day: string) =>
    answerOn(day, { list: '2026-02-03', acts: [ratified, { act, of: 'Alpha', said }] }).contradicted
  expect(denied('withdrawal_notification', '2020-01-09')).toBe(false)
  expect(denied('withdrawal_notification', '2020-01-10')).toBe(true)
  expect(denied('declaration', '2020-01-10')).toBe(false)
})

test('what is open has no beginning', () => {
  const vague = answerOn('2005-06-01', { acts: [{ ...ratified, on: '2005' }] })
  expect(vague).toMatchObject({ standing: 'unknown', certain: false, since: null, carriedForward: false })
})

test('an answer that is widened says why', () => {
  const acts = Array.from({ length: 6 }, (_, index) => [
    { act: 'accession' as const, of: 'Alpha', on: `2000/200${index + 1}` },
    { act: 'withdrawal_notification' as const, of: 'Alpha', on: `2000/200${index + 1}` },
  ]).flat()
  const answer = answerOn('2004-01-01', { acts })
  expect(answer.contradicted).toBe(false)
  expect(answer.because.find(({ rule }) => rule === 'too_many_worlds')?.text).toBe(
    'Too many dates are open to weigh them together, so everything the law allows stays possible.',
  )
})
