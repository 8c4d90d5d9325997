import type { HistoryRow } from '../../domain/history.ts'
import type { Day } from '../../domain/partial-date.ts'
import type { Block } from './captions.ts'
import { element, line, short, widthOf } from './drawing.ts'
import { newYear, yearOf } from './time-axis.ts'

const height = 92

/** The height of a number. */
const tallNumber = 14

type Year = { year: number; joined: number; left: number }

function changesByYear(rows: HistoryRow[]): Year[] {
  return [...Map.groupBy(rows, ({ day }) => yearOf(day))]
    .map(([year, all]) => ({
      year,
      joined: all.reduce((sum, row) => sum + row.joined.length, 0),
      left: all.reduce((sum, row) => sum + row.left.length, 0),
    }))
    .filter((one) => one.joined + one.left > 0)
}

/**
 * A bar up for the states that joined in a year, a hatched one down for those that left; `nobody` where there are none. Tells
 * whether there was room for the numbers of all bars.
 */
export function historyBars(
  rows: HistoryRow[],
  [from, until]: [Day, Day],
  x: (day: Day) => number,
  [left, right]: [number, number],
  y: number,
  nobody: string,
): Block & { hasAllNumbers: boolean } {
  const years = changesByYear(rows)
  const up = Math.max(0, ...years.map((one) => one.joined))
  const down = Math.max(0, ...years.map((one) => one.left))
  const unit = height / Math.max(1, up + down)
  const zero = y + 46 + Math.max(up * unit, 10)
  const bars = years.map((one) => {
    const start = x(newYear(one.year) < from ? from : newYear(one.year))
    const width = Math.max(2, x(one.year < yearOf(until) ? newYear(one.year + 1) : until) - start - 2)
    return { start, width, ...one }
  })
  const tall = (number: number) => (number === 0 ? 0 : Math.max(number * unit, 4))
  const shapes = bars.flatMap(({ start, width, joined, left }) => [
    ...(joined > 0 ? [{ x: start, y: zero - tall(joined), width, height: tall(joined), class: 'joined' }] : []),
    ...(left > 0 ? [{ x: start, y: zero + 1, width, height: tall(left), class: 'left' }] : []),
  ])
  const further = (number: number) => (tall(number) < tallNumber ? 0 : tallNumber + 3)
  const labels = bars.flatMap(({ start, width, joined, left }) => [
    { start, width, y: zero - tall(joined) - 5, further: -further(joined), number: joined, class: 'joinedText' },
    { start, width, y: zero + tall(left) + 18, further: further(left), number: left, class: 'leftText' },
  ])
  const wanted = labels.filter(({ number }) => number > 0)
  const none = years.length === 0 ? nobody : 'Joined, by year; none left'
  const head = down > 0 ? 'Joined (up) and left (down), by year' : none
  const headBox = { x: left, y: y + 20 - tallNumber, width: widthOf(head, 17), height: tallNumber + 5 }
  const written = withRoom(wanted, [...shapes, headBox])
  const numbers = written.map((label) =>
    line(String(label.number), label.middle, label.y, `small ${label.class}`, 'middle'),
  )
  const axis = element('path', { d: `M${left} ${short(zero)}H${right}`, class: 'known', 'stroke-width': 1.5 })
  return {
    markup: [
      line(head, left, y + 20, 'small'),
      ...shapes.map((shape) => element('rect', shape)),
      axis,
      ...numbers,
    ].join(''),
    end: zero + (down > 0 ? Math.max(down * unit, 4) + 26 : 10),
    hasAllNumbers: written.length === wanted.length,
  }
}

type Box = { x: number; y: number; width: number; height: number }
/** A number to be written by a bar, and how much further from it where another has its place. */
type Label = { start: number; width: number; y: number; further: number; number: number; class: string }

const apart = 2

const touch = (a: Box, b: Box) =>
  a.x < b.x + b.width + apart && b.x < a.x + a.width + apart && a.y < b.y + b.height && b.y < a.y + a.height

/** The room of a number that stands around `middle`, in a wide font: which one shows it is not known. */
function boxOf({ number }: Label, middle: number, y: number): Box {
  const width = String(number).length * 10.9
  return { x: middle - width / 2, y: y - 13, width, height: tallNumber }
}

/**
 * The labels that can stand without touching one another or running into anything else, those of large numbers first: in the middle
 * of their bars, or flush with one side, or so a little further off from a bar that is tall enough for its number to be missed.
 */
function withRoom(labels: Label[], others: Box[]): (Label & { middle: number })[] {
  const taken = [...others]
  return labels
    .toSorted((a, b) => b.number - a.number)
    .flatMap((label) => {
      const { start, width, y, further } = label
      const half = boxOf(label, 0, 0).width / 2
      const places = [y, y + further].flatMap((y) =>
        [start + width / 2, start + half, start + width - half].map((middle) => ({ middle, y })),
      )
      const place = places.find(({ middle, y }) => !taken.some((other) => touch(boxOf(label, middle, y), other)))
      if (place === undefined) return []
      taken.push(boxOf(label, place.middle, place.y))
      return [{ ...label, ...place }]
    })
}
