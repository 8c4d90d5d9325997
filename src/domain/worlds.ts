import { isConsent } from './acts.ts'
import { clauseOf, dayAfter, entersIntoForceFor, type TreatyLaw } from './clauses.ts'
import { bearsOnStanding, type Claim, type Dossier, type RecordedAct } from './dossier.ts'
import { type KnownStanding, standings } from './evidence.ts'
import { addDays, type Day, earlierOf, lastDay, type Span } from './partial-date.ts'
import { changeOn, type ExactAct, type ExactConflict, type Timeline, timelineOf } from './timeline.ts'

// Beyond this many worlds the answer is widened to all that the law allows; the record is far from it.
const mostWorlds = 10_000

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
  const claims = dossier.claims.flatMap((claim) => {
    const day = lastDaySpokenOf(claim, asOf)
    return day === null ? [] : [{ claim, day }]
  })
  const all = worldsOf(
    dossier,
    asOf,
    claims.map(({ day }) => day),
  )
  if (all === null) return { worlds: [], possible: lawfulOn(dossier.treaty, asOf), contradictedBy: [], widened: true }
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
  if (completeAsAt !== null || acts.some(({ kind }) => kind === 'signature')) return ['not_party']
  return consents.length > 0 ? lawful.filter((one) => one === 'signatory' || one === 'not_party') : lawful
}

function worldsOf(dossier: Dossier, asOf: Day, spokenOf: Day[]): Timeline[] | null {
  const { treaty } = dossier
  const acts = dossier.acts.filter(bearsOnStanding)
  const marks = marksOf(dossier, acts, asOf, spokenOf)
  const choices = acts.map((act) => exactActs(treaty, act, marks))
  const canBeHeld = acts.some(({ kind }) => kind === 'withdrawal_notification')
  const conflicts = (canBeHeld ? dossier.conflicts : []).map(({ began, ended }) =>
    daysThatMatter(treaty, began, marks).flatMap((from): ExactConflict[] =>
      ended === null
        ? [{ began: from, ended: null }]
        : daysThatMatter(treaty, ended, marks).map((until) => ({ began: from, ended: until })),
    ),
  )
  const bases = basesOn(dossier, asOf)
  const number = [...choices, ...conflicts].reduce((product, { length }) => product * length, bases.length)
  if (number > mostWorlds) return null
  const read = (from: KnownStanding[]) => {
    const worlds: Timeline[] = []
    for (const exact of everyCombination<ExactAct | null>(choices)) {
      const done = exact.filter((act) => act !== null)
      for (const engaged of everyCombination<ExactConflict>(conflicts)) {
        for (const base of from) {
          worlds.push(timelineOf(treaty, base, done, engaged))
          // A state that had consented when a statement spoke of it comes to be bound without doing anything more.
          if (base !== 'contracting_state' || treaty.entryIntoForce === null) continue
          for (const day of spokenOf) worlds.push(timelineOf(treaty, base, done, engaged, addDays(day, 1)))
        }
      }
    }
    return worlds
  }
  const worlds = read(bases)
  const coherent = worlds.filter(({ incoherentFrom }) => incoherentFrom === null || incoherentFrom > asOf)
  if (coherent.length > 0) return coherent
  return lawfulOn(treaty, asOf).includes('party') ? read(['party']) : worlds
}

function* everyCombination<T>(choices: T[][]): Generator<T[]> {
  const [first, ...others] = choices
  if (first === undefined) {
    yield []
    return
  }
  for (const rest of everyCombination(others)) for (const one of first) yield [one, ...rest]
}

function exactActs(treaty: TreatyLaw, act: RecordedAct, marks: Day[]): (ExactAct | null)[] {
  const { id, kind, when, took, certainty } = act
  const effectOf = effectOfKind(treaty, act)
  const exact = daysThatMatter(treaty, when, marks, effectOf).flatMap((day): ExactAct[] => {
    if (took !== null) return daysThatMatter(treaty, took, marks).map((effect) => ({ id, kind, day, took: effect }))
    if (kind !== 'succession') return [{ id, kind, day, took: null }]
    // No clause gives a succession's day of effect and the record states none: any day up to the deposit.
    const before = { earliest: treaty.entryIntoForce ?? treaty.adopted, latest: day }
    return daysThatMatter(treaty, before, marks).map((effect) => ({ id, kind, day, took: effect }))
  })
  return certainty === 'happened' ? exact : [...exact, null]
}

type Effect = (day: Day) => Day | null

function effectOfKind(treaty: TreatyLaw, { kind, took }: RecordedAct): Effect | null {
  if (took !== null || kind === 'succession') return null
  if (isConsent(kind)) return (day) => entersIntoForceFor(treaty, day)
  const withdrawal = kind === 'withdrawal_notification' ? clauseOf(treaty, 'withdrawal') : undefined
  return withdrawal ? (day) => dayAfter(withdrawal.rule.delay, day) : null
}

/** The days at which something may change: the asked day, the days claims speak of, and every end of a span with its effect. */
function marksOf(dossier: Dossier, acts: RecordedAct[], asOf: Day, spokenOf: Day[]): Day[] {
  const { treaty, conflicts } = dossier
  const isExact = (span: Span | null) => span === null || (span.earliest !== null && span.earliest === span.latest)
  const exact =
    acts.every(({ when, took, kind }) => isExact(when) && isExact(took) && (kind !== 'succession' || took !== null)) &&
    conflicts.every(({ began, ended }) => isExact(began) && isExact(ended))
  if (exact) return []
  const marks = new Set<Day>([asOf, ...spokenOf])
  const add = (day: Day | null | undefined) => day && marks.add(day)
  for (const day of [treaty.entryIntoForce, treaty.thresholdReached]) add(day)
  for (const act of acts) {
    const effectOf = effectOfKind(treaty, act)
    for (const day of [act.when.earliest, act.when.latest]) {
      add(day)
      add(day && effectOf?.(day))
    }
    for (const day of [act.took?.earliest, act.took?.latest]) add(day)
  }
  for (const { began, ended } of conflicts) {
    for (const day of [began.earliest, began.latest, ended?.earliest, ended?.latest]) add(day)
  }
  return [...marks]
}

/** The days of a span that can make a difference: its ends, those beside a mark, and those beside which the effect passes one. */
function daysThatMatter(treaty: TreatyLaw, span: Span, marks: Day[], effectOf: Effect | null = null): Day[] {
  const latest = span.latest ?? lastDay
  const earliest = span.earliest ?? earlierOf(treaty.adopted, latest)
  if (earliest >= latest) return [latest]
  const days = new Set<Day>([earliest, latest])
  const add = (day: Day) => {
    if (earliest <= day && day <= latest) days.add(day)
  }
  for (const mark of marks) {
    for (const day of [addDays(mark, -1), mark, addDays(mark, 1)]) add(day)
    const passing = effectOf && firstPassing(effectOf, mark, earliest, latest)
    if (passing) for (const day of [addDays(passing, -1), passing]) add(day)
  }
  return [...days]
}

/** The first day from `earliest` to `latest` whose effect comes after `mark`: effects never overtake one another. */
function firstPassing(effectOf: Effect, mark: Day, earliest: Day, latest: Day): Day | null {
  const passes = (day: Day) => {
    const effect = effectOf(day)
    return effect === null || effect > mark
  }
  if (!passes(latest)) return null
  let [low, high] = [0, Temporal.PlainDate.from(earliest).until(latest).days]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (passes(addDays(earliest, middle))) high = middle
    else low = middle + 1
  }
  return addDays(earliest, low)
}
