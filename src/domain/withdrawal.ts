import { type ActKind, isConsent, type Plane, planeOfKind } from './acts.ts'
import { articlesOfWithdrawal, clauseOf, dayAfter, noticeTakesEffect, withdrawalTakesEffect } from './clauses.ts'
import { type Dossier, dossierOf, type RecordedAct, type Requirement } from './dossier.ts'
import type { DateOfAct } from './evidence.ts'
import {
  conditionOfConflict,
  conditionOfForetold,
  conditionOfLaterDay,
  effectOf,
  isReportedFrom,
  nothingHolds,
  noticeThatCounts,
  retracts,
  spanOnly,
} from './notice.ts'
import { addDays, type Day, laterOf, partialDateOf, precisionOf, reachedBy, spanInWords } from './partial-date.ts'
import {
  articleOfRecordedEffect,
  type Because,
  because,
  byArticle,
  doubtsAbout,
  kindInWords,
  listed,
  type NameOf,
  namesTheDay,
  noticeTooEarly,
  noWithdrawal,
  reasonsOfAct,
  saidBefore,
  statementsSay,
  toldBySummary,
} from './reasons.ts'
import type { TreatyRecord } from './record.ts'
import { firstNoticeOf, isTooEarly } from './worlds.ts'

/** How far a withdrawal has come; `held` is one whose period has run while an armed conflict goes on. */
export const withdrawalStages = ['none', 'announced', 'domestic', 'notified', 'held', 'effective', 'retracted'] as const
export type WithdrawalStage = (typeof withdrawalStages)[number]

export const stepStatuses = ['done', 'required', 'pending', 'blocked'] as const
export type StepStatus = (typeof stepStatuses)[number]

/** One step on the way out of a treaty, up to the day on which the withdrawal takes effect. */
export type Step = {
  kind: ActKind | 'taking_effect'
  plane: Plane
  status: StepStatus
  date: Pick<DateOfAct, 'value' | 'precision' | 'span' | 'basis'> | null
  act: string | null
  because: Because[]
}

/** When a withdrawal takes effect: `latest` is null while nothing bounds it; `condition` is what it depends on, in words. */
export type TakesEffect = { earliest: Day | null; latest: Day | null; condition: string | null; article: string | null }

/** How far a state has come on its way out of a treaty, and what is still missing. */
export type WithdrawalTrack = {
  stage: WithdrawalStage
  steps: Step[]
  next: Step | null
  takesEffect: TakesEffect | null
}

// The order in which a state usually goes; it decides only where the record gives no dates.
const procedure: (ActKind | 'taking_effect')[] = [
  'announcement',
  'government_proposal',
  'head_of_state_decree',
  'committee_recommendation',
  'parliamentary_approval',
  'promulgation',
  'withdrawal_notification',
  'withdrawal_retraction',
  'taking_effect',
]
const inProcedure = (kind: ActKind | 'taking_effect') => procedure.indexOf(kind)

/**
 * The track of a state's withdrawal on `asOf`, since it last joined. A step counts as done when it was certainly done by
 * that day; an act that is only possible, denied or perhaps later does not. A plan to suspend is not a plan to withdraw.
 */
export function withdrawalTrack(
  record: TreatyRecord,
  state: string,
  asOf: Day,
  nameOf: NameOf = (id) => id,
): WithdrawalTrack {
  const dossier = dossierOf(record, state)
  const { done, notice, stage } = progressOn(dossier, asOf)
  const steps = [
    ...inOrderDone(done).map((act) => doneStep(dossier, act, asOf, nameOf)),
    ...(notice ? [] : requiredSteps(dossier, done, asOf, nameOf)),
  ]
  if (steps.length === 0) return { stage: 'none', steps: [], next: null, takesEffect: null }
  if (stage === 'retracted') return { stage, steps, next: null, takesEffect: null }
  const expected = effectInWords(dossier, asOf, stage, notice, nameOf)
  const takesEffect = expected?.takesEffect ?? null
  steps.push(effectStep(dossier, asOf, stage, notice, expected, nameOf))
  return { stage, steps, next: steps.find(({ status }) => status !== 'done') ?? null, takesEffect }
}

/** How far the withdrawal of `state` has come by `asOf`: the stage of its track. */
export function withdrawalStageOn(record: TreatyRecord, state: string, asOf: Day): WithdrawalStage {
  return progressOn(dossierOf(record, state), asOf).stage
}

function progressOn(dossier: Dossier, asOf: Day) {
  const done = stepsTaken(dossier, asOf)
  const notice = noticeThatCounts(dossier, done)
  const effect = notice && effectOf(dossier, notice)
  const retraction = notice && done.find((act) => retracts(act, notice, effect ?? null))
  return { done, notice, stage: stageOf(dossier, asOf, done, notice, retraction) }
}

function stepsTaken(dossier: Dossier, asOf: Day): RecordedAct[] {
  const joined = dossier.acts.findLast((act) => isConsent(act.kind) && isDone(act, asOf))
  return dossier.acts.filter((act) => {
    const { kind, aim, when } = act
    const leads =
      kind === 'withdrawal_notification' ||
      kind === 'withdrawal_retraction' ||
      (aim === 'withdrawal' && planeOfKind[kind] !== 'international' && inProcedure(kind) >= 0)
    if (!leads || !isDone(act, asOf)) return false
    const sinceJoining = !joined || (when.latest ?? '') > (joined.when.earliest ?? '')
    return sinceJoining || (kind === 'withdrawal_notification' && stillRuns(dossier, act, asOf))
  })
}

function isDone({ certainty, when }: RecordedAct, asOf: Day): boolean {
  return certainty === 'happened' && reachedBy(when, asOf) === 'yes'
}

// A state may join again while its notice still runs; the notice then goes on to end the membership it was given for.
function stillRuns(dossier: Dossier, notice: RecordedAct, asOf: Day): boolean {
  const effect = effectOf(dossier, notice)
  return effect !== null && (effect.latest === null || effect.latest > asOf)
}

function stageOf(
  dossier: Dossier,
  asOf: Day,
  done: RecordedAct[],
  notice: RecordedAct | undefined,
  retraction: RecordedAct | undefined,
): WithdrawalStage {
  if (notice) {
    if (retraction) return 'retracted'
    const effect = effectOf(dossier, notice)
    if (effect === null) return 'notified'
    if (effect.latest !== null && effect.latest <= asOf) return 'effective'
    const rule = clauseOf(dossier.treaty, 'withdrawal')?.rule
    const expired = rule && notice.when.latest !== null && dayAfter(rule.delay, notice.when.latest) <= asOf
    return expired && effect.held ? 'held' : 'notified'
  }
  if (done.some(({ kind }) => planeOfKind[kind] === 'domestic')) return 'domestic'
  return done.some(({ kind }) => kind === 'announcement') ? 'announced' : 'none'
}

/** Dated steps by their dates; a step without a date stands before the first that procedure puts after it. */
function inOrderDone(done: RecordedAct[]): RecordedAct[] {
  const steps = done.filter(({ date }) => date.value !== null)
  const undated = done.filter(({ date }) => date.value === null)
  for (const act of undated.sort((a, b) => inProcedure(a.kind) - inProcedure(b.kind))) {
    const next = steps.findIndex(({ kind }) => inProcedure(kind) > inProcedure(act.kind))
    steps.splice(next < 0 ? steps.length : next, 0, act)
  }
  return steps
}

function doneStep(dossier: Dossier, act: RecordedAct, asOf: Day, nameOf: NameOf): Step {
  if (namesTheDay(dossier, act)) return stepOn(dossier, act, asOf, nameOf)
  return saidBefore(dossier, nameOf, `step ${act.id}`, () => stepOn(dossier, act, asOf, nameOf))
}

function stepOn(dossier: Dossier, act: RecordedAct, asOf: Day, nameOf: NameOf): Step {
  const { kind, id, date, statements } = act
  const reasons =
    planeOfKind[kind] === 'international'
      ? reasonsOfAct(dossier, act, asOf, nameOf)
      : [because('step_done', toldBySummary(act), { act: id, statements }), ...doubtsAbout(act, nameOf)]
  const { value, precision, span, basis } = date
  return {
    kind,
    plane: planeOfKind[kind],
    status: 'done',
    date: value === null ? null : { value, precision, span, basis },
    act: id,
    because: reasons,
  }
}

const needs: Partial<Record<ActKind, (state: string) => string>> = {
  parliamentary_approval: (state) => `the parliament of ${state} must still approve the withdrawal`,
  promulgation: (state) => `the approval of the withdrawal must still be promulgated in ${state}`,
  withdrawal_notification: (state) => `${state} must still notify the withdrawal`,
}

/** The steps that statements or the treaty itself require and that are not done, while a withdrawal is under way. */
function requiredSteps(dossier: Dossier, done: RecordedAct[], asOf: Day, nameOf: NameOf): Step[] {
  const said = dossier.requirements.filter(
    ({ step, published }) => done.every(({ kind }) => kind !== step) && reachedBy(published, asOf) === 'yes',
  )
  if (done.length === 0 && said.length === 0) return []
  const suspending = dossier.acts.filter(
    (act) => (act.aim === 'suspension' || act.kind === 'suspension_notification') && isDone(act, asOf),
  )
  const what = `required ${said.map((requirement) => dossier.requirements.indexOf(requirement))} ${suspending.map(({ id }) => id)}`
  return saidBefore(dossier, nameOf, what, () => stepsRequired(dossier, said, suspending, nameOf))
}

function stepsRequired(
  { treaty, state }: Dossier,
  said: Requirement[],
  suspending: RecordedAct[],
  nameOf: NameOf,
): Step[] {
  const clause = clauseOf(treaty, 'withdrawal')
  const kinds = new Set<ActKind>(said.map(({ step }) => step))
  if (clause) kinds.add('withdrawal_notification')
  return [...kinds]
    .sort((a, b) => inProcedure(a) - inProcedure(b))
    .map((kind) => {
      const reasons: Because[] = []
      const statements = said.filter(({ step }) => step === kind).map(({ statement }) => statement)
      if (statements.length > 0) {
        const text = `${statementsSay(statements.length)} that ${needs[kind]?.(nameOf(state)) ?? `the ${kindInWords(kind)} is still needed`}`
        reasons.push(because('step_required', text, { statements }))
      }
      if (kind === 'withdrawal_notification' && clause) {
        const article = articlesOfWithdrawal(treaty).notice
        const text = `${byArticle(article)}a party that withdraws gives notice to ${listed(clause.rule.notify, 'and')}`
        reasons.push(because('notice_required', text, { article }))
      }
      // Who has taken the like step towards a suspension has not taken this one.
      const like = kind === 'withdrawal_notification' ? 'suspension_notification' : kind
      for (const act of suspending.filter((one) => one.kind === like)) {
        const text = `a suspension is no withdrawal. ${toldBySummary(act)}`
        reasons.push(because('suspension_not_provided', text, { act: act.id, statements: act.statements }))
      }
      return { kind, plane: planeOfKind[kind], status: 'required' as const, date: null, act: null, because: reasons }
    })
}

// With whether an armed conflict of which no end is known holds it, or one that is not on record may yet hold it.
type ExpectedEffect = { takesEffect: TakesEffect; held: boolean; mayBeHeld: boolean; notifiedOn: Day }

function effectInWords(
  dossier: Dossier,
  asOf: Day,
  stage: WithdrawalStage,
  notice: RecordedAct | undefined,
  nameOf: NameOf,
): ExpectedEffect | null {
  const { treaty, conflicts } = dossier
  const clause = clauseOf(treaty, 'withdrawal')
  if (notice?.took) {
    const article = articleOfRecordedEffect(dossier, notice, notice.took)
    const condition = conditionOfForetold(dossier, notice, nameOf)
    const takesEffect = { ...spanOnly(notice.took), condition, article }
    return { takesEffect, held: false, mayBeHeld: condition !== null, notifiedOn: asOf }
  }
  if (!clause || (notice && isTooEarly(dossier, notice))) return null
  const notifiedOn = laterOf<Day | null>(asOf, firstNoticeOf(dossier, asOf)) ?? asOf
  const article = articlesOfWithdrawal(treaty).effect
  const effect = notice
    ? noticeTakesEffect(clause.rule, notice.when, conflicts)
    : withdrawalTakesEffect(clause.rule, notifiedOn, conflicts)
  const held = effect.held && effect.latest === null
  const isOver = stage === 'effective' && notice !== undefined && isReportedFrom(dossier, notice, effect.latest)
  const heldOn = isOver ? null : conditionOfConflict(dossier, effect, nameOf)
  const conditions = [
    ...(notice ? [] : [`if the notification were received on ${notifiedOn}`]),
    heldOn,
    isOver ? null : conditionOfLaterDay(dossier),
  ].filter((one) => one !== null)
  const takesEffect = {
    // A withdrawal that is still held on the day cannot have taken effect before it.
    earliest: held && notice ? laterOf(effect.earliest, addDays(asOf, 1)) : effect.earliest,
    latest: notice ? effect.latest : null,
    condition: conditions.length > 0 ? conditions.join('; ') : null,
    article,
  }
  return { takesEffect, held, mayBeHeld: heldOn !== null && !effect.held, notifiedOn }
}

function effectStep(
  dossier: Dossier,
  asOf: Day,
  stage: WithdrawalStage,
  notice: RecordedAct | undefined,
  expected: ExpectedEffect | null,
  nameOf: NameOf,
): Step {
  const { treaty, conflicts, state } = dossier
  const step = { kind: 'taking_effect' as const, plane: 'international' as const, act: notice?.id ?? null }
  if (expected === null) {
    const tooEarly = notice && noticeTooEarly(dossier, notice, nameOf)
    return { ...step, status: 'blocked', date: null, because: [tooEarly ?? noWithdrawal(treaty, nameOf)] }
  }
  const { earliest, latest, article } = expected.takesEffect
  const reasons: Because[] = []
  const day = notice
    ? spanInWords({ earliest, latest })
    : `at the earliest on ${earliest}, if notice were received on ${expected.notifiedOn}`
  reasons.push(
    because(
      notice ? 'withdrawal_takes_effect' : 'not_notified',
      `${byArticle(article)}the withdrawal takes effect ${day}`,
      { article, act: step.act },
    ),
  )
  if (expected.held) {
    const statements = saidBefore(dossier, nameOf, 'holding', () =>
      conflicts.flatMap((conflict) => conflict.statements),
    )
    const text = `${byArticle(article)}it does not take effect before the end of the armed conflict in which ${nameOf(state)} is engaged; no end of it is recorded, so it is carried forward to ${asOf}`
    reasons.push(because('withdrawal_held', text, { article, act: step.act, statements }))
    return { ...step, status: 'blocked', date: null, because: reasons }
  }
  if (expected.mayBeHeld)
    reasons.push(because('withdrawal_takes_effect', nothingHolds(dossier, '', nameOf), { article, act: step.act }))
  const value = notice ? partialDateOf({ earliest, latest }) : null
  const date = value && { value, precision: precisionOf(value), span: { earliest, latest }, basis: 'inferred' as const }
  return { ...step, status: stage === 'effective' ? 'done' : 'pending', date: date || null, because: reasons }
}
