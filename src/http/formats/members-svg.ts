import { type Block, footing, heading, paragraph } from './captions.ts'
import { drawn, element, line, margin, pictureWidth, short } from './drawing.ts'
import {
  dayOf,
  formerStatesOnDay,
  inOrder,
  type MembersPictured,
  membersInWords,
  type StatePictured,
  sentenceOfBorders,
  sentenceOfDay,
} from './members-words.ts'
import {
  dots,
  standingPaints as paints,
  standingPatterns as patterns,
  type StandingPictured,
  words,
} from './standing-looks.ts'
import { type Area, type Point, worldOf } from './world.ts'
import { escaped } from './xml.ts'

const edge = 8

/** A map of the world by standing in a treaty as SVG; what is too small to draw is a dot whose shape tells the standing. */
export function membersSvg(members: MembersPictured): string {
  const { treaty, states, basis } = members
  const world = worldOf(pictureWidth - 2 * edge)
  const day = dayOf(members)
  const title = `${treaty}: who is a party on ${day}`
  const top = heading(`${treaty}: who is a party`, [sentenceOfDay(states, day)])
  const areaOf = new Map(world.areas.map((area) => [area.m49, area]))
  const onMap = (state: StatePictured) => state.m49 !== null && (areaOf.has(state.m49) || world.pointOf.has(state.m49))
  const small = states.filter((state) => onMap(state) && world.pointOf.has(state.m49 ?? ''))
  const large = states.filter((state) => onMap(state) && !small.includes(state))
  const nowhere = states.filter((state) => !onMap(state))
  const known = new Set(states.map(({ m49 }) => m49))
  const blank = world.areas.filter(({ m49 }) => m49 === null || !known.has(m49))
  const points = apart(small.map(({ m49 }): Point => [...(world.pointOf.get(m49 ?? '') ?? ([0, 0] as Point))]))
  const map = element(
    'g',
    { transform: `translate(${edge} ${top.end + 10})`, 'stroke-linejoin': 'round', 'stroke-width': 0.5 },
    element('path', { d: world.edge, class: 'sea', 'stroke-width': 1 }),
    ...blank.map(({ name, path }) =>
      element(
        'path',
        { d: path, class: 'blank' },
        element('title', {}, escaped(`${name}: not in the record as a state`)),
      ),
    ),
    // The dots last, so that no shape covers them.
    ...large.map((state) => placed(state, areaOf.get(state.m49))),
    ...small.map((state, i) => placed(state, areaOf.get(state.m49), points[i])),
  )
  const key = legend(states, blank.length > 0, top.end + world.height + 26)
  const beside = besides(nowhere, key.end + 6)
  const told = formerStatesOnDay(members)
  const former = told === '' ? { markup: '', end: beside.end } : paragraph(told, beside.end + 6)
  const borders = paragraph(sentenceOfBorders, former.end + 6, 'small quiet')
  const foot = footing(basis, borders.end + 6)
  return drawn({
    title,
    description: membersInWords(members, small, nowhere, blank),
    height: foot.end,
    paints,
    patterns,
    body: top.markup + map + key.markup + beside.markup + former.markup + borders.markup + foot.markup,
  })
}

/** A state on the map: its shape where it has one at this scale, and a dot where that cannot be seen. */
function placed(state: StatePictured, area: Area | undefined, point?: Point): string {
  return element(
    'g',
    { 'data-state': state.id },
    element('title', {}, escaped(`${state.name}: ${words[state.standing].toLowerCase()}`)),
    area ? element('path', { d: area.path, class: state.standing }) : '',
    point ? element('g', { transform: `translate(${short(point[0])} ${short(point[1])})` }, dot(state.standing)) : '',
  )
}

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
