import { precisionOf } from '../../domain/partial-date.ts'
import { type Citation, recordIn, saidIn, titleIn } from './citation.ts'
import type { OneFormat } from './one-format.ts'

/** A BibTeX entry (btxdoc, O. Patashnik 1988), in UTF-8; `date` and `url` as BibLaTeX and many styles know them. */
export const bibtex: OneFormat<Citation> = {
  mediaType: 'application/x-bibtex',
  contentType: 'application/x-bibtex; charset=utf-8',
  describe:
    'A BibTeX entry, in UTF-8; `note` has the words, whose they are, their places and digests, `url` the permalink.',
  write: (cited) => {
    const fields = {
      ...(cited.author !== null && { author: `{${escaped(cited.author)}}` }),
      title: `{${escaped(titleIn(cited))}}`,
      howpublished: escaped(cited.kind === 'entry' ? recordIn(cited) : `Cited after ${recordIn(cited)}`),
      ...dateFields(cited),
      note: escaped(saidIn(cited).join(' ')),
      // Braces are the only characters of a URL that end a field.
      url: cited.url.replace(/[{}]/g, encodeURIComponent),
    }
    const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`)
    return `@misc{${cited.key},\n${lines.join(',\n')}\n}\n`
  },
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** As much of the date as is known: `date` for BibLaTeX, which knows intervals too (EDTF), year and month for the rest. */
function dateFields({ day }: Citation): Record<string, string> {
  if (day === null) return {}
  if (precisionOf(day) === 'interval') return { date: day }
  const [year = '', month] = day.split('-')
  return { date: day, year, ...(month && { month: months[Number(month) - 1] ?? month }) }
}

const commands: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** Text with the ten special characters of LaTeX written as commands. */
function escaped(text: string): string {
  return text.replace(/[\\{}~^]|[#$%&_]/g, (character) => commands[character] ?? `\\${character}`)
}
