import { type Day, dateInWords, spanInWords } from '../../domain/partial-date.ts'
import { capitalised, kindInWords } from '../../domain/reasons.ts'
import type { Step, WithdrawalStage, WithdrawalTrack } from '../../domain/withdrawal.ts'
import { type Basis, basisInWords } from './captions.ts'

/** A state's way out of a treaty, as the picture needs it: the state by its name, and as a sentence speaks of it. */
export type WithdrawalPictured = {
  state: string
  spoken: string
  treaty: string
  asOf: Day
  track: WithdrawalTrack
  basis: Basis
}

const stages: Record<WithdrawalStage, string> = {
  none: 'no withdrawal is under way',
  announced: 'announced, not notified',
  domestic: 'under way at home, not notified',
  notified: 'notified, not yet in effect',
  held: 'the period has run, an armed conflict holds it',
  effective: 'in effect',
  retracted: 'taken back',
}

/** How far a withdrawal has come, in words. */
export const stageInWords = ({ stage, takesEffect }: WithdrawalTrack) =>
  stage === 'notified' && takesEffect === null ? 'notified, which has no effect by itself' : stages[stage]

/** What a step is called. */
export const nameOfStep = ({ kind }: Step) => capitalised(kindInWords(kind))

/** When a step was done or is to come, in words. */
export const whenOf = (step: Step, { takesEffect }: WithdrawalTrack): string => {
  if (step.date) return dateInWords(step.date.value)
  if (step.kind === 'taking_effect') return takesEffect ? spanInWords(takesEffect) : 'never by itself'
  if (step.status === 'done') return 'on a day not known'
  return step.because.some(({ rule }) => rule === 'suspension_not_provided')
    ? 'not yet, only for a suspension'
    : 'not done yet'
}

/** Whether sources give rival dates for a step. */
export const disagrees = ({ because }: Step) => because.some(({ rule }) => rule === 'rival_dates')

/** When the withdrawal takes effect, and on what that depends, in one sentence; nothing where nothing can be said. */
export function effectSentence({ takesEffect, stage }: WithdrawalTrack): string {
  if (!takesEffect) return ''
  const { condition, article } = takesEffect
  const verb =
    stage === 'effective'
      ? 'Took effect'
      : stage === 'notified' || stage === 'held'
        ? 'Takes effect'
        : 'Would take effect'
  return `${verb} ${spanInWords(takesEffect)}${condition ? `, ${condition.replaceAll('; ', ', and ')}` : ''}${article ? ` (article ${article})` : ''}.`
}

/** All that the picture of a withdrawal shows, in words. */
export function withdrawalInWords({ spoken, treaty, asOf, track, basis }: WithdrawalPictured): string {
  const done = track.steps.filter(({ status }) => status === 'done').length
  const told = track.steps.map((step, i) => {
    const differ = disagrees(step) ? ' (sources give other dates too)' : ''
    return `${i + 1}. ${nameOfStep(step)}, ${step.plane}, ${step.status}: ${whenOf(step, track)}${differ}.`
  })
  return [
    `The withdrawal of ${spoken} from the ${treaty} as of ${asOf}: ${stageInWords(track)}.`,
    track.steps.length === 0 ? 'The record holds no step.' : `${done} of ${track.steps.length} steps are done.`,
    ...told,
    ...(track.next ? [`Next: ${nameOfStep(track.next).toLowerCase()}.`] : []),
    ...(track.takesEffect ? [effectSentence(track)] : []),
    basisInWords(basis),
  ].join(' ')
}
