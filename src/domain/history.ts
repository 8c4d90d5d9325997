import { bearsOnStanding, isSignature } from './acts.ts'
import { effectOfKind, firstNotices, isExact } from './choices.ts'
import { clauseOf, type TreatyLaw } from './clauses.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import { type KnownStanding, standings } from './evidence.ts'
import { once } from './once.ts'
import { addDays, type Day, lastDay, reachedBy } from './partial-date.ts'
import type { TreatyRecord } from './record.ts'
import { changesFrom } from './timeline.ts'
import { onlyWorldOf, readingOn } from './worlds.ts'

/** A time during which what is known of a state's standing does not change; an end is null where it has none. */
export type StandingPeriod = {
  from: Day | null
  until: Day | null
  standing: KnownStanding | 'unknown'
  possible: KnownStanding[]
}

/** How many states stand how to a treaty on one day, on both bases on which parties are counted. */
export type Counts = {
  inForce: number
  byDeposit: number
  byStanding: Record<KnownStanding | 'unknown', number>
}

/** The counts from `day` on, with the states for which the treaty came into force and ceased to be in force that day. */
export type HistoryRow = Counts & { day: Day; joined: string[]; left: string[] }

/** The day on which the last state ended that took part in treaties and is not in the record: Czechoslovakia. */
const lastFormerStates = '1992-12-31'

/** Until when states that no longer exist could take part in a treaty; null where it was not yet open in their time. */
export function formerStatesUntil(treaty: TreatyLaw): Day | null {
  const opened = clauseOf(treaty, 'signature_open')?.rule.from ?? treaty.adopted
  return opened > lastFormerStates ? null : lastFormerStates
}

const formerStates =
  'The states and organisations of the record. States that no longer exist, such as Czechoslovakia, the German Democratic Republic and Yugoslavia, are not among them'

/** What the two numbers of parties to a treaty count; published numbers nearly always mean the second. */
export const countsBasisOf = (treaty: TreatyLaw) => ({
  inForce: 'States for which the treaty is certainly in force on the day.',
  byDeposit:
    'States whose consent to be bound is certainly deposited and not withdrawn with effect, whether or not the treaty is in force for them yet.',
  signed:
    'States that have certainly signed, or succeeded to a signature, and have not left: parties included. A depositary’s list calls this number its signatories.',
  states:
    formerStatesUntil(treaty) === null
      ? `${formerStates}; the last of them ended in ${lastFormerStates.slice(0, 4)}, before this treaty was open to states, so its numbers do not lack them.`
      : `${formerStates}, so numbers of their time can be too low, and lower than the number of instruments by which the treaty entered into force.`,
})

/** The periods of a state's standing, in order and without a gap, from before all days to after all days. */
export function standingPeriods(record: TreatyRecord, state: string): StandingPeriod[] {
  return periodsOf(dossierOf(record, state))
}

/** Each standing as the only possible one, the same list for the periods of all states. */
const alone = Object.fromEntries(standings.map((standing) => [standing, [standing]])) as Record<
  KnownStanding,
  [KnownStanding]
>

/**
 * The periods of the standing of a dossier's state. What is possible changes only where a date, an effect or a claim begins
 * or ends, so the periods are read there.
 */
export const periodsOf = once((dossier: Dossier): StandingPeriod[] => {
  const { adopted } = dossier.treaty
  const periods: StandingPeriod[] = []
  const add = (from: Day | null, possible: KnownStanding[]) => {
    const last = periods.at(-1)
    if (last?.possible.join() === possible.join()) return
    if (last && from) last.until = addDays(from, -1)
    const [only, ...others] = possible
    const standing = only !== undefined && others.length === 0 ? only : 'unknown'
    periods.push({ from, until: null, standing, possible })
  }
  add(null, alone.not_party)
  const only = onlyWorldOf(dossier)
  if (only) {
    for (const { from, standing } of changesFrom(only, adopted)) add(from, alone[standing])
    return periods
  }
  for (const day of turningDays(dossier)) if (day >= adopted) add(day, readingOn(dossier, day).possible)
  return periods
})

/** Every day on which what is possible can change: the ends of all spans, the effects of both ends, and the days after. */
export function turningDays(dossier: Dossier): Day[] {
  const { treaty, acts, claims, conflicts } = dossier
  const days = new Set<Day>([treaty.adopted])
  const add = (day: Day | null | undefined) => {
    if (day) days.add(day)
  }
  add(treaty.entryIntoForce)
  const bearing = acts.filter(bearsOnStanding)
  for (const act of bearing) {
    for (const day of [act.when.earliest, act.when.latest]) {
      add(day)
      add(day && effectOfKind(treaty, act)?.(day))
    }
    add(act.took?.earliest)
    add(act.took?.latest)
    for (const day of firstNotices(treaty, act)) add(day)
  }
  for (const { during } of claims) {
    add(during.earliest)
    add(during.latest)
  }
  for (const { began, ended } of bearing.length > 0 ? conflicts : []) {
    for (const day of [began.earliest, began.latest, ended?.earliest, ended?.latest]) add(day)
  }
  if (claims.length > 0 || !isExact(dossier)) {
    // Days that bound one date can bound the effect of another, so each is followed through every delay once.
    for (const day of [...days]) {
      add(addDays(day, 1))
      for (const act of bearing) {
        const effect = effectOfKind(treaty, act)?.(day)
        add(effect)
        add(effect && addDays(effect, 1))
      }
    }
  }
  return [...days].filter((day) => day < lastDay).sort()
}

function periodOn(periods: StandingPeriod[], day: Day): StandingPeriod | undefined {
  return periods.findLast(({ from }) => from === null || from <= day)
}

function nobody(): Counts {
  return {
    inForce: 0,
    byDeposit: 0,
    byStanding: { party: 0, contracting_state: 0, signatory: 0, former_party: 0, not_party: 0, unknown: 0 },
  }
}

function count(counts: Counts, { standing, possible }: StandingPeriod, by: 1 | -1): void {
  counts.byStanding[standing] += by
  if (standing === 'party') counts.inForce += by
  if (possible.every((one) => one === 'party' || one === 'contracting_state')) counts.byDeposit += by
}

/** How many of `states` stand how on `asOf`, and how many have signed, with what each number counts in words. */
export function countsOn(
  record: TreatyRecord,
  states: readonly string[],
  asOf: Day,
): Counts & { signed: number; basis: ReturnType<typeof countsBasisOf> } {
  const counts = nobody()
  let signed = 0
  for (const state of states) {
    const period = periodOn(standingPeriods(record, state), asOf)
    if (period) count(counts, period, 1)
    if (period?.standing !== 'former_party' && hasSigned(dossierOf(record, state), asOf)) signed++
  }
  return { ...counts, signed, basis: countsBasisOf(record.treaty) }
}

function hasSigned({ acts }: Dossier, asOf: Day): boolean {
  return acts.some(
    ({ kind, certainty, when }) => isSignature(kind) && certainty === 'happened' && reachedBy(when, asOf) === 'yes',
  )
}

/** The days on which the counts of `states` change, from the day of the treaty's adoption; each row holds until the next. */
export function historyOf(record: TreatyRecord, states: readonly string[]): HistoryRow[] {
  const { adopted } = record.treaty
  const counts = nobody()
  const changes = new Map<Day, { state: string; before: StandingPeriod; after: StandingPeriod }[]>([[adopted, []]])
  for (const state of states) {
    const periods = standingPeriods(record, state)
    for (const [index, after] of periods.entries()) {
      const before = periods[index - 1]
      if (before === undefined || after.from === null) {
        count(counts, after, 1)
        continue
      }
      const onDay = changes.get(after.from) ?? []
      onDay.push({ state, before, after })
      changes.set(after.from, onDay)
    }
  }
  const rows: HistoryRow[] = []
  for (const day of [...changes.keys()].sort()) {
    const joined: string[] = []
    const left: string[] = []
    for (const { state, before, after } of changes.get(day) ?? []) {
      count(counts, before, -1)
      count(counts, after, 1)
      if (after.standing === 'party') joined.push(state)
      if (before.standing === 'party') left.push(state)
    }
    // What a state may be can change without changing a number.
    const last = rows.at(-1)
    const same = last && standingsCounted.every((one) => last.byStanding[one] === counts.byStanding[one])
    if (same && last.byDeposit === counts.byDeposit && joined.length === 0 && left.length === 0) continue
    rows.push({
      ...counts,
      byStanding: inOrderOfStandings(counts.byStanding),
      day,
      joined: joined.sort(),
      left: left.sort(),
    })
  }
  return rows
}

const standingsCounted = [...standings, 'unknown'] as const

function inOrderOfStandings(counted: Counts['byStanding']): Counts['byStanding'] {
  return Object.fromEntries(standingsCounted.map((one) => [one, counted[one]])) as Counts['byStanding']
}
