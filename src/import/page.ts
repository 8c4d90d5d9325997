/** A piece of a status page: its words with white space folded, and the marks of the end notes that hang on it. */
export type Marked = { text: string; notes: string[] }

/**
 * One line of a section. The page sets a day at the right margin (`aside`), a heading in italics (`heading`), and indents
 * what the participant itself says.
 */
export type Line = Marked & { aside: boolean; heading: boolean }

/** A row of the table of participants: a cell for every column after the first. */
export type Row = { participant: Marked; cells: Marked[] }

/** What one participant declared, or objected to, line by line. */
export type Entry = { participant: Marked; lines: Line[] }

/** Where a section stands on the page; `place` of an act names it. */
export const sectionPlaces = [
  'declarations',
  'objections',
  'declarations under an article',
  'notifications',
  'territorial applications',
] as const
export type SectionPlace = (typeof sectionPlaces)[number]

/** A section below the table; `heading` says when its entries were made unless they say otherwise themselves. */
export type Section = { place: SectionPlace; heading: string; entries: Entry[] }

/** A table beside the table of participants, kept as printed. */
export type FurtherTable = { title: string; columns: string[]; rows: Marked[][] }

/** A status page of the UN Treaty Collection, whatever format it was read from. */
export type StatusPage = {
  untc: string
  asAt: string
  title: string
  conclusion: string
  entryIntoForce: string | null
  registration: string | null
  text: string | null
  note: string | null
  signatories: number | null
  parties: number
  columns: string[]
  rows: Row[]
  furtherTables: FurtherTable[]
  sections: Section[]
  endNotes: { mark: string; lines: Line[] }[]
}

/** The page cannot be read as a status page; the message says what is missing. */
export class PageUnreadable extends Error {}

/** The counts of the header: "Signatories : 132. Parties : 162"; protocols to which states only consent have no signatories. */
export function countsOf(status: string): { signatories: number | null; parties: number } {
  const parties = /Parties\s*:\s*(\d+)/.exec(status)?.[1]
  if (parties === undefined) throw new PageUnreadable(`the header gives no number of parties: "${status}"`)
  const signatories = /Signatories\s*:\s*(\d+)/.exec(status)?.[1]
  return { signatories: signatories === undefined ? null : Number(signatories), parties: Number(parties) }
}

/** "03-02-2026", as the site writes a day, in ISO 8601. */
export function dayOfStatus(text: string): string {
  const [, day, month, year] = /(\d{2})-(\d{2})-(\d{4})/.exec(text) ?? []
  if (!year) throw new PageUnreadable(`the page does not say as at which day it stands: "${text}"`)
  return `${year}-${month}-${day}`
}

/** White space folded as a reader sees it. */
export function folded(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
