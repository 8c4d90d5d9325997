import { expect, test } from 'vitest'
import { dossierOf } from '../../src/domain/dossier.ts'
import { standings } from '../../src/domain/evidence.ts'
import {
  because,
  doubtsAbout,
  effectSpan,
  kindInWords,
  listed,
  reasonsOfObjections,
  saidBefore,
  standingsInWords,
  statementsSay,
  whenInWords,
} from '../../src/domain/reasons.ts'
import { standingOn } from '../../src/domain/standing.ts'
import { type Given, recordOf, treatyNamed, type WrittenAct } from './law-cases.ts'

const mineBan = treatyNamed('the Mine Ban Convention')
const names: Record<string, string> = { alpha: 'Alphaland', beta: 'Betaland' }
const nameOf = (id: string) => names[id] ?? id
const sources: Given['sources'] = {
  newspaper: { kind: 'article', published: '2025-09-01' },
  ministry: { kind: 'report', published: '2025-09-02' },
}
const actsOf = (state: string, ...acts: WrittenAct[]) => dossierOf(recordOf(mineBan, { sources, acts }), state).acts
const first = (act: WrittenAct) => {
  const [recorded] = actsOf('alpha', { ...act, of: 'alpha' })
  if (recorded === undefined) throw new Error('the act is not shown')
  return recorded
}
const sentences = (given: Given, day: string) =>
  standingOn(recordOf(mineBan, { sources, ...given }), 'alpha', day, nameOf).because.map(({ text }) => text)

test('a step of a derivation is a sentence, and rests on nothing but what it names', () => {
  expect(because('silence', 'nothing is recorded')).toEqual({
    rule: 'silence',
    article: null,
    act: null,
    statements: [],
    text: 'Nothing is recorded.',
  })
})

test('what is said of a dossier a second time is kept, and is the same object from then on', () => {
  const dossier = dossierOf(recordOf(mineBan, { sources }), 'alpha')
  let times = 0
  const say = () => saidBefore(dossier, nameOf, 'a thing', () => [{ times: ++times }])
  const [once, twice, again] = [say(), say(), say()]
  expect([once, twice, times]).toEqual([[{ times: 1 }], [{ times: 2 }], 2])
  expect(again).toBe(twice)
  expect([once, twice, twice[0]].map(Object.isFrozen)).toEqual([false, true, true])
})

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j is listed as "%s"', (words, text) => {
  expect(listed(words, 'and')).toBe(text)
})

test('standings and kinds of act are read in words', () => {
  expect(standingsInWords([...standings])).toBe(
    'a party, a contracting state, a signatory, a former party or not a party',
  )
  expect(kindInWords('head_of_state_decree')).toBe('head of state decree')
})

test.each([
  [0, 'no statements say'],
  [1, 'one statement says'],
  [2, 'two statements say'],
  [3, 'three statements say'],
  [4, 'four statements say'],
  [5, 'five statements say'],
  [6, 'six statements say'],
  [7, 'seven statements say'],
  [8, 'eight statements say'],
  [9, 'nine statements say'],
  [10, 'ten statements say'],
  [11, '11 statements say'],
])('%i statements are counted in words: %s', (number, text) => {
  expect(statementsSay(number)).toBe(text)
})

test.each<[WrittenAct['act'], string]>([
  ['signature', 'signed'],
  ['ratification', 'ratified'],
  ['acceptance', 'accepted'],
  ['approval', 'approved'],
  ['accession', 'acceded to'],
  ['succession', 'succeeded to'],
  ['formal_confirmation', 'formally confirmed'],
  ['consent_to_be_bound', 'consented to be bound by'],
  ['succession_to_signature', 'succeeded to the signature of'],
])('an act of %s reads "Alphaland %s the convention", with its article, if any', (act, verb) => {
  const record = recordOf(mineBan, { sources, acts: [{ act, of: 'alpha', on: '2005-03-01' }] })
  const [step] = standingOn(record, 'alpha', '2005-03-01', nameOf).because.filter((one) => one.act !== null)
  expect(step?.text).toBe(`Alphaland ${verb} the Mine Ban Convention on 2005-03-01.`)
  // The articles on signature and on consent name no succession.
  expect(step?.article).toBe(act.startsWith('succession') ? null : act === 'signature' ? '15' : '16')
  expect(step?.rule).toBe(act.includes('signature') ? 'signature' : 'consent')
  expect(step?.statements).toEqual([`depositary: ${act} alpha 1 (1)`])
})

test('an act without a date is told by the days in which it must lie', () => {
  expect(whenInWords(first({ act: 'ratification', by: 'newspaper' }))).toBe('on or before 2025-09-01')
  expect(whenInWords(first({ act: 'ratification', by: 'newspaper', on: '2005' }))).toBe('in 2005')
})

test('the effect of a cause whose beginning or end is open is open there', () => {
  const nextDay = (day: string) => `${day}+1`
  expect(effectSpan({ earliest: null, latest: 'b' }, nextDay)).toEqual({ earliest: null, latest: 'b+1' })
  expect(effectSpan({ earliest: 'a', latest: null }, nextDay)).toEqual({ earliest: 'a+1', latest: null })
})

const twoDates = { act: 'ratification', of: 'alpha', id: 'deposit' } as const
const rivals = [
  { by: 'newspaper', on: '2005-03-01' },
  { by: 'ministry', on: '2006-03' },
]

test('rival dates are doubted with the statements that give them, and the preferred one with its reasons', () => {
  const [act] = actsOf('alpha', { ...twoDates, said: rivals })
  expect(act && doubtsAbout(act, nameOf)).toEqual([
    {
      rule: 'rival_dates',
      article: null,
      act: 'deposit',
      statements: ['newspaper: deposit (1)', 'ministry: deposit (2)'],
      text: 'The sources date the ratification of Alphaland on 2005-03-01 and in 2006-03; none is preferred.',
    },
  ])
  const assessed = recordOf(mineBan, {
    sources,
    acts: [{ ...twoDates, said: rivals }],
    assessed: [{ act: 'deposit', preferred: '2006-03', because: ['It is later.', 'So says St. Petersburg.'] }],
  })
  const [preferred] = dossierOf(assessed, 'alpha').acts
  expect(preferred && doubtsAbout(preferred, nameOf)[0]?.text).toBe(
    'The sources date the ratification of Alphaland on 2005-03-01 and in 2006-03; 2006-03 is preferred: It is later. So says St. Petersburg.',
  )
})

test('a denied act is doubted by those who deny it, one that is left open by those who leave it open', () => {
  const denied = first({
    act: 'announcement',
    id: 'it',
    said: [
      { by: 'newspaper', on: '2025-01-10' },
      { by: 'ministry', denies: true },
    ],
  })
  expect(doubtsAbout(denied, nameOf)).toMatchObject([
    {
      rule: 'act_denied',
      act: 'it',
      statements: ['ministry: it (2)'],
      text: 'The announcement of Alphaland is asserted and denied.',
    },
  ])
  const open = first({ act: 'announcement', id: 'it', by: 'newspaper', as: 'disjunctive' })
  expect(doubtsAbout(open, nameOf)).toMatchObject([
    {
      rule: 'act_left_open',
      act: 'it',
      statements: ['newspaper: it (1)'],
      text: 'The announcement of Alphaland is only one of several things that the source leaves open.',
    },
  ])
  const nobodys = { ...open, state: null }
  expect(doubtsAbout(nobodys, nameOf)[0]?.text).toBe(
    'The announcement is only one of several things that the source leaves open.',
  )
  expect(doubtsAbout(first({ act: 'announcement', on: '2025-01-10' }), nameOf)).toEqual([])
})

test('who objects is named: a state, or else the person who spoke, or somebody', () => {
  const [act] = actsOf('alpha', { act: 'suspension_notification', id: 'it', of: 'alpha', on: '2025-07-18' })
  const [objection] = actsOf('beta', { act: 'objection', id: 'no', of: 'beta', on: '2025-08-01', to: ['it'] })
  if (!act || !objection) throw new Error('an act is missing')
  const sure = (one: typeof objection) => ({ objection: one, made: true, certain: true })
  const said = (...by: (typeof objection)[]) => reasonsOfObjections(act, by.map(sure), nameOf)
  expect(said()).toEqual([])
  expect(said(objection)).toEqual([
    {
      rule: 'contested',
      article: null,
      act: 'it',
      statements: ['depositary: no (1)'],
      text: 'Betaland objects to the suspension notification of Alphaland.',
    },
  ])
  const others = [objection, { ...objection, state: null, actor: 'a minister' }, { ...objection, state: null }]
  expect(said(...others)[0]?.text).toBe(
    'Betaland, a minister and somebody object to the suspension notification of Alphaland.',
  )
  const other = { ...objection, state: 'gamma', statements: ['the other'] }
  const perhaps = { objection: other, made: false, certain: false }
  expect(reasonsOfObjections(act, [{ ...perhaps, made: true }], nameOf).map(({ text }) => text)).toEqual([
    'Gamma objected to the suspension notification of Alphaland, and may have taken that back by then; the record leaves that open.',
  ])
  expect(
    reasonsOfObjections(act, [sure(objection), perhaps], nameOf).map(({ text, statements }) => [text, statements]),
  ).toEqual([
    ['Betaland objects to the suspension notification of Alphaland.', ['depositary: no (1)']],
    [
      'Gamma may have objected to the suspension notification of Alphaland by then; the record leaves that open.',
      ['the other'],
    ],
  ])
})

test.each([
  ['2005-03-01', 'on 2005-03-01'],
  ['2005', 'from 2005-01-01 to 2005-12-31'],
  ['../2005', 'up to 2005-12-31'],
  ['2005/..', 'from 2005-01-01 on'],
])('a claim about %s speaks of the time %s', (during, words) => {
  const claims: Given['claims'] = [{ of: 'alpha', is: ['party'], during, by: 'newspaper' }]
  expect(sentences({ claims }, '2005-12-31')).toContain(`As one statement has it, Alphaland is a party ${words}.`)
})

test('claims of one kind about one time are one sentence, a denial is another', () => {
  const said = { of: 'alpha', during: '2005-03-01', by: 'newspaper' }
  const claims: Given['claims'] = [
    { ...said, is: ['party', 'former_party'] },
    { ...said, is: ['party', 'former_party'], by: 'ministry' },
    { ...said, is: ['former_party', 'contracting_state', 'signatory', 'not_party'], as: 'denied' },
    { ...said, is: ['former_party', 'signatory', 'not_party'], as: 'denied' },
  ]
  const because = standingOn(recordOf(mineBan, { sources, claims }), 'alpha', '2005-03-01', nameOf).because
  expect(because.filter(({ rule }) => rule.startsWith('claim'))).toMatchObject([
    {
      rule: 'claim_of_alternatives',
      statements: ['ministry: claim 2', 'newspaper: claim 1'],
      text: 'As two statements have it, Alphaland is a party or a former party on 2005-03-01, without saying which.',
    },
    {
      rule: 'claim',
      statements: ['newspaper: claim 3'],
      text: 'As one statement has it, Alphaland is not one of the other standings: it is a party on 2005-03-01.',
    },
    {
      rule: 'claim_of_alternatives',
      statements: ['newspaper: claim 4'],
      text: 'As one statement has it, Alphaland is not one of the other standings: it is a party or a contracting state on 2005-03-01.',
    },
  ])
})

const told = (treaty: string, given: Given, day: string) =>
  standingOn(recordOf(treatyNamed(treaty), { sources, ...given }), 'alpha', day, nameOf)
    .because.filter(({ act }) => act !== null)
    .map(({ rule, article, act, statements, text }) => [rule, article, act, statements.join(), text])
const vienna = (article: number) => `Vienna Convention on the Law of Treaties, article ${article}`
const deposit: WrittenAct = { act: 'ratification', id: 'deposit', of: 'alpha', on: '1998-03-01' }
const ofDeposit = [
  ['consent', '16', 'deposit', 'depositary: deposit (1)', 'Alphaland ratified the Mine Ban Convention on 1998-03-01.'],
  [
    'entry_into_force',
    '17(1)',
    'deposit',
    'depositary: deposit (1)',
    'By article 17(1) the Mine Ban Convention enters into force for Alphaland when it does itself, on 1999-03-01.',
  ],
]

test.each<[WrittenAct, string, string | null, string]>([
  [
    { act: 'withdrawal_retraction', on: '2005-01-10' },
    'withdrawal_retracted',
    vienna(68),
    'Alphaland took its notification back on 2005-01-10; a notification may be revoked at any time before it takes effect.',
  ],
  [
    { act: 'withdrawal_of_consent', on: '1998-05-10' },
    'consent_withdrawn',
    null,
    'Alphaland took its consent back on 1998-05-10; by depositary practice a state may do so before the Mine Ban Convention is in force for it, and then stands where it stood before it consented.',
  ],
  [
    { act: 'suspension_notification', on: '2005-01-10' },
    'suspension_not_provided',
    null,
    'Alphaland notified a suspension on 2005-01-10; no clause of the Mine Ban Convention provides for one, and a party that suspends is a party all the same.',
  ],
  [
    { act: 'provisional_application', on: '1998-05-10' },
    'provisional_application',
    '18',
    'Alphaland declared on 1998-05-10 that it applies article 1(1) of the Mine Ban Convention provisionally; that is not membership.',
  ],
])('%o is told with its rule and its article', (act, rule, article, text) => {
  const acts = [deposit, { ...act, id: 'it', of: 'alpha' }]
  expect(told('the Mine Ban Convention', { acts }, '2005-02-01')).toEqual([
    ...ofDeposit,
    [rule, article, 'it', 'depositary: it (1)', text],
  ])
})

test('a notice is told with its paragraph, and its effect with its own, or as the record states it', () => {
  const notice: WrittenAct = { act: 'withdrawal_notification', id: 'notice', of: 'alpha', on: '2005-01-10' }
  const notified = [
    'withdrawal_notified',
    '20(2)',
    'notice',
    'depositary: notice (1)',
    'Alphaland notified its withdrawal from the Mine Ban Convention on 2005-01-10.',
  ]
  const from = (rule: string, article: string | null, text: string) => [
    rule,
    article,
    'notice',
    'depositary: notice (1)',
    text,
  ]
  expect(told('the Mine Ban Convention', { acts: [deposit, notice] }, '2005-02-01')).toEqual([
    ...ofDeposit,
    notified,
    from('withdrawal_takes_effect', '20(3)', 'By article 20(3) it takes effect on 2005-07-10.'),
  ])
  const stated = { ...notice, effective: '2005-12-31' }
  expect(told('the Mine Ban Convention', { acts: [deposit, stated] }, '2005-02-01').slice(2)).toEqual([
    notified,
    from('effect_recorded', null, 'The record states that it takes effect on 2005-12-31.'),
  ])
  expect(told('the International Covenant on Civil and Political Rights', { acts: [notice] }, '2005-02-01')[1]).toEqual(
    from(
      'no_withdrawal_clause',
      'Vienna Convention on the Law of Treaties, articles 54 and 56',
      'The International Covenant on Civil and Political Rights has no clause on withdrawal, so a notification has no effect by itself: by the rule that articles 54 and 56 of the Vienna Convention on the Law of Treaties state, a party can then withdraw only with the consent of all parties, or where they meant to allow it or the nature of the treaty implies it.',
    ),
  )
})

test('a consent is told with the day from which it binds, and what that day rests on', () => {
  const effect = (treaty: string, act: WrittenAct) =>
    told(treaty, { acts: [{ ...act, id: 'it', of: 'alpha' }] }, '2020-01-01')[1]
  const from = (rule: string, article: string | null, text: string) => [rule, article, 'it', 'depositary: it (1)', text]
  expect(effect('the Mine Ban Convention', { act: 'accession', on: '2005-12-27' })).toEqual(
    from(
      'entry_into_force_for_state',
      '17(2)',
      'By article 17(2) the Mine Ban Convention enters into force for Alphaland on 2006-06-01.',
    ),
  )
  expect(effect('the Mine Ban Convention', { act: 'accession', on: '2005-12-27', effective: '2006-01-01' })).toEqual(
    from('effect_recorded', null, 'The record states that it takes effect for Alphaland on 2006-01-01.'),
  )
  expect(effect('the Mine Ban Convention', { act: 'succession', on: '2005-12-27' })).toEqual(
    from(
      'effect_of_succession_unknown',
      null,
      'No clause of the Mine Ban Convention says from when a succession counts and the record states no day, so it may be any day up to the deposit.',
    ),
  )
  expect(effect('the Comprehensive Nuclear-Test-Ban Treaty', { act: 'ratification', on: '1998-04-06' })).toEqual(
    from(
      'treaty_not_in_force',
      'XIV(1)',
      'The Comprehensive Nuclear-Test-Ban Treaty is not in force, so a consent makes a contracting state.',
    ),
  )
  expect(effect('the Convention on Certain Conventional Weapons', { act: 'ratification', on: '1983-01-10' })).toEqual(
    from(
      'entry_into_force',
      null,
      'The Convention on Certain Conventional Weapons enters into force for Alphaland when it does itself, on 1983-12-02.',
    ),
  )
})

test('steps at home and reservations are no part of the derivation of a standing', () => {
  const acts: WrittenAct[] = [
    deposit,
    { act: 'reservation', of: 'alpha', on: '1998-03-01' },
    { act: 'parliamentary_approval', of: 'alpha', aim: 'consent', on: '1998-02-01' },
  ]
  expect(told('the Mine Ban Convention', { acts }, '2005-02-01')).toEqual(ofDeposit)
})

test('a recorded day of effect names the paragraph that gives just that day, and no other', () => {
  const stated = (on: string, effective: string, treaty = 'the Mine Ban Convention') =>
    told(
      treaty,
      { acts: [deposit, { act: 'withdrawal_notification', id: 'notice', of: 'alpha', on, effective }] },
      '2005-02-01',
    )
      .filter(([rule]) => rule === 'effect_recorded')
      .map(([, article, , , text]) => [article, text])
  expect(stated('2005-01-10', '2005-07-10')).toEqual([
    ['20(3)', 'By article 20(3) it takes effect on 2005-07-10, as the record also states.'],
  ])
  const none = (text: string) => [[null, `The record states that it takes effect ${text}.`]]
  expect(stated('2005-01-10', '2005-07-11')).toEqual(none('on 2005-07-11'))
  expect(stated('2005-01', '2005-07-01/2005-07-30')).toEqual(none('between 2005-07-01 and 2005-07-30'))
  expect(stated('2005-01', '2005-07-02/2005-07-31')).toEqual(none('between 2005-07-02 and 2005-07-31'))
  expect(stated('2005-01-10', '2005-07-10', 'the International Covenant on Civil and Political Rights')).toEqual(
    none('on 2005-07-10'),
  )
})

test('an effect that reaches back counts from its own day, not before', () => {
  const acts: WrittenAct[] = [{ act: 'succession', of: 'alpha', on: '2011-11-11', effective: '2011-07-09' }]
  const rules = (day: string) =>
    standingOn(recordOf(mineBan, { acts, list: '2026-02-03' }), 'alpha', day).because.map(({ rule }) => rule)
  expect(rules('2011-07-08')).toEqual(['complete_list', 'standing'])
  expect(rules('2011-07-09')).toEqual(['complete_list', 'consent', 'effect_recorded', 'standing'])
})
