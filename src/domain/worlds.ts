import { isConsent, isSignature } from './acts.ts'
import { choicesOf, isExact } from './choices.ts'
import { clauseOf, dayAfter, type TreatyLaw } from './clauses.ts'
import type { Claim, Dossier, RecordedAct } from './dossier.ts'
import { type KnownStanding, standings } from './evidence.ts'
import { once } from './once.ts'
import { addDays, type Day, firstDay, lastDay } from './partial-date.ts'
import { changeOn, type Timeline, timelineOf } from './timeline.ts'

// Beyond this many worlds, before any day is asked about, an answer is widened to all that the law allows. The record is
// far from it: it takes half a dozen acts of one state whose dates are open and overlap.
const mostWorlds = 2_000

/**
 * What the evidence leaves possible on a day. Each world takes every date of the dossier on one exact day of its span;
 * `worlds` are those in which all claims are true. `widened` says that there were too many to read.
 */
export type Reading = {
  worlds: Timeline[]
  possible: KnownStanding[]
  contradictedBy: Claim[]
  widened: boolean
}

/** Reads a dossier on `asOf`: the standings in all the worlds that its evidence allows. */
export function readingOn(dossier: Dossier, asOf: Day): Reading {
  if (asOf < dossier.treaty.adopted) {
    const world: Timeline = { changes: [{ from: firstDay, standing: 'not_party' }], incoherentFrom: null }
    return { worlds: [world], possible: ['not_party'], contradictedBy: [], widened: false }
  }
  const only = onlyWorldOf(dossier)
  if (only) {
    return { worlds: [only], possible: [changeOn(only, asOf).standing], contradictedBy: [], widened: false }
  }
  const claims = dossier.claims.flatMap((claim) => {
    const day = lastDaySpokenOf(claim, asOf)
    return day === null ? [] : [{ claim, day }]
  })
  if (hasTooManyWorlds(dossier)) {
    return { worlds: [], possible: lawfulOn(dossier.treaty, asOf), contradictedBy: [], widened: true }
  }
  const spokenOf = claims.map(({ day }) => day)
  const all = worldsOf(dossier, asOf, spokenOf)
  const agrees = (world: Timeline, { claim, day }: { claim: Claim; day: Day }) =>
    claim.allowed.includes(changeOn(world, day).standing)
  const kept = all.filter((world) => claims.every((claim) => agrees(world, claim)))
  if (kept.length > 0) return { worlds: kept, possible: standingsIn(kept, asOf), contradictedBy: [], widened: false }
  const refuted = claims.filter((claim) => all.every((world) => !agrees(world, claim)))
  const contradictedBy = (refuted.length > 0 ? refuted : claims).map(({ claim }) => claim)
  const open = new Set([...standingsIn(all, asOf), ...contradictedBy.flatMap(({ allowed }) => allowed)])
  return { worlds: all, possible: standings.filter((one) => open.has(one)), contradictedBy, widened: false }
}

/** The standings that the treaty's own dates allow any state on a day: before its entry into force nobody is a party. */
export function lawfulOn({ adopted, entryIntoForce }: TreatyLaw, day: Day): KnownStanding[] {
  if (day < adopted) return ['not_party']
  const inForce = entryIntoForce !== null && entryIntoForce <= day
  return standings.filter((standing) => inForce || (standing !== 'party' && standing !== 'former_party'))
}

/** The day on which a claim speaks of the standing on `asOf`: that day, or the last it speaks of; null before it begins. */
export function lastDaySpokenOf({ during }: Claim, asOf: Day): Day | null {
  if (during.earliest !== null && asOf < during.earliest) return null
  return during.latest !== null && during.latest < asOf ? during.latest : asOf
}

function standingsIn(worlds: Timeline[], day: Day): KnownStanding[] {
  const found = new Set(worlds.map((world) => changeOn(world, day).standing))
  return standings.filter((standing) => found.has(standing))
}

/** The standings that a state may have had before the first recorded act. */
export function basesOn(dossier: Dossier, asOf: Day): KnownStanding[] {
  const { treaty, completeAsAt } = dossier
  const lawful = lawfulOn(treaty, asOf)
  const acts = dossier.acts.filter(({ certainty }) => certainty === 'happened')
  const consents = acts.filter(({ kind }) => isConsent(kind))
  // Who gives notice before any recorded consent had consented before: the record does not reach back to the beginning.
  const leftFirst = acts.some(
    ({ kind, when }) =>
      kind === 'withdrawal_notification' &&
      consents.every((consent) => (when.latest ?? lastDay) < (consent.when.earliest ?? '')),
  )
  if (leftFirst) return lawful
  if (completeAsAt !== null || acts.some(({ kind }) => isSignature(kind))) return ['not_party']
  return consents.length > 0 ? lawful.filter((one) => one === 'signatory' || one === 'not_party') : lawful
}

function worldsOf(dossier: Dossier, asOf: Day, spokenOf: Day[]): Timeline[] {
  const { treaty } = dossier
  const bases = basesOn(dossier, asOf)
  if (isExact(dossier) && !bases.includes('contracting_state')) {
    const timelines = exactTimelines(dossier)
    return coherentOn(bases.map(timelines), asOf)
  }
  const { acts, conflicts } = choicesOf(dossier, [asOf, ...spokenOf])
  const worlds: Timeline[] = []
  for (const exact of everyCombination(acts)) {
    const done = exact.filter((act) => act !== null)
    for (const engaged of everyCombination(conflicts)) {
      for (const base of bases) {
        worlds.push(timelineOf(treaty, base, done, engaged))
        // A state that had consented when a statement spoke of it comes to be bound without doing anything more.
        if (base !== 'contracting_state' || treaty.entryIntoForce === null) continue
        for (const day of spokenOf) worlds.push(timelineOf(treaty, base, done, engaged, addDays(day, 1)))
      }
    }
  }
  return coherentOn(worlds, asOf)
}

// Where every date is exact, each base makes one timeline, whatever day is asked about.
const exactTimelines = once((dossier: Dossier) => {
  const made: Partial<Record<KnownStanding, Timeline>> = {}
  return (base: KnownStanding): Timeline => {
    made[base] ??= exactTimeline(dossier, base)
    return made[base]
  }
})

function exactTimeline(dossier: Dossier, base: KnownStanding): Timeline {
  const { acts, conflicts } = choicesOf(dossier, [])
  return timelineOf(
    dossier.treaty,
    base,
    acts.flatMap(([act]) => act ?? []),
    conflicts.flatMap(([conflict]) => conflict ?? []),
  )
}

function coherentOn(worlds: Timeline[], asOf: Day): Timeline[] {
  const coherent = worlds.filter(({ incoherentFrom }) => incoherentFrom === null || incoherentFrom > asOf)
  return coherent.length > 0 ? coherent : worlds
}

// The same on every day, so that an answer for a day and the history around it agree.
const hasTooManyWorlds = once((dossier: Dossier): boolean => {
  const { acts, conflicts } = choicesOf(dossier, [])
  return [...acts, ...conflicts].reduce((product, { length }) => product * length, 1) > mostWorlds
})

/**
 * The one way to read a dossier without any doubt, on every day: all dates exact, no claims, and nothing open before the
 * first act.
 */
export const onlyWorldOf = once((dossier: Dossier): Timeline | null => {
  if (dossier.claims.length > 0 || !isExact(dossier)) return null
  const [base, ...others] = basesOn(dossier, lastDay)
  if (base === undefined || others.length > 0) return null
  const world = exactTimeline(dossier, base)
  return world.incoherentFrom === null ? world : null
})

/**
 * The first day on which a party on `day` could give notice, where the treaty lets it do so only some time after it is
 * bound; null where it can at any time, or where it may be no party then.
 */
export function firstNoticeOf(dossier: Dossier, day: Day): Day | null {
  const noticeAfter = clauseOf(dossier.treaty, 'withdrawal')?.rule.noticeAfter
  if (noticeAfter === undefined) return null
  const { worlds, possible } = readingOn(dossier, day)
  if (possible.some((one) => one !== 'party')) return null
  const first = worlds.map((world) => dayAfter(noticeAfter, changeOn(world, day).from)).sort()[0]
  return first ?? null
}

/** Whether a notice came for certain before the day on which it could first be given; a recorded day of effect settles it. */
export function isTooEarly(dossier: Dossier, { when, took }: Pick<RecordedAct, 'when' | 'took'>): boolean {
  if (took !== null || when.latest === null) return false
  const first = firstNoticeOf(dossier, when.latest)
  return first !== null && when.latest < first
}

function* everyCombination<T>(choices: T[][]): Generator<T[]> {
  const [first, ...others] = choices
  if (first === undefined) {
    yield []
    return
  }
  for (const rest of everyCombination(others)) for (const one of first) yield [one, ...rest]
}
