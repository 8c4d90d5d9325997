import { addDays, type Day, type Span } from '../../domain/partial-date.ts'
import type { Step, WithdrawalTrack } from '../../domain/withdrawal.ts'
import { type Block, footing, heading, paragraph } from './captions.ts'
import { drawn, element, line, lines, margin, type Paint, pictureWidth, short, widthOf, wrapped } from './drawing.ts'
import { roundMonths, timeScale } from './time-axis.ts'
import { mark, sign } from './withdrawal-marks.ts'
import {
  disagrees,
  effectSentence,
  nameOfStep,
  stageInWords,
  type WithdrawalPictured,
  whenOf,
  withdrawalInWords,
} from './withdrawal-words.ts'

const rowHeight = 84
const from = 342
const until = pictureWidth - margin

const paints: Record<string, Paint> = {
  band: { fill: 'paleGrey' },
  rail: { fill: 'none', stroke: 'line' },
  now: { fill: 'none', stroke: 'quiet' },
  international: { fill: 'blue', stroke: 'blue' },
  domestic: { fill: 'teal', stroke: 'teal' },
  political: { fill: 'violet', stroke: 'violet' },
  sign: { fill: 'none', stroke: 'paper' },
  ring: { fill: 'paper' },
  hatched: { fill: '#hatch' },
  hatchGround: { fill: 'paleBlue' },
  hatchStrokes: { fill: 'none', stroke: 'blue' },
  'international-edge': { stroke: 'blue' },
  'domestic-edge': { stroke: 'teal' },
  'political-edge': { stroke: 'violet' },
  'text.international': { fill: 'blue', stroke: 'none' },
  'text.domestic': { fill: 'teal', stroke: 'none' },
  'text.political': { fill: 'violet', stroke: 'none' },
}

const patterns = { hatch: { size: 7, turn: -45, ground: 'hatchGround', strokes: 'hatchStrokes', path: 'M0 3.5H7' } }

/** The track of a withdrawal as SVG: its steps below each other, beside a line of time on which their dates lie. */
export function withdrawalSvg(pictured: WithdrawalPictured): string {
  const { state, treaty, asOf, track, basis } = pictured
  const title = `${state}: withdrawal from the ${treaty}`
  const top = heading(title, [`On ${asOf}: ${stageInWords(track)}.`])
  const steps = track.steps.length === 0 ? nothing(top.end + 6) : timeline(pictured, top.end + 8)
  const effect = effectSentence(track)
  const told = effect === '' ? { markup: '', end: steps.end } : effectBox(effect, steps.end + 12)
  const foot = footing(basis, told.end + 12)
  return drawn({
    title: `${title}, as of ${asOf}`,
    description: withdrawalInWords(pictured),
    height: foot.end,
    paints,
    patterns,
    body: top.markup + steps.markup + told.markup + foot.markup,
  })
}

const nothing = (y: number): Block =>
  paragraph('The record, under these pins, holds no step towards a withdrawal.', y, 'small quiet')

/** The days that a step may lie on: its date, or for the last step the days on which the withdrawal takes effect. */
const spanOfStep = (step: Step, { takesEffect }: WithdrawalTrack): Span | null =>
  step.date?.span ?? (step.kind === 'taking_effect' ? takesEffect : null)

function timeline({ track, asOf }: WithdrawalPictured, y: number): Block {
  const days = track.steps
    .flatMap((step) => {
      const span = spanOfStep(step, track)
      return [span?.earliest, span?.latest]
    })
    .filter((day): day is Day => typeof day === 'string')
  const all = [...days, asOf].sort()
  const [first = asOf, last = asOf] = [all[0], all.at(-1)]
  const room = Math.max(20, Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000 / 10))
  const spans = track.steps.map((step) => spanOfStep(step, track))
  const before = room * (spans.some((span) => span?.earliest === null) ? 2.5 : 1)
  const after = room * (spans.some((span) => span?.latest === null) ? 2.5 : 1)
  const [begin, finish] = [addDays(first, -Math.round(before)), addDays(last, Math.round(after))]
  const x = timeScale(begin, finish, from, until)
  const rowsAt = y + 34
  const end = rowsAt + track.steps.length * rowHeight
  const now = x(asOf)
  const nowLabel = `as of ${asOf}`
  const anchor = now < from + 70 ? undefined : now > until - 60 ? 'end' : 'middle'
  return {
    markup: [
      ...track.steps.map((_, i) =>
        i % 2 === 0
          ? element('rect', {
              x: 12,
              y: rowsAt + i * rowHeight,
              width: pictureWidth - 24,
              height: rowHeight,
              rx: 6,
              class: 'band',
            })
          : '',
      ),
      element('path', {
        d: `M${short(now)} ${rowsAt - 8}V${short(end)}`,
        class: 'now',
        'stroke-width': 1.5,
        'stroke-dasharray': '3 4',
      }),
      line(nowLabel, anchor === 'end' ? Math.min(now + 10, until) : now, rowsAt - 14, 'small quiet', anchor),
      monthTicks(begin, finish, x, end),
      ...track.steps.map((step, i) => row(step, track, rowsAt + i * rowHeight, x)),
    ].join(''),
    end: end + 34,
  }
}

function monthTicks(begin: Day, finish: Day, x: (day: Day) => number, y: number): string {
  const months = roundMonths(begin, finish, 4)
  const years = months.length > 1 && months.every((month) => month.endsWith('-01'))
  const ticks = months.map((month) => ({ at: x(`${month}-01`), text: years ? month.slice(0, 4) : month }))
  const path = ticks.map(({ at }) => `M${short(at)} ${short(y)}v6`).join('')
  const named: typeof ticks = []
  for (const { at, text } of ticks) {
    const middle = Math.min(at, until - 32)
    // A name that would touch the one before it is left out.
    if (middle - (named.at(-1)?.at ?? 0) > widthOf(text, 17) + 6) named.push({ at: middle, text })
  }
  return (
    element('path', { d: `M${from} ${short(y)}H${until}${path}`, class: 'now', 'stroke-width': 1.5 }) +
    named.map(({ at, text }) => line(text, at, y + 24, 'small quiet', 'middle')).join('')
  )
}

function row(step: Step, track: WithdrawalTrack, y: number, x: (day: Day) => number): string {
  const when = `${whenOf(step, track)}${disagrees(step) ? '; sources differ' : ''}`
  const middle = y + rowHeight / 2
  return [
    element('g', { transform: `translate(${margin + 14} ${middle})` }, sign(step.status, step.plane)),
    line(nameOfStep(step), margin + 42, y + 27, 'strong'),
    line(`${step.plane}, ${step.status}`, margin + 42, y + 49, `small ${step.plane}`),
    line(when, margin + 42, y + 70, 'small quiet'),
    element('path', { d: `M${from} ${short(middle)}H${until}`, class: 'rail', 'stroke-width': 1 }),
    mark(step, spanOfStep(step, track), middle, x, [from, until]),
  ].join('')
}

function effectBox(text: string, y: number): Block {
  const texts = wrapped(text, 19, pictureWidth - 2 * margin - 24)
  const height = texts.length * 26 + 24
  return {
    markup:
      element('rect', {
        x: margin,
        y,
        width: pictureWidth - 2 * margin,
        height,
        rx: 8,
        class: 'rail',
        'stroke-width': 1.5,
      }) + lines(texts, margin + 16, y + 31, 'lead', 26),
    end: y + height,
  }
}
