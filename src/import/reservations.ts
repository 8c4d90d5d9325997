import type { ActKind } from '../domain/acts.ts'
import { dayOf, dayPattern } from './days.ts'
import { lesserDeeds } from './deeds.ts'
import { leftIn, receiptIn, terminationIn } from './derogations.ts'
import { actsOfLines } from './note-acts.ts'
import { confirmedOn, dayOfOccasion, madeOn, occasionsIn } from './occasions.ts'
import type { Entry, Section, StatusPage } from './page.ts'
import { type FindState, predecessors } from './participants.ts'
import { excerpt, leadingStates, notificationIn } from './prose.ts'
import type { Answered, FoundAct } from './rows.ts'
import { kindsNamed, openingOf, type Part, partsOf, shownLines, wordsOf } from './section-parts.ts'
import type { Refusal } from './table-acts.ts'

const changing = /_(?:withdrawal|modification)$/
// A line in which the depositary tells what became of a reservation, among the participant's own.
const toldByDepositary = new RegExp(`^\\[?On ${dayPattern}, [^“"]*Secretary-General`)
const lodged = new RegExp(`^The reservation was lodged with the Secretary-General on (${dayPattern})`)
const provisionally = /\bappl(?:y|ying) (?:provisionally\b[^.“”"]{0,50}|[^.“”"]{0,60} provisionally\b)/
const takenBack = /reservations? (?:made|formulated)[^.]{0,200}(?:have|has) been (?:completely )?withdrawn/

/**
 * That there is a reservation, a declaration, an objection or a notification, whose and of which day; never its text.
 * A day at the margin holds for what follows it. Where none is printed, the entry was made at the act that its heading
 * names ("Upon signature:"), otherwise, as the section's heading says, at the participant's consent to be bound.
 */
export function sectionActs(page: StatusPage, table: readonly FoundAct[], findState: FindState) {
  const acts: FoundAct[] = []
  const refused: Refusal[] = []
  const shown: ShownTexts = new Map()
  for (const section of page.sections) {
    for (const entry of section.entries) {
      const { text: participant } = entry.participant
      const state = findState(participant)
      const refuse = (words: string, why: string) =>
        refused.push({ place: section.place, participant, words: words.split(' ').slice(0, 12).join(' '), why })
      if (state === undefined) {
        if (!predecessors.test(participant || (entry.lines[0]?.text ?? ''))) refuse('', 'no state has this name')
        continue
      }
      const hung = { participants: [{ state, printed: participant }], cells: false, section: true }
      const told = section.place === 'declarations' ? entry.lines.filter(({ text }) => toldByDepositary.test(text)) : []
      acts.push(
        ...actsOfLines({ table, findState }, told, hung, section.place).acts.filter(({ kind }) => changing.test(kind)),
      )
      acts.push(...appliedProvisionally(entry, section, state, table))
      const late = section.place === 'declarations' ? lodgedLate(page, entry) : undefined
      for (const read of partsOf(entry, section)) {
        const part = late && read.day === undefined ? { ...read, ...late } : read
        if (part.day === undefined && part.kinds.length === 0 && part.lines.length > 0) {
          const left = shownLines(part)
          if (left.length === 0 || left.every(({ text }) => reference.test(text))) continue
        }
        const { date, note, words } = dayOfPart(part, section, state, table)
        if (date === undefined) {
          refuse(wordsOf(part), 'no day is printed, and the list leaves open which act it was made at')
          continue
        }
        const answers = answersOf(section, part, state, findState, table)
        const made = madeOn(openingOf(part), state, table)
        const notification = notificationIn(textOf(part), date)
        const ending = isOfDerogations(section) ? terminationIn(textOf(part)) : undefined
        const kinds: ActKind[] = ending === undefined ? kindsOf(section, part) : ['derogation_termination']
        for (const kind of kinds) {
          const texts =
            part.lines.length > 0 ? shownLines(part).map(({ text }) => text) : [part.heading || section.heading]
          for (const day of new Set([date, confirmedOn(part.heading, state, table) ?? date])) {
            const key = dayOfKind({ state, kind, date: day })
            shown.set(key, [...(shown.get(key) ?? []), ...texts])
          }
          acts.push({
            state,
            kind,
            date,
            effective: '',
            notified: section.place === 'notifications' ? (notification?.notified ?? '') : '',
            reference: section.place === 'notifications' ? (notification?.reference ?? '') : '',
            participant,
            words: ending ? excerpt(part.printed, ending) : (words ?? (wordsOf(part) || participant)),
            place: section.place,
            note:
              note ||
              (part === read ? '' : late?.ruling) ||
              noteOfKind(section, part) ||
              (ending ? leftIn(textOf(part)) : ''),
            answers: changing.test(kind) ? [{ state, kinds: [kind.split('_')[0] as ActKind], ...made }] : answers,
          })
        }
      }
    }
  }
  return { acts: oncePerDay(acts), shown, refused }
}

/** What the sections still show of what a state made or confirmed on a day, line by line; without dots, and so perhaps nothing. */
export type ShownTexts = Map<string, string[]>

/** Under which key {@link ShownTexts} holds an act: several of a kind and day are one. */
export function dayOfKind({ state, kind, date }: Pick<FoundAct, 'state' | 'kind' | 'date'>): string {
  return [state, kind, date].join(' ')
}

/** A declaration at the time of consent that the treaty, or a part of it, will be applied until it is in force for the state. */
function appliedProvisionally(entry: Entry, section: Section, state: string, table: readonly FoundAct[]): FoundAct[] {
  if (section.place !== 'declarations') return []
  const words = entry.lines.map(({ text }) => provisionally.exec(text)?.[0]).find((found) => found !== undefined)
  const date = dayOfOccasion(table, state, 'consent')
  if (words === undefined || date === undefined) return []
  const { text: participant } = entry.participant
  const nothing = { effective: '', notified: '', reference: '', note: '', answers: [] }
  const short = words.split(' ').slice(0, 12).join(' ')
  return [{ state, kind: 'provisional_application', date, participant, words: short, place: section.place, ...nothing }]
}

/** An end note at a participant's reservation that tells when, after its consent, it was lodged, and whether it was accepted. */
function lodgedLate({ endNotes }: StatusPage, { participant }: Entry) {
  for (const { mark, lines } of endNotes) {
    const text = lines.map((line) => line.text).join(' ')
    const [, printed] = lodged.exec(text) ?? []
    if (printed === undefined || !participant.notes.includes(mark)) continue
    const [refused] = /the Secretary-General did not accept the reservation[^.]*? in deposit/.exec(text) ?? []
    return { day: dayOf(printed), printed, misspelt: false, ruling: refused ? `The page says: "${refused}".` : '' }
  }
  return undefined
}

/** The day of a part, what an editor must know of how it was found, and the words that tell it where it is not at the margin. */
type Dated = { date: string | undefined; note: string; words?: string }

function dayOfPart(part: Part, section: Section, state: string, table: readonly FoundAct[]): Dated {
  if (part.day !== undefined) return { date: part.day, note: part.misspelt ? `The page prints "${part.printed}".` : '' }
  // Its heading says that a day is that of receipt: nothing in it is made upon the consent.
  if (isOfDerogations(section)) return receiptIn(textOf(part)) ?? { date: undefined, note: '' }
  const date = dayOfOccasion(table, state, part.occasion ?? 'consent')
  if (date !== undefined) return { date, note: '' }
  if (part.occasion === undefined) return { date: dayOfOccasion(table, state, 'signature'), note: '' }
  const consent = dayOfOccasion(table, state, 'consent')
  const note = `The page says "${part.heading}", but lists no such act of this participant; the day is that of its consent.`
  return { date: consent, note }
}

// "[See under "Objections" in chapter IV.3.]": what it refers to stands on another page, with its day.
const reference = /^\[?See under/

function isOfDerogations({ place, heading }: Section): boolean {
  return place === 'notifications' && /derogation|article 4/i.test(heading)
}

function textOf({ lines }: Part): string {
  return lines.map(({ text }) => text).join(' ')
}

function kindsOf(section: Section, part: Part): ActKind[] {
  const text = textOf(part)
  if (section.place === 'objections')
    return /derogat/i.test(text) && !/object|incompatib|reservation/i.test(text) ? ['derogation'] : ['objection']
  if (section.place === 'notifications') return [isOfDerogations(section) ? 'derogation' : 'communication']
  if (section.place === 'territorial applications') return ['territorial_application']
  if (/provisional application/i.test(section.heading) && section.place === 'declarations under an article')
    return ['provisional_application']
  const said = openingOf(part)
  const changed =
    part.day && /\b(?:partial )?withdr[ae]w|\bmodif/i.test(said) ? lesserDeeds(said).map(({ kind }) => kind) : []
  if (changed.length > 0 && changed.every((kind) => changing.test(kind))) return changed
  if (section.place === 'declarations under an article') return ['declaration']
  if (takenBack.test(said)) return ['reservation_withdrawal']
  if (part.kinds.length > 0) return part.kinds
  if (!/reserv/i.test(section.heading)) return ['declaration']
  // Without a heading the words themselves tell (Vienna Convention on the Law of Treaties, article 2(1)(d)); what opens
  // with how a treaty is understood may reserve further down.
  if (reserves(said)) return ['reservation']
  return part.lines.some((line) => reserves(line.text)) ? ['declaration', 'reservation'] : ['declaration']
}

const excepting =
  /\breserv(?:e|es|ed|ing|ation|ations)\b|not (?:consider itself )?bound|shall not be bound|not consider as binding|not accept the (?:provisions|competence)|cannot\b[^.]* undertake to comply|will be applied provided/i
// That reservations may be made later is none yet.
const announcing =
  /\breserves? the right\b[^.]{0,40}? to (?:formulate|communicate|exercise|propose)\b[^.]*|\b(?:will|intention to) make [^.]*?\breservations?\b/gi

/** Whether by its words a text is a reservation, whatever its heading calls it. */
export function reserves(words: string): boolean {
  return excepting.test(words.replace(announcing, ''))
}

/** The note on an entry of which only the words tell which of the two kinds that its section holds it is of. */
export const kindUnnamed = 'The page does not name its kind; its words do.'

/** What an editor must know where the page does not say which of the two kinds that its section holds an entry is of. */
function noteOfKind(section: Section, part: Part): string {
  if (section.place !== 'declarations' || part.kinds.length > 0 || part.day !== undefined) return ''
  if (!/reserv/i.test(section.heading)) return ''
  return /^\[See chapter/.test(openingOf(part))
    ? 'The page does not name its kind, but refers to another chapter for it.'
    : kindUnnamed
}

/** Whose reservation or declaration an objection answers, and which: "made by Pakistan upon ratification". */
function answersOf(
  section: Section,
  part: Part,
  state: string,
  findState: FindState,
  table: readonly FoundAct[],
): Answered[] {
  if (section.place !== 'objections') return []
  const said = [part.heading, ...part.lines.slice(0, 4).map(({ text }) => text)]
  for (const text of said) {
    const found: Answered[] = []
    for (const match of text.matchAll(authors))
      for (const one of answeredFrom(text, match, findState, table))
        if (one.state !== state && !found.some((other) => other.state === one.state)) found.push(one)
    if (found.length > 0) return found
  }
  return []
}

// What stands before the name of whose reservation it is: "made by the Government of ", "reservations of ".
const authors =
  /(?:made|formulated|entered|submitted|expressed|deposited)[^.;]{0,60}? by (?:the )?(?:Governments? of )?(?:the )?|reservations? (?:and declarations? )?of (?:the )?|\bby (?:the )?(?:Government of )?(?:the )?/gi
// "upon accession and Qatar upon ratification": whose goes on behind the occasion of those before.
const goesOn = /^ (?:up)?on [a-z]+,? and (?=[A-Z])/

/** Those named behind the words that say whose a reservation is, each with the occasion that is told of it. */
function answeredFrom(
  text: string,
  { 0: words, index }: RegExpExecArray,
  findState: FindState,
  table: readonly FoundAct[],
): Answered[] {
  const found: Answered[] = []
  const kinds = kindsNamed(text)
  let rest = text.slice(index + words.length)
  for (;;) {
    const named = leadingStates(rest, findState)
    const last = named.at(-1)
    if (last === undefined) return found
    rest = rest.slice(rest.indexOf(last.printed) + last.printed.length)
    // The occasion stands behind the names, or between "made" and "by", and is said of those named before it only.
    const [occasion] = [...occasionsIn(rest.split(/\bby\b/)[0] ?? ''), ...occasionsIn(words), ...occasionsIn(text)]
    for (const { state } of named) {
      const made = occasion && dayOfOccasion(table, state, occasion)
      found.push({ state, kinds: kinds.length > 0 ? kinds : ['reservation', 'declaration'], ...(made ? { made } : {}) })
    }
    const [more] = goesOn.exec(rest) ?? []
    if (more === undefined) return found
    rest = rest.slice(more.length)
  }
}

/** Several reservations of one day are one act; objections of one day that answer different states are several. */
function oncePerDay(acts: FoundAct[]): FoundAct[] {
  const seen = new Set<string>()
  return acts.filter(({ state, kind, date, answers }) => {
    const key = JSON.stringify([state, kind, date, kind === 'objection' ? answers : []])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
