import { expect, test } from 'vitest'
import { dossierOf } from '../../src/domain/dossier.ts'
import { spanOf } from '../../src/domain/partial-date.ts'
import { asKnownOn, type TreatyRecord } from '../../src/domain/record.ts'
import { type Given, recordOf, treatyNamed, type WrittenAct } from './law-cases.ts'

const mineBan = treatyNamed('the Mine Ban Convention')
const sources: Given['sources'] = {
  early: { kind: 'article', published: '2025-05-20' },
  late: { kind: 'article', published: '2025-06-29' },
  undated: { kind: 'report', published: '2025-07-01/..' },
}
const dossier = (given: Given) => dossierOf(recordOf(mineBan, { sources, ...given }), 'Alpha')
const acts = (...written: WrittenAct[]) => dossier({ acts: written.map((act) => ({ of: 'Alpha', ...act })) }).acts

test('whoever reports a conflict reports its beginning: it began by the first report', () => {
  const conflict = (...said: { by: string; began?: string; ended?: string }[]) => {
    const all = recordOf(mineBan, { sources, conflicts: said.map((one) => ({ of: 'Alpha', ...one })) })
    const one: TreatyRecord = {
      ...all,
      circumstances: all.circumstances.slice(0, 1),
      circumstanceEvidence: all.circumstanceEvidence.map((row) => ({ ...row, circumstance: 'conflict 1' })),
    }
    return dossierOf(one, 'Alpha').conflicts[0]
  }
  expect(conflict({ by: 'late' }, { by: 'early' }, { by: 'undated' })).toEqual({
    id: 'conflict 1',
    summary: 'an armed conflict',
    began: { earliest: null, latest: '2025-05-20' },
    ended: null,
    statements: ['early: conflict 2', 'late: conflict 1', 'undated: conflict 3'],
  })
  expect(conflict({ by: 'undated' })?.began).toEqual({ earliest: null, latest: null })
  expect(conflict({ by: 'early', began: '2025' })?.began).toEqual(spanOf('2025-01-01/2025-05-20'))
  expect(conflict({ by: 'late', began: '2022-02-24' }, { by: 'early', began: '2022' })?.began).toEqual(
    spanOf('2022-02-24'),
  )
  expect(conflict({ by: 'late', began: '2022-02' }, { by: 'early', began: '2014-02' }, { by: 'late' })?.began).toEqual(
    spanOf('2014-02/2022-02'),
  )
  const ended = conflict({ by: 'late', began: '2014', ended: '2025-06-01' }, { by: 'early', began: '2014' })
  expect(ended?.ended).toEqual(spanOf('2025-06-01'))
})

test('a conflict is there when somebody asserts or judges it, and in the order of its name', () => {
  const conflicts: Given['conflicts'] = [
    { of: 'Alpha', began: '2014', by: 'late', as: 'evaluative' },
    { of: 'Alpha', began: '2015', by: 'late', as: 'intended' },
    { of: 'Alpha', began: '2016', by: 'late', as: 'denied' },
    { of: 'Beta', began: '2017', by: 'late' },
    { of: 'Alpha', began: '2018', by: 'late' },
  ]
  const record = recordOf(mineBan, { sources, conflicts })
  const names = (one: TreatyRecord) => dossierOf(one, 'Alpha').conflicts.map(({ id }) => id)
  expect(names(record)).toEqual(['conflict 1', 'conflict 5'])
  expect(names({ ...record, circumstances: record.circumstances.toReversed() })).toEqual(['conflict 1', 'conflict 5'])
})

test('claims and requirements are read in the order of their statements, a denied requirement not at all', () => {
  const claim = { of: 'Alpha', is: ['party' as const], during: '2025-01-01' }
  const { claims, requirements } = dossier({
    claims: [
      { ...claim, by: 'late' },
      { ...claim, by: 'early' },
      { ...claim, by: 'undated' },
    ],
    requires: [
      { of: 'Alpha', step: 'parliamentary_approval', by: 'late' },
      { of: 'Alpha', step: 'promulgation', by: 'early' },
      { of: 'Alpha', step: 'government_proposal', by: 'undated', as: 'asserted' },
      { of: 'Alpha', step: 'head_of_state_decree', by: 'undated', as: 'denied' },
    ],
  })
  expect(claims.map(({ statement }) => statement)).toEqual(['early: claim 2', 'late: claim 1', 'undated: claim 3'])
  expect(requirements).toEqual([
    { statement: 'early: requirement 2', step: 'promulgation', published: spanOf('2025-05-20') },
    { statement: 'late: requirement 1', step: 'parliamentary_approval', published: spanOf('2025-06-29') },
    { statement: 'undated: requirement 3', step: 'government_proposal', published: spanOf('2025-07-01/..') },
  ])
})

test.each([
  ['asserted', true],
  ['evaluative', true],
  ['disjunctive', true],
  ['denied', true],
  ['intended', false],
  ['required', false],
  ['conditional', false],
] as const)('a claim that is %s speaks of how things stand: %s', (as, speaks) => {
  const { claims } = dossier({ claims: [{ of: 'Alpha', is: ['party'], during: '2025-01-01', by: 'late', as }] })
  expect(claims).toHaveLength(speaks ? 1 : 0)
})

test.each([
  ['asserted', 'happened', 'happened'],
  ['evaluative', 'happened', 'happened'],
  ['disjunctive', 'possible', 'possible'],
  ['intended', undefined, 'happened'],
  ['required', undefined, 'happened'],
  ['conditional', undefined, undefined],
  ['denied', undefined, undefined],
] as const)('an act that is %s: of a notice, that makes it %s, of an announcement %s', (as, notice, announcement) => {
  const certainty = (act: WrittenAct['act']) => acts({ act, on: '2025-01-10', by: 'late', as })[0]?.certainty
  expect(certainty('withdrawal_notification')).toBe(notice)
  expect(certainty('announcement')).toBe(announcement)
})

test('a denial disputes an act, whether the statement denies or is said to deny', () => {
  const said = { by: 'late', on: '2025-01-10' }
  const [byRelation] = acts({ act: 'accession', id: 'it', said: [said, { by: 'early', denies: true }] })
  const [byModality] = acts({ act: 'accession', id: 'it', said: [said, { by: 'early', as: 'denied', on: '2024' }] })
  for (const act of [byRelation, byModality]) {
    expect(act).toMatchObject({ certainty: 'disputed', statements: ['late: it (1)'], denials: ['early: it (2)'] })
    expect(act?.date.value).toBe('2025-01-10')
  }
  const [open] = acts({ act: 'accession', id: 'it', said: [said, { by: 'early', as: 'disjunctive', on: '2024' }] })
  expect(open).toMatchObject({ certainty: 'happened', statements: ['late: it (1)'], denials: [] })
})

test('an act was done by its first report; one that only may have been done is bounded by nothing', () => {
  const when = (...said: NonNullable<WrittenAct['said']>) => acts({ act: 'announcement', said })[0]?.when
  expect(when({ by: 'late' }, { by: 'early' })).toEqual({ earliest: null, latest: '2025-05-20' })
  expect(when({ by: 'undated' }, { by: 'late' })).toEqual({ earliest: null, latest: '2025-06-29' })
  expect(when({ by: 'undated' })).toEqual({ earliest: null, latest: null })
  expect(when({ by: 'late', as: 'disjunctive' })).toEqual({ earliest: null, latest: null })
  expect(when({ by: 'early', on: '2025-06' })).toEqual(spanOf('2025-06'))
})

test('the statements of an act stand in order', () => {
  const said = [{ by: 'late' }, { by: 'early' }, { by: 'undated', denies: true }, { by: 'early', denies: true }]
  const [act] = acts({ act: 'announcement', id: 'it', said })
  expect(act?.statements).toEqual(['early: it (2)', 'late: it (1)'])
  expect(act?.denials).toEqual(['early: it (4)', 'undated: it (3)'])
})

test('acts stand in the order of time, on one day in the order in which a state does them', () => {
  const ids = acts(
    { act: 'withdrawal_notification', id: 'notice', on: '2005-01-10' },
    { act: 'ratification', id: 'b deposit', on: '2005-01-10' },
    { act: 'ratification', id: 'a deposit', on: '2005-01-10' },
    { act: 'signature', id: 'signature', on: '2005-01-10' },
    { act: 'announcement', id: 'undated', by: 'late' },
    { act: 'parliamentary_approval', id: 'of the month', on: '2005-01' },
    { act: 'parliamentary_approval', id: 'of its first day', on: '2005-01-01' },
    { act: 'parliamentary_approval', id: 'since its first day', on: '2005-01-01/..', by: 'undated' },
  ).map(({ id }) => id)
  expect(ids).toEqual([
    'undated',
    'of its first day',
    'of the month',
    'since its first day',
    'signature',
    'a deposit',
    'b deposit',
    'notice',
  ])
})

test('only an objection contests, only its own withdrawal takes it back, and what is open makes it doubtful', () => {
  const objecting = (...more: WrittenAct[]) => {
    const given: WrittenAct[] = [
      { act: 'withdrawal_notification', id: 'notice', of: 'Alpha', on: '2020-01-10' },
      { act: 'objection', id: 'no', of: 'Beta', on: '2020-02-10', to: ['notice'] },
      { act: 'condemnation', id: 'shame', of: 'Gamma', on: '2020-02-10', to: ['notice'] },
      ...more,
    ]
    return dossier({ acts: given })
      .objectionsTo('notice', '2020-06-01')
      .map(({ objection, certain }) => (certain ? objection.id : `perhaps ${objection.id}`))
  }
  const back: WrittenAct = { act: 'objection_withdrawal', of: 'Beta', on: '2020-06-01', to: ['no'] }
  expect(objecting()).toEqual(['no'])
  expect(objecting(back)).toEqual([])
  expect(objecting({ ...back, on: '2020-06-02' })).toEqual(['no'])
  expect(objecting({ ...back, on: '2020-06' })).toEqual(['perhaps no'])
  expect(objecting({ ...back, as: 'disjunctive' })).toEqual(['perhaps no'])
  expect(objecting({ ...back, to: ['another'] })).toEqual(['no'])
  expect(objecting({ ...back, act: 'communication' })).toEqual(['no'])
  const late: WrittenAct = { act: 'objection', id: 'late', of: 'Delta', on: '2020-05/2020-06', to: ['notice'] }
  expect(objecting(late)).toEqual(['no', 'perhaps late'])
  expect(objecting({ ...late, on: '2020-06-01', as: 'disjunctive' })).toEqual(['no', 'perhaps late'])
  expect(objecting({ ...late, on: '2020-06-02/2020-07-01' })).toEqual(['no'])
  expect(dossier({ acts: [] }).objectionsTo('notice', '2020-06-01')).toEqual([])
})

test('of several complete lists the last counts', () => {
  const record = recordOf(mineBan, { sources, list: '2026-02-03' })
  const lists = ['2024-01-01', '2026-02-03', '2025-01-01'].map((completeAsAt) => ({
    source: 'depositary',
    treaty: mineBan.id,
    completeAsAt,
  }))
  expect(dossierOf({ ...record, lists }, 'Alpha')).toMatchObject({
    completeAsAt: '2026-02-03',
    listedAsAt: '2026-02-03',
  })
  const known = (day: string) => dossierOf(asKnownOn({ ...record, lists }, day), 'Alpha')
  expect(known('2024-06-01')).toMatchObject({ completeAsAt: '2024-06-01', listedAsAt: '2025-01-01' })
  const twice = asKnownOn(asKnownOn({ ...record, lists }, '2025-06-01'), '2025-02-01')
  expect(dossierOf(twice, 'Alpha')).toMatchObject({ completeAsAt: '2025-02-01', listedAsAt: '2026-02-03' })
})
