import { dayOf, dayPattern } from './days.ts'
import type { StatusPage } from './page.ts'
import type { FindState } from './participants.ts'
import type { FoundAct } from './rows.ts'

// How a note begins that tells who, under another name or beside it, did what stands at a participant's name.
const performed =
  /^(?:The (?:signature|formality) was (?:effected|affixed) (?:by|on behalf of) [^.]+\.|(?:The Convention had previously been s|S)igned (?:and ratified )?on behalf of the Republic of China on [^.]+\.|(?:The )?(?:Democratic Yemen|Yemen Arab Republic) had acceded to [^.:]+)/
const reserved = new RegExp(`^(?:The )?(.+?) had acceded to .+? on (${dayPattern}) with the following reservation`)

/** A reservation that a state made which is no more, told at the name of the one that followed it. */
export type FormerReservation = { state: string; by: string; date: string }

/** Says of the acts at whose participant such a note hangs what the page notes of who did them. */
export function notePerformers(page: StatusPage, table: readonly FoundAct[], sections: readonly FoundAct[]): void {
  for (const { mark, lines } of page.endNotes) {
    const [said] = performed.exec(lines[0]?.text ?? '') ?? []
    if (said === undefined) continue
    const hung = namesWith(page, mark)
    const acts = hung.rows.length > 0 ? table : sections.filter(({ place }) => place === 'declarations')
    const names = hung.rows.length > 0 ? hung.rows : hung.entries
    for (const act of acts)
      if (names.includes(act.participant) && (!/^(?:The signature|Signed)/.test(said) || act.kind === 'signature'))
        if (!act.note.includes(said)) act.note = [act.note, `The page notes: "${said}"`].filter(Boolean).join(' ')
  }
}

/** The reservations of states that are no more, of which a note tells the day. */
export function formerReservations(page: StatusPage, findState: FindState): FormerReservation[] {
  return page.endNotes.flatMap(({ mark, lines }) => {
    const [, by = '', day] = reserved.exec(lines[0]?.text ?? '') ?? []
    if (day === undefined) return []
    const states = namesWith(page, mark).rows.map(findState)
    return states.flatMap((state) => (state === undefined ? [] : [{ state, by, date: dayOf(day) }]))
  })
}

function namesWith({ rows, sections }: StatusPage, mark: string): { rows: string[]; entries: string[] } {
  const named = (all: { participant: StatusPage['rows'][number]['participant'] }[]) =>
    all.filter(({ participant }) => participant.notes.includes(mark)).map(({ participant }) => participant.text)
  return { rows: named(rows), entries: named(sections.flatMap(({ entries }) => entries)) }
}
