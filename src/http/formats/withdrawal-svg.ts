import type { Plane } from '../../domain/acts.ts'
import { addDays, type Day, dateInWords, type Span, spanInWords } from '../../domain/partial-date.ts'
import type { Step, StepStatus, WithdrawalStage, WithdrawalTrack } from '../../domain/withdrawal.ts'
import { type Basis, type Block, basisInWords, footing, heading, paragraph } from './captions.ts'
import { drawn, element, line, lines, margin, type Paint, pictureWidth, short, timeScale, wrapped } from './drawing.ts'

/** A state's way out of a treaty, as the picture needs it. */
export type WithdrawalPictured = { state: string; treaty: string; asOf: Day; track: WithdrawalTrack; basis: Basis }

const rowHeight = 84
const from = 342
const until = pictureWidth - margin - 22

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
  'text.international': { fill: 'blue', stroke: 'none' },
  'text.domestic': { fill: 'teal', stroke: 'none' },
  'text.political': { fill: 'violet', stroke: 'none' },
}

const patterns = { hatch: { size: 7, turn: -45, ground: 'hatchGround', strokes: 'hatchStrokes', path: 'M0 3.5H7' } }

const stages: Record<WithdrawalStage, string> = {
  none: 'no withdrawal is under way',
  announced: 'announced, not notified',
  domestic: 'under way at home, not notified',
  notified: 'notified, not yet in effect',
  held: 'the period has run, an armed conflict holds it',
  effective: 'in effect',
  retracted: 'taken back',
}

/** The track of a withdrawal as SVG: its steps below each other, beside a line of time on which their dates lie. */
export function withdrawalSvg(pictured: WithdrawalPictured): string {
  const { state, treaty, asOf, track, basis } = pictured
  const title = `${state}: withdrawal from the ${treaty}`
  const top = heading(title, [`On ${asOf}: ${stages[track.stage]}.`])
  const steps = track.steps.length === 0 ? nothing(top.end + 6) : timeline(pictured, top.end + 8)
  const effect = effectSentence(track)
  const told = effect === '' ? { markup: '', end: steps.end } : effectBox(effect, steps.end + 12)
  const foot = footing(basis, told.end + 12)
  return drawn({
    title: `${title}, as of ${asOf}`,
    description: description(pictured),
    height: foot.end,
    paints,
    patterns,
    body: top.markup + steps.markup + told.markup + foot.markup,
  })
}

const nothing = (y: number): Block =>
  paragraph('The record, under these pins, holds no step towards a withdrawal.', y, 'small quiet')

const nameOfStep = ({ kind }: Step) => {
  const name = kind.replaceAll('_', ' ')
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

const whenOf = (step: Step, { takesEffect }: WithdrawalTrack): string => {
  if (step.date) return dateInWords(step.date.value)
  if (step.kind === 'taking_effect') return takesEffect ? spanInWords(takesEffect) : 'never by itself'
  return step.status === 'done' ? 'on a day not known' : 'not done yet'
}

const disagrees = ({ because }: Step) => because.some(({ rule }) => rule === 'rival_dates')

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
  const room = Math.max(20, Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000 / 9))
  const x = timeScale(addDays(first, -room), addDays(last, room), from, until)
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
      line(nowLabel, anchor === 'end' ? Math.min(now + 10, until + 22) : now, rowsAt - 14, 'small quiet', anchor),
      ...track.steps.map((step, i) => row(step, track, rowsAt + i * rowHeight, x)),
    ].join(''),
    end,
  }
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
    mark(step, spanOfStep(step, track), middle, x),
  ].join('')
}

/** A sign for how a step stands, told by its form: ticked, empty, waiting, barred. */
function sign(status: StepStatus, plane: Plane): string {
  const disc = element('circle', { r: 13, class: plane, 'stroke-width': 2 })
  const ring = element('g', { class: plane, 'stroke-width': 2.5 }, element('circle', { r: 12, class: 'ring' }))
  const stroke = { 'stroke-width': 3, 'stroke-linecap': 'round', fill: 'none' }
  if (status === 'done') return disc + element('path', { d: 'M-6 0l4 5l8-9', class: 'sign', ...stroke })
  if (status === 'pending')
    return ring + element('g', { class: plane }, element('path', { d: 'M0-6V0l4 3', ...stroke, style: 'fill:none' }))
  if (status === 'blocked') return disc + element('path', { d: 'M-6 0H6', class: 'sign', ...stroke })
  return ring
}

/** The days of a step on the line of time: a disc for a day, a bar for several, an arrow where nothing bounds them. */
function mark({ status, plane }: Step, span: Span | null, y: number, x: (day: Day) => number): string {
  if (!span || (span.earliest === null && span.latest === null)) return ''
  const { earliest, latest } = span
  const certain = status === 'done'
  if (earliest !== null && earliest === latest)
    return element('circle', { cx: x(earliest), cy: y, r: 9, class: certain ? plane : 'hatched', 'stroke-width': 2 })
  const [a, b] = [earliest === null ? from + 12 : x(earliest), latest === null ? until + 2 : x(latest)]
  const heads = [
    earliest === null && `M${short(a)} ${short(y - 13)}l-16 13l16 13Z`,
    latest === null && `M${short(b)} ${short(y - 13)}l16 13l-16 13Z`,
  ].filter(Boolean)
  const bar = element('rect', { x: a, y: y - 7, width: Math.max(b - a, 4), height: 14, class: 'hatched' })
  const bounds = [
    earliest !== null && `M${short(a)} ${short(y - 12)}v24`,
    latest !== null && `M${short(b)} ${short(y - 12)}v24`,
  ]
  const tint = certain ? 'hatched' : 'hatched'
  return (
    element('g', { class: tint }, bar) +
    element('path', { d: heads.join(''), class: plane }) +
    element('path', { d: bounds.filter(Boolean).join(''), class: plane, 'stroke-width': 4, 'stroke-linecap': 'round' })
  )
}

function effectSentence({ takesEffect, stage }: WithdrawalTrack): string {
  if (!takesEffect) return ''
  const { condition, article } = takesEffect
  const verb =
    stage === 'effective'
      ? 'Took effect'
      : stage === 'notified' || stage === 'held'
        ? 'Takes effect'
        : 'Would take effect'
  return `${verb} ${spanInWords(takesEffect)}${condition ? `: ${condition}` : ''}${article ? ` (article ${article})` : ''}.`
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

function description({ state, treaty, asOf, track, basis }: WithdrawalPictured): string {
  const done = track.steps.filter(({ status }) => status === 'done').length
  const told = track.steps.map((step, i) => {
    const differ = disagrees(step) ? ' (sources give other dates too)' : ''
    return `${i + 1}. ${nameOfStep(step)}, ${step.plane}, ${step.status}: ${whenOf(step, track)}${differ}.`
  })
  return [
    `The withdrawal of ${state} from the ${treaty} as of ${asOf}: ${stages[track.stage]}.`,
    track.steps.length === 0 ? 'The record holds no step.' : `${done} of ${track.steps.length} steps are done.`,
    ...told,
    ...(track.next ? [`Next: ${nameOfStep(track.next).toLowerCase()}.`] : []),
    ...(track.takesEffect ? [effectSentence(track)] : []),
    basisInWords(basis),
  ].join(' ')
}
