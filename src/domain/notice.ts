import { clauseOf, noticeTakesEffect } from './clauses.ts'
import type { Dossier, RecordedAct } from './dossier.ts'
import type { Day, Span } from './partial-date.ts'
import type { NameOf } from './reasons.ts'
import { isTooEarly } from './worlds.ts'

/**
 * The notification among `acts` by which a state leaves: the last, or of several that run and are not taken back the one that
 * takes effect first.
 */
export function noticeThatCounts(dossier: Dossier, acts: RecordedAct[]): RecordedAct | undefined {
  const notices = acts.filter(({ kind }) => kind === 'withdrawal_notification')
  const running = notices.flatMap((notice) => {
    const effect = effectOf(dossier, notice)
    const isBack = acts.some((act) => retracts(act, notice, effect))
    return effect?.latest && !isBack ? [{ notice, ends: effect.latest }] : []
  })
  const [first] = running.toSorted((a, b) => (a.ends < b.ends ? -1 : a.ends > b.ends ? 1 : 0))
  return first?.notice ?? notices.at(-1)
}

/** When a notice takes effect, and whether an armed conflict holds it; null where it has no effect by itself. */
export function effectOf(dossier: Dossier, notice: RecordedAct): (Span & { held: boolean }) | null {
  const { treaty, conflicts } = dossier
  if (notice.took !== null) return { ...notice.took, held: false }
  if (isTooEarly(dossier, notice)) return null
  const clause = clauseOf(treaty, 'withdrawal')
  return clause ? noticeTakesEffect(clause.rule, notice.when, conflicts) : null
}

/** Whether an act takes a notice back before it takes effect (Vienna Convention on the Law of Treaties, article 68). */
export function retracts(act: RecordedAct, notice: RecordedAct, effect: Span | null): boolean {
  if (act.kind !== 'withdrawal_retraction') return false
  const afterNotice = (act.when.earliest ?? '') >= (notice.when.earliest ?? '')
  return afterNotice && (effect === null || effect.latest === null || (act.when.latest ?? '') < effect.latest)
}

/** What may hold a withdrawal, in words. */
const situations = { armed_conflict: 'armed conflict', armed_conflict_or_occupation: 'armed conflict or occupation' }

/**
 * What a withdrawal waits for beside its period: the end of a conflict on record, or of one that is not, for silence about a
 * war is no peace. Null where the treaty lets nothing hold it, or where the day on which it takes effect is known.
 */
export function conditionOfConflict(
  { treaty, state }: Dossier,
  { held, latest }: { held: boolean; latest: Day | null },
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
export function conditionOfLaterDay({ treaty }: Dossier): string | null {
  return clauseOf(treaty, 'withdrawal')?.rule.laterDay ? 'unless the notification specifies a later day' : null
}

/** What must also be over where an occupation holds a withdrawal as well (Convention on Certain Conventional Weapons, article 9(2)). */
export const andAfter = (heldBy: keyof typeof situations) =>
  heldBy === 'armed_conflict' ? '' : ', nor before all whom its rules protect have been released or brought home'

/**
 * What a day of effect depends on that sources have stated, all of them before it came: nobody could know then that no armed
 * conflict would hold it. Null where somebody spoke later.
 */
export function conditionOfForetold(dossier: Dossier, notice: RecordedAct, nameOf: NameOf): string | null {
  const by = notice.took?.latest ?? null
  if (by === null || isReportedFrom(dossier, notice, by)) return null
  return conditionOfConflict(dossier, { held: false, latest: by }, nameOf)
}

/**
 * Whether anybody has spoken of a withdrawal on the day of its effect or later: who states that day, who says that the state
 * is no longer a party, or a complete list.
 */
export function isReportedFrom(
  { claims, completeAsAt }: Dossier,
  { effectReported }: RecordedAct,
  by: Day | null,
): boolean {
  if (by === null) return false
  const isSaid = claims.some(
    ({ allowed, during }) => !allowed.includes('party') && during.earliest !== null && during.earliest >= by,
  )
  return isSaid || [effectReported, completeAsAt].some((day) => day !== null && day >= by)
}

/** That no conflict on record holds a withdrawal, what follows from that, and what a conflict would change. */
export function nothingHolds(
  { treaty, state }: Dossier,
  so: string,
  nameOf: NameOf,
  no: 'no' | 'no other' = 'no',
): string {
  const heldBy = clauseOf(treaty, 'withdrawal')?.rule.heldBy
  if (!heldBy) return `no clause of ${nameOf(treaty.id)} holds it longer${so}`
  const who = nameOf(state)
  const known = `${no} ${situations[heldBy]} of ${who} that goes on when the period expires is on record in the sources used here`
  return `${known}${so}; if ${who} is then engaged in one, the withdrawal does not take effect before it ends`
}

/** A span without what else is known of it. */
export const spanOnly = ({ earliest, latest }: Span): Span => ({ earliest, latest })
