import type { Day } from '../../domain/partial-date.ts'
import type { CountedFrom } from '../../domain/stretch.ts'
import { formats } from '../../explain.ts'

/** A text that names a day, or days that are counted from it, open at each place where it does. */
export type Stencil = { parts: string[]; counts: CountedFrom[] }

/**
 * The text as it is for every day for which it differs in nothing but the days that are `counted` from it. None where two
 * of these are one day: which is meant is not to be seen.
 */
export function stencilOf(text: string, day: Day, counted: CountedFrom[]): Stencil | undefined {
  const countOf = new Map(counted.map((count) => [count(day), count]))
  if (countOf.size < counted.length) return undefined
  // What is split by a pattern in brackets has what is matched at every other place.
  const pieces = text.split(new RegExp(`(${[...countOf.keys()].join('|')})`))
  return {
    parts: pieces.filter((_, i) => i % 2 === 0),
    counts: pieces.filter((_, i) => i % 2 === 1).map((named) => countOf.get(named) as CountedFrom),
  }
}

/** The text for a day, in the pieces that it is made of. */
export function piecesFor({ parts, counts }: Stencil, day: Day): string[] {
  const days = new Map<CountedFrom, Day>()
  const dayBy = (count: CountedFrom) => {
    const known = days.get(count) ?? count(day)
    days.set(count, known)
    return known
  }
  const pieces = [parts[0] as string]
  for (const [i, count] of counts.entries()) pieces.push(dayBy(count), parts[i + 1] as string)
  return pieces
}

/** An address that asks about a day, as the parts before the day and after it. */
export type AskedOfDay = { before: string; day: Day; after: string }

/** The day that an address asks about, where it says so plainly and there is such a day. */
export function dayAsked(url: string): AskedOfDay | undefined {
  const at = url.indexOf('asOf=') + 5
  const isParameter = at > 5 && (url[at - 6] === '?' || url[at - 6] === '&')
  if (!isParameter || (url.length > at + 10 && url[at + 10] !== '&')) return undefined
  const day = url.slice(at, at + 10)
  return formats.day(day) ? { before: url.slice(0, at), day, after: url.slice(at + 10) } : undefined
}
