import type { Day, PartialDate } from '../../domain/partial-date.ts'
import type { OneFormat } from './one-format.ts'

/** Words to cite, and whose they are, where they stand and in which source, as far as the citation does not say it. */
export type Quotation = { words: string; about: string }

/** What a citation says, in whatever format. */
export type Citation = {
  /** The id of the thing cited, of letters, digits and hyphens. */
  key: string
  /** A source that prints what is cited, or an entry of this record. */
  kind: 'newspaper' | 'report' | 'list' | 'entry'
  /** Who published the source; a speaker that it reports wrote no part of it. */
  author: string | null
  title: string
  /** The day that the citation is of: of publication, as assessed, of the act, of the standing. */
  day: PartialDate | null
  /** The dates in words, where the source gives itself another than the one assessed. */
  dated: string | null
  language: string
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
  describe:
    'A citation in words: the source or entry, its date, the words with whose they are, their places and digests, and the permalink.',
  write: (cited) => {
    const { author, title, url } = cited
    const dates = cited.dated ?? cited.day
    return `${[
      `${author === null ? '' : `${author}: `}${title.replace(/\.$/, '')}${dates === null ? '' : ` (${dates})`}.`,
      ...saidIn(cited),
      `${recordIn(cited)}. ${url}`,
    ].join(' ')}\n`
  },
}

/** The title with the dates in words, which every style then prints beside the date assessed. */
export const titleIn = ({ title, dated }: Citation) => (dated === null ? title : `${title} [${dated}]`)

/** The words with what is to be said of them, and the notes, each a sentence. */
export function saidIn({ quotations, notes }: Citation): string[] {
  return [...quotations.map(({ words, about }) => `“${words}” (${about}).`), ...notes]
}

/** The record that the citation rests on. */
export const recordIn = ({ record, knownOn }: Citation) => `Pacta, record ${record}, as known on ${knownOn}`
