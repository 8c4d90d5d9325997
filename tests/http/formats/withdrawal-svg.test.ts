import { describe, expect, test } from 'vitest'
import { spanOf } from '../../../src/domain/partial-date.ts'
import type { Step, WithdrawalTrack } from '../../../src/domain/withdrawal.ts'
import { withdrawalSvg } from '../../../src/http/formats/withdrawal-svg.ts'
import { readSvg } from './svg.ts'

const step = (kind: Step['kind'], plane: Step['plane'], status: Step['status'], date?: string): Step => ({
  kind,
  plane,
  status,
  date: date === undefined ? null : { value: date, precision: 'day', span: spanOf(date), basis: 'stated' },
  act: null,
  because: [],
})

const picture = (track: WithdrawalTrack, asOf = '2025-07-01') =>
  readSvg(
    withdrawalSvg({
      state: 'Ruritania',
      spoken: 'the Kingdom of Ruritania',
      treaty: 'Treaty',
      asOf,
      track,
      basis: {
        pins: { asOf, knownOn: asOf, accordingTo: ['article'] },
        record: '0123456789abcdef',
        list: null,
      },
    }),
  )

const steps = [
  step('government_proposal', 'domestic', 'done', '../2025-06-29'),
  step('head_of_state_decree', 'domestic', 'done', '2025-06-29'),
  step('announcement', 'political', 'done', '2025-06'),
  step('parliamentary_approval', 'domestic', 'required'),
  step('withdrawal_notification', 'international', 'required'),
  step('taking_effect', 'international', 'blocked'),
]
const takesEffect = { earliest: '2026-01-01', latest: null, condition: 'if A; not before B', article: '20(3)' }
const track: WithdrawalTrack = { stage: 'domestic', steps, next: steps[3] ?? null, takesEffect }

describe('the picture of a withdrawal', () => {
  test('says each step in words: its plane, how it stands, its date as far as it is known', () => {
    const { title, description } = picture(track)
    expect(title).toBe('Ruritania: withdrawal from the Treaty, as of 2025-07-01')
    expect(description).toContain('3 of 6 steps are done.')
    expect(description).toContain('1. Government proposal, domestic, done: on or before 2025-06-29.')
    expect(description).toContain('3. Announcement, political, done: in 2025-06.')
    expect(description).toContain('5. Withdrawal notification, international, required: not done yet.')
    expect(description).toContain('6. Taking effect, international, blocked: not before 2026-01-01.')
    expect(description).toContain('Next: parliamentary approval.')
    expect(description).toContain('Would take effect not before 2026-01-01, if A, and not before B (article 20(3)).')
    expect(description).toContain('no complete list of parties')
  })

  test('shows every step with its plane and status as text too', () => {
    const { words } = picture(track)
    const shown = ['Government proposal', 'domestic, done', 'political, done', 'international, blocked']
    for (const text of shown) expect(words).toContain(text)
    expect(words).toContain('as of 2025-07-01')
  })

  test('says where sources differ', () => {
    const differing = {
      ...step('announcement', 'political', 'done', '2025-06-29'),
      because: [{ rule: 'rival_dates', article: null, act: null, statements: [], text: '' }],
    } as Step
    const { words, description } = picture({ ...track, steps: [differing] })
    expect(words).toContain('on 2025-06-29; sources differ')
    expect(description).toContain('on 2025-06-29 (sources give other dates too).')
  })

  test('of a state that does not withdraw says that', () => {
    const { words, description } = picture({ stage: 'none', steps: [], next: null, takesEffect: null })
    expect(words.join(' ')).toContain('holds no step towards a withdrawal')
    expect(description).toContain('no withdrawal is under way. The record holds no step.')
  })

  test('where a treaty has no way out, a notification has no effect by itself', () => {
    const notified = [
      step('withdrawal_notification', 'international', 'done', '1997-08-25'),
      step('taking_effect', 'international', 'blocked'),
    ]
    const { description } = picture({
      stage: 'notified',
      steps: notified,
      next: notified[1] ?? null,
      takesEffect: null,
    })
    expect(description).toContain('notified, which has no effect by itself')
    expect(description).toContain('2. Taking effect, international, blocked: never by itself.')
  })

  test('an effect that has come is a day; the words follow', () => {
    const effective = [
      step('withdrawal_notification', 'international', 'done', '2024-09-06'),
      step('taking_effect', 'international', 'done', '2025-03-06'),
    ]
    const span = { earliest: '2025-03-06', latest: '2025-03-06', condition: null, article: '20(2)' }
    const { description } = picture({ stage: 'effective', steps: effective, next: null, takesEffect: span })
    expect(description).toContain('Took effect on 2025-03-06 (article 20(2)).')
  })

  test.each(['0001-01-01', '9999-12-31'])('can be drawn as of %s', (asOf) => void picture(track, asOf))
})
