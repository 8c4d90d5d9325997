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
 * The days around `asOf` on which an answer about a state, or about any where none is given, differs only in the days that it
 * counts from the day itself. A stretch ends where anything on record begins or ends, and where a conflict would begin or cease
 * to hold a notice given on the day.
 */
export function stretchAround(record: TreatyRecord, state: string | null, asOf: Day): Stretch {
  const own = between(state === null ? ofAll(record) : ofState(dossierOf(record, state)), asOf)
  const shared = between(ofNoState(record), asOf)
  const [from, through] = [laterOf(own.from, shared.from), earlierOf(own.through, shared.through)]
  return { from, through, counted: countedUnder(record.treaty) }
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

/** The day itself, the day after it, and the one on which a withdrawal takes effect of which notice is given on the day. */
const countedUnder = once((treaty: TreatyLaw): CountedFrom[] => {
  const withdrawal = clauseOf(treaty, 'withdrawal')
  const effect = withdrawal && ((day: Day) => dayAfter(withdrawal.rule.delay, day))
  return [(day) => day, (day) => addDays(day, 1), ...(effect ? [effect] : [])]
})

const ofAll = once((record: TreatyRecord): Day[] => {
  const spokenOf = [...record.acts, ...record.claims, ...record.requirements].flatMap(({ state }) => state ?? [])
  // Of some nothing is known yet but that a list does not reach as far.
  const states = new Set([...spokenOf, ...record.lists.flatMap(({ unheardOf }) => [...(unheardOf?.keys() ?? [])])])
  return ordered([...states].flatMap((state) => ofState(dossierOf(record, state))))
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
  return beginnings(borders([...days, ...listed, ...ends(spans)]))
})

const ofState = once((dossier: Dossier): Day[] => {
  const { treaty, acts, claims, requirements, conflicts } = dossier
  const hostile = conflicts.flatMap(({ began, ended }) => [began, ended])
  const spans = [
    ...acts.flatMap(({ when, took, date }) => [when, took, date.span, ...date.values.map(({ span }) => span)]),
    ...claims.map(({ during }) => during),
    ...requirements.map(({ published }) => published),
    ...hostile,
  ]
  const confirmed = partyConfirmedThrough(dossier)
  const days = [...turningDays(dossier), ...ends(spans), confirmed === 'unlimited' ? null : confirmed]
  return beginnings([...borders(days), ...noticesAround(treaty, ends(hostile))])
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

const ordered = (days: Day[]) => [...new Set(days)].sort()

const beginnings = (days: Day[]) => ordered([...days, ...days.flatMap(whereWhole)])

/**
 * A time from one of these days up to the day that is asked of, or from the day after that to the eve of one of these, is
 * called a month or a year where it is just that: the days on which it is are stretches of their own.
 */
function whereWhole(day: Day): Day[] {
  if (!day.endsWith('-01')) return []
  const months = day.endsWith('-01-01') ? [1, 12] : [1]
  return borders(
    months.flatMap((count) => [firstOfMonth(day, count), firstOfMonth(day, -count)].map((first) => addDays(first, -1))),
  )
}
