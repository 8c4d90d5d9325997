import type { ActKind } from '../domain/acts.ts'
import { dayOf, isDay } from './days.ts'
import { folded, type StatusPage } from './page.ts'
import type { FindState } from './participants.ts'
import type { FoundAct } from './rows.ts'

/** What the import does not understand: whose row or note, the words on the page, and why. */
export type Refusal = { place: string; participant: string; words: string; why: string }

/** The acts that a column of the table can show, by the words of its header. */
const kindOfLabel: [RegExp, ActKind][] = [
  [/^signature$/i, 'signature'],
  [/^succession to signature$/i, 'succession_to_signature'],
  [/^ratification$/i, 'ratification'],
  [/^acceptance$/i, 'acceptance'],
  [/^approval$/i, 'approval'],
  [/^accession$/i, 'accession'],
  [/^succession$/i, 'succession'],
  [/^formal confirmation$/i, 'formal_confirmation'],
  [/^consent to be bound$/i, 'consent_to_be_bound'],
  [/^provisional application/i, 'provisional_application'],
]

/** The kinds of act in a column by their suffix; the kind without one stands under the empty suffix. */
export type Legend = Map<string, ActKind>

/**
 * Reads a column's legend from its own header, "Approval(AA), Accession(a), Ratification": the same suffix means other
 * things in other tables. Throws an Error that names the word it does not know.
 */
export function legendOf(header: string): Legend {
  const legend: Legend = new Map()
  for (const part of header.split(',').map(folded)) {
    const [, label = part, suffix = ''] = /^(.*?)\s*\(([A-Za-z]{1,2})\)$/.exec(part) ?? []
    const kind = kindOfLabel.find(([words]) => words.test(label))?.[1]
    if (kind === undefined) throw new Error(`the column "${header}" holds an act that is not known: "${label}"`)
    if (legend.has(suffix))
      throw new Error(`the column "${header}" gives "${suffix || 'no suffix'}" to two kinds of act`)
    legend.set(suffix, kind)
  }
  return legend
}

/** One date of a cell with its suffix; brackets in its words mark the acts of a participant that has left. */
export type CellDate = { day: string; suffix: string; words: string }

/** The dates of a cell, "[12 May 2004 a]", two of them too; undefined where anything else stands in it. */
export function datesOfCell(text: string): CellDate[] | undefined {
  const pattern = /\s*(\[?)\s*(\d{1,2} [A-Z][a-z]{2,8} \d{4})\s*([A-Za-z]{0,2})\s*(\]?)\s*[;,]?/y
  const dates: CellDate[] = []
  let at = 0
  while (at < text.length) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match === null) return undefined
    const [words, open, date = '', suffix = '', close] = match
    if ((open === '[') !== (close === ']') || !isDay(date)) return undefined
    dates.push({ day: dayOf(date), suffix, words: folded(words.replace(/[;,]\s*$/, '')) })
    at = pattern.lastIndex
  }
  return dates
}

/** The acts of the table of participants, and the rows and columns that are refused. */
export function tableActs(page: StatusPage, findState: FindState): { acts: FoundAct[]; refused: Refusal[] } {
  const acts: FoundAct[] = []
  const refused: Refusal[] = []
  const legends = page.columns.map((header): Legend | undefined => {
    try {
      return legendOf(header)
    } catch (error) {
      refused.push({ place: 'table', participant: '', words: header, why: (error as Error).message })
      return undefined
    }
  })
  for (const { participant, cells } of page.rows) {
    const state = findState(participant.text)
    if (state === undefined) {
      const words = cells.map(({ text }) => text).join(' | ')
      refused.push({ place: 'table', participant: participant.text, words, why: 'no state has this name' })
      continue
    }
    for (const [column, { text: words }] of cells.entries()) {
      const header = page.columns[column] ?? ''
      const legend = legends[column]
      if (words === '' || legend === undefined) continue
      const refuse = (why: string) =>
        refused.push({ place: `table: ${header}`, participant: participant.text, words, why })
      const dates = datesOfCell(words)
      if (dates === undefined) {
        refuse('the cell is not a date with a suffix')
        continue
      }
      for (const date of dates) {
        const kind = legend.get(date.suffix)
        if (kind === undefined) {
          refuse(
            `the column gives no meaning to ${date.suffix ? `the suffix "${date.suffix}"` : 'a date without a suffix'}`,
          )
          continue
        }
        acts.push({
          state,
          kind,
          date: date.day,
          effective: '',
          notified: '',
          reference: '',
          participant: participant.text,
          words: date.words,
          place: `table: ${header}`,
          note: '',
          answers: [],
        })
      }
    }
  }
  return { acts, refused }
}
