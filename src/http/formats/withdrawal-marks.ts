import type { Plane } from '../../domain/acts.ts'
import type { Day, Span } from '../../domain/partial-date.ts'
import type { Step, StepStatus } from '../../domain/withdrawal.ts'
import { element, short } from './drawing.ts'

/** A sign for how a step stands, told by its form: ticked, empty, waiting, barred. */
export function sign(status: StepStatus, plane: Plane): string {
  const disc = element('circle', { r: 13, class: plane, 'stroke-width': 2 })
  const ring = element('g', { class: plane, 'stroke-width': 2.5 }, element('circle', { r: 12, class: 'ring' }))
  const stroke = { 'stroke-width': 3, 'stroke-linecap': 'round', fill: 'none' }
  if (status === 'done') return disc + element('path', { d: 'M-6 0l4 5l8-9', class: 'sign', ...stroke })
  if (status === 'pending')
    return ring + element('g', { class: plane }, element('path', { d: 'M0-6V0l4 3', ...stroke, style: 'fill:none' }))
  if (status === 'blocked') return disc + element('path', { d: 'M-6 0H6', class: 'sign', ...stroke })
  return ring
}

/** The days of a step on a line of time: a disc for a day, a bar for several, an arrow where nothing bounds them. */
export function mark(
  { status, plane }: Step,
  span: Span | null,
  y: number,
  x: (day: Day) => number,
  [from, until]: [number, number],
): string {
  if (!span || (span.earliest === null && span.latest === null)) return ''
  const { earliest, latest } = span
  // What is done is filled, what is still to come hatched.
  const look = status === 'done' ? { class: plane, 'fill-opacity': 0.4 } : { class: `hatched ${plane}-edge` }
  if (earliest !== null && earliest === latest)
    return element('circle', {
      cx: x(earliest),
      cy: y,
      r: 9,
      class: status === 'done' ? plane : look.class,
      'stroke-width': 2,
    })
  const [a, b] = [earliest === null ? from + 16 : x(earliest), latest === null ? until - 16 : x(latest)]
  const heads = [
    earliest === null && `M${short(a)} ${short(y - 12)}l-16 12l16 12Z`,
    latest === null && `M${short(b)} ${short(y - 12)}l16 12l-16 12Z`,
  ]
  const bounds = [
    earliest !== null && `M${short(a)} ${short(y - 12)}v24`,
    latest !== null && `M${short(b)} ${short(y - 12)}v24`,
  ]
  return [
    element('rect', { x: a, y: y - 7, width: Math.max(b - a, 3), height: 14, ...look }),
    element('path', { d: heads.filter(Boolean).join(''), class: plane }),
    element('path', {
      d: bounds.filter(Boolean).join(''),
      class: plane,
      'stroke-width': 4,
      'stroke-linecap': 'round',
    }),
  ].join('')
}
