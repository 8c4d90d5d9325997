import { firstPassing } from './choices.ts'
import { clauseOf, dayAfter, type TreatyLaw } from './clauses.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import { turningDays } from './history.ts'
import { once } from './once.ts'
import {
  addDays,
  type Day,
  earlierOf,
  firstDay,
  firstOfMonth,
  lastDay,
  laterOf,
  type Span,
  spanOf,
} from './partial-date.ts'
import type { TreatyRecord } from './record.ts'
import { partyConfirmedThrough } from './standing.ts'

/** A day that is counted from another. */
export type CountedFrom = (day: Day) => Day

/** Days next to each other, both ends included, and how what is said on one of them counts from it. */
export type Stretch = { from: Day; through: Day; counted: CountedFrom[] }

/**
 * The days around `asOf` between which nothing begins or ends that the record tells of a state, or of any where none is
 * given, nor the effect of a notice comes to stand on the other side of a conflict. What is said of a standing changes where
 * one of these ends; between them, only with the days that it counts from the day itself. Where the record tells of a time
 * that may end on the day itself, what is said may reach up to the day, and be called a month when that is whole: there, a
 * stretch ends before the last day of each month.
 */
export function stretchAround(record: TreatyRecord, state: string | null, asOf: Day): Stretch {
  const { days, times } = state === null ? ofAll(record) : ofState(dossierOf(record, state))
  const [own, shared] = [between(days, asOf), between(ofNoState(record), asOf)]
  const stretch = { from: laterOf(own.from, shared.from), through: earlierOf(own.through, shared.through) }
  const contains = ({ earliest, latest }: Span) =>
    (earliest === null || earliest <= asOf) && (latest === null || asOf <= latest)
  return { ...(times.some(contains) ? withinMonth(stretch, asOf) : stretch), counted: countedUnder(record.treaty) }
}

/** The days from the last of `days` that has come by `asOf` to the eve of the next. */
function between(days: Day[], asOf: Day): Omit<Stretch, 'counted'> {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] as Day) <= asOf) low = middle + 1
    else high = middle
  }
  const [from = firstDay, next] = [days[low - 1], days[low]]
  return { from, through: next === undefined ? lastDay : addDays(next, -1) }
}

/** The days of the month of `asOf` but its last, or that alone. */
function withinMonth({ from, through }: Omit<Stretch, 'counted'>, asOf: Day): Omit<Stretch, 'counted'> {
  const last = addDays(firstOfMonth(asOf, 1), -1)
  if (asOf === last) return { from: asOf, through: asOf }
  return { from: laterOf(from, firstOfMonth(asOf, 0)), through: earlierOf(through, addDays(last, -1)) }
}

/** The day itself, the day after it, and the one on which a withdrawal takes effect of which notice is given on the day. */
const countedUnder = once((treaty: TreatyLaw): CountedFrom[] => {
  const withdrawal = clauseOf(treaty, 'withdrawal')
  const effect = withdrawal && ((day: Day) => dayAfter(withdrawal.rule.delay, day))
  return [(day) => day, (day) => addDays(day, 1), ...(effect ? [effect] : [])]
})

/** The first days of stretches, in their order, and the times of more than one day that something may have taken. */
type Marks = { days: Day[]; times: Span[] }

const ofAll = once((record: TreatyRecord): Marks => {
  const states = new Set([...record.acts, ...record.claims, ...record.requirements].flatMap(({ state }) => state ?? []))
  const marks = [...states].map((state) => ofState(dossierOf(record, state)))
  return { days: inOrder(marks.flatMap(({ days }) => days)), times: marks.flatMap(({ times }) => times) }
})

/** The days of the treaty itself, of what is objected to, and of what was published. */
const ofNoState = once((record: TreatyRecord): Day[] => {
  const { treaty, lists, sources, acts, actEvidence } = record
  const answering = new Set(acts.filter(({ targets }) => targets.length > 0).map(({ id }) => id))
  const spans = [
    ...sources.map(({ published }) => published),
    ...actEvidence.flatMap(({ act, date }) => (date !== null && answering.has(act) ? [spanOf(date)] : [])),
  ]
  const days = [treaty.adopted, treaty.thresholdReached, treaty.entryIntoForce]
  const listed = lists.flatMap(({ asAt, completeAsAt }) => [asAt ?? null, completeAsAt])
  return inOrder(borders([...days, ...listed, ...ends(spans)]))
})

const ofState = once((dossier: Dossier): Marks => {
  const { treaty, acts, claims, requirements, conflicts } = dossier
  const open = [
    ...acts.flatMap(({ when, took }) => (took ? [when, took] : [when])),
    ...claims.map(({ during }) => during),
  ]
  const hostile = conflicts.flatMap(({ began, ended }) => [began, ended])
  const spans = [
    ...open,
    ...acts.flatMap(({ date }) => [date.span, ...date.values.map(({ span }) => span)]),
    ...requirements.map(({ published }) => published),
    ...hostile,
  ]
  const confirmed = partyConfirmedThrough(dossier)
  const days = [...turningDays(dossier), ...ends(spans), confirmed === 'unlimited' ? null : confirmed]
  return {
    days: inOrder([...borders(days), ...noticesAround(treaty, ends(hostile))]),
    times: open.filter(({ earliest, latest }) => earliest === null || earliest !== latest),
  }
})

/** The first days of notice by which a withdrawal takes effect on these days, and after them. */
function noticesAround(treaty: TreatyLaw, days: (Day | null)[]): Day[] {
  const withdrawal = clauseOf(treaty, 'withdrawal')
  if (!withdrawal || withdrawal.rule.heldBy === null) return []
  const effectOf = (day: Day) => dayAfter(withdrawal.rule.delay, day)
  return days.flatMap((day) =>
    day === null
      ? []
      : [addDays(day, -1), day].flatMap((mark) => firstPassing(effectOf, mark, firstDay, lastDay) ?? []),
  )
}

const ends = (spans: (Span | null)[]) => spans.flatMap((span) => (span ? [span.earliest, span.latest] : []))

/** The first days of what begins on these days, and of what comes after them. */
const borders = (days: (Day | null)[]): Day[] =>
  days.flatMap((day) => (day === null || day >= lastDay ? [] : [day, addDays(day, 1)]))

const inOrder = (days: Day[]) => [...new Set(days)].sort()
