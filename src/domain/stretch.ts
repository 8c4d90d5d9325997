import { clauseOf, dayAfter, type TreatyLaw } from './clauses.ts'
import { dossierOf } from './dossier.ts'
import { turningDays } from './history.ts'
import { once } from './once.ts'
import { addDays, type Day, firstDay, lastDay, type Span, spanOf } from './partial-date.ts'
import type { TreatyRecord } from './record.ts'
import { partyConfirmedThrough } from './standing.ts'

/** A day that is counted from another. */
export type CountedFrom = (day: Day) => Day

/** Days next to each other, both ends included, and how what is said on one of them counts from it. */
export type Stretch = { from: Day; through: Day; counted: CountedFrom[] }

/**
 * The days around `asOf` between which nothing begins or ends that the record tells of a state, or of any where none is
 * given. What is said of a standing changes where one of these ends; between them, only with the days that it counts from
 * the day itself.
 */
export function stretchAround(record: TreatyRecord, state: string | null, asOf: Day): Stretch {
  const days = state === null ? daysOfAll(record) : daysOf(record)(state)
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] as Day) <= asOf) low = middle + 1
    else high = middle
  }
  const [from = firstDay, next] = [days[low - 1], days[low]]
  return { from, through: next === undefined ? lastDay : addDays(next, -1), counted: countedUnder(record.treaty) }
}

/** The day itself, the day after it, and the one on which a withdrawal takes effect of which notice is given on the day. */
const countedUnder = once((treaty: TreatyLaw): CountedFrom[] => {
  const withdrawal = clauseOf(treaty, 'withdrawal')
  const effect = withdrawal && ((day: Day) => dayAfter(withdrawal.rule.delay, day))
  return [(day) => day, (day) => addDays(day, 1), ...(effect ? [effect] : [])]
})

const daysOfAll = once((record: TreatyRecord): Day[] => {
  const states = new Set([...record.acts, ...record.claims, ...record.requirements].flatMap(({ state }) => state ?? []))
  return inOrder([...states].flatMap(daysOf(record)).concat(ofNoState(record)))
})

const daysOf = once((record: TreatyRecord) => {
  const made = new Map<string, Day[]>()
  return (state: string): Day[] => {
    const known = made.get(state)
    if (known) return known
    const days = inOrder([...ofNoState(record), ...ofState(record, state)])
    made.set(state, days)
    return days
  }
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
  return borders([...days, ...lists.flatMap(({ asAt, completeAsAt }) => [asAt ?? null, completeAsAt]), ...ends(spans)])
})

function ofState(record: TreatyRecord, state: string): Day[] {
  const dossier = dossierOf(record, state)
  const { acts, claims, requirements, conflicts } = dossier
  const spans = [
    ...acts.flatMap(({ when, took, date }) => [when, took, date.span, ...date.values.map(({ span }) => span)]),
    ...claims.map(({ during }) => during),
    ...requirements.map(({ published }) => published),
    ...conflicts.flatMap(({ began, ended }) => [began, ended]),
  ]
  const confirmed = partyConfirmedThrough(dossier)
  return borders([...turningDays(dossier), ...ends(spans), confirmed === 'unlimited' ? null : confirmed])
}

const ends = (spans: (Span | null)[]) => spans.flatMap((span) => (span ? [span.earliest, span.latest] : []))

/** The first days of what begins on these days, and of what comes after them. */
const borders = (days: (Day | null)[]): Day[] =>
  days.flatMap((day) => (day === null || day >= lastDay ? [] : [day, addDays(day, 1)]))

const inOrder = (days: Day[]) => [...new Set(days)].sort()
