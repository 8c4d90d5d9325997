import type { ActKind } from '../domain/acts.ts'
import { dayOf, dayOfLine, dayPattern } from './days.ts'
import { occasionsIn } from './occasions.ts'
import { type Entry, folded, type Line, type Section } from './page.ts'

/** What stands together in an entry: made on one occasion or day, of the kinds that its headings name. */
export type Part = {
  day: string | undefined
  printed: string
  misspelt: boolean
  occasion: ActKind | undefined
  kinds: ActKind[]
  heading: string
  lines: Line[]
}

// The day at the margin, which a page sometimes sets upright ("25 May 2016" alone on a line).
const alone = new RegExp(`^${dayPattern}$`)
// "- 14 June 1996: with regard to the reservation made by Botswana": one of several objections of the same nature.
const listed = new RegExp(`^(?:-|[ivx]+\\)) ?(${dayPattern}):? ((?:with regard|in respect).*)`, 'i')
const uprightOfObjection =
  /^With re(?:gard|spect) to the [^“”"]*\b(?:reservation|declaration)s?\b[^“”"]*(?::|\bupon [a-z]+)$/

/** The parts of an entry, by its days at the margin and its headings. */
export function partsOf(entry: Entry, section: Section): Part[] {
  const fresh = (more: Partial<Part>): Part => ({
    day: undefined,
    printed: '',
    misspelt: false,
    occasion: undefined,
    kinds: [],
    heading: '',
    lines: [],
    ...more,
  })
  let part = fresh({})
  const parts = [part]
  const start = (more: Partial<Part>) => {
    part = fresh(more)
    parts.push(part)
  }
  for (const line of section.place === 'declarations' ? entry.lines.flatMap(headingApart) : entry.lines) {
    const dated = line.aside || alone.test(line.text) ? dayOfLine(line.text) : undefined
    const [, printed, text] = (section.place === 'objections' && listed.exec(line.text)) || []
    const heads = section.place === 'objections' && part.heading !== '' && part.lines.length === 0
    if (dated) {
      const { heading, kinds } = heads ? part : fresh({})
      // A heading that its day follows is of that day, not of the one before.
      if (heads) parts.pop()
      start({ ...dated, heading, kinds })
    } else if (printed !== undefined && text !== undefined) {
      // What announces a list is none of its objections.
      if (heads) parts.pop()
      start({ day: dayOf(printed), printed, heading: text, kinds: kindsNamed(text), lines: [line] })
    } else if (isHeading(line, section) || (section.place === 'objections' && uprightOfObjection.test(line.text))) {
      const [occasion] = occasionsIn(line.text)
      const kinds = kindsNamed(line.text)
      const objected = section.place === 'objections' && /regard|respect|concern/i.test(line.text)
      if (part.lines.length > 0 && (kinds.length > 0 || occasion !== undefined || objected))
        start({ day: part.day, printed: part.printed, occasion: part.occasion })
      if (kinds.length > 0 && part.heading !== '' && part.kinds.length > 0)
        start({ day: part.day, printed: part.printed, occasion: part.occasion })
      if (section.place !== 'objections' && occasion !== undefined) part.occasion = occasion
      if (kinds.length > 0) part.kinds = kinds
      if (kinds.length > 0 || occasion !== undefined || objected) part.heading = folded(`${part.heading} ${line.text}`)
      else part.lines.push(line)
    } else part.lines.push(line)
  }
  const bare = entry.lines.length === 0 && section.place === 'declarations under an article'
  return parts.filter(
    ({ heading, lines, kinds, day }) => lines.length > 0 || kinds.length > 0 || (day && !heading) || bare,
  )
}

// Some pages set a heading upright: "Upon signature:", "Declaration:", "Reservation and declarations:" alone on a line is one.
const upright =
  /^(?:(?:Interpretative )?(?:Declaration|Reservation|Understanding)s?(?: and (?:declaration|reservation)s?)?(?: made upon [a-z]+)?|(?:Confirmed |Made )?[Uu]pon [a-z]+) ?:$/
// Among the declarations "Reservations" alone is one too, and the sentence that announces those of a parliament's consent.
const uprightOfKind = /^(?:Interpretative )?(?:Declaration|Reservation|Understanding)s?$/
const announcing =
  /^(?:[IVX]+\. )?[^“”".;]{0,60} is subject to the following (?:reservation|declaration|understanding)s?\b[^“”".;]*:$/

function isHeading({ text, heading }: Line, { place }: Section): boolean {
  const ofKind = place === 'declarations' && (uprightOfKind.test(text) || announcing.test(text))
  return heading || upright.test(text) || ofKind
}

// "Declaration :In relation to article 11": what is declared goes on behind its heading.
const goesOnBehind = /^((?:Interpretative )?(?:Declaration|Reservation|Understanding)s? ?:) ?(?=\S)(.+)$/

function headingApart(line: Line): Line[] {
  const [, heading, rest] = (line.heading ? null : goesOnBehind.exec(line.text)) ?? []
  if (heading === undefined || rest === undefined) return [line]
  return [
    { ...line, text: heading, notes: [] },
    { ...line, text: rest },
  ]
}

/** The kinds of act that a heading names. */
export function kindsNamed(heading: string): ActKind[] {
  const kinds: ActKind[] = []
  if (/reserv/i.test(heading)) kinds.push('reservation')
  if (/d[ée]clar|understanding|statement|interpret/i.test(heading)) kinds.push('declaration')
  return kinds
}

// The page has taken the text away.
const dots = /^[\s.…"“”'()[\]]+$/

/** The lines of a part that the page still shows; it leaves dots in the place of what it has taken away. */
export function shownLines({ lines }: Part): Line[] {
  return lines.filter(({ text }) => !dots.test(text))
}

/** The words in which a part says what it is. */
export function openingOf(part: Part): string {
  return shownLines(part)
    .slice(0, 3)
    .map(({ text }) => text)
    .join(' ')
}

/** The words by which the page shows a part: its day and its heading, or else its first words. */
export function wordsOf(part: Part): string {
  const { printed, heading } = part
  const [first] = shownLines(part)
  const words = [printed, heading || first?.text.split(' ').slice(0, 6).join(' ') || ''].filter(Boolean).join(': ')
  return words.split(' ').slice(0, 12).join(' ')
}
