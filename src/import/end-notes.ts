import { actsOfLines, ofProcedure, ofProvisionalApplication } from './note-acts.ts'
import type { Hung } from './note-sentences.ts'
import type { StatusPage } from './page.ts'
import type { FindState } from './participants.ts'
import type { FoundAct } from './rows.ts'
import type { Refusal } from './table-acts.ts'

/** How an end note was taken: acts were read from it, or why it does not bear on membership, or not understood. */
export type NoteReading = { mark: string; reading: 'understood' | 'refused' | NotBearing }

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

/** The acts that stand in the end notes, the tally of how each note was taken, and the notes that are refused. */
export function endNoteActs(page: StatusPage, table: readonly FoundAct[], findState: FindState) {
  const acts: FoundAct[] = []
  const refused: Refusal[] = []
  const readings: NoteReading[] = []
  for (const { mark, lines } of page.endNotes) {
    const hung = hungOn(page, mark, findState)
    const found = actsOfLines({ table, findState }, lines, hung, `end note ${mark}`)
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
  const marked = page.sections.flatMap(({ place, entries }) =>
    entries
      .filter(({ participant, lines }) => [participant, ...lines].some(({ notes }) => notes.includes(mark)))
      .map((entry) => ({ ...entry, objects: place === 'objections' })),
  )
  // A note on a reservation stands at the names of those who object to it too; it tells of whose reservation it is.
  const reserving = marked.filter(({ objects }) => !objects)
  const entries = reserving.length > 0 ? reserving : marked
  const names = new Set([...rows, ...entries].map(({ participant }) => participant.text))
  const participants = [...names].flatMap((printed) => {
    const state = findState(printed)
    return state === undefined ? [] : [{ state, printed }]
  })
  return { participants, cells: rows.length > 0, section: entries.length > 0 }
}
