import type { HistoryRow } from '../../domain/history.ts'
import type { Day } from '../../domain/partial-date.ts'
import { listed } from '../../domain/reasons.ts'
import { type Basis, basisInWords, counted, formerStatesInWords } from './captions.ts'
import { newYear, roundYears } from './time-axis.ts'

/** The membership of a treaty over time, as the picture needs it. */
export type HistoryPictured = {
  treaty: string
  adopted: Day
  entryIntoForce: Day | null
  formerStatesUntil: Day | null
  rows: HistoryRow[]
  nameOf: (state: string) => string
  basis: Basis
}

const nobody = { inForce: 0, byDeposit: 0, unknown: 0 }

/** The numbers that hold on a day. */
export function countsAt(rows: HistoryRow[], day: Day): typeof nobody {
  const row = rows.findLast((one) => one.day <= day)
  return row ? { inForce: row.inForce, byDeposit: row.byDeposit, unknown: row.byStanding.unknown } : nobody
}

/** How many parties there are on the day of knowledge, in one sentence. */
export function sentenceOfNow({ rows, basis, adopted }: HistoryPictured): string {
  const { knownOn } = basis.pins
  if (knownOn < adopted) return `Not yet adopted on ${knownOn}.`
  const { inForce, byDeposit, unknown } = countsAt(rows, knownOn)
  const open = unknown === 0 ? '' : ` How ${counted(unknown, 'other')} stood is not known.`
  return `On ${knownOn}: ${counted(inForce, 'party', 'parties')} in force, ${byDeposit} by deposit.${open}`
}

/** Why no bar shows anybody joining: a treaty that is not in force binds nobody, however many have consented. */
export function nobodyInWords({ rows, basis, entryIntoForce }: HistoryPictured): string {
  if (entryIntoForce !== null) return 'Nobody joined'
  const { byDeposit } = countsAt(rows, basis.pins.knownOn)
  return `Not in force: nobody is bound yet, with ${counted(byDeposit, 'consent')} deposited`
}

/** That numbers are left out, where there is no room for all of them. */
export const numbersInWords = (hasAllNumbers: boolean): string =>
  hasAllNumbers ? '' : 'Where bars stand too close for all of their numbers, smaller ones are left out.'

const exitsOf = (rows: HistoryRow[]) => rows.filter((row) => row.left.length > 0)

/** Who left and when, the last of them by name; nothing where nobody did. */
export function exitsInWords({ rows, nameOf }: HistoryPictured, most = 6): string {
  const exits = exitsOf(rows)
  if (exits.length === 0) return ''
  const told = exits.slice(-most).map((row) => `${listed(row.left.map(nameOf).sort(), 'and')} on ${row.day}`)
  return `Left: ${exits.length > most ? `${exits.length - most} earlier; ` : ''}${told.join('; ')}.`
}

/** All that the picture of a history shows, in words. */
export function historyInWords(history: HistoryPictured, until: Day, hasAllNumbers: boolean): string {
  const { treaty, adopted, entryIntoForce, rows, basis } = history
  const { knownOn } = basis.pins
  const highest = rows.reduce((best, row) => (row.inForce > best.inForce ? row : best), { day: adopted, inForce: 0 })
  const joined = rows.reduce((sum, row) => sum + row.joined.length, 0)
  const gone = rows.reduce((sum, row) => sum + row.left.length, 0)
  const told = roundYears(adopted, until, 8).map(
    (year) => `${countsAt(rows, newYear(year)).inForce} at the beginning of ${year}`,
  )
  const last = countsAt(rows, until)
  const later = rows.some((row) => row.day > knownOn)
  return [
    `A curve of the number of parties to the ${treaty} from its adoption on ${adopted} to ${until}.`,
    entryInWords(entryIntoForce, knownOn, until),
    sentenceOfNow(history),
    ...(told.length > 0 ? [`Parties in force: ${told.join(', ')}.`] : []),
    highest.inForce > 0 ? `The most was ${highest.inForce}, first on ${highest.day}.` : 'It never had a party.',
    `Bars below show by year for how many states it came into force (${joined} in all) and ceased to be in force (${gone} in all).`,
    numbersInWords(hasAllNumbers),
    ...(gone > 0 ? [exitsInWords(history, rows.length)] : []),
    ...(later && knownOn >= adopted
      ? [`After ${knownOn} the curve is dotted: what is already known to come brings ${last.inForce} by ${until}.`]
      : []),
    `A thin dashed line shows the states whose consent is deposited.`,
    formerStatesInWords(history.formerStatesUntil),
    basisInWords(basis),
  ]
    .filter(Boolean)
    .join(' ')
}

function entryInWords(entryIntoForce: Day | null, knownOn: Day, until: Day): string {
  if (entryIntoForce === null) return 'It has not entered into force.'
  if (entryIntoForce <= knownOn) return `It entered into force on ${entryIntoForce}.`
  return entryIntoForce <= until
    ? `It enters into force on ${entryIntoForce}.`
    : 'It had not entered into force by then.'
}
