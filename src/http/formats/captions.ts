import type { Day } from '../../domain/partial-date.ts'
import { capitalised } from '../../domain/reasons.ts'
import type { ReadList } from '../../domain/record.ts'
import type { AnswerPins } from '../pins.ts'
import { lines, margin, pictureWidth, widthOf, wrapped } from './drawing.ts'

/** What a picture rests on: the pins, the record, and the complete list that reaches furthest. */
export type Basis = {
  pins: AnswerPins
  record: string
  list: Pick<ReadList, 'completeAsAt' | 'asAt' | 'unheardOf'> | null
}

/** Markup and the ordinate at which what follows it may begin. */
export type Block = { markup: string; end: number }

const room = pictureWidth - 2 * margin

/** The title of a picture, and sentences below it. */
export function heading(title: string, sentences: string[]): Block {
  const titles = wrapped(title, 28, room)
  const leads = sentences.flatMap((sentence) => wrapped(sentence, 19, room))
  const first = 24 + titles.length * 33
  return {
    markup: lines(titles, margin, 44, 'title', 33) + lines(leads, margin, first + 14, 'lead', 26),
    end: first + leads.length * 26,
  }
}

/** Text below a picture, in lines of its width. */
export function paragraph(text: string, y: number, className = 'small'): Block {
  const texts = wrapped(text, 17, room)
  return { markup: lines(texts, margin, y + 17, className, 23), end: y + texts.length * 23 }
}

/** What a picture rests on, in words below it, with room for the edge of the paper. */
export function footing(basis: Basis, y: number): Block {
  const { markup, end } = paragraph(basisInWords(basis, true), y, 'small quiet')
  return { markup, end: end + 18 }
}

/** What a picture rests on, in words; shortly, many sources are only counted. */
export function basisInWords({ pins, record, list }: Basis, shortly = false): string {
  const { asOf, knownOn, accordingTo } = pins
  const named = accordingTo === 'all' ? 'all sources' : accordingTo.join(', ')
  const many = shortly && accordingTo !== 'all' && widthOf(named, 17) > room / 2
  const parts = [
    ...(asOf === undefined ? [] : [`as of ${asOf}`]),
    `known on ${knownOn}`,
    `according to ${many ? `${accordingTo.length} sources` : named}`,
    listInWords(list),
    `record ${record}`,
  ]
  return `${capitalised(parts.join('; '))}.`
}

function listInWords(list: Basis['list']): string {
  if (list === null) return 'no complete list of parties'
  const { completeAsAt, asAt, unheardOf } = list
  if (asAt === undefined) return `list of parties complete as at ${completeAsAt}`
  const further = unheardOf?.size ? ` (for ${counted(unheardOf.size, 'state')} further)` : ''
  return `list of parties as at ${asAt}, read back to ${completeAsAt}${further}`
}

/** That states which no longer exist are not counted, where the treaty is old enough for them. */
export const formerStatesInWords = (until: Day | null): string =>
  until === null
    ? ''
    : `States that no longer exist are not in the record: numbers until ${until.slice(0, 4)} can be too low.`

/** A number with what it counts: "1 state", "12 states". */
export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`
