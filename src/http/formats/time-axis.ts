import type { Day } from '../../domain/partial-date.ts'

/** A function that places days between two abscissas. */
export function timeScale(from: Day, until: Day, left: number, right: number): (day: Day) => number {
  const [first, last] = [Date.parse(from), Date.parse(until)]
  return (day) => left + ((Date.parse(day) - first) / Math.max(last - first, 1)) * (right - left)
}

/** The smallest of the round numbers that divides `range` into at most `most` parts. */
export const roundStep = (range: number, most: number, steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500]): number =>
  steps.find((step) => range / step <= most) ?? range

/** The year of a day. */
export const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** The first day of a year. */
export const newYear = (year: number): Day => `${String(year).padStart(4, '0')}-01-01`

/** The round years that begin between two days, at most so many. */
export function roundYears(from: Day, until: Day, most: number): number[] {
  const step = roundStep(yearOf(until) - yearOf(from) + 1, most)
  const first = Math.ceil((yearOf(from) + (from === newYear(yearOf(from)) ? 0 : 1)) / step) * step
  return Array.from({ length: Math.max(0, Math.floor((yearOf(until) - first) / step) + 1) }, (_, i) => first + i * step)
}

/** The first days of months that divide the time between two days evenly, at most so many, as `YYYY-MM`. */
export function roundMonths(from: Day, until: Day, most: number): string[] {
  const first = yearOf(from) * 12
  const length = yearOf(until) * 12 + Number(until.slice(5, 7)) - first
  const months = Array.from({ length }, (_, i) => first + i).map((month) => ({
    month,
    text: `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`,
  }))
  const within = months.filter(({ text }) => `${text}-01` >= from && `${text}-01` <= until)
  const step = roundStep(within.length, most, [1, 2, 3, 4, 6, 12, 24, 60, 120, 240, 600])
  return within.filter(({ month }) => month % step === 0).map(({ text }) => text)
}
