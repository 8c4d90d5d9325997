import { type PartialDate, precisionOf, spanOf } from '../../domain/partial-date.ts'
import { type Citation, recordIn, saidIn, titleIn } from './citation.ts'
import type { OneFormat } from './one-format.ts'

const types = { newspaper: 'article-newspaper', report: 'report', list: 'dataset', entry: 'entry' } as const

/** CSL-JSON (Citation Style Language 1.0.2, csl-data), as citeproc and reference managers take it: a list of one item. */
export const csl: OneFormat<Citation> = {
  mediaType: 'application/vnd.citationstyles.csl+json',
  contentType: 'application/vnd.citationstyles.csl+json; charset=utf-8',
  describe:
    'CSL-JSON: a list of one item; `note` has the words, whose they are, their places and digests, `URL` the permalink.',
  write: (cited) =>
    JSON.stringify([
      {
        id: cited.key,
        type: types[cited.kind],
        ...(cited.author !== null && { author: [{ literal: cited.author }] }),
        title: titleIn(cited),
        ...publishedIn(cited),
        ...(cited.day !== null && { issued: dateOf(cited.day) }),
        note: [...saidIn(cited), `${recordIn(cited)}.`].join(' '),
        URL: cited.url,
        language: cited.language,
      },
    ]),
}

/** An entry is of this record and its version; a source is its publisher's, and was found in this record. */
function publishedIn(cited: Citation) {
  const { kind, author, record } = cited
  if (kind === 'entry') return { 'container-title': 'Pacta', archive: 'Pacta', version: record }
  const publisher = author === null ? {} : { publisher: author }
  return {
    ...publisher,
    ...(kind === 'newspaper' && author !== null && { 'container-title': author }),
    source: 'Pacta',
  }
}

/** A date as CSL writes it: as many parts as are known, two dates for an interval, words for one with an open end. */
function dateOf(date: PartialDate) {
  const parts = (text: string) => text.split('-').map(Number)
  if (precisionOf(date) !== 'interval') return { 'date-parts': [parts(date)] }
  const { earliest, latest } = spanOf(date)
  if (earliest !== null && latest !== null) return { 'date-parts': [parts(earliest), parts(latest)] }
  return { literal: date }
}
