import { type ActKind, isConsent, type Plane, planeOfKind } from './acts.ts'
import { firstPassing } from './choices.ts'
import {
  articlesOfWithdrawal,
  clauseOf,
  dayAfter,
  noticeTakesEffect,
  type TreatyLaw,
  withdrawalTakesEffect,
} from './clauses.ts'
import { type Dossier, dossierOf, type RecordedAct, type Requirement } from './dossier.ts'
import type { DateOfAct } from './evidence.ts'
import {
  addDays,
  type Day,
  firstDay,
  lastDay,
  laterOf,
  partialDateOf,
  precisionOf,
  reachedBy,
  type Span,
  spanInWords,
} from './partial-date.ts'
import {
  articleOfConsent,
  articleOfRecordedEffect,
  articleOfRetraction,
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
  saidOnce,
  statementsSay,
  toldBySummary,
  whenInWords,
  whoGivesEffect,
} from './reasons.ts'
import type { TreatyRecord } from './record.ts'
import { firstNoticeOf, isTooEarly, readingOn } from './worlds.ts'

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

/**
 * The notification among `acts` by which a state leaves: the last, or of several that run and are not taken back the one that
 * takes effect first.
 */
function noticeThatCounts(dossier: Dossier, acts: RecordedAct[]): RecordedAct | undefined {
  const notices = acts.filter(({ kind }) => kind === 'withdrawal_notification')
  const running = notices.flatMap((notice) => {
    const effect = effectOf(dossier, notice)
    const isBack = acts.some((act) => retracts(act, notice, effect))
    return effect?.latest && !isBack ? [{ notice, ends: effect.latest }] : []
  })
  const [first] = running.toSorted((a, b) => (a.ends < b.ends ? -1 : a.ends > b.ends ? 1 : 0))
  return first?.notice ?? notices.at(-1)
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

function effectOf(dossier: Dossier, notice: RecordedAct): (Span & { held: boolean }) | null {
  const { treaty, conflicts } = dossier
  if (notice.took !== null) return { ...notice.took, held: false }
  if (isTooEarly(dossier, notice)) return null
  const clause = clauseOf(treaty, 'withdrawal')
  return clause ? noticeTakesEffect(clause.rule, notice.when, conflicts) : null
}

function retracts(act: RecordedAct, notice: RecordedAct, effect: Span | null): boolean {
  if (act.kind !== 'withdrawal_retraction') return false
  const afterNotice = (act.when.earliest ?? '') >= (notice.when.earliest ?? '')
  return afterNotice && (effect === null || effect.latest === null || (act.when.latest ?? '') < effect.latest)
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
  return saidOnce(dossier, nameOf, `step ${act.id}`, () => stepOn(dossier, act, asOf, nameOf))
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
  return saidOnce(dossier, nameOf, what, () => stepsRequired(dossier, said, suspending, nameOf))
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

const situations = { armed_conflict: 'armed conflict', armed_conflict_or_occupation: 'armed conflict or occupation' }

/**
 * What a withdrawal waits for beside its period: the end of a conflict on record, or of one that is not, for silence about a
 * war is no peace. Null where the treaty lets nothing hold it, or where the day on which it takes effect is known.
 */
function conditionOfConflict(
  { treaty, state }: Dossier,
  { held, latest }: Pick<Projection, 'held' | 'latest'>,
  nameOf: NameOf,
  none: 'none' | 'no other' = 'none',
): string | null {
  const heldBy = clauseOf(treaty, 'withdrawal')?.rule.heldBy
  if (!heldBy) return null
  if (!held) {
    const when = 'when the period expires'
    return `unless ${nameOf(state)} is engaged in an ${situations[heldBy]} ${when} (${none} is on record for then)`
  }
  if (latest !== null) return null
  return `not before the end of the armed conflict in which ${nameOf(state)} is engaged${andAfter(heldBy)}`
}

/** That a notification may name a later day than that on which its period expires, where the treaty lets it. */
function conditionOfLaterDay({ treaty }: Dossier): string | null {
  return clauseOf(treaty, 'withdrawal')?.rule.laterDay ? 'unless the notification specifies a later day' : null
}

/** What must also be over where an occupation holds a withdrawal as well (Convention on Certain Conventional Weapons, article 9(2)). */
const andAfter = (heldBy: keyof typeof situations) =>
  heldBy === 'armed_conflict' ? '' : ', nor before all whom its rules protect have been released or brought home'

/**
 * What a day of effect depends on that sources have stated, all of them before it came: nobody could know then that no armed
 * conflict would hold it. Null where somebody spoke later.
 */
function conditionOfForetold(dossier: Dossier, notice: RecordedAct, nameOf: NameOf): string | null {
  const by = notice.took?.latest ?? null
  if (by === null || isReportedFrom(dossier, notice, by)) return null
  return conditionOfConflict(dossier, { held: false, latest: by }, nameOf)
}

/**
 * Whether anybody has spoken of a withdrawal on the day of its effect or later: who states that day, who says that the state
 * is no longer a party, or a complete list.
 */
function isReportedFrom({ claims, completeAsAt }: Dossier, { effectReported }: RecordedAct, by: Day | null): boolean {
  if (by === null) return false
  const isSaid = claims.some(
    ({ allowed, during }) => !allowed.includes('party') && during.earliest !== null && during.earliest >= by,
  )
  return isSaid || [effectReported, completeAsAt].some((day) => day !== null && day >= by)
}

/** That no conflict on record holds a withdrawal, what follows from that, and what a conflict would change. */
function nothingHolds({ treaty, state }: Dossier, so: string, nameOf: NameOf, no: 'no' | 'no other' = 'no'): string {
  const heldBy = clauseOf(treaty, 'withdrawal')?.rule.heldBy
  if (!heldBy) return `no clause of ${nameOf(treaty.id)} holds it longer${so}`
  const who = nameOf(state)
  const known = `${no} ${situations[heldBy]} of ${who} that goes on when the period expires is on record in the sources used here`
  return `${known}${so}; if ${who} is then engaged in one, the withdrawal does not take effect before it ends`
}

const spanOnly = ({ earliest, latest }: Span): Span => ({ earliest, latest })

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
    const statements = saidOnce(dossier, nameOf, 'holding', () => conflicts.flatMap((conflict) => conflict.statements))
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

/**
 * When a withdrawal would take effect, supposing a day of notice and a day on which the armed conflict ends. `held` is
 * true where a conflict on record holds it; `condition` is what it depends on beside what is supposed, in words.
 */
export type Projection = {
  notifiedOn: Day | null
  conflictEndedOn: Day | null
  earliest: Day | null
  latest: Day | null
  held: boolean
  condition: string | null
  article: string | null
  because: Because[]
}

/** The last day on which a notice can be supposed: a day of effect after 9999-12-30 may be cut off there. */
export function lastNotice(treaty: TreatyLaw): Day {
  const rule = clauseOf(treaty, 'withdrawal')?.rule
  const tooLate = rule && firstPassing((day) => dayAfter(rule.delay, day), addDays(lastDay, -1), firstDay, lastDay)
  return tooLate ? addDays(tooLate, -1) : lastDay
}

/** What is supposed in a projection; without `notifiedOn` the notice is the one on record. */
export type Hypothesis = { notifiedOn?: Day | null; conflictEndedOn?: Day | null }

/** When, and by which paragraph, a withdrawal notified on a supposed day would take effect. */
export function projectionOf(
  record: TreatyRecord,
  state: string,
  { notifiedOn = null, conflictEndedOn = null }: Hypothesis,
  nameOf: NameOf = (id) => id,
): Projection {
  const dossier = dossierOf(record, state)
  const { treaty } = dossier
  const [who, name] = [nameOf(state), nameOf(treaty.id)]
  const none = { notifiedOn, conflictEndedOn, earliest: null, latest: null, held: false, condition: null }
  const happened = dossier.acts.filter(({ certainty }) => certainty === 'happened')
  const last = happened.findLastIndex(({ kind }) => kind === 'withdrawal_notification')
  const sinceConsent = happened.slice(0, last + 1).findLastIndex(({ kind }) => isConsent(kind)) + 1
  const recorded = noticeThatCounts(dossier, happened.slice(sinceConsent))
  const settled = recorded && settledNotice(dossier, recorded, conflictEndedOn, nameOf)
  if (notifiedOn === null && settled) return { ...none, ...settled }
  const notice = notifiedOn === null ? recorded?.when : { earliest: notifiedOn, latest: notifiedOn }
  const onRecord = recorded
    ? notifiedOn === null
      ? [notified(dossier, recorded, nameOf)]
      : [
          notified(dossier, recorded, nameOf, ', as is on record; this answer is about the day supposed'),
          ...(settled?.because ?? []).filter(({ rule }) => rule === 'withdrawal_retracted'),
        ]
    : []
  const clause = clauseOf(treaty, 'withdrawal')
  if (!clause) {
    const reason = noWithdrawal(treaty, nameOf)
    return { ...none, article: reason.article, because: [reason, ...onRecord] }
  }
  const { notice: noticeArticle, effect: article } = articlesOfWithdrawal(treaty)
  if (notice === undefined) {
    const text = `no notification of ${who} is recorded and none is supposed`
    return { ...none, article: noticeArticle, because: [because('not_notified', text, { article: noticeArticle })] }
  }
  const day = notice.latest ?? notice.earliest
  // A notice on record ends a consent that is not in force yet as well; what may be supposed is what the article allows a party.
  const standings = notifiedOn === null ? ['party', 'contracting_state'] : ['party']
  if (day !== null && !readingOn(dossier, day).possible.some((standing) => standings.includes(standing))) {
    const text = `${byArticle(noticeArticle)}a party withdraws; on ${day} ${who} is no party to ${name}`
    const notParty = because('not_a_party', text, { article: noticeArticle })
    return { ...none, article: noticeArticle, because: [notParty, ...onRecord] }
  }
  const reasons: Because[] = []
  if (notifiedOn !== null) {
    const text = `suppose that the depositary receives the notification of ${who} on ${notifiedOn}`
    reasons.push(because('hypothesis', text, { article: noticeArticle }))
  }
  reasons.push(...onRecord)
  const tooEarly = noticeTooEarly(dossier, { when: notice, took: null }, nameOf)
  if (tooEarly) return { ...none, article: noticeArticle, because: [...reasons, tooEarly] }
  const expiry: Span = {
    earliest: notice.earliest && dayAfter(clause.rule.delay, notice.earliest),
    latest: notice.latest && dayAfter(clause.rule.delay, notice.latest),
  }
  // The period itself may expire within a month of which the next is counted from.
  const isMonthBegun = ['first_day_of_month', 'first_day_of_month_following'].includes(clause.rule.delay.kind)
  const counted = isMonthBegun
    ? 'the day of effect counted from the notice falls'
    : 'the period after the notice expires'
  const period = `${byArticle(article)}${counted} ${spanInWords(expiry)}`
  reasons.push(because('withdrawal_takes_effect', period, { article }))
  const open = clause.rule.heldBy === null ? [] : dossier.conflicts.filter(({ ended }) => ended?.latest == null)
  const begunBy = (day: Day) => open.filter(({ began }) => began.earliest === null || began.earliest <= day)
  const ending = conflictEndedOn === null ? [] : begunBy(conflictEndedOn)
  if (conflictEndedOn !== null) {
    const text =
      ending.length > 0
        ? `suppose that the armed conflict of ${who} ends on ${conflictEndedOn}`
        : open.length > 0
          ? `the armed conflict of ${who} had not begun on ${conflictEndedOn}, so to suppose that it ended then has no effect`
          : `no armed conflict of ${who} that would hold a withdrawal is recorded as going on, so its end changes nothing`
    const spokenOf = ending.length > 0 ? ending : open
    reasons.push(because('hypothesis', text, { statements: spokenOf.flatMap(({ statements }) => statements) }))
  }
  const conflicts = dossier.conflicts.map((conflict) =>
    conflictEndedOn !== null && ending.includes(conflict)
      ? { ...conflict, ended: { earliest: conflictEndedOn, latest: conflictEndedOn } }
      : conflict,
  )
  const effect = noticeTakesEffect(clause.rule, notice, conflicts)
  const { earliest, latest, held } = effect
  const statements = conflicts.flatMap((conflict) => conflict.statements)
  const laterDay = conditionOfLaterDay(dossier)
  const takesEffect = `the withdrawal takes effect ${spanInWords({ earliest, latest })}${laterDay ? `, ${laterDay}` : ''}`
  const carried = `${byArticle(article)}the armed conflict in which ${who} is engaged holds it: no end of it is recorded, so it is carried forward`
  const text = !held
    ? nothingHolds(dossier, `, so ${takesEffect}`, nameOf, ending.length > 0 ? 'no other' : 'no')
    : latest === null && ending.length === 0
      ? `${carried} to the day on which the period expires, and ${takesEffect} and not before that conflict ends`
      : `${byArticle(article)}${who} is then engaged in an armed conflict, so ${takesEffect}, when that conflict has ended${clause.rule.heldBy ? andAfter(clause.rule.heldBy) : ''}`
  reasons.push(
    because(held ? 'withdrawal_held' : 'withdrawal_takes_effect', text, {
      article,
      statements: held ? statements : [],
    }),
  )
  const heldOn = conditionOfConflict(dossier, effect, nameOf, ending.length > 0 ? 'no other' : 'none')
  const condition = [heldOn, laterDay].filter((one) => one !== null).join('; ') || null
  return { notifiedOn, conflictEndedOn, earliest, latest, held, condition, article, because: reasons }
}

/** That a notice is on record, and what more there is to say of that. */
function notified({ state, treaty }: Dossier, notice: RecordedAct, nameOf: NameOf, more = ''): Because {
  const text = `${nameOf(state)} notified its withdrawal from ${nameOf(treaty.id)} ${whenInWords(notice)}${more}`
  const { notice: article } = articlesOfWithdrawal(treaty)
  return because('withdrawal_notified', text, { article, act: notice.id, statements: notice.statements })
}

/**
 * What is to be said of a notice on record that leaves nothing to project: it was taken back, its day of effect is
 * recorded, or the state has joined again after it took effect.
 */
function settledNotice(
  dossier: Dossier,
  notice: RecordedAct,
  conflictEndedOn: Day | null,
  nameOf: NameOf,
): Pick<Projection, 'earliest' | 'latest' | 'condition' | 'article' | 'because'> | null {
  const { treaty, acts } = dossier
  const who = nameOf(dossier.state)
  const { notice: article } = articlesOfWithdrawal(treaty)
  const effect = effectOf(dossier, notice)
  const happened = acts.filter(({ certainty }) => certainty === 'happened')
  const first = notified(dossier, notice, nameOf)
  const open = { earliest: null, latest: null, condition: null, article }
  const back = happened.find((act) => retracts(act, notice, effect))
  if (back) {
    const text = `${who} took that notification back ${whenInWords(back)}, so it takes no effect`
    const on = { article: articleOfRetraction, act: back.id, statements: back.statements }
    return { ...open, because: [first, because('withdrawal_retracted', text, on)] }
  }
  const left = effect?.latest ?? null
  const again = happened.find(({ kind, when }) => isConsent(kind) && left !== null && (when.earliest ?? '') >= left)
  if (effect !== null && again) {
    const took = `that withdrawal took effect ${spanInWords(effect)}`
    const text = `${who} joined again ${whenInWords(again)} and no notification after that is recorded, so none runs`
    const on = { act: notice.id, statements: notice.statements }
    return {
      ...open,
      because: [
        first,
        because('withdrawal_takes_effect', took, { ...on, article: articlesOfWithdrawal(treaty).effect }),
        because('consent', text, {
          article: articleOfConsent(treaty, again),
          act: again.id,
          statements: again.statements,
        }),
      ],
    }
  }
  if (notice.took === null) return null
  const { says, statements } = whoGivesEffect(notice)
  const recorded = because('effect_recorded', `${says} it takes effect ${spanInWords(notice.took)}`, {
    article: articleOfRecordedEffect(dossier, notice, notice.took),
    act: notice.id,
    statements,
  })
  const condition = conditionOfForetold(dossier, notice, nameOf)
  const foretold = because('withdrawal_takes_effect', nothingHolds(dossier, '', nameOf), { article: recorded.article })
  const changesNothing = 'the day of effect is recorded, so to suppose an end of an armed conflict changes nothing'
  return {
    ...spanOnly(notice.took),
    condition,
    article: recorded.article,
    because: [
      first,
      recorded,
      ...(condition === null ? [] : [foretold]),
      ...(conflictEndedOn === null ? [] : [because('hypothesis', changesNothing)]),
    ],
  }
}
