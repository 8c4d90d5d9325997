/** A calendar day, `YYYY-MM-DD` (ISO 8601, proleptic Gregorian). As text, the order of days is the order of time. */
export type Day = string

/**
 * A date as far as it is known: `2005`, `2005-12`, `2005-12-27`, or an interval of two such dates with either end
 * left open, `2025-06-20/2025-07-10`, `../2025-06-29`, `2025-07-01/..` (EDTF, ISO 8601-2). Never padded to a false day.
 */
export type PartialDate = string

/** The days that a date may mean, both ends included; `null` is an end that nothing bounds. */
export type Span = { earliest: Day | null; latest: Day | null }

/** The three answers to a question about a span of days. */
export type Answer = 'yes' | 'no' | 'unknown'

export const precisions = ['day', 'month', 'year', 'interval'] as const
export type Precision = (typeof precisions)[number]

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** Says why a text is not a date; `nearest` is the last day of the month that was meant, where one can be told. */
export class DateError extends Error {
  readonly nearest: string | undefined
  constructor(message: string, nearest?: string) {
    super(message)
    this.nearest = nearest
  }
}

/** The days that `text` may mean. Throws {@link DateError} for a shape or a day that does not exist. */
export function spanOf(text: PartialDate): Span {
  if (!text.includes('/')) return spanOfOne(text)
  const [from = '', to = '', ...more] = text.split('/')
  if (more.length > 0 || (from === '..' && to === '..'))
    throw new DateError(`"${text}" is not an interval of two dates`)
  const earliest = from === '..' ? null : spanOfOne(from).earliest
  const latest = to === '..' ? null : spanOfOne(to).latest
  if (earliest && latest && earliest > latest) throw new DateError(`"${text}" ends before it begins`)
  return { earliest, latest }
}

function spanOfOne(text: string): { earliest: Day; latest: Day } {
  const match = shape.exec(text)
  if (!match) throw new DateError(`"${text}" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD`)
  const [, year = '', month, day] = match
  if (month === undefined) return { earliest: `${year}-01-01`, latest: `${year}-12-31` }
  // Every month has these days.
  if (day !== undefined && day >= '01' && day <= '28' && month >= '01' && month <= '12')
    return { earliest: text, latest: text }
  if (month < '01' || month > '12') throw new DateError(`"${text}" names a month ${month}; months are 01 to 12`)
  const last = lastDayOfMonth(year, month)
  if (day === undefined) return { earliest: `${year}-${month}-01`, latest: last }
  if (day < '01' || text > last) throw new DateError(`There is no day ${text}; ${year}-${month} ends on ${last}`, last)
  return { earliest: text, latest: text }
}

function lastDayOfMonth(year: string, month: string): Day {
  const { daysInMonth } = Temporal.PlainYearMonth.from({ year: Number(year), month: Number(month) })
  return `${year}-${month}-${daysInMonth}`
}

/** How much of the date is known: to the day, the month or the year, or only that it lies in an interval. */
export function precisionOf(text: PartialDate): Precision {
  if (text.includes('/')) return 'interval'
  return text.length === 4 ? 'year' : text.length === 7 ? 'month' : 'day'
}

/** `text` as a day. Throws {@link DateError} for anything that is not one existing day. */
export function parseDay(text: string): Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new DateError(`"${text}" is not a day; write YYYY-MM-DD`)
  return spanOfOne(text).latest
}

/** Whether the date has come by `day`, the day itself included. */
export function reachedBy(span: Span, day: Day): Answer {
  if (span.latest !== null && span.latest <= day) return 'yes'
  if (span.earliest !== null && span.earliest > day) return 'no'
  return 'unknown'
}

/** The days that all these dates may mean, or `undefined` where they exclude each other. */
export function commonSpan(first: Span, ...others: Span[]): Span | undefined {
  let { earliest, latest } = first
  for (const other of others) {
    earliest = laterOf(earliest, other.earliest)
    latest = earlierOf(latest, other.latest)
  }
  if (earliest && latest && earliest > latest) return undefined
  return earliest === first.earliest && latest === first.latest ? first : { earliest, latest }
}

/** The shortest span that holds both dates. */
export function hullOf(a: Span, b: Span): Span {
  return {
    earliest: a.earliest && b.earliest && earlierOf(a.earliest, b.earliest),
    latest: a.latest && b.latest && laterOf(a.latest, b.latest),
  }
}

/** The later of two days; an open end gives way to the other. */
export function laterOf<D extends Day | null>(a: D, b: D): D {
  return a === null || (b !== null && b > a) ? b : a
}

/** The earlier of two days; an open end gives way to the other. */
export function earlierOf<D extends Day | null>(a: D, b: D): D {
  return a === null || (b !== null && b < a) ? b : a
}

/** The span as a partial date: a day, a whole month or year where it is just that, otherwise an interval. */
export function partialDateOf({ earliest, latest }: Span): PartialDate | null {
  if (earliest === null && latest === null) return null
  if (earliest === null || latest === null) return `${earliest ?? '..'}/${latest ?? '..'}`
  if (earliest === latest) return earliest
  const whole = [earliest.slice(0, 7), earliest.slice(0, 4)].find((text) => {
    const span = spanOf(text)
    return span.earliest === earliest && span.latest === latest
  })
  return whole ?? `${earliest}/${latest}`
}

/** The first and the last day that four digits of a year can write; day arithmetic stops there. */
export const firstDay: Day = '0000-01-01'
export const lastDay: Day = '9999-12-31'

/** The day `days` days after `day`; negative counts go back. */
export function addDays(day: Day, days: number): Day {
  return written(Temporal.PlainDate.from(day).add({ days }))
}

/**
 * The same day of the month `months` later, or that month's last day where it has no such day: deposits of 31 May with
 * "six months after" count to 30 November.
 */
export function addMonths(day: Day, months: number): Day {
  const later = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  // Every month has these days, in every year of four digits.
  if (day.slice(8) <= '28' && later >= 0 && later < 120_000)
    return `${String(Math.floor(later / 12)).padStart(4, '0')}-${String((later % 12) + 1).padStart(2, '0')}-${day.slice(8)}`
  return written(Temporal.PlainDate.from(day).add({ months }, { overflow: 'constrain' }))
}

/** The first day of the month that lies `months` months after the month of `day`. */
export function firstOfMonth(day: Day, months: number): Day {
  return written(Temporal.PlainDate.from(day).with({ day: 1 }).add({ months }))
}

// A year of more than four digits would be written with a sign and break the order of days as text.
function written(date: Temporal.PlainDate): Day {
  return date.year > 9999 ? lastDay : date.year < 0 ? firstDay : date.toString()
}

/** A partial date in words: "in 2005", "in 2005-12", "on 2005-12-27", "between 2025-06-20 and 2025-07-10". */
export function dateInWords(text: PartialDate | null): string {
  if (text === null) return 'on a day not known'
  const precision = precisionOf(text)
  return precision === 'year' || precision === 'month' ? `in ${text}` : spanInWords(spanOf(text))
}

/** A span in words: "on 2005-12-27", "between 2005-01-01 and 2005-12-31", "not before 2026-01-20". */
export function spanInWords(span: Span): string {
  if (span.earliest !== null && span.earliest === span.latest) return `on ${span.earliest}`
  if (span.earliest === null && span.latest === null) return 'on a day not known'
  if (span.latest === null) return `not before ${span.earliest}`
  if (span.earliest === null) return `on or before ${span.latest}`
  return `between ${span.earliest} and ${span.latest}`
}
