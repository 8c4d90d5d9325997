import { type ActKind, isConsent, isSignature } from './acts.ts'
import { type ArmedConflict, clauseOf, dayAfter, expiryTakesEffect, type TreatyLaw } from './clauses.ts'
import type { KnownStanding } from './evidence.ts'
import { type Day, firstDay } from './partial-date.ts'

/**
 * An act on an exact day with its effect: of a consent the day from which it binds, of a notice the day on which its
 * period expires; null is a day that does not come. `mayBeHeld` says that an armed conflict can hold the effect.
 */
export type ExactAct = { kind: ActKind; day: Day; effect: Day | null; mayBeHeld: boolean }

/** From `from` on the standing is `standing`; the first change of a timeline lies before all days. */
export type Change = { from: Day; standing: KnownStanding }

/** A state's standings in a treaty, day by day, and the first day on which its acts cannot all be true, if any. */
export type Timeline = { changes: Change[]; incoherentFrom: Day | null }

// A consent to be bound: given, in force for the state, and ended by a withdrawal; null is a day that has not come.
type Consent = { given: Day; inForce: Day | null; ended: Day | null }
type Notice = { takesEffect: Day | null; ends: Consent[] }

/**
 * Reads a state's acts, all on exact days, into its standings. `base` is the standing before the first of them; a base of
 * contracting state turns into a party on `boundFrom`, where that is supposed.
 * A withdrawal ends the consents given before its notice; a consent given on the day of the notice or later stands
 * beside it, so that a denunciation and a re-accession that take effect on one day leave no gap. A notice before the day
 * on which the treaty first lets it be given has no effect.
 */
export function timelineOf(
  treaty: TreatyLaw,
  base: KnownStanding,
  acts: ExactAct[],
  conflicts: ArmedConflict[],
  boundFrom: Day | null = null,
): Timeline {
  const consents: Consent[] = baseConsents(base, boundFrom)
  const notices: Notice[] = []
  const rule = clauseOf(treaty, 'withdrawal')?.rule
  let signed: Day | null = base === 'signatory' ? firstDay : null
  let incoherentFrom: Day | null = null
  for (const act of inOrder(acts)) {
    const { kind, day, effect } = act
    if (isSignature(kind)) {
      signed ??= day
    } else if (isConsent(kind)) {
      consents.push({ given: day, inForce: effect, ended: null })
    } else if (kind === 'withdrawal_notification') {
      const standing = consents.filter(({ ended }) => ended === null)
      const earlier = standing.filter(({ given }) => given < day)
      const ends = earlier.length > 0 ? earlier : standing
      // Only who is bound, or will be by the consent it gave, can give notice.
      const canBeBound = ends.some(({ inForce }) => inForce !== null) || treaty.entryIntoForce === null
      if (ends.length === 0 || !canBeBound) incoherentFrom ??= day
      if (effect === null) continue
      const noticeAfter = act.mayBeHeld ? rule?.noticeAfter : undefined
      const inTime = ({ inForce }: Consent) =>
        !noticeAfter || (inForce !== null && dayAfter(noticeAfter, inForce) <= day)
      const takesEffect = rule && act.mayBeHeld ? expiryTakesEffect(rule, effect, conflicts).latest : effect
      notices.push({ takesEffect, ends: ends.filter(inTime) })
    } else if (kind === 'withdrawal_retraction') {
      // Vienna Convention on the Law of Treaties, article 68: revoked at any time before it takes effect.
      for (const notice of notices.filter(({ takesEffect }) => takesEffect === null || takesEffect > day)) {
        notices.splice(notices.indexOf(notice), 1)
      }
    } else if (kind === 'withdrawal_of_consent') {
      const notYetBound = consents.filter(({ inForce }) => inForce === null || inForce > day)
      for (const consent of notYetBound) consent.ended ??= day
    }
  }
  for (const { takesEffect, ends } of notices) {
    for (const consent of ends) {
      if (takesEffect !== null && (consent.ended === null || takesEffect < consent.ended)) consent.ended = takesEffect
    }
  }
  return { changes: changesOf(consents, signed, base), incoherentFrom }
}

function inOrder(acts: ExactAct[]): ExactAct[] {
  return acts.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : rank(a.kind) - rank(b.kind)))
}

function rank(kind: ActKind): number {
  return isSignature(kind) ? 0 : isConsent(kind) ? 1 : kind === 'withdrawal_notification' ? 2 : 3
}

function baseConsents(base: KnownStanding, boundFrom: Day | null): Consent[] {
  if (base === 'party') return [{ given: firstDay, inForce: firstDay, ended: null }]
  if (base === 'contracting_state') return [{ given: firstDay, inForce: boundFrom, ended: null }]
  return []
}

function changesOf(consents: Consent[], signed: Day | null, base: KnownStanding): Change[] {
  const days = new Set<Day>([firstDay])
  if (signed !== null) days.add(signed)
  for (const { given, inForce, ended } of consents) {
    days.add(given)
    if (inForce !== null) days.add(inForce)
    if (ended !== null) days.add(ended)
  }
  const changes: Change[] = []
  for (const from of [...days].sort()) {
    const standing = readOn(from, consents, signed, base)
    if (standing !== changes.at(-1)?.standing) changes.push({ from, standing })
  }
  // A copy has no room to grow: one for each act of each state is kept.
  return [...changes]
}

function readOn(day: Day, consents: Consent[], signed: Day | null, base: KnownStanding): KnownStanding {
  let consented = false
  let left = base === 'former_party'
  for (const { given, inForce, ended } of consents) {
    const over = ended !== null && ended <= day
    if (!over && inForce !== null && inForce <= day) return 'party'
    if (!over && given <= day) consented = true
    if (over && inForce !== null && inForce < ended) left = true
  }
  if (consented) return 'contracting_state'
  if (left) return 'former_party'
  return signed !== null && signed <= day ? 'signatory' : 'not_party'
}

/** The change that holds on `day`. */
export function changeOn({ changes }: Timeline, day: Day): Change {
  const change = changes.findLast(({ from }) => from <= day) ?? changes[0]
  if (change === undefined) throw new Error('a timeline has a first change')
  return change
}

/** The changes of a timeline from `day` on, the first of them on that day. */
export function changesFrom(timeline: Timeline, day: Day): Change[] {
  return [{ ...changeOn(timeline, day), from: day }, ...timeline.changes.filter(({ from }) => from > day)]
}
