import type { KnownStanding } from '../../domain/evidence.ts'
import { type Basis, type Block, basisInWords, counted, footing, heading, inSentence, paragraph } from './captions.ts'
import { drawn, element, escaped, line, margin, type Paint, type Pattern, pictureWidth } from './drawing.ts'
import { type Area, type Point, type World, worldOf } from './world.ts'

export type StandingPictured = KnownStanding | 'unknown'
export type StatePictured = { id: string; m49: string | null; name: string; standing: StandingPictured }

/** The standing of every state of the record in a treaty on a day, as the picture needs it. */
export type MembersPictured = { treaty: string; states: StatePictured[]; basis: Basis }

const edge = 8
const order: StandingPictured[] = ['party', 'contracting_state', 'signatory', 'former_party', 'not_party', 'unknown']

const words: Record<StandingPictured, string> = {
  party: 'Party',
  contracting_state: 'Contracting state',
  signatory: 'Signatory',
  former_party: 'Former party',
  not_party: 'Not a party',
  unknown: 'Not known',
}

const looks: Record<StandingPictured, string> = {
  party: 'filled',
  contracting_state: 'horizontal lines',
  signatory: 'slanting lines',
  former_party: 'crossed lines',
  not_party: 'pale',
  unknown: 'dotted',
}

/** The shape of a dot, so that it tells the standing where no pattern can be seen. */
const dots: Record<StandingPictured, string> = {
  party: 'M-3.6 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0Z',
  contracting_state: 'M0-4.6L4.6 0L0 4.6L-4.6 0Z',
  signatory: 'M0-4.4L4.4 3.4H-4.4Z',
  former_party: 'M-3.6-3.6L3.6 3.6M3.6-3.6L-3.6 3.6',
  not_party: 'M-3.4 0a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0-6.8 0Z',
  unknown: 'M-3.2-3.2H3.2V3.2H-3.2Z',
}

const paints: Record<string, Paint> = {
  sea: { fill: 'sea', stroke: 'line' },
  border: { stroke: 'paper' },
  blank: { fill: 'blank', stroke: 'coast' },
  party: { fill: 'blue', stroke: 'paper' },
  contracting_state: { fill: '#contracting', stroke: 'teal' },
  signatory: { fill: '#signatory', stroke: 'violet' },
  former_party: { fill: '#former', stroke: 'orange' },
  not_party: { fill: 'sand', stroke: 'paper' },
  unknown: { fill: '#unknown', stroke: 'grey' },
  'dot-party': { fill: 'blue', stroke: 'paper' },
  'dot-contracting_state': { fill: 'teal', stroke: 'paper' },
  'dot-signatory': { fill: 'violet', stroke: 'paper' },
  'dot-former_party': { fill: 'none', stroke: 'orange' },
  'dot-not_party': { fill: 'sand', stroke: 'ink' },
  'dot-unknown': { fill: 'paper', stroke: 'ink' },
  contractingGround: { fill: 'paleTeal' },
  contractingStrokes: { fill: 'none', stroke: 'teal' },
  signatoryGround: { fill: 'paleViolet' },
  signatoryStrokes: { fill: 'none', stroke: 'violet' },
  formerGround: { fill: 'paleOrange' },
  formerStrokes: { fill: 'none', stroke: 'orange' },
  unknownGround: { fill: 'paper' },
  unknownStrokes: { fill: 'grey' },
}

const pattern = (name: string, size: number, path: string, turn?: number): Pattern => ({
  size,
  path,
  turn,
  ground: `${name}Ground`,
  strokes: `${name}Strokes`,
})

const patterns: Record<string, Pattern> = {
  contracting: pattern('contracting', 4, 'M0 2H4'),
  signatory: pattern('signatory', 4, 'M0 2H4', -45),
  former: pattern('former', 5, 'M0 2.5H5M2.5 0V5', 45),
  unknown: pattern('unknown', 4, 'M1 1h1.4v1.4h-1.4z'),
}

/** A map of the world by standing in a treaty as SVG; what is too small to draw is a dot whose shape tells the standing. */
export function membersSvg({ treaty, states, basis }: MembersPictured): string {
  const world = worldOf(pictureWidth - 2 * edge)
  const day = basis.pins.asOf ?? basis.pins.knownOn
  const title = `${treaty}: who is a party on ${day}`
  const top = heading(`${treaty}: who is a party`, [sentence(states, day)])
  const stateOf = new Map(states.filter(({ m49 }) => m49 !== null).map((state) => [state.m49, state]))
  const drawnAs = new Set(world.areas.map(({ m49 }) => m49))
  const small = states.filter(({ m49 }) => m49 !== null && !drawnAs.has(m49) && world.pointOf.has(m49))
  const placed = new Set(small.map(({ id }) => id))
  const nowhere = states.filter(({ id, m49 }) => !drawnAs.has(m49) && !placed.has(id))
  const blank = world.areas.filter(({ m49 }) => !stateOf.has(m49))
  const map = element(
    'g',
    { transform: `translate(${edge} ${top.end + 10})`, 'stroke-linejoin': 'round', 'stroke-width': 0.5 },
    element('path', { d: world.edge, class: 'sea', 'stroke-width': 1 }),
    ...blank.map((area) => shapeOf(area)),
    ...world.areas.map((area) => (stateOf.has(area.m49) ? shapeOf(area, stateOf.get(area.m49)) : '')),
    ...dotsOf(small, world),
  )
  const key = legend(states, blank.length > 0, top.end + world.height + 26)
  const beside = besides(nowhere, key.end + 6)
  const foot = footing(basis, beside.end + 6)
  return drawn({
    title,
    description: description({ treaty, states, basis }, small, nowhere, blank),
    height: foot.end,
    paints,
    patterns,
    body: top.markup + map + key.markup + beside.markup + foot.markup,
  })
}

const inOrder = (states: StatePictured[]) =>
  order.map((standing) => ({ standing, all: states.filter((state) => state.standing === standing) }))

function sentence(states: StatePictured[], day: string): string {
  const numbers = inOrder(states).map(({ all }) => all.length)
  const [party = 0] = numbers
  const unknown = numbers.at(-1) ?? 0
  const open = unknown === 0 ? '' : `; of ${unknown} the standing is not known`
  return `On ${day}: ${counted(party, 'party', 'parties')} of ${states.length}${open}.`
}

const tip = ({ name, standing }: StatePictured) =>
  element('title', {}, escaped(`${name}: ${words[standing].toLowerCase()}`))

function shapeOf({ path, name }: Area, state?: StatePictured): string {
  if (!state)
    return element(
      'path',
      { d: path, class: 'blank' },
      element('title', {}, escaped(`${name}: not in the record as a state`)),
    )
  return element('path', { d: path, class: state.standing, 'data-state': state.id }, tip(state))
}

function dotsOf(states: StatePictured[], world: World): string[] {
  const points = apart(states.map(({ m49 }): Point => [...(world.pointOf.get(m49 ?? '') ?? ([0, 0] as Point))]))
  return states.map((state, i) => dotOf(state, points[i] ?? [0, 0]))
}

const dotOf = (state: StatePictured, [x, y]: Point) =>
  element(
    'g',
    { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`, 'data-state': state.id },
    dot(state.standing),
    tip(state),
  )

const dot = (standing: StandingPictured) =>
  element('path', {
    d: dots[standing],
    class: `dot-${standing}`,
    'stroke-width': standing === 'former_party' ? 2.2 : 1,
  })

/** The points moved as little as it takes for dots not to cover each other. */
function apart(points: Point[], distance = 8): Point[] {
  for (let round = 0; round < 60; round++) {
    for (const [i, a] of points.entries()) {
      for (const b of points.slice(i + 1)) {
        const [across, down] = [b[0] - a[0], b[1] - a[1]]
        const between = Math.hypot(across, down) || 0.01
        if (between >= distance) continue
        const push = (distance - between) / 2 / between
        a[0] -= across * push
        a[1] -= down * push
        b[0] += across * push
        b[1] += down * push
      }
    }
  }
  return points
}

function legend(states: StatePictured[], blank: boolean, y: number): Block {
  const entries = [
    ...inOrder(states).map(({ standing, all }) => ({
      look: standing as string,
      text: `${words[standing]}: ${all.length}`,
      mark: dot(standing),
    })),
    ...(blank ? [{ look: 'blank', text: 'Not in the record as a state', mark: '' }] : []),
  ]
  const column = (pictureWidth - 2 * margin) / 2
  const rows = Math.ceil(entries.length / 2)
  const markup = entries.map(({ look, text, mark }, i) => {
    const [x, at] = [margin + Math.floor(i / rows) * column, y + (i % rows) * 30]
    return (
      element('rect', { x, y: at, width: 34, height: 20, rx: 3, class: look, 'stroke-width': 1 }) +
      (mark && element('g', { transform: `translate(${x + 48} ${at + 10}) scale(1.4)` }, mark)) +
      line(text, x + (mark ? 64 : 44), at + 16, 'lead')
    )
  })
  return { markup: markup.join(''), end: y + rows * 30 }
}

/** What has no place of its own on a map, such as an organisation, with its standing in words. */
function besides(states: StatePictured[], y: number): Block {
  if (states.length === 0) return { markup: '', end: y }
  const text = states.map(({ name, standing }) => `${name}: ${words[standing].toLowerCase()}`).join('; ')
  const told = paragraph(`Counted, but without a place on the map: ${text}.`, y)
  return { markup: element('g', { 'data-state': states.map(({ id }) => id).join(' ') }, told.markup), end: told.end }
}

function description(
  { treaty, states, basis }: MembersPictured,
  small: StatePictured[],
  nowhere: StatePictured[],
  blank: Area[],
): string {
  const day = basis.pins.asOf ?? basis.pins.knownOn
  const groups = inOrder(states)
  const largest = groups.reduce((best, group) => (group.all.length > best.all.length ? group : best))
  const told = groups.map(({ standing, all }) => {
    const names =
      standing === largest.standing || all.length === 0 ? '' : ` (${inSentence(all.map(({ name }) => name))})`
    return `${words[standing]} (${looks[standing]}): ${all.length}${names}.`
  })
  return [
    `A map of the world by standing in the ${treaty} on ${day}, of ${counted(states.length, 'state or organisation', 'states and organisations')}.`,
    ...told,
    `${counted(small.length, 'state', 'states')} too small to draw ${small.length === 1 ? 'is a dot' : 'are dots'} whose shape tells the standing.`,
    ...(nowhere.length > 0 ? [`Without a place on the map: ${inSentence(nowhere.map(({ name }) => name))}.`] : []),
    `Shapes and borders, disputed ones too, are left as Natural Earth draws them (1:110 million, by way of world-atlas) and say nothing of anyone's title to territory; treaties may reach further or less far than a shape.`,
    ...(blank.length > 0
      ? [`Left blank, being no state of the record: ${inSentence(blank.map(({ name }) => name))}.`]
      : []),
    basisInWords(basis),
  ].join(' ')
}
