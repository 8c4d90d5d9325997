import type { Day, PartialDate } from '../../domain/partial-date.ts'
import type { OneFormat } from './one-format.ts'

/** Words to cite: who says them, where they stand in which source, and when that was published. */
export type Quotation = {
  words: string
  by: string
  source: string
  published: PartialDate
  place: string | null
}

/** What a citation says, in whatever format. */
export type Citation = {
  /** The id of the thing cited, of letters, digits and hyphens. */
  key: string
  kind: 'newspaper' | 'report' | 'list' | 'entry'
  author: string | null
  title: string
  /** The source of a statement; null for what this record itself says. */
  container: string | null
  /** The day that the citation is of: of publication, of the act, of the standing. */
  day: PartialDate | null
  quotations: Quotation[]
  /** What else is to be said, in sentences. */
  notes: string[]
  record: string
  knownOn: Day
  url: string
}

/** A citation in words. */
export const citation: OneFormat<Citation> = {
  mediaType: 'text/plain',
  contentType: 'text/plain; charset=utf-8',
  describe: 'A citation in words: who, what, when, the words with their places, and the permalink.',
  write: (cited) =>
    `${[
      `${cited.author === null ? '' : `${cited.author}: `}${cited.title.replace(/\.$/, '')}${cited.day === null ? '' : ` (${cited.day})`}.`,
      ...(cited.container === null ? [] : [`In: ${cited.container}.`]),
      ...saidIn(cited),
      `${recordIn(cited)}. ${cited.url}`,
    ].join(' ')}\n`,
}

/** The words with their places, and the notes, each a sentence. */
export function saidIn({ quotations, notes, container }: Citation): string[] {
  const quoted = quotations.map(({ words, by, source, published, place }) => {
    const heard = source.startsWith(by) ? source : `${by}, in ${source}`
    const where = [...(container === null ? [heard, published] : []), ...(place === null ? [] : [place])].join(', ')
    return `“${words}”${where === '' ? '' : ` (${where})`}.`
  })
  return [...quoted, ...notes]
}

/** The record that the citation rests on. */
export const recordIn = ({ record, knownOn }: Citation) => `Pacta, record ${record}, as known on ${knownOn}`
