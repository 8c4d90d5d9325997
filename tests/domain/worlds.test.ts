import { describe, expect, test } from 'vitest'
import { dossierOf } from '../../src/domain/dossier.ts'
import { type KnownStanding, standings } from '../../src/domain/evidence.ts'
import { spanOf } from '../../src/domain/partial-date.ts'
import { standingOn } from '../../src/domain/standing.ts'
import { basesOn, lastDaySpokenOf, lawfulOn, onlyWorldOf, readingOn } from '../../src/domain/worlds.ts'
import { type Given, recordOf, treatyNamed, type WrittenAct } from './law-cases.ts'

const mineBan = treatyNamed('the Mine Ban Convention')
const sources: Given['sources'] = { newspaper: { kind: 'article', published: '2025-06-29' } }
const record = (given: Given, treaty = mineBan) => recordOf(treaty, { sources, ...given })
const dossier = (given: Given, treaty = mineBan) => dossierOf(record(given, treaty), 'Alpha')
const did = (act: WrittenAct['act'], on: string, more: Partial<WrittenAct> = {}): WrittenAct => ({
  act,
  of: 'Alpha',
  on,
  ...more,
})

test('before its adoption nobody stands in a treaty, before its entry into force nobody is bound', () => {
  expect(lawfulOn(mineBan, '1997-09-17')).toEqual(['not_party'])
  expect(lawfulOn(mineBan, '1997-09-18')).toEqual(['contracting_state', 'signatory', 'not_party'])
  expect(lawfulOn(mineBan, '1999-02-28')).toEqual(['contracting_state', 'signatory', 'not_party'])
  expect(lawfulOn(mineBan, '1999-03-01')).toEqual([...standings])
  const notInForce = treatyNamed('the Comprehensive Nuclear-Test-Ban Treaty')
  expect(lawfulOn(notInForce, '2025-01-01')).toEqual(['contracting_state', 'signatory', 'not_party'])
})

test('a date that reaches back before the adoption makes nobody a party before it', () => {
  const given: Given = {
    acts: [did('signature', '1997')],
    claims: [{ of: 'Alpha', is: ['signatory'], during: '1997', by: 'newspaper' }],
  }
  expect(readingOn(dossier(given), '1997-09-17')).toEqual({
    worlds: [{ changes: [{ from: '0000-01-01', standing: 'not_party' }], incoherentFrom: null }],
    possible: ['not_party'],
    contradictedBy: [],
    widened: false,
  })
  expect(readingOn(dossier(given), '1997-09-18').possible).toEqual(['signatory'])
})

test.each([
  ['2005-03-01', '2005-02-28', null],
  ['2005-03-01', '2005-03-01', '2005-03-01'],
  ['2005-03-01', '2005-03-02', '2005-03-01'],
  ['2005', '2005-06-01', '2005-06-01'],
  ['2005', '2006-01-01', '2005-12-31'],
  ['../2005', '1990-01-01', '1990-01-01'],
  ['2005/..', '2030-01-01', '2030-01-01'],
])('of a claim about %s the last day that bears on %s is %s', (during, asOf, day) => {
  const claim = { statement: 's', allowed: ['party'] as KnownStanding[], during: spanOf(during), denies: false }
  expect(lastDaySpokenOf(claim, asOf)).toBe(day)
})

describe('the standing before the first recorded act', () => {
  const bases = (given: Given, day = '2020-01-01') => basesOn(dossier(given), day)

  test('is open where nothing tells it', () => {
    expect(bases({})).toEqual([...standings])
    expect(bases({ claims: [{ of: 'Alpha', is: ['party'], during: '2005', by: 'newspaper' }] })).toEqual([...standings])
    expect(bases({ acts: [did('withdrawal_retraction', '2010-01-10')] })).toEqual([...standings])
  })

  test('is none where a list is complete, or a signature is the first thing done', () => {
    expect(bases({ list: '2026-02-03' })).toEqual(['not_party'])
    expect(bases({ acts: [did('signature', '1999-01-10')] })).toEqual(['not_party'])
    expect(bases({ acts: [did('succession_to_signature', '1999-01-10', { effective: '1999-01-10' })] })).toEqual([
      'not_party',
    ])
  })

  test('is at most a signature before a consent', () => {
    expect(bases({ acts: [did('ratification', '2005')] })).toEqual(['signatory', 'not_party'])
  })

  test('is open before a notice that comes before every consent', () => {
    const notice = did('withdrawal_notification', '2010-01-10')
    expect(bases({ list: '2026-02-03', acts: [notice] })).toEqual([...standings])
    expect(bases({ list: '2026-02-03', acts: [notice, did('accession', '2010-01-11')] })).toEqual([...standings])
    expect(bases({ list: '2026-02-03', acts: [notice, did('accession', '2010-01-10')] })).toEqual(['not_party'])
    expect(bases({ list: '2026-02-03', acts: [notice, did('accession', '../2010-01-20')] })).toEqual(['not_party'])
    const open = did('withdrawal_notification', '2010-01-10/..', { by: 'depositary' })
    expect(bases({ list: '2026-02-03', acts: [open, did('accession', '2027-01-10')] })).toEqual([...standings])
  })

  test('is told by no act that is denied or only possible', () => {
    const perhaps = { by: 'newspaper', as: 'disjunctive' as const }
    expect(bases({ acts: [did('signature', '1999-01-10', perhaps)] })).toEqual([...standings])
    expect(bases({ acts: [did('ratification', '2005-01-10', perhaps)] })).toEqual([...standings])
    expect(bases({ list: '2026-02-03', acts: [did('withdrawal_notification', '2010-01-10', perhaps)] })).toEqual([
      'not_party',
    ])
  })
})

test('what refutes a claim is told apart from a claim that agrees', () => {
  const given: Given = {
    list: '2026-02-03',
    acts: [did('ratification', '2005-01-10')],
    claims: [
      { of: 'Alpha', is: ['party'], during: '2020-01-01', by: 'newspaper' },
      { of: 'Alpha', is: ['former_party'], during: '2020-01-01', by: 'newspaper' },
    ],
  }
  const reading = readingOn(dossier(given), '2020-01-01')
  expect(reading.possible).toEqual(['party', 'former_party'])
  expect(reading.contradictedBy.map(({ statement }) => statement)).toEqual(['newspaper: claim 2'])
  expect(reading.widened).toBe(false)
  const answer = standingOn(record(given), 'Alpha', '2020-01-01')
  expect(answer.because.find(({ rule }) => rule === 'contradiction')).toMatchObject({
    statements: ['newspaper: claim 2'],
    text: 'The acts and the statements on Alpha cannot all be true.',
  })
})

test('claims that only together cannot be true are all contradicted', () => {
  const given: Given = {
    list: '2026-02-03',
    acts: [did('ratification', '2005-01-10'), did('withdrawal_notification', '2010', { by: 'newspaper' })],
    claims: [
      { of: 'Alpha', is: ['former_party'], during: '2010-10-01', by: 'newspaper' },
      { of: 'Alpha', is: ['party'], during: '2010-11-01', by: 'newspaper' },
    ],
  }
  const reading = readingOn(dossier(given), '2020-01-01')
  expect(reading.contradictedBy.map(({ statement }) => statement)).toEqual(['newspaper: claim 1', 'newspaper: claim 2'])
  expect(reading.possible).toEqual(['party', 'former_party'])
})

test('a contradiction has no beginning, even where it leaves one standing', () => {
  const given: Given = {
    list: '2026-02-03',
    acts: [did('ratification', '2005-01-10')],
    claims: [
      { of: 'Alpha', is: ['not_party'], during: '2015-01-01', by: 'newspaper' },
      { of: 'Alpha', is: ['party'], during: '2020-01-01', by: 'newspaper' },
    ],
  }
  const answer = standingOn(record(given), 'Alpha', '2020-01-01')
  expect(answer).toMatchObject({ standing: 'unknown', contradicted: true, since: null })
  const denied: Given = {
    ...given,
    claims: [{ of: 'Alpha', is: [...standings], during: '2015-01-01', by: 'newspaper', as: 'denied' }],
  }
  expect(standingOn(record(denied), 'Alpha', '2020-01-01')).toMatchObject({
    standing: 'party',
    contradicted: true,
    since: null,
  })
})

test('a dossier is one world only where every date is exact and nothing is open', () => {
  const exact: Given = { list: '2026-02-03', acts: [did('ratification', '2005-01-10')] }
  expect(onlyWorldOf(dossier(exact))?.changes.map(({ standing }) => standing)).toEqual([
    'not_party',
    'contracting_state',
    'party',
  ])
  const acts = (...more: WrittenAct[]) => onlyWorldOf(dossier({ ...exact, acts: [...(exact.acts ?? []), ...more] }))
  expect(acts(did('announcement', '2025', { aim: 'withdrawal' }))).not.toBeNull()
  expect(acts(did('withdrawal_notification', '2020-01-10'))).not.toBeNull()
  expect(acts(did('withdrawal_notification', '2020-01'))).toBeNull()
  expect(acts(did('withdrawal_notification', '2020-01-10', { effective: '2020-12' }))).toBeNull()
  expect(acts(did('withdrawal_notification', '2020-01-10', { by: 'newspaper', as: 'disjunctive' }))).toBeNull()
  expect(acts(did('withdrawal_notification', '2020-01-10/..'))).toBeNull()
  expect(onlyWorldOf(dossier({ list: '2026-02-03', acts: [did('succession', '2020-01-10')] }))).toBeNull()
  expect(
    onlyWorldOf(dossier({ list: '2026-02-03', acts: [did('succession', '2020-01-10', { effective: '2019-01-10' })] })),
  ).not.toBeNull()
  expect(onlyWorldOf(dossier({ acts: exact.acts }))).toBeNull()
  expect(
    onlyWorldOf(dossier({ ...exact, claims: [{ of: 'Alpha', is: ['party'], during: '2010', by: 'newspaper' }] })),
  ).toBeNull()
  expect(
    onlyWorldOf(
      dossier({
        list: '2026-02-03',
        acts: [
          did('accession', '2005-01-10'),
          did('withdrawal_of_consent', '2005-02-10'),
          did('withdrawal_notification', '2020-01-10'),
        ],
      }),
    ),
  ).toBeNull()
})

test('a conflict leaves a dossier open only where there is a notice that it can hold', () => {
  const world = (given: Given, treaty = mineBan) =>
    onlyWorldOf(dossier({ list: '2026-02-03', conflicts: [{ of: 'Alpha', began: '2022' }], ...given }, treaty))
  const acts = [did('ratification', '2016-01-10')]
  const left = [...acts, did('withdrawal_notification', '2020-01-10')]
  expect(world({ acts })).not.toBeNull()
  expect(world({ acts: left })).toBeNull()
  expect(world({ acts: left }, treatyNamed('the Arms Trade Treaty'))).not.toBeNull()
  expect(world({ acts: left, conflicts: [{ of: 'Alpha', began: '2022-02-24' }] })).not.toBeNull()
  expect(world({ acts: left, conflicts: [{ of: 'Alpha', began: '2022-02-24', ended: '2023' }] })).toBeNull()
  expect(
    world({
      acts: left,
      conflicts: [
        { of: 'Alpha', began: '2022-02-24' },
        { of: 'Alpha', began: '2023' },
      ],
    }),
  ).toBeNull()
})
