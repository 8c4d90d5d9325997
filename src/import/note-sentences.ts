import type { ActKind } from '../domain/acts.ts'
import { dayOf, dayPattern } from './days.ts'
import { contesting, type Deed, deedsOf, lesserDeeds } from './deeds.ts'
import { dayOfOccasion, occasionsIn } from './occasions.ts'
import type { Line } from './page.ts'
import type { FindState } from './participants.ts'
import { daysIn, leadingStates } from './prose.ts'
import type { Answered, FoundAct } from './rows.ts'

/** At whose name an end note hangs: in the table, or in a section below it. */
export type Hung = { participants: { state: string; printed: string }[]; cells: boolean; section: boolean }

const saidByDepositary = /\breceived from\b/gi

// "The withdrawal took effect for Latvia on 27 December 2025"; "1 November 1972, from which date the withdrawal became effective".
const effectOf = new RegExp(
  [
    `(?:(?:took|will take|takes|shall take) effect|with effect)(?: for [^.]{1,60}?)?(?: as)?(?: on| from)? (?:from )?(${dayPattern})`,
    `withdraw as of (${dayPattern})`,
    `(${dayPattern})(?:, from which date the withdrawal [^.]{0,60}became effective| as the effective date of the withdrawal)`,
  ].join('|'),
  'g',
)
// What the participant holds of the effect is not the depositary's word.
const heldByParticipant = new RegExp(`it considers that the (?:withdrawal|modification) took effect on ${dayPattern}`)

/** The days of effect that the depositary states, in its order; `of` is the day of the act. */
export function effectsIn(text: string, of: string): string[] {
  if (/with effect (?:as )?from that date/.test(text)) return [of]
  return [...text.replace(heldByParticipant, '').matchAll(effectOf)].map(([, ...days]) =>
    dayOf(days.find(Boolean) ?? ''),
  )
}

/** What the participant itself says of the day on which a withdrawal took effect. */
export function effectHeldIn(text: string): string | undefined {
  return heldByParticipant.exec(text)?.[0]
}

/** The deeds of a sentence; where it only announces what follows, what follows says which. */
export function deedsIn(sentence: string, following: readonly Line[]): Deed[] {
  const deeds = deedsOf(sentence)
  const said = following.map(({ text }) => text).join(' ')
  const annulled = /annuls the procedure of accession/.exec(said)
  if (annulled && sentence.includes('signature was affixed'))
    return [{ kind: 'withdrawal_of_consent', words: annulled[0] }]
  const opens = sentence.includes('“…”') || sentence.endsWith(':')
  if (opens && contesting.test(said)) {
    const own = deeds.length === 0 && /^With (?:the following|a declaration)/.test(sentence)
    return own ? [{ kind: 'communication', words: sentence.slice(0, 40) }] : deeds
  }
  if (opens && deeds.length === 0 && /^With (?:the following|a declaration)|^The instrument/.test(sentence)) {
    const reach = lesserDeeds(said)
    return reach.length > 0 ? reach : [{ kind: 'declaration', words: sentence.slice(0, 40) }]
  }
  if (opens && deeds.every(({ kind }) => kind === 'communication') && !/regard|relat|reference/i.test(sentence)) {
    const lesser = lesserDeeds(said.replace(saidByDepositary, ''))
    const [partly] = /partial withdrawal/i.exec(sentence) ?? []
    if (deeds.length > 0 && lesser.length > 0)
      return lesser.map(({ kind, words }) => ({ kind, words: partly ? `${partly} … ${words}` : words }))
  }
  return deeds
}

/** Whose act a sentence tells: the government it names, or the one participant at whose name the note stands. */
export function subjectsIn(sentence: string, hung: Hung, findState: FindState) {
  if (/^(?:The|In its) instrument|^The (?:accession|ratification)/.test(sentence) && hung.participants.length === 1)
    return hung.participants
  const patterns = [
    /^Communication by /,
    /received[^.]{0,60}? from(?: the)? Governments? of /i,
    /Govern[a-z]*ments?(?: of)?(?: the)? (?=[A-Z])/,
    /received[^.]{0,60}? from /i,
    new RegExp(`^(?:\\w+,? )?(?:[Oo]n )?${dayPattern}, (?:the )?(?=[A-Z])`),
    /, the (?=Kingdom of)/,
  ]
  for (const pattern of patterns) {
    const match = pattern.exec(sentence)
    if (match === null) continue
    const states = leadingStates(sentence.slice(match.index + match[0].length), findState)
    if (states.length > 0) return states
  }
  // The page hangs New Zealand's note on Tokelau at China's name too.
  const ofTokelau = hung.participants.filter(
    ({ state }) => sentence.includes('territorial exclusion') && state === 'NZL',
  )
  return hung.participants.length === 1 ? hung.participants : ofTokelau
}

/** The day on which the depositary received what a sentence tells, or days, where it tells several. */
export function receiptDays(
  sentence: string,
  deeds: readonly Deed[],
  lastDay: { day: string; printed: string } | undefined,
  hung: Hung,
  table: readonly FoundAct[],
  subjects: { state: string }[],
): { day: string; printed: string }[] {
  if (/\b(?:that|the) same (?:date|day)\b|same communication/i.test(sentence)) return lastDay ? [lastDay] : []
  const own = sentence
    .replace(/\([^)]*\)/g, '')
    .replace(effectOf, '')
    .replace(/(?:dated|as from|beginning) .*$/, '')
  const received = /(?:rece?i?e?i?ved|deposited)(?: by the Secretary-General)?(?: on| in)? (?=\d)/i.exec(own)
  const days = daysIn(received ? own.slice(received.index) : own)
  if (days.length > 0) {
    const several = /respectively|communications received/i.test(own) || subjects.length > 1
    return several ? days : days.slice(0, 1)
  }
  // Only what is declared together with a consent, or its reach, is of the consent's day.
  const together = /^(?:reservation|declaration|territorial_limit|territorial_application)$/
  const withConsent = /^Upon (?:ratification|accession)|^With the following/
  if (!deeds.every(({ kind }) => together.test(kind)) && !withConsent.test(sentence)) return []
  const opens =
    /^(?:With|For|On behalf|Upon|In its instrument|The (?:instrument|accession|ratification)|The Government of [^,.]+? made the following [a-z]+ upon)/
  if (!opens.test(sentence)) return []
  const [occasion] = occasionsIn(sentence)
  const [subject] = subjects
  const atConsent = occasion ?? (hung.cells ? 'consent' : undefined)
  const day = subject && atConsent && dayOfOccasion(table, subject.state, atConsent)
  return day ? [{ day, printed: '' }] : []
}

/** "on 16 August 1968 in respect of the declaration made by the Government of Libya; on 12 December 1968 …": each by itself. */
export function communicationsOneByOne(sentence: string, findState: FindState) {
  const pattern = new RegExp(
    `on (${dayPattern}),? (?:in respect of|with regard to) the (reservation|declaration)s? made by (?:the Government of )?`,
    'g',
  )
  return [...sentence.matchAll(pattern)].map((match) => {
    const [whole, printed = '', what = ''] = match
    const states = leadingStates(sentence.slice(match.index + whole.length), findState)
    return { day: dayOf(printed), printed, about: states.map(({ state }) => ({ state, kinds: [what as ActKind] })) }
  })
}

/** Whose reservations or declarations a sentence is about. */
export function aboutIn(sentence: string, hung: Hung, findState: FindState): Answered[] {
  // It stands in the note itself, not among the reservations and declarations of the page.
  if (/above-mentioned (?:declaration|reservation)s? made by/.test(sentence)) return []
  const match =
    /(?:made|formulated|entered)(?: [a-z]+)? by (?:the )?(?:Governments? of )?|reservations? of |(?:declaration|reservation)s? by /i.exec(
      sentence,
    )
  const named = match ? leadingStates(sentence.slice(match.index + match[0].length), findState) : []
  const states = named.length > 0 ? named : hung.section ? hung.participants : []
  // An objection at a participant's row of the table is to the reach that its instrument gives the treaty.
  if (states.length === 0 && hung.participants.length === 1 && /objection/.test(sentence))
    return hung.participants.map(({ state }) => ({ state, kinds: ['territorial_application', 'territorial_limit'] }))
  const kinds: ActKind[] = []
  // What is withdrawn in part is a reservation where the sentence does not say otherwise.
  if (/reservation|partial withdrawal/i.test(sentence)) kinds.push('reservation')
  if (/declaration|understanding|statement/i.test(sentence)) kinds.push('declaration')
  if (kinds.length === 0) kinds.push('reservation', 'declaration')
  return states.map(({ state }) => ({ state, kinds }))
}
