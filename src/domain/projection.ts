import { isConsent } from './acts.ts'
import { firstPassing } from './choices.ts'
import { articlesOfWithdrawal, clauseOf, dayAfter, noticeTakesEffect, type RuleOf, type TreatyLaw } from './clauses.ts'
import { type Dossier, dossierOf, type RecordedAct, type RecordedConflict } from './dossier.ts'
import {
  andAfter,
  conditionOfConflict,
  conditionOfForetold,
  conditionOfLaterDay,
  effectOf,
  nothingHolds,
  noticeThatCounts,
  retracts,
  spanOnly,
} from './notice.ts'
import { addDays, type Day, firstDay, lastDay, type Span, spanInWords } from './partial-date.ts'
import {
  articleOfConsent,
  articleOfRecordedEffect,
  articleOfRetraction,
  type Because,
  because,
  byArticle,
  type NameOf,
  noticeTooEarly,
  noWithdrawal,
  whenInWords,
  whoGivesEffect,
} from './reasons.ts'
import type { TreatyRecord } from './record.ts'
import { readingOn } from './worlds.ts'

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
  const supposed = supposedEnd(dossier, clause.rule, conflictEndedOn, who)
  reasons.push(...supposed.because)
  const effect = noticeTakesEffect(clause.rule, notice, supposed.conflicts)
  reasons.push(howItIsHeld(dossier, clause.rule, effect, supposed, nameOf))
  const heldOn = conditionOfConflict(dossier, effect, nameOf, supposed.ends ? 'no other' : 'none')
  const condition = [heldOn, conditionOfLaterDay(dossier)].filter((one) => one !== null).join('; ') || null
  const { earliest, latest, held } = effect
  return { notifiedOn, conflictEndedOn, earliest, latest, held, condition, article, because: reasons }
}

/** The conflicts of a state as they would be, and whether what is supposed `ends` one of them. */
type Supposed = { conflicts: RecordedConflict[]; ends: boolean; because: Because[] }

/** What it changes to suppose that the armed conflict of a state ends on a day, where that is supposed. */
function supposedEnd({ conflicts }: Dossier, rule: RuleOf<'withdrawal'>, endedOn: Day | null, who: string): Supposed {
  if (endedOn === null) return { conflicts, ends: false, because: [] }
  const open = rule.heldBy === null ? [] : conflicts.filter(({ ended }) => ended?.latest == null)
  const ending = open.filter(({ began }) => began.earliest === null || began.earliest <= endedOn)
  const text =
    ending.length > 0
      ? `suppose that the armed conflict of ${who} ends on ${endedOn}`
      : open.length > 0
        ? `the armed conflict of ${who} had not begun on ${endedOn}, so to suppose that it ended then has no effect`
        : `no armed conflict of ${who} that would hold a withdrawal is recorded as going on, so its end changes nothing`
  const spokenOf = ending.length > 0 ? ending : open
  const ended = { earliest: endedOn, latest: endedOn }
  return {
    conflicts: conflicts.map((conflict) => (ending.includes(conflict) ? { ...conflict, ended } : conflict)),
    ends: ending.length > 0,
    because: [because('hypothesis', text, { statements: spokenOf.flatMap(({ statements }) => statements) })],
  }
}

/** Whether an armed conflict holds a withdrawal when its period expires, and from when it takes effect then. */
function howItIsHeld(
  dossier: Dossier,
  rule: RuleOf<'withdrawal'>,
  { earliest, latest, held }: ReturnType<typeof noticeTakesEffect>,
  { conflicts, ends }: Supposed,
  nameOf: NameOf,
): Because {
  const who = nameOf(dossier.state)
  const { effect: article } = articlesOfWithdrawal(dossier.treaty)
  const laterDay = conditionOfLaterDay(dossier)
  const takesEffect = `the withdrawal takes effect ${spanInWords({ earliest, latest })}${laterDay ? `, ${laterDay}` : ''}`
  if (!held) {
    const text = nothingHolds(dossier, `, so ${takesEffect}`, nameOf, ends ? 'no other' : 'no')
    return because('withdrawal_takes_effect', text, { article })
  }
  const text =
    latest === null && !ends
      ? `the armed conflict in which ${who} is engaged holds it: no end of it is recorded, so it is carried forward to the day on which the period expires, and ${takesEffect} and not before that conflict ends`
      : `${who} is then engaged in an armed conflict, so ${takesEffect}, when that conflict has ended${rule.heldBy ? andAfter(rule.heldBy) : ''}`
  const statements = conflicts.flatMap((conflict) => conflict.statements)
  return because('withdrawal_held', `${byArticle(article)}${text}`, { article, statements })
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
