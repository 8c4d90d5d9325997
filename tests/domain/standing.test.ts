import { expect, test } from 'vitest'
import { standingOn } from '../../src/domain/standing.ts'
import { projectionOf, withdrawalTrack } from '../../src/domain/withdrawal.ts'
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
      text: 'The record speaks of the United Kingdom up to 2026-08-03; what it shows then is carried forward to 2026-09-01.',
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
