import { writeFileSync } from 'node:fs'
import { type GeoGeometryObjects, geoArea, geoCentroid } from 'd3-geo'
import { unitsOf } from './world.ts'

// Writes `middles-of-units.json`: to work it out takes half a second and some sixty megabytes, which no server spends on points
// that never move. Run it when `world-atlas` has changed: npx node src/http/formats/middles-of-units.ts

/** Of every unit that Natural Earth draws at 10 m its code of the UN and its middle, as longitude and latitude. */
export const middlesOfUnits = (): [m49: string, middle: [number, number]][] =>
  unitsOf('world-atlas/countries-10m.json').flatMap(({ m49, shape }) => (m49 === null ? [] : [[m49, middleOf(shape)]]))

/** The middle of the largest part of a shape, so that the point of a group of islands lies on one of them. */
function middleOf(shape: GeoGeometryObjects): [number, number] {
  if (shape.type !== 'MultiPolygon') return geoCentroid(shape)
  const parts = shape.coordinates.map((coordinates) => ({ type: 'Polygon' as const, coordinates }))
  const largest = parts.reduce((best, part) => (geoArea(part) > geoArea(best) ? part : best))
  return geoCentroid(largest)
}

if (import.meta.main) {
  const lines = middlesOfUnits().map((one) => `  ${JSON.stringify(one).replaceAll(',', ', ')}`)
  writeFileSync(new URL('middles-of-units.json', import.meta.url), `[\n${lines.join(',\n')}\n]\n`)
}
