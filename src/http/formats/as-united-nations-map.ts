import { type GeoGeometryObjects, geoContains } from 'd3-geo'

/** A unit of Natural Earth; `m49` is null where it has no code of the UN. */
export type Unit = { m49: string | null; name: string; shape: GeoGeometryObjects }

type Polygons = Extract<GeoGeometryObjects, { type: 'MultiPolygon' }>['coordinates']
type Ring = Polygons[number][number]

const russia = '643'
const ukraine = '804'
const morocco = '504'
const westernSahara = '732'

const inCrimea: [number, number] = [34.3, 45.3]
const northernEdgeOfWesternSahara = 27 + 40 / 60

/**
 * The units of Natural Earth, which draws who holds a land, as the maps of the United Nations have them where that would
 * colour a land by the standing of a state that they do not count it to: Crimea is of Ukraine, not of Russia, and Western
 * Sahara is whole, and not of Morocco. Every line is one of Natural Earth's own, but for the straight north of Western Sahara.
 */
export function asUnitedNationsMap(units: Unit[]): Unit[] {
  const polygonsOf = (m49: string) => polygonsIn(units.find((unit) => unit.m49 === m49)?.shape)
  const isCrimea = (polygon: Ring[]) => geoContains({ type: 'Polygon', coordinates: polygon }, inCrimea)
  const [crimea] = polygonsOf(russia).filter(isCrimea)
  const [[coast = []] = []] = polygonsOf(morocco)
  const [north, south] = cutAt(northernEdgeOfWesternSahara, coast)
  const changed = new Map([
    [russia, polygonsOf(russia).filter((polygon) => polygon !== crimea)],
    [ukraine, joined(polygonsOf(ukraine), crimea?.[0])],
    [morocco, [[north]]],
    [westernSahara, joined(polygonsOf(westernSahara), south)],
  ])
  return units.map((unit) => {
    const coordinates = changed.get(unit.m49 ?? '')
    return coordinates ? { ...unit, shape: { type: 'MultiPolygon', coordinates } } : unit
  })
}

function polygonsIn(shape: GeoGeometryObjects | undefined): Polygons {
  if (shape?.type === 'Polygon') return [shape.coordinates]
  if (shape?.type === 'MultiPolygon') return shape.coordinates
  throw new Error('Natural Earth has no such shape')
}

/** What of a ring lies north of a latitude, and what lies south of it, each with the two points between which it is cut. */
function cutAt(latitude: number, ring: Ring): [north: Ring, south: Ring] {
  const isSouth = ([, y = 0]: Ring[number]) => y < latitude
  const south = ring.filter(isSouth)
  const ends = [south[0], south.at(-1)]
  const north = ring.filter((point) => !isSouth(point) || ends.includes(point))
  return [north, [...south, ...south.slice(0, 1)]]
}

/** Polygons, the first of which has a border in common with a ring, with that border taken away. */
function joined([[first = []] = [], ...others]: Polygons, ring: Ring = []): Polygons {
  const stepsOf = (points: Ring) =>
    points.slice(1).map((to, i) => ({ from: String(points[i]), to: String(to), point: to }))
  const steps = [...stepsOf(first), ...stepsOf(ring)]
  const back = new Set(steps.map(({ from, to }) => `${to} ${from}`))
  const next = new Map(
    steps.filter(({ from, to }) => !back.has(`${from} ${to}`)).map((step) => [step.from, step] as const),
  )
  const [start] = next.values()
  const all: Ring = []
  for (let step = start; step && all.length < next.size; step = next.get(step.to)) all.push(step.point)
  return [[[...all.slice(-1), ...all]], ...others]
}
