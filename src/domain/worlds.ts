import { isConsent } from './acts.ts'
import { type ArmedConflict, clauseOf, dayAfter, entersIntoForceFor, type TreatyLaw } from './clauses.ts'
import { bearsOnStanding, type Claim, type Dossier, type RecordedAct } from './dossier.ts'
import { type KnownStanding, standings } from './evidence.ts'
import { addDays, type Day, earlierOf, firstDay, lastDay, laterOf, type Span } from './partial-date.ts'
import { changeOn, type ExactAct, type Timeline, timelineOf } from './timeline.ts'

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
  if (asOf < dossier.treaty.adopted) {
    const world: Timeline = { changes: [{ from: firstDay, standing: 'not_party' }], incoherentFrom: null }
    return { worlds: [world], possible: ['not_party'], contradictedBy: [], widened: false }
  }
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

// All that a dossier leaves to choose from: for each act and each conflict the exact ones that it may have been.
type Choices = { acts: (ExactAct | null)[][]; conflicts: ArmedConflict[][] }

function worldsOf(dossier: Dossier, asOf: Day, spokenOf: Day[]): Timeline[] | null {
  const { treaty } = dossier
  const { acts, conflicts } = choicesOf(dossier, asOf, spokenOf)
  const bases = basesOn(dossier, asOf)
  const number = [...acts, ...conflicts].reduce((product, { length }) => product * length, bases.length)
  if (number > mostWorlds) return null
  const read = (from: KnownStanding[]) => {
    const worlds: Timeline[] = []
    for (const exact of everyCombination(acts)) {
      const done = exact.filter((act) => act !== null)
      for (const engaged of everyCombination(conflicts)) {
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

// Where every date is exact there is one choice, whatever day is asked about.
const exactChoices = new WeakMap<Dossier, Choices>()

function choicesOf(dossier: Dossier, asOf: Day, spokenOf: Day[]): Choices {
  const known = exactChoices.get(dossier)
  if (known) return known
  const { treaty } = dossier
  const acts = dossier.acts.filter(bearsOnStanding)
  const exact = isExact(dossier)
  const marks = exact ? new Map() : marksOf(dossier, acts, asOf, spokenOf)
  const canBeHeld = acts.some(({ kind }) => kind === 'withdrawal_notification')
  const choices = {
    acts: acts.map((act) => exactActs(treaty, act, marks)),
    conflicts: canBeHeld ? dossier.conflicts.map((conflict) => exactConflicts(treaty, conflict, marks)) : [],
  }
  if (exact) exactChoices.set(dossier, choices)
  return choices
}

/** The one way to read a dossier without any doubt: all dates exact, no claims, and nothing open before the first act. */
export function onlyWorldOf(dossier: Dossier): Timeline | null {
  if (dossier.claims.length > 0 || !isExact(dossier)) return null
  const bases = basesOn(dossier, lastDay)
  const worlds = bases.length === 1 ? worldsOf(dossier, lastDay, []) : null
  const [world] = worlds ?? []
  return world && world.incoherentFrom === null ? world : null
}

/** Whether all that bears on the standing has exact dates, so that the dossier is one world for each base. */
export function isExact({ acts, conflicts }: Dossier): boolean {
  const isDay = (span: Span | null) => span === null || (span.earliest !== null && span.earliest === span.latest)
  return (
    acts
      .filter(bearsOnStanding)
      .every(
        ({ when, took, kind, certainty }) =>
          certainty === 'happened' && isDay(when) && isDay(took) && (kind !== 'succession' || took !== null),
      ) && conflicts.every(({ began, ended }) => isDay(began) && isDay(ended))
  )
}

function exactConflicts(treaty: TreatyLaw, { began, ended }: ArmedConflict, marks: Marks): ArmedConflict[] {
  const exactly = (day: Day) => ({ earliest: day, latest: day })
  return daysThatMatter(treaty, began, marks).flatMap((from): ArmedConflict[] =>
    ended === null
      ? [{ began: exactly(from), ended: null }]
      : daysThatMatter(treaty, ended, marks).map((until) => ({ began: exactly(from), ended: exactly(until) })),
  )
}

function* everyCombination<T>(choices: T[][]): Generator<T[]> {
  const [first, ...others] = choices
  if (first === undefined) {
    yield []
    return
  }
  for (const rest of everyCombination(others)) for (const one of first) yield [one, ...rest]
}

function exactActs(treaty: TreatyLaw, act: RecordedAct, marks: Marks): (ExactAct | null)[] {
  const { kind, when, took, certainty } = act
  const effectOf = effectOfKind(treaty, act)
  const exact = daysThatMatter(treaty, when, marks, effectOf).flatMap((day): ExactAct[] => {
    if (effectOf) return [{ kind, day, effect: effectOf(day), mayBeHeld: kind === 'withdrawal_notification' }]
    if (took !== null) return daysThatMatter(treaty, took, marks).map((effect) => withEffect(treaty, act, day, effect))
    if (kind !== 'succession') return [{ kind, day, effect: null, mayBeHeld: false }]
    // No clause gives a succession's day of effect and the record states none: any day up to the deposit.
    const before = { earliest: treaty.entryIntoForce ?? treaty.adopted, latest: day }
    return daysThatMatter(treaty, before, marks).map((effect) => withEffect(treaty, act, day, effect))
  })
  return certainty === 'happened' ? exact : [...exact, null]
}

function withEffect({ entryIntoForce }: TreatyLaw, { kind }: RecordedAct, day: Day, effect: Day): ExactAct {
  if (!isConsent(kind)) return { kind, day, effect, mayBeHeld: false }
  const inForce = entryIntoForce === null ? null : laterOf(effect, entryIntoForce)
  // A successor's consent reaches back to the day on which its succession takes effect.
  return { kind, day: earlierOf(effect, day), effect: inForce, mayBeHeld: false }
}

type Effect = (day: Day) => Day | null

function effectOfKind(treaty: TreatyLaw, { kind, took }: RecordedAct): Effect | null {
  if (took !== null || kind === 'succession') return null
  if (isConsent(kind)) return (day) => entersIntoForceFor(treaty, day)
  const withdrawal = kind === 'withdrawal_notification' ? clauseOf(treaty, 'withdrawal') : undefined
  return withdrawal ? (day) => dayAfter(withdrawal.rule.delay, day) : null
}

// Days at which something may change, and whether the question or a statement is about that day.
type Marks = Map<Day, boolean>

/** The days at which something may change: the asked day, the days claims speak of, and every end of a span with its effect. */
function marksOf(dossier: Dossier, acts: RecordedAct[], asOf: Day, spokenOf: Day[]): Marks {
  const { treaty, conflicts } = dossier
  const marks: Marks = new Map([asOf, ...spokenOf].map((day) => [day, true]))
  const add = (day: Day | null | undefined) => {
    if (day && !marks.has(day)) marks.set(day, false)
  }
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
  return marks
}

/**
 * The days of a span that can make a difference: its ends, and the first of the days that lie on one side of every mark,
 * as does their effect. Beside the asked days the last such day counts too, for when a standing began.
 */
function daysThatMatter(treaty: TreatyLaw, span: Span, marks: Marks, effectOf: Effect | null = null): Day[] {
  const latest = span.latest ?? lastDay
  const earliest = span.earliest ?? earlierOf(treaty.adopted, latest)
  if (earliest >= latest) return [latest]
  const days = new Set<Day>([earliest, latest])
  const add = (day: Day) => {
    if (earliest <= day && day <= latest) days.add(day)
  }
  for (const [mark, asked] of marks) {
    const passing = effectOf && firstPassing(effectOf, mark, earliest, latest)
    for (const first of [mark, addDays(mark, 1), ...(passing ? [passing] : [])]) {
      add(first)
      if (asked) add(addDays(first, -1))
    }
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
