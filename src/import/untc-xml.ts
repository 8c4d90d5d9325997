import { type Element, isTag } from 'domhandler'
import { findAll, getElementsByTagName, textContent } from 'domutils'
import { parseDocument } from 'htmlparser2'
import { linesOf, markedOf } from './markup.ts'
import { type Entry, folded, PageUnreadable, type SectionPlace, type StatusPage } from './page.ts'

const sectionElements: { place: SectionPlace; element: string }[] = [
  { place: 'declarations', element: 'Declarations' },
  { place: 'objections', element: 'Objections' },
  { place: 'declarations under an article', element: 'DeclarationsUnderArticle' },
  { place: 'notifications', element: 'Notifications' },
  { place: 'territorial applications', element: 'TerritorialApplications' },
]

/**
 * Reads the site's XML of a status page. It prints neither its own reference nor its day, so both are given: the reference
 * is the file's name. Texts in it are markup escaped once more. Throws {@link PageUnreadable} for a shape that is not known.
 */
export function readUntcXml(xml: string, { untc, asAt }: { untc: string; asAt: string }): StatusPage {
  const document = parseDocument(xml, { xmlMode: true })
  const [treaty] = getElementsByTagName('Treaty', document.children)
  if (treaty === undefined) throw new PageUnreadable('the XML has no Treaty')
  const [header] = within(treaty, 'ExternalData')
  const text = (path: string): string => {
    let found: Element[] = header ? [header] : []
    for (const name of path.split('/')) found = found.flatMap((element) => within(element, name)).slice(0, 1)
    const [element] = found
    return element === undefined ? '' : marked(element).text
  }
  const count = (path: string): number | null => (/^\d+/.test(text(path)) ? Number.parseInt(text(path), 10) : null)
  const [table] = within(treaty, 'Participants')
  const [head, ...rows] = table ? rowsOf(table) : []
  const parties = count('Status/Parties')
  if (head === undefined) throw new PageUnreadable('the XML has no table of participants')
  if (parties === null) throw new PageUnreadable('the header gives no number of parties')
  return {
    untc,
    asAt,
    title: text('Titlesect').replace(/^\d+\. (?:[a-z] )?/, ''),
    conclusion: text('Conclusion'),
    entryIntoForce: text('EIF/Labeltext') || null,
    registration: text('Registration/Labeltext') || null,
    text: text('TreatyText/Text') || null,
    note: text('Notes/Text') || null,
    signatories: count('Status/Signatories'),
    parties,
    columns: head.slice(1).map((column) => column.text),
    rows: rows.map(([participant = { text: '', notes: [] }, ...cells]) => ({ participant, cells })),
    furtherTables: [],
    sections: sectionElements.map(({ place, element }) => {
      const [section] = within(treaty, element)
      return { place, ...(section ? entriesOf(section, element) : { heading: '', entries: [] }) }
    }),
    endNotes: within(treaty, 'EndNotes').flatMap(endNotesOf),
  }
}

function within(element: Element, name: string): Element[] {
  return findAll((one) => one.name.toLowerCase() === name.toLowerCase(), element.children)
}

/** Text whose own markup is escaped in it, as a reader sees it. */
function marked(element: Element) {
  return markedOf(parseDocument(textContent(element)).children)
}

function rowsOf(table: Element) {
  return within(table, 'Row').map((row) => within(row, 'Entry').map(marked))
}

/** Every element that names a participant and says a text is an entry; a text beside them is the section's heading. */
function entriesOf(section: Element, name: string): { heading: string; entries: Entry[] } {
  const named = within(section, 'Participant').flatMap(({ parent }) => (parent && isTag(parent) ? [parent] : []))
  const entries = [...new Set(named)].map((entry) => {
    const [participant] = within(entry, 'Participant')
    const texts = within(entry, 'Text')
    const lines = texts.flatMap((one) => linesOf(parseDocument(textContent(one)).children))
    return { participant: participant ? marked(participant) : { text: '', notes: [] }, lines }
  })
  const heading = ['Title', 'Unless'].flatMap((one) => within(section, one).map((element) => marked(element).text))
  if (entries.length === 0 && folded(textContent(section)) !== '')
    throw new PageUnreadable(`the XML has ${name}, but names no participants in them`)
  return { heading: folded(heading.join(' ')), entries }
}

function endNotesOf(notes: Element): StatusPage['endNotes'] {
  const found = within(notes, 'EndNote').map((note) => {
    const [index] = within(note, 'Index')
    const mark = index ? folded(textContent(index)) : ''
    const texts = within(note, 'Text')
    if (!/^\d+$/.test(mark)) throw new PageUnreadable(`an end note has no number: "${folded(textContent(note))}"`)
    return { mark, lines: texts.flatMap((text) => linesOf(parseDocument(textContent(text)).children)) }
  })
  if (found.length === 0 && folded(textContent(notes)) !== '')
    throw new PageUnreadable('the XML has end notes, but does not number them')
  return found
}
