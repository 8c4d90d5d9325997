import { expect, test } from 'vitest'
import { effectDays } from '../../src/domain/effects.ts'
import { asKnownOn, type TreatyRecord } from '../../src/domain/record.ts'
import { treatyRecordOf } from '../../src/storage/treaty-records.ts'
import { databaseOfSeed } from '../record.ts'

const mineBan = asKnownOn(treatyRecordOf(databaseOfSeed(), 'mine-ban'), '2025-07-01')

/** The record with one more act of a state, on the word of the depositary. */
function withAct(
  record: TreatyRecord,
  kind: 'withdrawal_notification' | 'withdrawal_retraction',
  state: string,
  date: string,
) {
  const id = `supposed-${kind}`
  const source = record.sources.find((one) => one.kind === 'depositary')?.id ?? ''
  const act = { id, treaty: 'mine-ban', kind, state, actor: null, aim: null, effective: null, summary: id, targets: [] }
  const said = { id, source, speaker: 'secretary-general-depositary', modality: 'asserted' as const, utterance: null }
  const evidence = {
    statement: id,
    act: id,
    relation: 'supports' as const,
    date,
    notified: null,
    basis: 'stated' as const,
    reading: null,
    effective: null,
  }
  return {
    ...record,
    acts: [...record.acts, act],
    statements: [...record.statements, said],
    actEvidence: [...record.actEvidence, evidence],
  }
}

const exitsOf = (record: TreatyRecord, state: string) =>
  effectDays(record, [state])
    .filter(({ kind }) => kind !== 'entry_into_force')
    .map(({ kind, day, act, known }) => ({ kind, day, act: act.id, known }))

test('a withdrawal takes effect six months after its notice', () => {
  const record = withAct(mineBan, 'withdrawal_notification', 'NOR', '2025-03-10')
  expect(exitsOf(record, 'NOR')).toEqual([
    {
      kind: 'withdrawal',
      day: '2025-09-10',
      act: 'supposed-withdrawal_notification',
      known: { first: '2025-03-10', last: '2025-03-10' },
    },
  ])
})

test('one that an armed conflict holds stands on the day on which its period ends, as held', () => {
  const record = withAct(mineBan, 'withdrawal_notification', 'UKR', '2025-06-30')
  expect(exitsOf(record, 'UKR')).toMatchObject([{ kind: 'withdrawal_held', day: '2025-12-30' }])
  const [held] = effectDays(record, ['UKR']).filter(({ kind }) => kind === 'withdrawal_held')
  expect(held?.because.join(' ')).toMatch(/armed conflict/)
})

test('one that is taken back has no day', () => {
  const noticed = withAct(mineBan, 'withdrawal_notification', 'NOR', '2025-03-10')
  expect(exitsOf(withAct(noticed, 'withdrawal_retraction', 'NOR', '2025-04-10'), 'NOR')).toEqual([])
})

test('a notice of which only the month is known has a month of effect and so no day', () => {
  expect(exitsOf(withAct(mineBan, 'withdrawal_notification', 'NOR', '2025-03'), 'NOR')).toEqual([])
})

test('the original parties have the day on which the treaty itself entered into force', () => {
  const [first] = effectDays(mineBan, ['CAN'])
  expect(first).toMatchObject({ kind: 'entry_into_force', day: '1999-03-01', state: 'CAN' })
})
