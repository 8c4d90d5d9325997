import type { HistoryRow } from '../../domain/history.ts'
import { addMonths, type Day } from '../../domain/partial-date.ts'
import { type Block, footing, formerStatesInWords, heading, paragraph } from './captions.ts'
import { drawn, element, line, margin, type Paint, pictureWidth, short } from './drawing.ts'
import { historyBars } from './history-bars.ts'
import {
  countsAt,
  exitsInWords,
  type HistoryPictured,
  historyInWords,
  nobodyInWords,
  numbersInWords,
  sentenceOfNow,
} from './history-words.ts'
import { newYear, roundStep, roundYears, timeScale } from './time-axis.ts'

const left = 62
const right = pictureWidth - margin - 8
const plotHeight = 270

// From how many states on the hatching above the curve is wide enough to be seen.
const seen = 3

const paints: Record<string, Paint> = {
  grid: { fill: 'none', stroke: 'line' },
  area: { fill: 'paleBlue' },
  curve: { fill: 'none', stroke: 'blue' },
  deposit: { fill: 'none', stroke: 'teal' },
  open: { fill: '#open' },
  openGround: { fill: 'paper' },
  openStrokes: { fill: 'none', stroke: 'grey' },
  joined: { fill: 'blue' },
  left: { fill: '#left', stroke: 'orange' },
  leftGround: { fill: 'paleOrange' },
  leftStrokes: { fill: 'none', stroke: 'orange' },
  force: { fill: 'none', stroke: 'violet' },
  known: { fill: 'none', stroke: 'quiet' },
  dot: { fill: 'blue', stroke: 'paper' },
  'text.joinedText': { fill: 'blue' },
  'text.leftText': { fill: 'orange' },
  'text.forceText': { fill: 'violet' },
}

const patterns = {
  open: { size: 8, turn: 45, ground: 'openGround', strokes: 'openStrokes', path: 'M0 4H8' },
  left: { size: 6, turn: -45, ground: 'leftGround', strokes: 'leftStrokes', path: 'M0 3H6M0 0V0' },
}

/** The membership curve of a treaty as SVG: parties over time, consents deposited, and who joined and left in each year. */
export function historySvg(history: HistoryPictured): string {
  const { treaty, adopted, entryIntoForce, rows, basis } = history
  const { knownOn } = basis.pins
  const ends = [knownOn, rows.at(-1)?.day ?? knownOn, addMonths(adopted, 12)]
  const until = ends.reduce((a, b) => (a > b ? a : b))
  const now = countsAt(rows, knownOn)
  const open = rows.some((row) => row.byStanding.unknown >= seen)
  const title = `${treaty}: parties over time`
  const top = heading(title, [sentenceOfNow(history)])
  const key = legend(open, top.end + 12)
  const x = timeScale(adopted, until, left, right)
  const most = Math.max(4, ...rows.map((row) => Math.max(row.byDeposit, row.inForce + row.byStanding.unknown)))
  const step = roundStep(most, 5)
  const base = key.end + 34 + plotHeight
  const y = (number: number) => base - (number / (Math.ceil(most / step) * step)) * plotHeight
  const strip = historyBars(rows, [adopted, until], x, [left, right], base + 44, nobodyInWords(history))
  const exits = exitsInWords(history)
  const notes = [exits, formerStatesInWords(history.formerStatesUntil), numbersInWords(strip.hasAllNumbers)]
    .filter(Boolean)
    .join(' ')
  const told = notes === '' ? { markup: '', end: strip.end } : paragraph(notes, strip.end + 8)
  const foot = footing(basis, told.end + 10)
  const body = [
    top.markup,
    key.markup,
    gridLines(most, step, y),
    curves(rows, until, knownOn, x, y),
    entryIntoForce !== null && entryIntoForce <= until ? entryMark(entryIntoForce, x, key.end + 34, base) : '',
    yearTicks(adopted, until, x, base),
    knownOn >= adopted
      ? element('circle', { cx: x(knownOn), cy: y(now.inForce), r: 6, class: 'dot', 'stroke-width': 2 })
      : '',
    strip.markup,
    told.markup,
    foot.markup,
  ]
  return drawn({
    title,
    description: historyInWords(history, until, strip.hasAllNumbers),
    height: foot.end,
    paints,
    patterns,
    body: body.join(''),
  })
}

function legend(open: boolean, y: number): Block {
  const middle = y + 11
  const entries = [
    { mark: element('path', { d: 'M0 0h28', class: 'curve', 'stroke-width': 4 }), text: 'in force', width: 130 },
    {
      mark: element('path', { d: 'M0 0h28', class: 'deposit', 'stroke-width': 2, 'stroke-dasharray': '6 3' }),
      text: 'consent deposited',
      width: 226,
    },
    ...(open
      ? [
          {
            mark: element('rect', { x: 0, y: -8, width: 28, height: 16, class: 'open' }),
            text: 'may be more, not known',
            width: 240,
          },
        ]
      : []),
  ]
  let at = margin
  const markup = entries.map(({ mark, text, width }) => {
    const made =
      element('g', { transform: `translate(${short(at)} ${short(middle)})` }, mark) +
      line(text, at + 36, middle + 6, 'small')
    at += width
    return made
  })
  return { markup: markup.join(''), end: y + 22 }
}

function gridLines(most: number, step: number, y: (number: number) => number): string {
  const marks = Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) => i * step)
  const path = marks.map((mark) => `M${left} ${short(y(mark))}H${right}`).join('')
  return (
    element('path', { d: path, class: 'grid', 'stroke-width': 1 }) +
    marks.map((mark) => line(String(mark), left - 10, y(mark) + 6, 'small quiet', 'end')).join('')
  )
}

type Axis = (value: Day) => number

/** A line that keeps its height from each day to the next, where it goes up or down. */
function stairs(points: { day: Day; height: number }[], until: Day, x: Axis): string {
  const [first, ...others] = points
  if (!first) return ''
  const up = others.map(({ day, height }) => `H${short(x(day))}V${short(height)}`).join('')
  return `M${short(x(first.day))} ${short(first.height)}${up}H${short(x(until))}`
}

function curves(rows: HistoryRow[], until: Day, knownOn: Day, x: Axis, y: (number: number) => number): string {
  const turn = knownOn < until ? knownOn : until
  const inForce = rows.map((row) => ({ day: row.day, height: y(row.inForce) }))
  const past = inForce.filter(({ day }) => day <= turn)
  const now = { day: turn, height: past.at(-1)?.height ?? y(0) }
  const future = [now, ...inForce.filter(({ day }) => day > turn)]
  const top = stairs(
    rows.map((row) => ({ day: row.day, height: y(row.inForce + row.byStanding.unknown) })),
    until,
    x,
  )
  const bottom = stairs(inForce, until, x)
  const floor = `V${short(y(0))}H${short(x(rows[0]?.day ?? until))}Z`
  const open = rows.some((row) => row.byStanding.unknown >= seen)
  return [
    // The hatching lies below the area, so that only what rises above the parties shows.
    open ? element('path', { d: top + floor, class: 'open' }) : '',
    element('path', { d: bottom + floor, class: 'area' }),
    element('path', {
      d: stairs(
        rows.map((row) => ({ day: row.day, height: y(row.byDeposit) })),
        until,
        x,
      ),
      class: 'deposit',
      'stroke-width': 2,
      'stroke-dasharray': '6 3',
    }),
    past.length > 0 ? element('path', { d: stairs(past, turn, x), class: 'curve', 'stroke-width': 3.5 }) : '',
    turn < until && knownOn >= (rows[0]?.day ?? until)
      ? element('path', {
          d: stairs(future, until, x),
          class: 'curve',
          'stroke-width': 3.5,
          'stroke-dasharray': '2 4',
        }) +
        element('path', {
          d: `M${short(x(turn))} ${short(y(0))}V${short(now.height)}`,
          class: 'known',
          'stroke-dasharray': '2 4',
        })
      : '',
  ].join('')
}

function entryMark(entryIntoForce: Day, x: Axis, top: number, base: number): string {
  const at = x(entryIntoForce)
  const label = `in force ${entryIntoForce}`
  const toLeft = at > pictureWidth / 2
  return (
    element('path', {
      d: `M${short(at)} ${short(top - 22)}V${short(base)}`,
      class: 'force',
      'stroke-width': 2,
      'stroke-dasharray': '7 4',
    }) + line(label, at + (toLeft ? -8 : 8), top - 8, 'small forceText', toLeft ? 'end' : undefined)
  )
}

function yearTicks(from: Day, until: Day, x: Axis, base: number): string {
  const years = roundYears(from, until, 8)
  const ticks = years.map((year) => `M${short(x(newYear(year)))} ${short(base)}v6`).join('')
  return (
    element('path', { d: `M${left} ${short(base)}H${right}${ticks}`, class: 'known', 'stroke-width': 1.5 }) +
    years.map((year) => line(String(year), x(newYear(year)), base + 25, 'small quiet', 'middle')).join('')
  )
}
