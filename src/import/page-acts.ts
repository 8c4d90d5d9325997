import { type ActKind, isConsent } from '../domain/acts.ts'
import { endNoteActs, type NoteReading } from './end-notes.ts'
import type { StatusPage } from './page.ts'
import type { FindState } from './participants.ts'
import { type FormerReservation, formerReservations, notePerformers } from './performers.ts'
import { dayOfKind, kindUnnamed, reserves, type ShownTexts, sectionActs } from './reservations.ts'
import type { Answered, FoundAct } from './rows.ts'
import { type Refusal, tableActs } from './table-acts.ts'

const noLongerShown = 'The page no longer shows what is withdrawn, and does not say at which act it was made.'

/** Everything that a page says was done, each act once, with the acts it answers. */
export type PageActs = { acts: LinkedAct[]; refused: Refusal[]; readings: NoteReading[] }

/** An act of the page, and the acts of the page that it answers. */
export type LinkedAct = { act: FoundAct; answers: FoundAct[] }

/** The acts of a page: of its table, of its sections and of its end notes. */
export function actsOfPage(page: StatusPage, findState: FindState): PageActs {
  const table = tableActs(page, findState)
  const notes = endNoteActs(page, table.acts, findState)
  const consents = [...table.acts, ...notes.acts.filter(({ kind }) => isConsent(kind))]
  const sections = sectionActs(page, consents, findState)
  const acts = withoutRepetition([...table.acts, ...sections.acts, ...notes.acts])
  acts.push(...unlistedAnswers(acts))
  notePerformers(page, table.acts, sections.acts)
  const former = formerReservations(page, findState)
  const linked = acts.map((act) => ({ act, answers: ofPresent(act, answersOf(act, acts), former) }))
  const withdrawals = linked.filter(({ act }) => /^(?:reservation|declaration)_withdrawal$/.test(act.kind))
  for (const one of withdrawals) {
    if (one.answers.length === 0) one.act.note ||= noLongerShown
    else one.act.note = [leftOf(one, withdrawals, acts, sections.shown), one.act.note].filter(Boolean).join(' ')
  }
  return {
    acts: linked,
    refused: [...table.refused, ...sections.refused, ...notes.refused, ...unexplainedBrackets(acts)],
    readings: notes.readings,
  }
}

// What is withdrawn whole is named without a word on what of it: "withdraw the declaration made upon signature."
const ofAllOfIt =
  /\bwithdr[ae]w\w*(?: of)? (?:its|the) (?:reservation|declaration)s?(?: made upon (?:its )?[a-z]+)?(?: to the [A-Z][a-z]+)?[.:]*$/

/**
 * What was made on one day is one act. A withdrawal is of a part of it where more of it was withdrawn later, or is still
 * shown: the page takes away what is withdrawn. It is of all of it where the depositary says so, or where all that the page
 * still shows is what it quotes as withdrawn.
 */
function leftOf(
  { act, answers }: LinkedAct,
  withdrawals: readonly LinkedAct[],
  acts: readonly FoundAct[],
  shown: ShownTexts,
): string {
  const { kind, date, told } = act
  if (/partial|\bin part\b|\bthat part of\b/i.test(`${act.words} ${act.note}`) || ofAllOfIt.test(told?.sentence ?? ''))
    return ''
  const [what] = kind.split('_')
  const left = answers.map((one) => (shown.get(dayOfKind(one)) ?? []).join(' ')).filter(Boolean)
  const quoted = lettersOf(told?.behind ?? '')
  if (left.some((text) => !quoted.startsWith(lettersOf(text))))
    return `In part: the page still shows a ${what} of that day.`
  const declared = what === 'reservation' ? answers.flatMap((one) => reservedAsDeclaration(one, shown)) : []
  if (declared.some((text) => !quoted.includes(lettersOf(text))))
    return 'In part: the page still shows, as a declaration, what was reserved on that day.'
  const later = withdrawals.some(
    (one) => one.act.kind === kind && one.act.date > date && one.answers.some((own) => answers.includes(own)),
  )
  if (later) return 'In part: more of it was withdrawn later.'
  const beside = acts.some(
    (one) =>
      one.note.startsWith(kindUnnamed) && answers.some(({ state, date }) => one.state === state && one.date === date),
  )
  return beside ? 'The page still shows what was made with it, and does not name its kind.' : ''
}

/** Of a reservation of which the page shows nothing by that name: the lines of a declaration of its day that reserve. */
function reservedAsDeclaration(answered: FoundAct, shown: ShownTexts): string[] {
  if (shown.has(dayOfKind(answered))) return []
  return (shown.get(dayOfKind({ ...answered, kind: 'declaration' })) ?? []).filter(reserves)
}

/** A text without spaces and marks, which a page sets otherwise when it quotes it. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\d]/gu, '').toLowerCase()
}

/**
 * An end note may repeat what a section or the table shows; the earlier of the two stands, unless only the later says when
 * what it answers was made, or only the later names its kind.
 */
function withoutRepetition(acts: FoundAct[]): FoundAct[] {
  const first = new Map<string, FoundAct>()
  for (const act of acts) {
    const key = dayOfKind(act) + (act.kind === 'objection' ? JSON.stringify(act.answers) : '')
    const earlier = first.get(key)
    if (earlier === undefined || (isDated(act) && !isDated(earlier)) || (earlier.note === kindUnnamed && !act.note))
      first.set(key, act)
  }
  return [...first.values()]
}

function isDated({ answers }: FoundAct): boolean {
  return answers.some((answer) => 'made' in answer && answer.made !== undefined)
}

/**
 * A reservation that was withdrawn is often gone from its section; the note on its withdrawal still says at which act it
 * was made.
 */
function unlistedAnswers(acts: readonly FoundAct[]): FoundAct[] {
  const found: FoundAct[] = []
  for (const act of acts) {
    for (const answer of act.answers) {
      if (!('kinds' in answer) || answer.made === undefined || !/_(?:withdrawal|modification)$/.test(act.kind)) continue
      const [kind] = answer.kinds
      const known = [...acts, ...found].some(
        (one) => one.state === answer.state && one.kind === kind && one.date === answer.made,
      )
      if (kind === undefined || known) continue
      const words = `${kind} … ${answer.madeAs}`
      const nothing = { effective: '', notified: '', reference: '', note: '', answers: [] }
      found.push({ ...act, kind, date: answer.made, words, ...nothing })
    }
  }
  return found
}

/** The acts that an act answers: of the day it names, otherwise the last of the kind before it. */
function answersOf(act: FoundAct, acts: readonly FoundAct[]): FoundAct[] {
  const answered = act.answers.flatMap((answer) => ('kinds' in answer ? namedBy(answer, act, acts) : [answer]))
  return [...new Set(answered)].filter((one) => one !== act)
}

const isOfOthers = ({ kind }: FoundAct) => kind === 'objection' || kind === 'communication'

/** What others say of a state's reservation after one that is no more made its own is of that one, unless they say which they mean. */
function ofPresent(act: FoundAct, answers: FoundAct[], former: readonly FormerReservation[]): FoundAct[] {
  if (!isOfOthers(act) || isDated(act)) return answers
  const meant = former.find(
    ({ state, date }) => act.date >= date && answers.some((one) => one.state === state && one.date < date),
  )
  if (meant === undefined) return answers
  const note = `To the reservation made by the ${meant.by}, which is no state of this record; the record holds no such act.`
  act.note = [act.note, note].filter(Boolean).join(' ')
  return answers.filter(({ state }) => state !== meant.state)
}

function namedBy({ state, kinds, made, confirmed }: Answered, act: FoundAct, acts: readonly FoundAct[]): FoundAct[] {
  const either: ActKind[] = ['reservation', 'declaration']
  // Another state may call a declaration a reservation; who takes its own back knows what it was.
  const loosely = isOfOthers(act) && kinds.some((kind) => either.includes(kind))
  for (const wanted of [kinds, loosely ? either : []]) {
    const candidates = acts.filter((one) => one.state === state && wanted.includes(one.kind) && one.date <= act.date)
    const ofDay = candidates.filter(({ date }) => date === made || date === confirmed)
    if (ofDay.length > 0) return ofDay
    const last = candidates
      .map(({ date }) => date)
      .sort()
      .at(-1)
    if (last !== undefined) return candidates.filter(({ date }) => date === last)
  }
  return []
}

/** Brackets say that a participant has left; without a note on how and when, its row is not understood. */
function unexplainedBrackets(acts: readonly FoundAct[]): Refusal[] {
  const left = new Set(acts.filter(({ kind }) => kind === 'withdrawal_notification').map(({ state }) => state))
  return acts
    .filter(({ words, place, state }) => place.startsWith('table') && words.startsWith('[') && !left.has(state))
    .map(({ participant, words, place }) => ({
      place,
      participant,
      words,
      why: 'the brackets say that it has left, but no end note tells of a withdrawal',
    }))
}
