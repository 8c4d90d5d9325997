import { type ActKind, isConsent } from '../domain/acts.ts'
import { dayOf, dayPattern } from './days.ts'
import {
  aboutIn,
  communicationsOneByOne,
  deedsIn,
  effectHeldIn,
  effectsIn,
  type Hung,
  receiptDays,
  subjectsIn,
} from './note-sentences.ts'
import { type Made, madeOn } from './occasions.ts'
import type { Line } from './page.ts'
import { type FindState, predecessors } from './participants.ts'
import { daysIn, excerpt, leadingStates, notificationIn, sentencesOf, treatySeriesIn } from './prose.ts'
import type { Answered, FoundAct } from './rows.ts'

export const ofProvisionalApplication = /notification of provisional application/i
export const ofProcedure =
  /^In keeping with the depositary practice|^None of the|^No objection|^The (?:said )?declaration[^.]* was accepted (?:in|for) deposit|deemed to have been accepted|proposed to receive/i

/** Sentences that speak of leaving or joining must be read; any other may go unread. */
const bearing =
  /\bdenounc\w+ (?:the|said|this)|notification of withdrawal(?! of)|withdr[ae]w\w* from the (?:Convention|Covenant|Protocol|Treaty)|\b(?:re-?acceded|acceded|succeeded) to|instrument of (?:accession|ratification) (?:was|had been) deposited|suspension of (?:the )?operation/i
const severalFollow =
  /from (?:the following|various|several)|following (?:States|Governments)|various (?:States|objections)|several objections|on the dates?(?:\(s\))? (?:is |are )?indicated|State indicated|^Several Governments/i
const conditional = 'The page gives the day of effect subject to the condition of the clause on withdrawal.'
const ofNoMore = 'It is of what a state made that is no more; the record holds no such act.'
// What the depositary says of a notice that the treaty has no clause for.
const heldImpossible = /withdrawal from the [A-Z]\w+ would not appear possible unless all/
// A sentence that goes on about the act before it.
const furthering =
  /^\(?(?:See|Refer|The text can|The withdrawal (?:took|will)|The (?:denunciation|declaration) (?:took|will)|For the text)|^The notification indicates|from which date the withdrawal/i
// After words announced by a colon, a line in which the depositary itself speaks again.
const inVoice = new RegExp(
  [
    `^(?:(?:Subsequently|Further|Furthermore|Moreover|Thereafter|In (?:this|that) (?:regard|connection)),? ?)?(?:on|in (?:a|two|several) \\w+ received(?: by the Secretary-General)? on) (?:${dayPattern}|(?:that|the) same date|the dates)`,
    '^(?:The|In the) same (?:date|day|communication)',
    '^The (?:Secretary-General|Government of [^,.]{3,60} (?:notified|informed) the Secretary|above notification)',
    '^(?:It (?:is|will be|should be) (?:recalled|noted)|With (?:regard|reference)|In (?:this|that|the|respect|regard|connection)|Moreover|Subsequently|Further|Furthermore|Upon)[^.]*Secretary[- ]General',
    '^See (?:also )?note',
    '^Consequently, the modif',
    '^Thereafter, similar communications were received',
    '^Upon [a-z]+, the Government',
    `${dayPattern}\\)? ?:?$`,
  ].join('|'),
  'i',
)
const acceptedForDeposit = new RegExp(
  `modifi\\w+(?: reservation| declaration)? was (?:deemed to have been )?accepted for deposit .*? on (${dayPattern})`,
)
const notAccepted = /the modification in question is not accepted, the Government of ([^.]+?) having objected thereto/
// What goes on about the act told before it.
const goingOn = /^(?:In (?:this|that) (?:regard|connection)|Further|Thereafter)\b/
const ofPredecessor = /by the (?:former )?(?:German Democratic|Yugoslavia|Czechoslovak|Democratic Kampuchea)/i
const listed = new RegExp(`^(.{3,60}?) ?\\(?(${dayPattern}|\\d{1,2} [A-Z][a-z]{2} \\d{4}):?\\)? ?[.:]?(?:"|“)?$`)

/** Reads lines in the depositary's voice, of an end note or of a section. */
export function actsOfLines(
  { table, findState }: { table: readonly FoundAct[]; findState: FindState },
  lines: readonly Line[],
  hung: Hung,
  place: string,
) {
  const acts: FoundAct[] = []
  const unread: string[] = []
  let lastDay: { day: string; printed: string } | undefined
  let list: { kind: ActKind; about: Answered[] } | undefined
  let quoting = false
  const aPredecessors = predecessors.test(lines[0]?.text ?? '')
  // What is said of a signature that a state made which is no more is said of the signature that the table shows.
  const aSignature = /^The signature was effected by/.test(lines[0]?.text ?? '')
  let ofOneBefore = false
  for (const [index, line] of lines.entries()) {
    const { text } = line
    const [, name = '', date = ''] = listed.exec(text) ?? []
    if (list !== undefined && date !== '' && text.length < 90) {
      const states = leadingStates(name, findState)
      for (const { state, printed } of states) {
        const answers = answersOf(list.kind, state, list.about, acts, undefined)
        acts.push(act(list.kind, state, printed, dayOf(date), excerpt(date, list.kind), place, { answers }))
      }
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
      ofOneBefore = byPredecessor || (ofOneBefore && goingOn.test(sentence))
      ruleOnDeposit(acts, sentence, findState)
      if (byPredecessor || ofProvisionalApplication.test(sentence) || ofProcedure.test(sentence)) continue
      if (/^\(?See (?:also )?note|^The above notification/i.test(sentence)) continue
      const left = acts.findLast(({ kind }) => kind === 'withdrawal_notification')
      if (left && heldImpossible.test(sentence)) {
        left.note = 'The depositary holds that it is not possible unless all parties agree.'
        continue
      }
      const following = s === sentences.length - 1 ? lines.slice(index + 1, index + 3) : []
      const deeds = deedsIn(sentence, sentence.includes('“…”') ? [line] : following)
      if (deeds.length === 0) {
        if (bearing.test(sentence)) unread.push(sentence)
        continue
      }
      const ofSignature = aSignature || /objections to the signature of/.test(sentence)
      const signatures = hung.participants.map(({ state }) => ({ state, kinds: ['signature' as const] }))
      const about = ofSignature
        ? signatures
        : ofPredecessor.test(sentence) || aPredecessors || ofOneBefore
          ? []
          : aboutIn(sentence, hung, findState)
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
      const first = days[0]?.day ?? ''
      const notification =
        notificationIn(context, first) ?? notificationIn(/The above notification.*/.exec(all)?.[0] ?? '', first)
      const series = treatySeriesIn(context)
      const held = effectHeldIn(later.join(' '))
      const inherited = predecessors.test(/\bmade by (.*)/.exec(sentence)?.[1] ?? '')
      const inOrder = subjects.length === 1 && days.length > 1 && /respectively/.test(sentence)
      for (const [n, { day, printed: printedDay }] of days.entries()) {
        // "On 17 March 1995 and 3 September 1996, respectively, the Governments of A and B": one day for each.
        const whose = days.length === subjects.length && days.length > 1 ? subjects.slice(n, n + 1) : subjects
        // "On 12 April and 24 August, respectively, … the declaration …, and the reservations": one day for each too.
        const done = inOrder && deeds.length === days.length ? deeds.slice(n, n + 1) : deeds
        const effects = effectsIn(context, day)
        const effect = effects.length === days.length || days.length === 1 ? effects[n] : undefined
        const reference = notification?.reference ?? series[series.length === days.length ? n : 0] ?? ''
        for (const { state, printed } of whose)
          for (const deed of done) {
            const kind = ownOrOther(deed.kind, state, hung)
            const notes = [
              partlyIn(kind, sentence, deed.words),
              inherited && ofNoMore,
              effect && /subject to the condition/.test(context) && conditional,
              held && kind.endsWith('withdrawal') && `The participant told the depositary that ${held}.`,
            ]
            acts.push(
              act(kind, state, printed, day, excerpt(printedDay, deed.words), place, {
                effective: effect && bearsEffect(kind) ? effect : '',
                notified: notification?.notified ?? '',
                reference,
                note: notes.filter(Boolean).join(' '),
                answers: inherited ? [] : answersOf(kind, state, about, acts, madeOn(sentence, state, table)),
                told: {
                  sentence,
                  behind: lines
                    .slice(index + 1)
                    .map((one) => one.text)
                    .join(' '),
                },
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

/** What is withdrawn in part only, where a sentence says so: "and to partially withdraw its reservations", "in respect only of". */
function partlyIn(kind: ActKind, sentence: string, words: string): string {
  const [what, change] = kind.split('_')
  if (change !== 'withdrawal' || /partial/i.test(words)) return ''
  const limiting = [
    `partially withdraw\\w*(?: \\S+){0,2} ${what}s?[^.;“"]*`,
    `\\bwithdr[ae]w\\w* only (?:\\S+ )?${what}s?`,
    `(?<=\\b${what}s? )in respect only of [^.,;“"]*`,
  ]
  const [said] = new RegExp(limiting.join('|')).exec(sentence) ?? []
  return said ? `In part: "${said.trim()}".` : ''
}

/** What the depositary did with a modification told before: accepted for deposit on a day, or not accepted as one objected. */
function ruleOnDeposit(acts: FoundAct[], sentence: string, findState: FindState): void {
  const modified = acts.findLast(({ kind }) => kind.endsWith('_modification'))
  if (modified === undefined) return
  const [, accepted] = acceptedForDeposit.exec(sentence) ?? []
  if (accepted) modified.effective ||= dayOf(accepted)
  const [refused, objectors = ''] = notAccepted.exec(sentence) ?? []
  if (refused === undefined) return
  modified.note = `The page says: "${refused}".`
  for (const { state } of leadingStates(objectors, findState))
    for (const one of acts.filter((act) => act.kind === 'communication' && act.state === state))
      Object.assign(one, {
        kind: 'objection',
        words: one.words.replace('communication', 'objected'),
        answers: [modified],
      })
}

function bearsEffect(kind: ActKind): boolean {
  return (
    kind.includes('withdrawal') || kind.endsWith('modification') || kind.startsWith('territorial') || isConsent(kind)
  )
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
