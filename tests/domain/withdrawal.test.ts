import { expect, test } from 'vitest'
import { type Hypothesis, lastNotice, projectionOf } from '../../src/domain/projection.ts'
import { type Step, withdrawalTrack } from '../../src/domain/withdrawal.ts'
import { type Given, recordOf, treatyNamed } from './law-cases.ts'

const names: Record<string, string> = { alpha: 'Alphaland', 'the Mine Ban Convention': 'the Convention' }
const nameOf = (id: string) => names[id] ?? id
const mineBan = treatyNamed('the Mine Ban Convention')
const newspaper = { newspaper: { kind: 'article' as const, published: '2025-05-20' } }

const step = ({ kind, plane, status, date, act }: Step) => ({ kind, plane, status, date, act })
const reasons = (because: Step['because']) =>
  because.map(({ rule, article, act, statements, text }) => [rule, article, act, statements.join(), text])
const track = (given: Given, day: string) => withdrawalTrack(recordOf(mineBan, given), 'alpha', day, nameOf)
const project = (given: Given, hypothesis: Hypothesis) =>
  projectionOf(recordOf(mineBan, given), 'alpha', hypothesis, nameOf)

const onItsWay: Given = {
  list: '2026-02-03',
  sources: newspaper,
  acts: [
    { act: 'ratification', id: 'deposit', of: 'alpha', on: '2005-12-27' },
    {
      act: 'announcement',
      id: 'announced',
      of: 'alpha',
      aim: 'withdrawal',
      on: '2025-03-18',
      summary: 'Alphaland made its intention known.',
    },
    {
      act: 'government_proposal',
      id: 'proposed',
      of: 'alpha',
      aim: 'withdrawal',
      by: 'newspaper',
      summary: 'The cabinet of Alphaland proposed it.',
    },
    {
      act: 'head_of_state_decree',
      id: 'decreed',
      summary: 'The Queen of Alphaland decided on it, in council.',
      of: 'alpha',
      aim: 'withdrawal',
      on: '2025-05',
      by: 'newspaper',
      reading: '"this month"',
    },
  ],
  requires: [
    { of: 'alpha', step: 'promulgation', by: 'newspaper' },
    { of: 'alpha', step: 'withdrawal_notification', by: 'newspaper' },
    { of: 'alpha', step: 'head_of_state_decree', by: 'newspaper' },
    { of: 'alpha', step: 'parliamentary_approval', by: 'newspaper', as: 'denied' },
  ],
  conflicts: [{ of: 'alpha', began: '2022-02-24', by: 'newspaper' }],
}

test('the track of a withdrawal that is not notified shows every step, done or still required, with its reasons', () => {
  const { steps, next } = track(onItsWay, '2025-06-01')
  const required = { status: 'required', date: null, act: null }
  expect(steps.map(step)).toEqual([
    {
      kind: 'announcement',
      plane: 'political',
      status: 'done',
      date: {
        value: '2025-03-18',
        precision: 'day',
        span: { earliest: '2025-03-18', latest: '2025-03-18' },
        basis: 'stated',
      },
      act: 'announced',
    },
    { kind: 'government_proposal', plane: 'domestic', status: 'done', date: null, act: 'proposed' },
    {
      kind: 'head_of_state_decree',
      plane: 'domestic',
      status: 'done',
      date: {
        value: '2025-05',
        precision: 'month',
        span: { earliest: '2025-05-01', latest: '2025-05-31' },
        basis: 'inferred',
      },
      act: 'decreed',
    },
    { kind: 'promulgation', plane: 'domestic', ...required },
    { kind: 'withdrawal_notification', plane: 'international', ...required },
    { kind: 'taking_effect', plane: 'international', status: 'blocked', date: null, act: null },
  ])
  expect(next).toBe(steps[3])
  expect(steps.flatMap(({ because }) => reasons(because))).toEqual([
    ['step_done', null, 'announced', 'depositary: announced (1)', 'On 2025-03-18: Alphaland made its intention known.'],
    [
      'step_done',
      null,
      'proposed',
      'newspaper: proposed (1)',
      'On or before 2025-05-20: The cabinet of Alphaland proposed it.',
    ],
    [
      'step_done',
      null,
      'decreed',
      'newspaper: decreed (1)',
      'In 2025-05: The Queen of Alphaland decided on it, in council.',
    ],
    [
      'step_required',
      null,
      null,
      'newspaper: requirement 1',
      'One statement says that the approval of the withdrawal must still be promulgated in Alphaland.',
    ],
    [
      'step_required',
      null,
      null,
      'newspaper: requirement 2',
      'One statement says that Alphaland must still notify the withdrawal.',
    ],
    [
      'notice_required',
      '20(2)',
      null,
      '',
      'By article 20(2) a party that withdraws gives notice to all other States Parties, the Depositary and the United Nations Security Council.',
    ],
    [
      'not_notified',
      '20(3)',
      null,
      '',
      'By article 20(3) the withdrawal takes effect at the earliest on 2025-12-01, if notice were received on 2025-06-01.',
    ],
    [
      'withdrawal_held',
      '20(3)',
      null,
      'newspaper: conflict 1',
      'By article 20(3) it does not take effect before the end of the armed conflict in which Alphaland is engaged; no end of it is recorded, so it is carried forward to 2025-06-01.',
    ],
  ])
})

const held: Given = {
  list: '2026-02-03',
  acts: [
    { act: 'ratification', id: 'deposit', of: 'alpha', on: '2005-12-27' },
    { act: 'withdrawal_notification', id: 'notice', of: 'alpha', on: '2025-05' },
    { act: 'withdrawal_notification', id: 'perhaps', of: 'alpha', on: '2025-07-01', as: 'disjunctive' },
  ],
  conflicts: [{ of: 'alpha', began: '2025-11-15', ended: '2026-03/2026-04' }],
}
const notified = [
  'withdrawal_notified',
  '20(2)',
  'notice',
  'depositary: notice (1)',
  'Alphaland notified its withdrawal from the Convention in 2025-05.',
]

test.each([
  ['2025-06-01', 'notified', 'pending'],
  ['2026-01-01', 'held', 'pending'],
  ['2026-05-01', 'effective', 'done'],
])('on %s a withdrawal notified in May 2025 is %s, its taking effect %s', (day, stage, status) => {
  const answer = track(held, day)
  expect(answer.stage).toBe(stage)
  expect(answer.takesEffect).toEqual({
    earliest: '2025-11-01',
    latest: '2026-04-30',
    condition: null,
    article: '20(3)',
  })
  expect(answer.steps.map(step)[1]).toEqual({
    kind: 'taking_effect',
    plane: 'international',
    status,
    date: {
      value: '2025-11-01/2026-04-30',
      precision: 'interval',
      span: { earliest: '2025-11-01', latest: '2026-04-30' },
      basis: 'inferred',
    },
    act: 'notice',
  })
  expect(answer.next?.kind ?? null).toBe(status === 'done' ? null : 'taking_effect')
  expect(answer.steps.flatMap(({ because }) => reasons(because))).toEqual([
    notified,
    [
      'withdrawal_held',
      '20(3)',
      'notice',
      'depositary: notice (1),depositary: conflict 1',
      'By article 20(3) it takes effect between 2025-11-01 and 2026-04-30, not before the end of the armed conflict in which Alphaland is engaged.',
    ],
    [
      'withdrawal_takes_effect',
      '20(3)',
      'notice',
      '',
      'By article 20(3) the withdrawal takes effect between 2025-11-01 and 2026-04-30.',
    ],
  ])
})

test('the projection of a notice on record says what it rests on, and supposes nothing that is known otherwise', () => {
  const answer = project(held, {})
  const expires = [
    'withdrawal_takes_effect',
    '20(3)',
    null,
    '',
    'By article 20(3) the period after the notice expires between 2025-11-01 and 2025-11-30.',
  ]
  const ends = [
    'withdrawal_held',
    '20(3)',
    null,
    'depositary: conflict 1',
    'By article 20(3) Alphaland is then engaged in an armed conflict, so the withdrawal takes effect between 2025-11-01 and 2026-04-30, when that conflict has ended.',
  ]
  const days = { earliest: '2025-11-01', latest: '2026-04-30', held: true, article: '20(3)' }
  expect(answer).toMatchObject({ notifiedOn: null, conflictEndedOn: null, ...days })
  expect(reasons(answer.because)).toEqual([notified, expires, ends])

  const supposed = project(held, { conflictEndedOn: '2026-03-10' })
  expect(supposed).toMatchObject({ notifiedOn: null, conflictEndedOn: '2026-03-10', ...days })
  const changesNothing =
    'No armed conflict of Alphaland that would hold a withdrawal is recorded as going on, so its end changes nothing.'
  expect(reasons(supposed.because)).toEqual([notified, expires, ['hypothesis', null, null, '', changesNothing], ends])
})

test('a projection says each thing that it supposes, and which statements speak of the conflict', () => {
  const open = project(onItsWay, { notifiedOn: '2025-07-20' })
  expect(open).toMatchObject({ earliest: '2026-01-20', latest: null, held: true })
  const supposing = [
    'hypothesis',
    '20(2)',
    null,
    '',
    'Suppose that the depositary receives the notification of Alphaland on 2025-07-20.',
  ]
  const expires = [
    'withdrawal_takes_effect',
    '20(3)',
    null,
    '',
    'By article 20(3) the period after the notice expires on 2026-01-20.',
  ]
  expect(reasons(open.because)).toEqual([
    supposing,
    expires,
    [
      'withdrawal_held',
      '20(3)',
      null,
      'newspaper: conflict 1',
      'By article 20(3) the armed conflict in which Alphaland is engaged holds it: no end of it is recorded, so it is carried forward to the day on which the period expires, and the withdrawal takes effect not before 2026-01-20 and not before that conflict ends.',
    ],
  ])
  const ended = project(onItsWay, { notifiedOn: '2025-07-20', conflictEndedOn: '2025-12-01' })
  expect(ended).toMatchObject({
    notifiedOn: '2025-07-20',
    conflictEndedOn: '2025-12-01',
    earliest: '2026-01-20',
    latest: '2026-01-20',
    held: false,
  })
  expect(reasons(ended.because)).toEqual([
    supposing,
    expires,
    [
      'hypothesis',
      null,
      null,
      'newspaper: conflict 1',
      'Suppose that the armed conflict of Alphaland ends on 2025-12-01.',
    ],
    [
      'withdrawal_takes_effect',
      '20(3)',
      null,
      '',
      'No other armed conflict of Alphaland that goes on when the period expires is on record in the sources used here, so the withdrawal takes effect on 2026-01-20; if Alphaland is then engaged in one, the withdrawal does not take effect before it ends.',
    ],
  ])
})

test('a projection without a notice, by no party, or under no clause says why it gives no day', () => {
  const nothing = { earliest: null, latest: null, held: false }
  expect(project(onItsWay, { conflictEndedOn: '2027-01-01' })).toMatchObject({
    ...nothing,
    notifiedOn: null,
    conflictEndedOn: '2027-01-01',
    article: '20(2)',
    because: [
      {
        rule: 'not_notified',
        article: '20(2)',
        text: 'No notification of Alphaland is recorded and none is supposed.',
      },
    ],
  })
  expect(project(onItsWay, { notifiedOn: '2006-05-31' })).toMatchObject({
    ...nothing,
    notifiedOn: '2006-05-31',
    article: '20(2)',
    because: [
      {
        rule: 'not_a_party',
        article: '20(2)',
        text: 'By article 20(2) a party withdraws; on 2006-05-31 Alphaland is no party to the Convention.',
      },
    ],
  })
  const covenant = treatyNamed('the International Covenant on Civil and Political Rights')
  const acts: Given['acts'] = [{ act: 'accession', of: 'alpha', on: '1981-09-14' }]
  const answer = projectionOf(recordOf(covenant, { acts }), 'alpha', { notifiedOn: '2025-07-20' }, nameOf)
  expect(answer).toMatchObject({
    ...nothing,
    notifiedOn: '2025-07-20',
    article: 'Vienna Convention on the Law of Treaties, articles 54 and 56',
    because: [
      {
        rule: 'no_withdrawal_clause',
        article: 'Vienna Convention on the Law of Treaties, articles 54 and 56',
        text: 'The International Covenant on Civil and Political Rights has no clause on withdrawal, so a notification has no effect by itself: by the rule that articles 54 and 56 of the Vienna Convention on the Law of Treaties state, a party can then withdraw only with the consent of all parties, or where they meant to allow it or the nature of the treaty implies it.',
      },
    ],
  })
})

test.each([
  ['parliamentary_approval', 'One statement says that the parliament of Alphaland must still approve the withdrawal.'],
  ['government_proposal', 'One statement says that the government proposal is still needed.'],
] as const)('a statement that the %s is needed is read aloud', (kind, text) => {
  const requires: Given['requires'] = [{ of: 'alpha', step: kind, by: 'newspaper' }]
  const { steps } = track({ sources: newspaper, requires }, '2025-06-01')
  expect(steps[0]?.because[0]?.text).toBe(text)
})

test('a required step tells of the like step that was taken towards a suspension, once it is taken', () => {
  const told = (day: string) =>
    track(
      {
        ...onItsWay,
        acts: [
          ...(onItsWay.acts ?? []),
          {
            act: 'promulgation',
            id: 'signed',
            of: 'alpha',
            aim: 'suspension',
            on: '2025-07-15',
            summary: 'The Queen of Alphaland signed a law on suspension.',
          },
          {
            act: 'suspension_notification',
            id: 'suspended',
            of: 'alpha',
            on: '2025-07-18',
            summary: 'Alphaland notified a suspension.',
          },
        ],
      },
      day,
    ).steps.flatMap(({ kind, because }) =>
      because.flatMap(({ rule, act, text }) => (rule === 'suspension_not_provided' ? [[kind, act, text]] : [])),
    )
  const law = [
    'promulgation',
    'signed',
    'A suspension is no withdrawal. On 2025-07-15: The Queen of Alphaland signed a law on suspension.',
  ]
  const notice = [
    'withdrawal_notification',
    'suspended',
    'A suspension is no withdrawal. On 2025-07-18: Alphaland notified a suspension.',
  ]
  expect(told('2025-07-14')).toEqual([])
  expect(told('2025-07-17')).toEqual([law])
  expect(told('2025-07-18')).toEqual([law, notice])
})

test.each([
  ['the Mine Ban Convention', '9999-06-30'],
  ['the Arms Trade Treaty', '9999-10-01'],
  ['the International Covenant on Civil and Political Rights', '9999-12-31'],
])('under %s notice can be supposed up to %s', (treaty, last) => {
  expect(lastNotice(treatyNamed(treaty))).toBe(last)
})

const party = { act: 'ratification' as const, id: 'deposit', of: 'alpha', on: '2005-12-27' }
const stepsOf = (given: Given, day: string) => track(given, day).steps.map(({ act, kind }) => act ?? kind)

test('only steps towards a withdrawal at home or in politics lead there, and none from before the consent', () => {
  const towards = (act: NonNullable<Given['acts']>[number]) =>
    stepsOf({ acts: [party, { id: 'it', of: 'alpha', aim: 'withdrawal', on: '2025-01-10', ...act }] }, '2025-02-01')
  const still = ['withdrawal_notification', 'taking_effect']
  expect(towards({ act: 'parliamentary_approval' })).toEqual(['it', ...still])
  expect(towards({ act: 'committee_recommendation' })).toEqual(['it', ...still])
  expect(towards({ act: 'committee_recommendation', aim: 'suspension' })).toEqual([])
  expect(towards({ act: 'parliamentary_approval', aim: 'suspension' })).toEqual([])
  expect(towards({ act: 'condemnation' })).toEqual([])
  expect(towards({ act: 'declaration' })).toEqual([])
  expect(towards({ act: 'parliamentary_approval', on: '2005-12-27' })).toEqual([])
  expect(towards({ act: 'parliamentary_approval', on: '2005-12-28' })).toEqual(['it', ...still])
})

test('undated steps stand in the order of procedure, beside a dated one of their kind after it', () => {
  const step = (id: string, act: NonNullable<Given['acts']>[number]['act'], on?: string) => ({
    id,
    act,
    of: 'alpha',
    aim: 'withdrawal' as const,
    by: 'newspaper',
    ...(on ? { on } : {}),
  })
  const acts = [
    party,
    step('promulgated', 'promulgation'),
    step('proposed', 'government_proposal'),
    step('announced', 'announcement'),
    step('approved', 'parliamentary_approval', '2025-05-08'),
    step('approved again', 'parliamentary_approval'),
  ]
  expect(stepsOf({ sources: newspaper, acts }, '2025-06-01')).toEqual([
    'announced',
    'proposed',
    'approved',
    'approved again',
    'promulgated',
    'withdrawal_notification',
    'taking_effect',
  ])
})

test('a political step that is no announcement does not announce a withdrawal', () => {
  const undone = { id: 'it', of: 'alpha', aim: 'withdrawal' as const, on: '2025-01-10' }
  expect(track({ acts: [party, { ...undone, act: 'announcement' }] }, '2025-02-01').stage).toBe('announced')
  const back = { id: 'back', act: 'withdrawal_retraction' as const, of: 'alpha', on: '2025-01-10' }
  expect(track({ acts: [party, back] }, '2025-02-01').stage).toBe('none')
})

test('a held notice can be taken back for as long as it is held, one that took effect cannot', () => {
  const notice = { act: 'withdrawal_notification' as const, id: 'notice', of: 'alpha', on: '2020-01-10' }
  const back = (on: string) => ({ act: 'withdrawal_retraction' as const, id: 'back', of: 'alpha', on })
  const conflicts = [{ of: 'alpha', began: '2014-02-20' }]
  const stage = (acts: NonNullable<Given['acts']>, more: Given = {}) =>
    track({ list: '2026-02-03', acts: [party, ...acts], ...more }, '2025-01-01').stage
  expect(stage([notice], { conflicts })).toBe('held')
  expect(stage([notice, back('2024-01-10')], { conflicts })).toBe('retracted')
  expect(stage([notice, back('2020-07-09')])).toBe('retracted')
  expect(stage([notice, back('2020-07-10')])).toBe('effective')
  expect(stage([notice, back('2020-01-09')])).toBe('effective')
  const covenant = treatyNamed('the International Covenant on Civil and Political Rights')
  const without = recordOf(covenant, { list: '2026-02-03', acts: [party, notice, back('2024-01-10')] })
  expect(withdrawalTrack(without, 'alpha', '2025-01-01').stage).toBe('retracted')
})

test('a notice whose day is open at its end has not surely been given', () => {
  const acts: Given['acts'] = [
    party,
    { act: 'withdrawal_notification', id: 'notice', of: 'alpha', on: '2020-01-10/..', by: 'report' },
  ]
  const report = { report: { kind: 'report' as const, published: '2020/..' } }
  expect(track({ list: '2026-02-03', sources: report, acts }, '2025-01-01').stage).toBe('none')
  const answer = project({ list: '2026-02-03', sources: report, acts }, {})
  expect(answer).toMatchObject({ earliest: '2020-07-10', latest: null, held: false })
})

test('without a clause on withdrawal the effect of a notice is blocked, and says so', () => {
  const covenant = treatyNamed('the International Covenant on Civil and Political Rights')
  const record = recordOf(covenant, {
    list: '2026-02-03',
    sources: newspaper,
    acts: [
      { ...party, on: '1981-09-14' },
      { act: 'announcement', id: 'announced', of: 'alpha', aim: 'withdrawal', on: '2025-05-10', by: 'newspaper' },
    ],
    requires: [{ of: 'alpha', step: 'parliamentary_approval', by: 'newspaper' }],
  })
  const { steps, takesEffect } = withdrawalTrack(record, 'alpha', '2025-06-01', nameOf)
  expect(takesEffect).toBeNull()
  expect(steps.map(step).slice(1)).toEqual([
    { kind: 'parliamentary_approval', plane: 'domestic', status: 'required', date: null, act: null },
    { kind: 'taking_effect', plane: 'international', status: 'blocked', date: null, act: null },
  ])
  expect(reasons(steps[2]?.because ?? [])).toEqual([
    [
      'no_withdrawal_clause',
      'Vienna Convention on the Law of Treaties, articles 54 and 56',
      null,
      '',
      'The International Covenant on Civil and Political Rights has no clause on withdrawal, so a notification has no effect by itself: by the rule that articles 54 and 56 of the Vienna Convention on the Law of Treaties state, a party can then withdraw only with the consent of all parties, or where they meant to allow it or the nature of the treaty implies it.',
    ],
  ])
})

test('a conflict that may begin later, or that has ended, blocks no notice that is still to be given', () => {
  const announced = { act: 'announcement' as const, of: 'alpha', aim: 'withdrawal' as const, on: '2025-01-10' }
  const status = (...conflicts: NonNullable<Given['conflicts']>) =>
    track({ list: '2026-02-03', sources: newspaper, acts: [party, announced], conflicts }, '2025-02-01').steps.at(-1)
      ?.status
  expect(status()).toBe('pending')
  expect(status({ of: 'alpha', began: '2025-08-01' })).toBe('blocked')
  expect(status({ of: 'alpha', began: '2025-08-02' })).toBe('pending')
  expect(status({ of: 'alpha', began: '2022-02-24', ended: '2025-03-01' })).toBe('pending')
  expect(status({ of: 'alpha', began: '2022-02-24', ended: '2025-03-01/..' })).toBe('blocked')
  expect(status({ of: 'alpha', by: 'newspaper' })).toBe('blocked')
})
