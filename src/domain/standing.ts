import { bearsOnStanding } from './acts.ts'
import { clauseOf, dayAfter } from './clauses.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import type { KnownStanding } from './evidence.ts'
import { periodsOf } from './history.ts'
import { once } from './once.ts'
import {
  addDays,
  type Day,
  earlierOf,
  firstDay,
  laterOf,
  type PartialDate,
  type Precision,
  partialDateOf,
  precisionOf,
} from './partial-date.ts'
import {
  type Because,
  because,
  mayCountOn,
  type NameOf,
  reasonsOfAct,
  reasonsOfClaims,
  reasonsOfObjections,
  saidBefore,
  standingsInWords,
} from './reasons.ts'
import type { TreatyRecord } from './record.ts'
import { changeOn } from './timeline.ts'
import { lastDaySpokenOf, type Reading, readingOn } from './worlds.ts'

/** The day or the days on which a standing began. */
export type Since = { value: PartialDate; precision: Precision; earliest: Day | null; latest: Day | null }

/** An act of the state that other states object to; `certain` is false of an objection that may only come later, or be taken back. */
export type Contested = { act: string; by: { act: string; state: string | null; certain: boolean }[] }

/** A state's standing in a treaty on one day, what else the evidence leaves possible, and why. */
export type StandingAnswer = {
  standing: KnownStanding | 'unknown'
  possible: KnownStanding[]
  certain: boolean
  since: Since | null
  confirmedThrough: Day | 'unlimited' | null
  carriedForward: boolean
  contradicted: boolean
  contested: Contested[]
  because: Because[]
}

/** A standing without the steps of its derivation and who contests it. */
export type StandingAlone = Omit<StandingAnswer, 'because' | 'contested'>

/**
 * The standing of `state` on `asOf`, read from a record that is already pinned (`asKnownOn`, `accordingTo`). Each date of
 * the record is a set of days; every way of taking one day for each is a world, and in a world the law is plain
 * chronology (see `timelineOf`). What holds in all worlds that agree with the evidence is certain.
 */
export function standingOn(
  record: TreatyRecord,
  state: string,
  asOf: Day,
  nameOf: NameOf = (id) => id,
): StandingAnswer {
  const dossier = dossierOf(record, state)
  const reading = readingOn(dossier, asOf)
  const alone = withoutReasons(dossier, reading, asOf)
  const carriedFrom = alone.carriedForward ? alone.confirmedThrough : null
  const contested = contestedActs(dossier, asOf, nameOf)
  return {
    ...alone,
    contested: contested.map((one) => one.contested),
    because: [
      ...foundation(dossier, reading, asOf, nameOf),
      ...dossier.acts.flatMap((act) => (mayCountOn(act, asOf) ? reasonsOfAct(dossier, act, asOf, nameOf) : [])),
      ...contested.flatMap((one) => one.reasons),
      ...reasonsOfClaims(
        dossier,
        dossier.claims.filter((claim) => lastDaySpokenOf(claim, asOf) !== null),
        nameOf,
      ),
      ...conclusion(dossier, reading, asOf, carriedFrom, nameOf),
    ],
  }
}

/** The standing alone, for lists of many. */
export function standingAloneOn(record: TreatyRecord, state: string, asOf: Day): StandingAlone {
  const dossier = dossierOf(record, state)
  return withoutReasons(dossier, readingOn(dossier, asOf), asOf)
}

function withoutReasons(dossier: Dossier, reading: Reading, asOf: Day): StandingAlone {
  const { possible } = reading
  const disputed = dossier.acts.some(
    (act) => act.certainty === 'disputed' && bearsOnStanding(act) && mayCountOn(act, asOf),
  )
  const contradicted = reading.contradictedBy.length > 0 || disputed
  const [only, ...others] = possible
  const certain = only !== undefined && others.length === 0
  const standing = certain ? only : 'unknown'
  return {
    standing,
    possible,
    certain,
    since: certain && reading.contradictedBy.length === 0 ? sinceWhen(reading, asOf) : null,
    ...confirmation(dossier, standing, asOf),
    contradicted,
  }
}

/** How far the record confirms a standing on `asOf`, and whether it is carried forward from there. */
export function confirmationOf(record: TreatyRecord, state: string, standing: KnownStanding | 'unknown', asOf: Day) {
  return confirmation(dossierOf(record, state), standing, asOf)
}

function confirmation(dossier: Dossier, standing: KnownStanding | 'unknown', asOf: Day) {
  const confirmedThrough = confirmedThroughOf(dossier, standing, asOf)
  const carriedForward = confirmedThrough !== null && confirmedThrough !== 'unlimited' && asOf > confirmedThrough
  return { confirmedThrough, carriedForward }
}

function sinceWhen({ worlds }: Reading, asOf: Day): Since | null {
  let [earliest, latest]: [Day | null, Day | null] = [null, null]
  for (const world of worlds) {
    const { from } = changeOn(world, asOf)
    earliest = earlierOf(earliest, from)
    latest = laterOf(latest, from)
  }
  // A standing that lasts from before the first recorded act has no known beginning.
  if (earliest === null || latest === null || earliest === firstDay) return null
  const value = partialDateOf({ earliest, latest })
  return value === null ? null : { value, precision: precisionOf(value), earliest, latest }
}

/** The last day up to which the record is known to be complete for this state and treaty. */
function confirmedThroughOf(
  dossier: Dossier,
  standing: KnownStanding | 'unknown',
  asOf: Day,
): Day | 'unlimited' | null {
  const { treaty, completeAsAt } = dossier
  if (completeAsAt === null)
    return asOf < treaty.adopted ? addDays(treaty.adopted, -1) : lastDaySpoken(dossier, asOf, 'latest')
  const listed = standing === 'party' ? partyConfirmedThrough(dossier) : completeAsAt
  // What surely speaks of a day after the list does so beside the list as it does without one.
  return listed === 'unlimited' ? listed : laterOf(listed, lastDaySpoken(dossier, asOf, 'earliest'))
}

/**
 * A complete list confirms a party for as long after it as a notice given the day after could not yet have taken effect, and
 * without end where nobody can leave; but no further than to the day before the record itself has the state leave.
 */
export const partyConfirmedThrough = once((dossier: Dossier): Day | 'unlimited' | null => {
  const { treaty, completeAsAt } = dossier
  if (completeAsAt === null) return null
  const { possible } = readingOn(dossier, completeAsAt)
  if (possible.some((other) => other !== 'party')) return completeAsAt
  const withdrawal = clauseOf(treaty, 'withdrawal')
  if (!withdrawal && !clauseOf(treaty, 'no_withdrawal')) return completeAsAt
  const lasts = withdrawal ? addDays(dayAfter(withdrawal.rule.delay, addDays(completeAsAt, 1)), -1) : null
  const changes = periodsOf(dossier).find(({ from }) => from !== null && from > completeAsAt)?.from
  return earlierOf(lasts, changes ? addDays(changes, -1) : null) ?? 'unlimited'
})

/** The last day that is spoken of, or may be, by what counts on `asOf`. */
function lastDaySpoken({ acts, claims }: Dossier, asOf: Day, end: 'earliest' | 'latest'): Day | null {
  let last: Day | null = null
  for (const act of acts) if (bearsOnStanding(act) && mayCountOn(act, asOf)) last = laterOf(last, act.when[end])
  for (const claim of claims) if (lastDaySpokenOf(claim, asOf) !== null) last = laterOf(last, claim.during[end])
  return last
}

type ContestedAct = { contested: Contested; reasons: Because[] }

function contestedActs(dossier: Dossier, asOf: Day, nameOf: NameOf): ContestedAct[] {
  return dossier.acts
    .filter((act) => {
      // An objection to a reservation leaves membership alone (Vienna Convention, article 20(4)(b)).
      const bears = bearsOnStanding(act) || act.kind === 'suspension_notification'
      return bears && mayCountOn(act, asOf)
    })
    .flatMap((act) => {
      const objections = dossier.objectionsTo(act.id, asOf)
      if (objections.length === 0) return []
      const what = `contested ${act.id} ${objections.map(({ objection, made, certain }) => [objection.id, made, certain])}`
      return saidBefore(dossier, nameOf, what, () => ({
        contested: {
          act: act.id,
          by: objections.map(({ objection: { id, state }, certain }) => ({ act: id, state, certain })),
        },
        reasons: reasonsOfObjections(act, objections, nameOf),
      }))
    })
}

function foundation(dossier: Dossier, { possible }: Reading, asOf: Day, nameOf: NameOf): Because[] {
  const adopted = asOf >= dossier.treaty.adopted
  const open = possible.length > 1
  const what = `foundation ${adopted} ${open}`
  return saidBefore(dossier, nameOf, what, () => foundationOf(dossier, adopted, open, nameOf))
}

function foundationOf(dossier: Dossier, adopted: boolean, open: boolean, nameOf: NameOf): Because[] {
  const { treaty, completeAsAt, listedAsAt } = dossier
  const [state, name] = [nameOf(dossier.state), nameOf(treaty.id)]
  if (!adopted) {
    return [
      because('not_yet_adopted', `${name} was adopted on ${treaty.adopted}, so nobody is a party before that day`),
    ]
  }
  const acts = dossier.acts.filter(bearsOnStanding)
  if (completeAsAt !== null && listedAsAt !== completeAsAt) {
    const nothing = acts.length === 0 ? `nothing of ${state}` : `nothing of ${state} but what is recorded`
    const text = `the list of ${name} as at ${listedAsAt}, read back to ${completeAsAt}, shows ${nothing}`
    return [because('complete_list', text)]
  }
  if (completeAsAt !== null) {
    const shown =
      acts.length === 0 ? `it does not name ${state}` : `by then ${state} had done nothing but what is recorded`
    return [because('complete_list', `the list of ${name} is complete as at ${completeAsAt}: ${shown}`)]
  }
  const text = `no complete list of ${name} is among the sources`
  if (acts.length === 0 && dossier.claims.length === 0) {
    return [because('silence', `nothing is recorded on ${state} and ${name}; silence is not non-membership`)]
  }
  if (!open) return []
  return [because('base_open', `${text}, so what is not recorded of ${state} is open`)]
}

function conclusion(
  dossier: Dossier,
  reading: Reading,
  asOf: Day,
  carriedFrom: Day | 'unlimited' | null,
  nameOf: NameOf,
): Because[] {
  const [state, name] = [nameOf(dossier.state), nameOf(dossier.treaty.id)]
  const steps: Because[] = []
  if (reading.contradictedBy.length > 0) {
    const statements = reading.contradictedBy.map(({ statement }) => statement)
    steps.push(because('contradiction', `the acts and the statements on ${state} cannot all be true`, { statements }))
  }
  if (reading.widened) {
    steps.push(
      because(
        'too_many_worlds',
        `too many dates are open to weigh them together, so everything the law allows stays possible`,
      ),
    )
  }
  if (carriedFrom !== null) {
    const text =
      reading.possible.length === 1
        ? `the record confirms the standing of ${state} up to ${carriedFrom}; from then to ${asOf} it is carried forward`
        : `the record speaks of ${state} up to ${carriedFrom}; what it leaves open then is carried forward to ${asOf}`
    steps.push(because('carried_forward', text))
  }
  const { possible } = reading
  const text =
    possible.length === 1
      ? `on ${asOf} ${state} is ${standingsInWords(possible)} to ${name}`
      : `on ${asOf} it is open whether ${state} is ${standingsInWords(possible)} to ${name}`
  return [...steps, because('standing', text)]
}
