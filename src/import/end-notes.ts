import { type ActKind, isConsent } from '../domain/acts.ts'
import { dayOf, dayPattern } from './days.ts'
import { type Deed, deedsOf, lesserDeeds } from './deeds.ts'
import { dayOfOccasion, type Made, madeOn, occasionsIn } from './occasions.ts'
import type { Line, StatusPage } from './page.ts'
import { type FindState, predecessors } from './participants.ts'
import { daysIn, excerpt, leadingStates, notificationIn, sentencesOf, treatySeriesIn } from './prose.ts'
import type { Answered, FoundAct } from './rows.ts'
import type { Refusal } from './table-acts.ts'

/** How an end note was taken: acts were read from it, or why it does not bear on membership, or not understood. */
export type NoteReading = { mark: string; reading: 'understood' | 'refused' | NotBearing }

const ofProvisionalApplication = /notification of provisional application/i
const ofProcedure =
  /^In keeping with the depositary practice|^None of the|^No objection|^The (?:said )?declaration[^.]* was accepted (?:in|for) deposit|deemed to have been accepted|proposed to receive/i

/** Notes that tell no act of a present state, each by a rule that can be shown. */
export const notBearing = {
  'historical information': /Historical Information/i,
  'a document or the text of the treaty':
    /^(?:Official Records|Resolution|For the text|Doc\.|Document|Text as|See (?:United Nations|doc))/i,
  'an act of a state that is no more':
    /Democratic Kampuchea|German Democratic Republic|former Yugoslavia|Czechoslovakia|Republic of China/,
  'on the entry into force':
    /^(?:Article \d+ of the Convention provides|See "ENTRY INTO FORCE|The thirty-fifth instrument|Including the provisions|The first ten declarations|In the four months)/i,
  'how far a treaty is applied provisionally': ofProvisionalApplication,
  'how the depositary dealt with a late declaration': ofProcedure,
  'which protocols there are': /^The protocols concerned are/i,
  'what words of a declaration mean, or where they stand':
    /^(?:Statements delivered|The Government of \w+ has specified that the understandings|Refer to C\.?N\.|The declaration of .* modifies the earlier|"In its Declaration of|Upon signature: The Government of \w+ reserves the right to make at some later stage)/i,
  'a communication without a day': /communication received (?:subsequently|on that same date)/i,
  'a signature that was cancelled': /The signature was cancelled/i,
} as const
export type NotBearing = keyof typeof notBearing

type Told = { page: StatusPage; table: readonly FoundAct[]; findState: FindState }
type Hung = { participants: { state: string; printed: string }[]; cells: boolean; section: boolean }

/** The acts that stand in the end notes, the tally of how each note was taken, and the notes that are refused. */
export function endNoteActs(page: StatusPage, table: readonly FoundAct[], findState: FindState) {
  const acts: FoundAct[] = []
  const refused: Refusal[] = []
  const readings: NoteReading[] = []
  for (const { mark, lines } of page.endNotes) {
    const hung = hungOn(page, mark, findState)
    const found = actsOfLines({ page, table, findState }, lines, hung, `end note ${mark}`)
    acts.push(...found.acts)
    const text = lines.map((line) => line.text).join(' ')
    const rule = (Object.keys(notBearing) as NotBearing[]).find((key) => notBearing[key].test(text))
    if (found.unread.length > 0 || (found.acts.length === 0 && rule === undefined)) {
      const words = (found.unread[0] ?? text).split(' ').slice(0, 24).join(' ')
      const whose = hung.participants.map(({ printed }) => printed).join(', ')
      refused.push({ place: `end note ${mark}`, participant: whose, words, why: 'no rule reads this note' })
      readings.push({ mark, reading: 'refused' })
    } else readings.push({ mark, reading: found.acts.length > 0 ? 'understood' : (rule ?? 'refused') })
  }
  return { acts, refused, readings }
}

/** The participants of the table, or of the sections, at whose names or words a note's mark stands. */
function hungOn(page: StatusPage, mark: string, findState: FindState): Hung {
  const rows = page.rows.filter(({ participant, cells }) =>
    [participant, ...cells].some(({ notes }) => notes.includes(mark)),
  )
  const entries = page.sections.flatMap(({ entries }) =>
    entries.filter(({ participant, lines }) => [participant, ...lines].some(({ notes }) => notes.includes(mark))),
  )
  const names = new Set([...rows, ...entries].map(({ participant }) => participant.text))
  const participants = [...names].flatMap((printed) => {
    const state = findState(printed)
    return state === undefined ? [] : [{ state, printed }]
  })
  return { participants, cells: rows.length > 0, section: entries.length > 0 }
}

/** Sentences that speak of leaving or joining must be read; any other may go unread. */
const saidByDepositary = /\breceived from\b/gi
const bearing =
  /\bdenounc\w+ (?:the|said|this)|notification of withdrawal(?! of)|\bacceded\b|instrument of (?:accession|ratification) (?:was|had been) deposited/i
const effectOf = new RegExp(
  `(?:(?:took|will take|takes|shall take) effect|with effect)(?: for [^.]{1,60}?)?(?: as)?(?: on| from)? (?:from )?(${dayPattern})`,
)
const severalFollow =
  /from (?:the following|various|several)|following (?:States|Governments)|various (?:States|objections)|several objections|on the dates?(?:\(s\))? (?:is |are )?indicated|State indicated|^Several Governments/i
// A sentence that goes on about the act before it.
const furthering =
  /^\(?(?:See|Refer|The text can|The withdrawal (?:took|will)|The denunciation (?:took|will)|For the text)/i
// After words announced by a colon, a line in which the depositary itself speaks again.
const inVoice = new RegExp(
  [
    `^(?:(?:Subsequently|Further|Furthermore|Moreover|Thereafter|In (?:this|that) (?:regard|connection)),? ?)?(?:on|in (?:a|two|several) \\w+ received(?: by the Secretary-General)? on) (?:${dayPattern}|(?:that|the) same date|the dates)`,
    '^(?:The|In the) same (?:date|day|communication)',
    '^The (?:Secretary-General|Government of [^,.]{3,60} (?:notified|informed) the Secretary|above notification)',
    '^(?:It (?:is|will be|should be) (?:recalled|noted)|With (?:regard|reference)|In (?:this|that|the|respect|regard|connection)|Moreover|Subsequently|Further|Furthermore|Upon)[^.]*Secretary[- ]General',
    '^See (?:also )?note',
    '^Upon [a-z]+, the Government',
    `${dayPattern}\\)? ?:?$`,
  ].join('|'),
  'i',
)
const ofPredecessor = /by the (?:former )?(?:German Democratic|Yugoslavia|Czechoslovak|Democratic Kampuchea)/i
const listed = new RegExp(`^(.{3,60}?) ?\\(?(${dayPattern}|\\d{1,2} [A-Z][a-z]{2} \\d{4})\\)? ?[.:]?(?:"|“)?$`)

/** Reads lines in the depositary's voice, of an end note or of a section. */
export function actsOfLines({ table, findState }: Told, lines: readonly Line[], hung: Hung, place: string) {
  const acts: FoundAct[] = []
  const unread: string[] = []
  let lastDay: { day: string; printed: string } | undefined
  let list: { kind: ActKind; about: Answered[] } | undefined
  let quoting = false
  const aPredecessors = predecessors.test(lines[0]?.text ?? '')
  for (const [index, line] of lines.entries()) {
    const { text } = line
    const [, name = '', date = ''] = listed.exec(text) ?? []
    if (list !== undefined && date !== '' && text.length < 90) {
      const states = leadingStates(name, findState)
      for (const { state, printed } of states)
        acts.push(act(list.kind, state, printed, dayOf(date), excerpt(date, list.kind), place, { answers: list.about }))
      if (states.length > 0 || predecessors.test(name)) continue
    }
    if (quoting && !inVoice.test(text)) continue
    quoting = text.endsWith(':')
    const sentences = sentencesOf(text)
    for (const [s, sentence] of sentences.entries()) {
      const byPredecessor = predecessors.test(sentence.replace(/^.*?Governments? of /, ''))
      const previous = /^Previous declarations,? (?:were )?received (.*?),? (?:and )?expired/.exec(sentence)?.[1]
      const [whose] = hung.participants
      if (previous && whose)
        for (const { day, printed } of daysIn(previous))
          acts.push(act('declaration', whose.state, whose.printed, day, `declarations, received ${printed}`, place, {}))
      if (byPredecessor || ofProvisionalApplication.test(sentence) || ofProcedure.test(sentence)) continue
      if (/^\(?See (?:also )?note/i.test(sentence)) continue
      const following = s === sentences.length - 1 ? lines.slice(index + 1, index + 3) : []
      const deeds = deedsIn(sentence, sentence.includes('“…”') ? [line] : following)
      if (deeds.length === 0) {
        if (bearing.test(sentence) && sentence.includes('Secretary-General')) unread.push(sentence)
        continue
      }
      const about = ofPredecessor.test(sentence) || aPredecessors ? [] : aboutIn(sentence, hung, findState)
      if (severalFollow.test(sentence)) {
        list = { kind: /objections?/i.test(sentence) ? 'objection' : 'communication', about }
        continue
      }
      const subjects = subjectsIn(sentence, hung, findState)
      const days = receiptDays(sentence, deeds, lastDay, hung, table, subjects)
      const each = communicationsOneByOne(sentence, findState)
      const [author] = subjects
      if (each.length > 1 && author) {
        for (const { day, printed, about } of each)
          acts.push(
            act('communication', author.state, author.printed, day, excerpt(printed, 'communication'), place, {
              answers: about,
            }),
          )
        continue
      }
      if (days.length === 0 || subjects.length === 0) {
        if (bearing.test(sentence)) unread.push(sentence)
        continue
      }
      lastDay = days.at(-1)
      const all = lines.map((one) => one.text).join(' ')
      const later = [
        ...sentences.slice(s + 1),
        ...lines.slice(index + 1, index + 2).flatMap((one) => sentencesOf(one.text)),
      ]
      const end = later.findIndex((one) => !furthering.test(one))
      const context = [sentence, ...(end < 0 ? later : later.slice(0, end))].join(' ')
      const effect = effectOf.exec(context)?.[1]
      const notification = notificationIn(context) ?? notificationIn(/The above notification.*/.exec(all)?.[0] ?? '')
      const reference = notification?.reference ?? treatySeriesIn(context) ?? ''
      for (const [n, { day, printed: printedDay }] of days.entries()) {
        // "On 17 March 1995 and 3 September 1996, respectively, the Governments of A and B": one day for each.
        const whose = days.length === subjects.length && days.length > 1 ? subjects.slice(n, n + 1) : subjects
        for (const { state, printed } of whose)
          for (const deed of deeds) {
            const kind = ownOrOther(deed.kind, state, hung)
            acts.push(
              act(kind, state, printed, day, excerpt(printedDay, deed.words), place, {
                effective: effect && days.length === 1 && bearsEffect(kind) ? dayOf(effect) : '',
                notified: notification?.notified ?? '',
                reference,
                answers: answersOf(kind, state, about, acts, madeOn(sentence, state, table)),
              }),
            )
          }
      }
    }
  }
  return { acts: withoutRepetition(acts, table), unread }
}

function act(
  kind: ActKind,
  state: string,
  participant: string,
  date: string,
  words: string,
  place: string,
  more: Partial<FoundAct>,
): FoundAct {
  const nothing = { effective: '', notified: '', reference: '', note: '', answers: [] }
  return { state, kind, date, participant, words, place, ...nothing, ...more }
}

/** The deeds of a sentence; where it only announces what follows, what follows says which. */
function deedsIn(sentence: string, following: readonly Line[]): Deed[] {
  const deeds = deedsOf(sentence)
  const said = following.map(({ text }) => text).join(' ')
  const annulled = /annuls the procedure of accession/.exec(said)
  if (annulled && sentence.includes('signature was affixed'))
    return [{ kind: 'withdrawal_of_consent', words: annulled[0] }]
  const opens = sentence.includes('“…”') || sentence.endsWith(':')
  if (opens && deeds.length === 0 && /^With (?:the following|a declaration)|^The instrument/.test(sentence)) {
    const reach = lesserDeeds(said)
    return reach.length > 0 ? reach : [{ kind: 'declaration', words: sentence.slice(0, 40) }]
  }
  if (opens && deeds.every(({ kind }) => kind === 'communication') && !/regard|relat|reference/i.test(sentence)) {
    const lesser = lesserDeeds(said.replace(saidByDepositary, ''))
    if (deeds.length > 0 && lesser.length > 0) return lesser
  }
  return deeds
}

/** Whose act a sentence tells: the government it names, or the one participant at whose name the note stands. */
function subjectsIn(sentence: string, hung: Hung, findState: FindState) {
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

function receiptDays(
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
  if (!deeds.every(({ kind }) => together.test(kind)) && !/^Upon (?:ratification|accession)/.test(sentence)) return []
  if (!/^(?:With|For|On behalf|Upon|In its instrument|The (?:instrument|accession|ratification))/.test(sentence))
    return []
  const [occasion] = occasionsIn(sentence)
  const [subject] = subjects
  const atConsent = occasion ?? (hung.cells ? 'consent' : undefined)
  const day = subject && atConsent && dayOfOccasion(table, subject.state, atConsent)
  return day ? [{ day, printed: '' }] : []
}

/** "on 16 August 1968 in respect of the declaration made by the Government of Libya; on 12 December 1968 …": each by itself. */
function communicationsOneByOne(sentence: string, findState: FindState) {
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
function aboutIn(sentence: string, hung: Hung, findState: FindState): Answered[] {
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
  if (/reservation/i.test(sentence)) kinds.push('reservation')
  if (/declaration|understanding|statement/i.test(sentence)) kinds.push('declaration')
  if (kinds.length === 0) kinds.push('reservation', 'declaration')
  return states.map(({ state }) => ({ state, kinds }))
}

function answersOf(
  kind: ActKind,
  state: string,
  about: Answered[],
  before: FoundAct[],
  made: Made | undefined,
): FoundAct['answers'] {
  const [what, change] = kind.split('_')
  if (change === 'withdrawal' || change === 'modification') return [{ state, kinds: [what as ActKind], ...made }]
  if (kind === 'withdrawal_retraction')
    return before.filter((one) => one.kind === 'withdrawal_notification' && one.state === state).slice(-1)
  if (kind === 'withdrawal_of_consent')
    return [{ state, kinds: ['ratification', 'accession', 'acceptance', 'approval'] }]
  if (kind === 'objection' || kind === 'communication') return about.filter((one) => one.state !== state)
  return []
}

/** What another state than the note's own declares there is a communication about it. */
function ownOrOther(kind: ActKind, state: string, hung: Hung): ActKind {
  const own = hung.participants.some((one) => one.state === state)
  return kind === 'declaration' && !own ? 'communication' : kind
}

function bearsEffect(kind: ActKind): boolean {
  return kind.includes('withdrawal') || kind.startsWith('territorial') || isConsent(kind)
}

/** A note repeats what the table shows; the table's row is the act. */
function withoutRepetition(acts: FoundAct[], table: readonly FoundAct[]): FoundAct[] {
  return acts.filter(
    (one, index) =>
      !table.some((row) => row.state === one.state && row.kind === one.kind && row.date === one.date) &&
      acts.findIndex((other) => other.state === one.state && other.kind === one.kind && other.date === one.date) ===
        index,
  )
}
