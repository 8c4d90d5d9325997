import type { Element } from 'domhandler'
import { findAll, findOne, getElementsByTagName, removeElement } from 'domutils'
import { parseDocument } from 'htmlparser2'
import { linesOf, markedOf } from './markup.ts'
import {
  countsOf,
  dayOfStatus,
  type Entry,
  type FurtherTable,
  folded,
  PageUnreadable,
  type SectionPlace,
  type StatusPage,
} from './page.ts'

/** The controls of the page that hold its sections, by the names that the site gives them. */
const sectionControls: { place: SectionPlace; list: string; text: string; headings: string[] }[] = [
  { place: 'declarations', list: 'dgDec', text: 'divText', headings: ['divMainDecTilte', 'divDecTilte'] },
  { place: 'objections', list: 'dgObj', text: 'divText', headings: ['divMainObjTitle', 'divObjTitle'] },
  {
    place: 'declarations under an article',
    list: 'dgDecUnderArticle',
    text: 'divText',
    headings: ['divMainDecArt', 'divDecArt'],
  },
  { place: 'notifications', list: 'dgNotifications', text: 'divNotificationText', headings: ['div1', 'div2'] },
]

/** Reads a status page as saved from the site. Throws {@link PageUnreadable} where a part that every page has is missing. */
export function readUntcHtml(html: string): StatusPage {
  const all = findAll(() => true, parseDocument(html).children)
  const byId = new Map<string, Element>()
  for (const element of all) {
    const id = element.attribs.id
    if (id) byId.set(id.replace(/^.*ContentPlaceHolderInnerPage_/, ''), element)
  }
  const find = (id: string): Element[] => {
    const found = byId.get(id)
    return found === undefined ? [] : [found]
  }
  const text = (id: string): string => markedOf(find(id)).text
  const required = (id: string, what: string): string => {
    const found = text(id)
    if (found === '') throw new PageUnreadable(`the page has no ${what}`)
    return found
  }

  const table = tableOf(find('tblgrid'))
  if (table === undefined) throw new PageUnreadable('the page has no table of participants')
  const { columns, rows } = table
  return {
    untc: referenceOf(html),
    asAt: dayOfStatus(required('div3', 'day as at which it stands')),
    title: required('rptTreaty_ctl00_tcTreaty', 'title').replace(/^\d+\. (?:[a-z] )?/, ''),
    conclusion: text('rptTreaty_ctl00_tcText'),
    entryIntoForce: text('rptEIF_ctl00_tcText') || null,
    registration: text('rptRegistration_ctl00_tcText') || null,
    text: text('rptText_ctl00_tcText') || null,
    note: text('rptNotes_ctl00_tcText') || null,
    ...countsOf(required('rptStatus_ctl00_tcText', 'counts of signatories and parties')),
    columns: columns.slice(1).map((column) => column.text),
    rows: rows.map(([participant = { text: '', notes: [] }, ...cells]) => ({ participant, cells })),
    furtherTables: furtherTableOf(find('Table1'), text('Table2')),
    sections: sectionControls.map(({ place, list, text: control, headings }) => ({
      place,
      heading: folded(headings.map(text).join(' ')),
      entries: entriesOf(byId, list, control),
    })),
    endNotes: endNotesOf(byId),
  }
}

/** The reference under which the site keeps the treaty, from the address that its forms and links carry. */
function referenceOf(html: string): string {
  const reference = /mtdsg_no=([IVXL]+-\d+(?:-[a-z])?(?:-\d+)?)\b/.exec(html)?.[1]
  if (reference === undefined) throw new PageUnreadable('the page does not say under which reference the site keeps it')
  return reference
}

function tableOf(found: Element[]) {
  const [head, ...rows] = getElementsByTagName('tr', found).map((row) =>
    getElementsByTagName('td', row).map((cell) => markedOf([cell])),
  )
  return head === undefined ? undefined : { columns: head, rows }
}

function furtherTableOf(found: Element[], title: string): FurtherTable[] {
  const table = tableOf(found)
  if (table === undefined) return []
  return [{ title, columns: table.columns.map((column) => column.text), rows: table.rows }]
}

function entriesOf(byId: Map<string, Element>, list: string, control: string): Entry[] {
  const entries: Entry[] = []
  for (const [id, element] of byId) {
    const row = new RegExp(`^(${list}_ctl\\d+)_divParticipant$`).exec(id)?.[1]
    if (row === undefined) continue
    const text = byId.get(`${row}_${control}`)
    entries.push({ participant: markedOf([element]), lines: text === undefined ? [] : linesOf([text]) })
  }
  return entries
}

function endNotesOf(byId: Map<string, Element>): StatusPage['endNotes'] {
  const notes: StatusPage['endNotes'] = []
  for (const [id, element] of byId) {
    if (!/^dgNotesAll_ctl\d+_divNotesAll$/.test(id)) continue
    const anchor = findOne((one) => one.name === 'a' && one.attribs.name !== undefined, [element])
    const mark = anchor?.attribs.name ?? ''
    if (!/^\d+$/.test(mark)) throw new PageUnreadable(`an end note has no number: "${markedOf([element]).text}"`)
    if (anchor) removeElement(anchor)
    notes.push({ mark, lines: linesOf([element]) })
  }
  return notes
}
