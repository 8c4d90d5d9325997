import { nearestName } from '../domain/names.ts'
import { DateError, type Day, parseDay } from '../domain/partial-date.ts'

const months = 'January February March April May June July August September October November December'.split(' ')

/** A day as the page prints it, "1 July 2005", "12 May 2004"; for use inside other patterns. */
export const dayPattern = `\\d{1,2}(?:st|nd|rd|th)? (?:${months.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)})?`).join('|')})\\.?,? \\d{4}`

/** A day alone on a line, its month as the page misspells it ("1 Decmeber 1999", "14 July1994", "8 August l989") put right. */
export function dayOfLine(line: string): { day: Day; printed: string; misspelt: boolean } | undefined {
  const [, day, name = '', year = ''] = /^\(?(?:On )?(\d{1,2}) ([A-Za-z]+) ?([\dl]\d{3})\b/.exec(line) ?? []
  const month = months.find((one) => one === name) ?? nearestName(name, months)
  if (day === undefined || month === undefined) return undefined
  const printed = `${day} ${name} ${year}`
  const meant = `${day} ${month} ${year.replace('l', '1')}`
  return isDay(meant)
    ? { day: dayOf(meant), printed, misspelt: printed.toLowerCase() !== meant.toLowerCase() }
    : undefined
}

/** Whether a printed day exists. */
export function isDay(printed: string): boolean {
  try {
    return parseDay(written(printed)) !== ''
  } catch (error) {
    if (error instanceof DateError) return false
    throw error
  }
}

/** A printed day in ISO 8601. Throws {@link DateError} where there is no such day. */
export function dayOf(printed: string): Day {
  return parseDay(written(printed))
}

function written(printed: string): string {
  const [, day = '', name = '', year = ''] = /^(\d{1,2})\D*? ([A-Z][a-z]+)\D*? (\d{4})$/.exec(printed) ?? []
  const month = months.findIndex((one) => name.length >= 3 && one.startsWith(name)) + 1
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
}
