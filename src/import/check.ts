import { isConsent, isSignature } from '../domain/acts.ts'
import type { Day } from '../domain/partial-date.ts'
import type { ActRow, ListEntry } from './rows.ts'

/** What the header of a page counts, as it prints it and as the acts give it, and what explains a difference. */
export type Check = { header: ListEntry['header']; derived: { signatories: number; parties: number }; why: string[] }

/**
 * Counts what the header of a status page counts, by the acts of its list. Found by comparing all thirty pages:
 * - Parties are the participants with a consent to be bound deposited, whether it has taken effect or not.
 * - Signatories are all that signed, or succeeded to a signature, whether they are parties since or not.
 * - Neither counts a participant whose withdrawal has taken effect by the page's day (the page brackets its dates); one whose
 *   withdrawal is only notified counts as before. A consent given on the day of the notice or after it is not ended by it.
 */
export function checkCounts(rows: readonly ActRow[], header: ListEntry['header'], asAt: Day): Check {
  const states = [...new Set(rows.map(({ state }) => state))]
  const standing = states.map((state) => ({
    state,
    acts: rows.filter((row) => row.state === state && row.date <= asAt),
  }))
  const parties = standing.filter(({ acts }) => acts.some((act) => isConsent(act.kind) && !isEnded(act, acts, asAt)))
  const signatories = standing.filter(({ acts }) =>
    acts.some((act) => isSignature(act.kind) && !isEnded(act, acts, asAt)),
  )
  const derived = { signatories: signatories.length, parties: parties.length }
  return { header, derived, why: [...whyNot(standing, header, derived, asAt), ...ownObjections(rows)] }
}

/** No state objects to what it did itself: such a row was read wrongly. */
function ownObjections(rows: readonly ActRow[]): string[] {
  const states = new Map(rows.map(({ id, state }) => [id, state]))
  return rows
    .filter(
      ({ kind, state, targets }) => kind === 'objection' && targets.split(' ').some((id) => states.get(id) === state),
    )
    .map(({ id, state }) => `${state} ${id} objects to an act of its own`)
}

/** Whether a later withdrawal has ended an act; where the page prints no day of effect, its brackets say that it has. */
function isEnded(act: ActRow, acts: readonly ActRow[], asAt: Day): boolean {
  return acts.some(({ id, kind, date, effective }) => {
    if (kind === 'withdrawal_of_consent') return isConsent(act.kind) && date >= act.date
    if (kind !== 'withdrawal_notification' || date <= act.date) return false
    const retracted = acts.some((one) => one.kind === 'withdrawal_retraction' && one.targets.split(' ').includes(id))
    return !retracted && (effective === '' ? act.words.startsWith('[') : effective <= asAt)
  })
}

/** Row by row, what the counts turn on: brackets without a withdrawal in effect, and withdrawals without brackets. */
function whyNot(
  standing: { state: string; acts: ActRow[] }[],
  header: ListEntry['header'],
  derived: Check['derived'],
  asAt: Day,
): string[] {
  const why: string[] = []
  if (derived.parties !== header.parties)
    why.push(`parties: the header counts ${header.parties}, the acts give ${derived.parties}`)
  if (header.signatories !== null && derived.signatories !== header.signatories)
    why.push(`signatories: the header counts ${header.signatories}, the acts give ${derived.signatories}`)
  if (why.length === 0) return why
  for (const { state, acts } of standing) {
    const inTable = acts.filter(({ place }) => place.startsWith('table'))
    for (const act of inTable) {
      const bracketed = act.words.startsWith('[')
      const ended = isEnded(act, acts, asAt)
      if (bracketed !== ended)
        why.push(
          `${state} ${act.id} "${act.words}" ${ended ? 'is ended by a withdrawal' : 'is bracketed, but not ended'}`,
        )
    }
    const elsewhere = acts.filter(({ kind, place }) => isConsent(kind) && !place.startsWith('table'))
    for (const act of elsewhere)
      why.push(`${state} ${act.id} stands outside the table, in ${act.place}: "${act.words}"`)
  }
  return why
}
