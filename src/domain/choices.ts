import { bearsOnStanding, isConsent, isSignature, isSuccession } from './acts.ts'
import { type ArmedConflict, clauseOf, dayAfter, entersIntoForceFor, type TreatyLaw } from './clauses.ts'
import type { Dossier, RecordedAct } from './dossier.ts'
import { once } from './once.ts'
import { addDays, type Day, earlierOf, lastDay, laterOf, type Span } from './partial-date.ts'
import type { ExactAct } from './timeline.ts'

/** All that a dossier leaves to choose from: for each act and each conflict the exact ones that it may have been. */
export type Choices = { acts: (ExactAct | null)[][]; conflicts: ArmedConflict[][] }

/**
 * What the acts and conflicts of a dossier may exactly have been, as far as it can make a difference on the asked days.
 * A span of days is never gone through whole: a few of its days stand for all (see `daysThatMatter`).
 */
export function choicesOf(dossier: Dossier, asked: Day[]): Choices {
  // Where every date is exact there is one choice, whatever day is asked about.
  if (isExact(dossier)) return choicesBy(dossier, new Map())
  return choicesBy(dossier, marksOf(dossier, dossier.acts.filter(bearsOnStanding), asked))
}

function choicesBy(dossier: Dossier, marks: Marks): Choices {
  const { treaty } = dossier
  return {
    acts: dossier.acts.filter(bearsOnStanding).map((act) => exactActs(treaty, act, marks)),
    conflicts: conflictsThatCanHold(dossier).map((conflict) => exactConflicts(treaty, conflict, marks)),
  }
}

/** Whether all that bears on the standing has exact dates, so that the dossier is one world for each base. */
export const isExact = once((dossier: Dossier): boolean => {
  const isDay = (span: Span | null) => span === null || (span.earliest !== null && span.earliest === span.latest)
  return (
    dossier.acts
      .filter(bearsOnStanding)
      .every(
        ({ when, took, kind, certainty }) =>
          certainty === 'happened' && isDay(when) && isDay(took) && (!isSuccession(kind) || took !== null),
      ) && conflictsThatCanHold(dossier).every(({ began, ended }) => isDay(began) && isDay(ended))
  )
})

// A conflict matters to the standing only where there is a notice that it can hold.
function conflictsThatCanHold({ acts, conflicts, treaty }: Dossier): ArmedConflict[] {
  const heldBy = clauseOf(treaty, 'withdrawal')?.rule.heldBy ?? null
  return heldBy !== null && acts.some(({ kind }) => kind === 'withdrawal_notification') ? conflicts : []
}

function exactActs(treaty: TreatyLaw, act: RecordedAct, marks: Marks): (ExactAct | null)[] {
  const exact = exactDays(treaty, act, marks)
  return act.certainty === 'happened' ? exact : [...exact, null]
}

function exactDays(treaty: TreatyLaw, act: RecordedAct, marks: Marks): ExactAct[] {
  const { kind, when, took } = act
  if (isSuccession(kind) && took === null) {
    // No clause gives a succession's day of effect and the record states none: any day up to the deposit.
    const effect = { earliest: treaty.adopted, latest: when.latest }
    return daysThatMatter(treaty, effect, marks).map((day) => withEffect(treaty, act, day, day))
  }
  if (took !== null) {
    return daysThatMatter(treaty, when, marks).flatMap((day) =>
      daysThatMatter(treaty, took, marks).map((effect) => withEffect(treaty, act, day, effect)),
    )
  }
  // When a state signed matters to nothing but whether it had signed on the asked days.
  const relevant = isSignature(kind) ? new Map([...marks].filter(([, asked]) => asked)) : marks
  const effectOf = effectOfKind(treaty, act)
  return daysThatMatter(treaty, when, relevant, effectOf).map((day) => {
    const effect = effectOf ? effectOf(day) : null
    return { kind, day, effect, mayBeHeld: kind === 'withdrawal_notification' }
  })
}

function withEffect({ entryIntoForce }: TreatyLaw, { kind }: RecordedAct, day: Day, effect: Day): ExactAct {
  if (isSignature(kind)) return { kind, day: earlierOf(effect, day), effect: null, mayBeHeld: false }
  if (!isConsent(kind)) return { kind, day, effect, mayBeHeld: false }
  const inForce = entryIntoForce === null ? null : laterOf(effect, entryIntoForce)
  // A successor's consent reaches back to the day on which its succession takes effect.
  return { kind, day: earlierOf(effect, day), effect: inForce, mayBeHeld: false }
}

function exactConflicts(treaty: TreatyLaw, { began, ended }: ArmedConflict, marks: Marks): ArmedConflict[] {
  const exactly = (day: Day) => ({ earliest: day, latest: day })
  return daysThatMatter(treaty, began, marks).flatMap((from): ArmedConflict[] =>
    ended === null
      ? [{ began: exactly(from), ended: null }]
      : daysThatMatter(treaty, ended, marks).map((until) => ({ began: exactly(from), ended: exactly(until) })),
  )
}

type Effect = (day: Day) => Day | null

/** How a clause of the treaty reads the day of an act into the day of its effect; null where no clause does. */
export function effectOfKind(treaty: TreatyLaw, { kind, took }: RecordedAct): Effect | null {
  if (took !== null || isSuccession(kind)) return null
  if (isConsent(kind)) return (day) => entersIntoForceFor(treaty, day)
  const withdrawal = kind === 'withdrawal_notification' ? clauseOf(treaty, 'withdrawal') : undefined
  return withdrawal ? (day) => dayAfter(withdrawal.rule.delay, day) : null
}

/** The first days on which a state can give notice by a consent, where the treaty makes it wait: of its first day and its last. */
export function firstNotices(treaty: TreatyLaw, act: RecordedAct): Day[] {
  const noticeAfter = clauseOf(treaty, 'withdrawal')?.rule.noticeAfter
  if (noticeAfter === undefined || !isConsent(act.kind)) return []
  const effectOf = effectOfKind(treaty, act)
  const { earliest, latest } = act.took ?? act.when
  return [earliest, latest].flatMap((day) => {
    const bound = day && (effectOf ? effectOf(day) : day)
    return bound === null ? [] : [dayAfter(noticeAfter, bound)]
  })
}

// Days at which something may change, and whether the question or a statement is about that day.
type Marks = Map<Day, boolean>

function marksOf(dossier: Dossier, acts: RecordedAct[], asked: Day[]): Marks {
  const { treaty } = dossier
  const marks: Marks = new Map(asked.map((day) => [day, true]))
  const add = (day: Day | null | undefined) => {
    if (day && !marks.has(day)) marks.set(day, false)
  }
  for (const day of [treaty.entryIntoForce, treaty.thresholdReached]) add(day)
  for (const act of acts.filter(({ kind }) => !isSignature(kind))) {
    const effectOf = effectOfKind(treaty, act)
    for (const day of [act.when.earliest, act.when.latest]) {
      add(day)
      add(day && effectOf?.(day))
    }
    for (const day of [act.took?.earliest, act.took?.latest]) add(day)
    for (const day of firstNotices(treaty, act)) add(day)
  }
  for (const { began, ended } of conflictsThatCanHold(dossier)) {
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
export function firstPassing(effectOf: Effect, mark: Day, earliest: Day, latest: Day): Day | null {
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
