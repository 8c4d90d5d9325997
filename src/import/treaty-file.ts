import { isMap, isScalar, parseDocument, stringify } from 'yaml'
import { dayOf, dayPattern, isDay } from './days.ts'
import type { StatusPage } from './page.ts'

/** What the header of a status page says of its treaty, as a treaty's file has it; what it does not say is null. */
type Header = { title: string; registration: string | null; unts: string | null; entryIntoForce: string | null }

/** A field of the header that the treaty's file gives otherwise, or not at all. */
export type HeaderDifference = { field: keyof Header; file: string | null; page: string }

const paths: Record<keyof Header, string[]> = {
  title: ['name'],
  registration: ['references', 'registration'],
  unts: ['references', 'unts'],
  entryIntoForce: ['dates', 'entryIntoForce', 'date'],
}

function headerOf({ title, registration, text, entryIntoForce }: StatusPage): Header {
  const [, volume, start] = /Treaty Series ?, ?vol\. ?(\d+)(?: ?, ?pp?\. ?(\d+))?/.exec(text ?? '') ?? []
  const [day] = new RegExp(`^${dayPattern}`).exec(entryIntoForce ?? '') ?? []
  return {
    title,
    registration: /No\. ?(\d+)/.exec(registration ?? '')?.[1] ?? null,
    unts: volume === undefined ? null : `vol. ${volume}${start === undefined ? '' : `, p. ${start}`}`,
    entryIntoForce: day !== undefined && isDay(day) ? dayOf(day) : null,
  }
}

/** What the page's header says otherwise than the treaty's file. What only the file says is no difference. */
export function headerDifferences(file: string, page: StatusPage): HeaderDifference[] {
  const document = parseDocument(file, { schema: 'core' })
  const header = headerOf(page)
  return (Object.keys(paths) as (keyof Header)[]).flatMap((field) => {
    const printed = header[field]
    const known = document.getIn(paths[field])
    const before = known === undefined ? null : String(known)
    return printed === null || printed === before ? [] : [{ field, file: before, page: printed }]
  })
}

/** Whether an import that writes mends the field: a name is an editor's choice, a day needs its article and citation. */
export function isMended({ field, file }: HeaderDifference): boolean {
  return field === 'registration' || field === 'unts' || (field === 'entryIntoForce' && file !== null)
}

/** The treaty's file with the differing fields as the page gives them; every other letter of it stays. */
export function mendedTreaty(file: string, differences: readonly HeaderDifference[]): string {
  let text = file
  for (const { field, page } of differences.filter(isMended)) {
    const document = parseDocument(text, { schema: 'core' })
    const node = document.getIn(paths[field], true)
    const references = document.get('references', true)
    const inLine = isMap(references) && references.flow === true
    if (isScalar(node) && node.range) {
      const [start, end] = node.range
      const plain = node.type === 'PLAIN' && !inLine && field === 'unts'
      text = text.slice(0, start) + (plain ? page : JSON.stringify(page)) + text.slice(end)
      continue
    }
    const after = document.getIn(['references', 'untc'], true)
    if (!isScalar(after) || !after.range) continue
    const [, end] = after.range
    const added = `${inLine ? ', ' : '\n  '}${field}: ${JSON.stringify(page)}`
    text = text.slice(0, end) + added + text.slice(end)
  }
  return text
}

/** The header of a page as the beginning of a file for a treaty that the seed does not have yet. */
export function startingFile(page: StatusPage): string {
  const { title, registration, unts, entryIntoForce } = headerOf(page)
  const id = title.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  const start = {
    id,
    name: title,
    shortName: title,
    references: {
      untc: page.untc,
      chapter: page.untc.split('-')[0],
      ...(unts === null ? {} : { unts }),
      ...(registration === null ? {} : { registration }),
    },
    depositary: 'Secretary-General of the United Nations',
    ...(entryIntoForce === null ? {} : { dates: { entryIntoForce: { date: entryIntoForce, citation: 'depositary' } } }),
  }
  return stringify(start, { lineWidth: 0, schema: 'core' })
}
