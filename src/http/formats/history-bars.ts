import type { HistoryRow } from '../../domain/history.ts'
import type { Day } from '../../domain/partial-date.ts'
import type { Block } from './captions.ts'
import { element, line, short } from './drawing.ts'
import { newYear, yearOf } from './time-axis.ts'

const height = 92

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

/** A bar up for the states that joined in a year, a hatched one down for those that left; `nobody` where there are none. */
export function historyBars(
  rows: HistoryRow[],
  [from, until]: [Day, Day],
  x: (day: Day) => number,
  [left, right]: [number, number],
  y: number,
  nobody: string,
): Block {
  const years = changesByYear(rows)
  const up = Math.max(0, ...years.map((one) => one.joined))
  const down = Math.max(0, ...years.map((one) => one.left))
  const unit = height / Math.max(1, up + down)
  const zero = y + 46 + Math.max(up * unit, 10)
  const bars = years.map((one) => {
    const start = x(newYear(one.year) < from ? from : newYear(one.year))
    const width = Math.max(2, x(one.year < yearOf(until) ? newYear(one.year + 1) : until) - start - 2)
    return { start, width, middle: start + width / 2, ...one }
  })
  const tall = (number: number) => (number === 0 ? 0 : Math.max(number * unit, 4))
  const shapes = bars.map(({ start, width, joined, left }) =>
    [
      joined > 0 && element('rect', { x: start, y: zero - tall(joined), width, height: tall(joined), class: 'joined' }),
      left > 0 && element('rect', { x: start, y: zero + 1, width, height: tall(left), class: 'left' }),
    ]
      .filter(Boolean)
      .join(''),
  )
  const labels = [
    ...bars.map(({ middle, joined }) => ({ middle, y: zero - tall(joined) - 5, number: joined, class: 'joinedText' })),
    ...bars.map(({ middle, left }) => ({ middle, y: zero + tall(left) + 18, number: left, class: 'leftText' })),
  ]
  const numbers = withRoom(labels).map((label) =>
    line(String(label.number), label.middle, label.y, `small ${label.class}`, 'middle'),
  )
  const axis = element('path', { d: `M${left} ${short(zero)}H${right}`, class: 'known', 'stroke-width': 1.5 })
  const none = years.length === 0 ? nobody : 'Joined, by year; none left'
  const head = line(down > 0 ? 'Joined (up) and left (down), by year' : none, left, y + 20, 'small')
  return {
    markup: [head, ...shapes, axis, ...numbers].join(''),
    end: zero + (down > 0 ? Math.max(down * unit, 4) + 26 : 10),
  }
}

type Label = { middle: number; y: number; number: number; class: string }

/** The labels that can stand without touching one another, those of large numbers first. */
function withRoom(labels: Label[]): Label[] {
  const kept: Label[] = []
  const half = ({ number }: Label) => (String(number).length * 9.4) / 2
  const touch = (a: Label, b: Label) =>
    Math.abs(a.y - b.y) < 16 && Math.abs(a.middle - b.middle) < half(a) + half(b) + 2
  for (const label of labels.filter(({ number }) => number > 0).sort((a, b) => b.number - a.number))
    if (!kept.some((other) => touch(label, other))) kept.push(label)
  return kept
}
