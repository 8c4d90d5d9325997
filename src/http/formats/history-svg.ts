import type { HistoryRow } from '../../domain/history.ts'
import { addMonths, type Day } from '../../domain/partial-date.ts'
import { type Basis, type Block, basisInWords, counted, footing, heading, inSentence, paragraph } from './captions.ts'
import { drawn, element, line, margin, type Paint, pictureWidth, roundStep, short, timeScale } from './drawing.ts'

/** The membership of a treaty over time, as the picture needs it. */
export type HistoryPictured = {
  treaty: string
  adopted: Day
  entryIntoForce: Day | null
  rows: HistoryRow[]
  nameOf: (state: string) => string
  basis: Basis
}

const left = 62
const right = pictureWidth - margin - 8
const plotHeight = 270
const stripHeight = 92

const paints: Record<string, Paint> = {
  grid: { fill: 'none', stroke: 'line' },
  area: { fill: 'paleBlue' },
  curve: { fill: 'none', stroke: 'blue' },
  deposit: { fill: 'none', stroke: 'teal' },
  open: { fill: '#open' },
  openGround: { fill: 'paper' },
  openStrokes: { fill: 'none', stroke: 'grey' },
  joined: { fill: 'blue' },
  left: { fill: '#left' },
  leftGround: { fill: 'paleOrange' },
  leftStrokes: { fill: 'none', stroke: 'orange' },
  leftEdge: { fill: 'none', stroke: 'orange' },
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
  const { treaty, adopted, rows, basis } = history
  const { knownOn } = basis.pins
  const ends = [knownOn, rows.at(-1)?.day ?? knownOn, addMonths(adopted, 12)]
  const until = ends.reduce((a, b) => (a > b ? a : b))
  const now = countsAt(rows, knownOn)
  const title = `${treaty}: parties over time`
  const top = heading(title, [sentenceOfNow(history)])
  const key = legend(rows, top.end + 12)
  const x = timeScale(adopted, until, left, right)
  const most = Math.max(4, ...rows.map((row) => Math.max(row.byDeposit, row.inForce + row.byStanding.unknown)))
  const step = roundStep(most, 5)
  const base = key.end + 34 + plotHeight
  const y = (number: number) => base - (number / (Math.ceil(most / step) * step)) * plotHeight
  const strip = yearly(history, x, until, base + 44)
  const exits = exitsInWords(history)
  const told = exits === '' ? { markup: '', end: strip.end } : paragraph(exits, strip.end + 8)
  const foot = footing(basis, told.end + 10)
  const body = [
    top.markup,
    key.markup,
    gridLines(most, step, y),
    curves(rows, until, knownOn, x, y),
    entryMark(history, x, key.end + 34, base),
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
    description: description(history, until),
    height: foot.end,
    paints,
    patterns,
    body: body.join(''),
  })
}

const nobody = { inForce: 0, byDeposit: 0, unknown: 0 }

function countsAt(rows: HistoryRow[], day: Day): typeof nobody {
  const row = rows.findLast((one) => one.day <= day)
  return row ? { inForce: row.inForce, byDeposit: row.byDeposit, unknown: row.byStanding.unknown } : nobody
}

function sentenceOfNow({ rows, basis, adopted }: HistoryPictured): string {
  const { knownOn } = basis.pins
  if (knownOn < adopted) return `Not yet adopted on ${knownOn}.`
  const { inForce, byDeposit, unknown } = countsAt(rows, knownOn)
  const open = unknown === 0 ? '' : ` How ${counted(unknown, 'other')} stood is not known.`
  return `On ${knownOn}: ${counted(inForce, 'party', 'parties')} in force, ${byDeposit} by deposit.${open}`
}

function legend(rows: HistoryRow[], y: number): Block {
  const middle = y + 11
  const entries = [
    { mark: element('path', { d: 'M0 0h28', class: 'curve', 'stroke-width': 4 }), text: 'in force', width: 116 },
    {
      mark: element('path', { d: 'M0 0h28', class: 'deposit', 'stroke-width': 2, 'stroke-dasharray': '6 3' }),
      text: 'consent deposited',
      width: 194,
    },
    ...(rows.some((row) => row.byStanding.unknown > 0)
      ? [
          {
            mark: element('rect', { x: 0, y: -8, width: 28, height: 16, class: 'open' }),
            text: 'may be more: not known',
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
  const open = rows.some((row) => row.byStanding.unknown > 0)
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

function entryMark({ entryIntoForce, basis }: HistoryPictured, x: Axis, top: number, base: number): string {
  if (entryIntoForce === null || entryIntoForce > addMonths(basis.pins.knownOn, 120)) return ''
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

const yearOf = (day: Day) => Number(day.slice(0, 4))
const newYear = (year: number): Day => `${String(year).padStart(4, '0')}-01-01`

function yearTicks(from: Day, until: Day, x: Axis, base: number): string {
  const step = roundStep(yearOf(until) - yearOf(from) + 1, 8)
  const first = Math.ceil((yearOf(from) + (from.endsWith('-01-01') ? 0 : 1)) / step) * step
  const years = Array.from(
    { length: Math.max(0, Math.floor((yearOf(until) - first) / step) + 1) },
    (_, i) => first + i * step,
  )
  const ticks = years.map((year) => `M${short(x(newYear(year)))} ${short(base)}v6`).join('')
  return (
    element('path', { d: `M${left} ${short(base)}H${right}${ticks}`, class: 'known', 'stroke-width': 1.5 }) +
    years.map((year) => line(String(year), x(newYear(year)), base + 25, 'small quiet', 'middle')).join('')
  )
}

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

/** A bar up for the states that joined in a year, a hatched one down for those that left. */
function yearly({ rows, adopted }: HistoryPictured, x: Axis, until: Day, y: number): Block {
  const years = changesByYear(rows)
  const up = Math.max(1, ...years.map((one) => one.joined))
  const down = Math.max(0, ...years.map((one) => one.left))
  const unit = stripHeight / (up + down)
  const zero = y + 46 + Math.max(up * unit, 10)
  const bars = years.map((one) => {
    const from = x(newYear(one.year) < adopted ? adopted : newYear(one.year))
    const next = newYear(one.year + 1)
    const width = Math.max(2, x(next > until ? until : next) - from - 2)
    const middle = from + width / 2
    const wide = width > 20
    const tall = (number: number) => Math.max(number * unit, 4)
    return [
      one.joined > 0 &&
        element('rect', { x: from, y: zero - tall(one.joined), width, height: tall(one.joined), class: 'joined' }),
      one.joined > 0 &&
        (wide || one.joined === up) &&
        line(String(one.joined), middle, zero - tall(one.joined) - 5, 'small joinedText', 'middle'),
      one.left > 0 &&
        element('rect', { x: from, y: zero + 1, width, height: tall(one.left), class: 'left' }) +
          element('rect', { x: from, y: zero + 1, width, height: tall(one.left), class: 'leftEdge' }),
      one.left > 0 && line(String(one.left), middle, zero + tall(one.left) + 18, 'small leftText', 'middle'),
    ]
      .filter(Boolean)
      .join('')
  })
  const axis = element('path', { d: `M${left} ${short(zero)}H${right}`, class: 'known', 'stroke-width': 1.5 })
  const head = line(
    down > 0 ? 'Joined (up) and left (down), by year' : 'Joined, by year; none left',
    left,
    y + 20,
    'small',
  )
  return { markup: head + bars.join('') + axis, end: zero + (down > 0 ? Math.max(down * unit, 4) + 26 : 10) }
}

const exitsOf = (rows: HistoryRow[]) => rows.filter((row) => row.left.length > 0)

function exitsInWords({ rows, nameOf }: HistoryPictured, most = 6): string {
  const exits = exitsOf(rows)
  if (exits.length === 0) return ''
  const told = exits.slice(-most).map((row) => `${inSentence(row.left.map(nameOf))} on ${row.day}`)
  return `Left: ${exits.length > most ? `${exits.length - most} earlier; ` : ''}${told.join('; ')}.`
}

function description(history: HistoryPictured, until: Day): string {
  const { treaty, adopted, entryIntoForce, rows, basis } = history
  const { knownOn } = basis.pins
  const highest = rows.reduce((best, row) => (row.inForce > best.inForce ? row : best), { day: adopted, inForce: 0 })
  const joined = rows.reduce((sum, row) => sum + row.joined.length, 0)
  const gone = rows.reduce((sum, row) => sum + row.left.length, 0)
  const step = roundStep(yearOf(until) - yearOf(adopted) + 1, 8)
  const years = Array.from({ length: yearOf(until) - yearOf(adopted) }, (_, i) => yearOf(adopted) + 1 + i)
  const told = years
    .filter((year) => year % step === 0)
    .map((year) => `${countsAt(rows, newYear(year)).inForce} at the beginning of ${year}`)
  const last = countsAt(rows, until)
  const later = rows.some((row) => row.day > knownOn)
  return [
    `A curve of the number of parties to the ${treaty} from its adoption on ${adopted} to ${until}.`,
    entryIntoForce === null ? 'It has not entered into force.' : `It entered into force on ${entryIntoForce}.`,
    sentenceOfNow(history),
    ...(told.length > 0 ? [`Parties in force: ${told.join(', ')}.`] : []),
    highest.inForce > 0 ? `The most was ${highest.inForce}, first on ${highest.day}.` : 'It never had a party.',
    `Bars below show by year for how many states it came into force (${joined} in all) and ceased to be in force (${gone} in all).`,
    ...(gone > 0 ? [exitsInWords(history, rows.length)] : []),
    ...(later && knownOn >= adopted
      ? [`After ${knownOn} the curve is dotted: what is already known to come brings ${last.inForce} by ${until}.`]
      : []),
    `A thin dashed line shows the states whose consent is deposited.`,
    basisInWords(basis),
  ].join(' ')
}
