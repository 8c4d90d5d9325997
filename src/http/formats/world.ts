import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { geoEqualEarth, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import { inProject } from '../../project.ts'
import { asUnitedNationsMap, type Unit } from './as-united-nations-map.ts'

type Topology = Parameters<typeof feature>[0]

/** A unit as it is drawn. */
export type Area = { m49: string | null; name: string; path: string }
export type Point = [x: number, y: number]

/** The world on paper of a width: its edge, the areas that are large enough to draw, and a point in each unit that is too small to be seen. */
export type World = { height: number; edge: string; areas: Area[]; pointOf: ReadonlyMap<string, Point> }

/** The units of a file of world-atlas, which has them of Natural Earth (public domain). */
export function unitsOf(file: string): Unit[] {
  // Read, not required: what is required is kept.
  const path = createRequire(import.meta.url).resolve(file)
  const topology = JSON.parse(readFileSync(path, 'utf8')) as Topology
  const { countries } = topology.objects
  if (countries?.type !== 'GeometryCollection') throw new Error(`${file} holds no collection of countries`)
  return feature(topology, countries).features.map(({ id, properties, geometry }) => ({
    m49: id === undefined ? null : String(id),
    name: String((properties as { name?: unknown } | null)?.name ?? ''),
    shape: geometry,
  }))
}

// The middle of every unit there is, small ones too: `middles-of-units.ts` works them out.
const middles = (): [m49: string, middle: Point][] =>
  JSON.parse(readFileSync(inProject('src/http/formats/middles-of-units.json'), 'utf8'))

const made = new Map<number, World>()

/** The world in the Equal Earth projection, in which areas compare truly; made once for each width. */
export function worldOf(width: number): World {
  const world = made.get(width) ?? drawWorld(width)
  made.set(width, world)
  return world
}

// The area of paper from which on a shape shows its colour and its pattern.
const seen = 7

function drawWorld(width: number): World {
  const projection = geoEqualEarth().fitWidth(width, { type: 'Sphere' })
  const path = geoPath(projection).digits(1)
  const [, [, height]] = path.bounds({ type: 'Sphere' })
  const drawn = asUnitedNationsMap(unitsOf('world-atlas/countries-110m.json'))
  const areas = drawn.map(({ m49, name, shape }) => ({ m49, name, path: relative(path(shape) ?? '') }))
  const large = new Set(drawn.filter(({ shape }) => path.area(shape) >= seen).map(({ m49 }) => m49))
  const pointOf = new Map<string, Point>()
  for (const [m49, middle] of middles()) {
    if (large.has(m49)) continue
    const point = projection(middle)
    if (point) pointOf.set(m49, point)
  }
  return { height, edge: relative(path({ type: 'Sphere' }) ?? ''), areas, pointOf }
}

/** A path of straight lines with each point told from the one before, in tenths that are shorter to write. */
function relative(path: string): string {
  return path
    .split('Z')
    .filter(Boolean)
    .map((ring) => {
      const points = ring
        .slice(1)
        .split('L')
        .map((point) => point.split(',').map((number) => Math.round(Number(number) * 10)))
      const steps = points.slice(1).map(([x = 0, y = 0], i) => [x - (points[i]?.[0] ?? 0), y - (points[i]?.[1] ?? 0)])
      const [x = 0, y = 0] = points[0] ?? []
      const written = steps.filter(([across, down]) => across !== 0 || down !== 0).map((step) => numbers(step))
      // A ring so small that it is one point has no line; a path that says so is drawn only up to there.
      if (written.length === 0) return ''
      return `M${numbers([x, y])}l${written.join(' ').replaceAll(' -', '-')}Z`
    })
    .join('')
}

const numbers = (tenths: number[]): string =>
  tenths.map((tenth, i) => `${i > 0 && tenth >= 0 ? ',' : ''}${String(tenth / 10).replace(/^(-?)0\./, '$1.')}`).join('')
