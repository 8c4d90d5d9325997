import { dayOf, dayPattern, isDay } from './days.ts'
import type { FindState } from './participants.ts'

// What a line quotes is not the depositary's voice; short quotations are names of acts and stay.
const quotation = /“[^”]{80,}(?:”|$)|(?<=^|[\s(])"[^"]{80,}(?:"|$)/gu
const sentenceEnd =
  /(?<!\b(?:[A-Z]|vol|p|pp|No|Nos|Doc|para|paras|art|arts|St|C\.N)\.)(?<=[.;]|[.;][)”"’]|\)\.)\s+(?=[A-Z“"(])/u

/** The depositary's own sentences in a line of an end note; long quotations are cut down to dots. */
export function sentencesOf(line: string): string[] {
  if (/^[“"‘'[…]/u.test(line)) return []
  return line.replace(quotation, '“…”').split(sentenceEnd)
}

/** The days that a text prints, in its order: "8 March 1989, 19 and 20 April 1989" are three. */
export function daysIn(text: string): { day: string; printed: string; at: number }[] {
  const days: { day: string; printed: string; at: number }[] = []
  const monthAndYear = /([A-Z][a-z]+)\.?,? (\d{4})$/
  for (const match of text.matchAll(
    new RegExp(`((?:\\d{1,2}(?: [A-Z][a-z]+)?(?:,| and|, and) )*)(${dayPattern})`, 'g'),
  )) {
    const [, others = '', full = ''] = match
    const [, month = '', year = ''] = monthAndYear.exec(full) ?? []
    // Days that share the month or the year of the last: "8 March, 19 and 20 April 1989".
    let shared = month
    const before = [...others.matchAll(/(\d{1,2})(?: ([A-Z][a-z]+))?/g)].reverse().map(([, day, own]) => {
      shared = own ?? shared
      return `${day} ${shared} ${year}`
    })
    for (const printed of [...before.reverse(), full])
      if (isDay(printed)) days.push({ day: dayOf(printed), printed, at: match.index })
  }
  return days
}

/**
 * The reference of a depositary notification, "C.N.421.2025.TREATIES-XXVI-5", with its day where it is printed; the first that
 * can tell of an act of this day, and not one to which the text refers for what was done before.
 */
export function notificationIn(text: string, actDay: string): { reference: string; notified: string } | undefined {
  const pattern = `(C\\.? ?N\\.? ?\\d+\\.\\d{4}\\.? ?(?:TREATIES[-–./]?[A-Za-z0-9.-]*[A-Za-z0-9])?)(?: ?(?:of|dated) (${dayPattern}))?`
  for (const [, printed = '', day] of text.matchAll(new RegExp(pattern, 'g'))) {
    const notified = day !== undefined && isDay(day) ? dayOf(day) : ''
    if (notified !== '' && notified < actDay) continue
    const reference = printed
      .replace(/\s/g, '')
      .replace(/^CN\.?/, 'C.N.')
      .replace(/\.$/, '')
    return { reference, notified }
  }
  return undefined
}

/** The volumes and pages of the Treaty Series that a text refers to: "vol. 676, p. 397, vol. 81, p. 392 and vol.77, p. 435". */
export function treatySeriesIn(text: string): string[] {
  const [list = ''] = /Treaty Series ?(?:(?:, ?| and )vol\. ?\d+ ?,? ?pp?\.? ?\d+)+/.exec(text) ?? []
  return [...list.matchAll(/vol\. ?(\d+) ?,? ?pp?\.? ?(\d+)/g)].map(
    ([, volume, page]) => `UNTS vol. ${volume}, p. ${page}`,
  )
}

/** A participant's name that a text begins with, the longest that is one, and the text after it. */
export function leadingState(
  text: string,
  findState: FindState,
): { state: string; printed: string; rest: string } | undefined {
  const words = text.replace(/^(?:the )+/i, '').split(' ')
  for (let count = Math.min(words.length, 9); count > 0; count--) {
    const printed = words
      .slice(0, count)
      .join(' ')
      .replace(/[,;:.*]+$/, '')
      .replace(/[’']s$/, '')
    if (/,| (?:the|of|and)$/.test(printed)) continue
    const state = findState(printed)
    if (state !== undefined) return { state, printed, rest: words.slice(count).join(' ') }
  }
  return undefined
}

/** The participants that a text begins with: "China and the United Kingdom (see note 2)" are two. */
export function leadingStates(text: string, findState: FindState): { state: string; printed: string }[] {
  const states: { state: string; printed: string }[] = []
  let rest = text
  for (;;) {
    const found = leadingState(rest, findState)
    if (found === undefined) return states
    states.push({ state: found.state, printed: found.printed })
    const went = text.length - found.rest.length
    const comma = /,\s*$/.test(text.slice(0, went)) || /^and /.test(found.rest)
    if (!comma) return states
    rest = found.rest
      .replace(/^and /, '')
      .replace(/^of /, '')
      .replace(/^the Governments? of /, '')
  }
}

/** At most twelve words: a day and the words that name the act, joined by dots where words between them are left out. */
export function excerpt(day: string, deed: string): string {
  const words = deed.split(/\s+/).slice(0, 12 - day.split(' ').length - 1)
  return day === '' ? words.join(' ') : `${day} … ${words.join(' ')}`
}
