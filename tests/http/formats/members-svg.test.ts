import { readFileSync } from 'node:fs'
import { geoContains } from 'd3-geo'
import { describe, expect, test } from 'vitest'
import { asUnitedNationsMap } from '../../../src/http/formats/as-united-nations-map.ts'
import { membersSvg } from '../../../src/http/formats/members-svg.ts'
import type { MembersPictured, StatePictured } from '../../../src/http/formats/members-words.ts'
import { middlesOfUnits } from '../../../src/http/formats/middles-of-units.ts'
import { unitsOf, worldOf } from '../../../src/http/formats/world.ts'
import { readSvg } from './svg.ts'

const states: StatePictured[] = [
  { id: 'FRA', m49: '250', name: 'France', standing: 'party' },
  { id: 'CIV', m49: '384', name: "Côte d'<Ivoire>", standing: 'contracting_state' },
  { id: 'BRA', m49: '076', name: 'Brazil', standing: 'signatory' },
  { id: 'CAN', m49: '124', name: 'Canada', standing: 'former_party' },
  { id: 'USA', m49: '840', name: 'United States of America', standing: 'not_party' },
  { id: 'LUX', m49: '442', name: 'Luxembourg', standing: 'unknown' },
  { id: 'TUV', m49: '798', name: 'Tuvalu', standing: 'party' },
  { id: 'EUE', m49: null, name: 'European Union', standing: 'not_party' },
  { id: 'XXX', m49: '999', name: 'Elsewhere', standing: 'party' },
]
const pins = { asOf: '2025-07-01', knownOn: '2025-06-01', accordingTo: 'all' as const }
const basis = { pins, record: '0123456789abcdef', list: null }
const draw = (some: StatePictured[], more: Partial<MembersPictured> = {}) =>
  readSvg(membersSvg({ treaty: 'Treaty', formerStatesUntil: null, states: some, basis, ...more }))

describe('the map of members', () => {
  const map = draw(states)

  test('has every state exactly once, whatever its size', () => {
    expect(map.states).toEqual(states.map(({ id }) => id).sort())
  })

  test('counts each standing in its legend and in words, with the names', () => {
    expect(map.words).toEqual(
      expect.arrayContaining([
        'Party: 3',
        'Contracting state: 1',
        'Signatory: 1',
        'Former party: 1',
        'Not a party: 2',
        'Not known: 1',
      ]),
    )
    expect(map.title).toBe('Treaty: who is a party on 2025-07-01')
    expect(map.description).toContain("Contracting state (horizontal lines): 1 (Côte d'<Ivoire>).")
    expect(map.description).toContain('Not a party (pale): 2 (United States of America and European Union).')
    expect(map.description).toContain('As of 2025-07-01; known on 2025-06-01; according to all sources')
  })

  test('tells standings by patterns and by the shapes of dots, not by colour alone', () => {
    for (const name of ['contracting_state', 'signatory', 'former_party', 'unknown'])
      expect(map.style).toContain(`#${map.id} .${name}{fill:url(#${map.id}-`)
    const dots = ['party', 'contracting_state', 'signatory', 'former_party', 'not_party', 'unknown'].map(
      (name) => map.byClass(`dot-${name}`)[0]?.attribs.d,
    )
    expect(new Set(dots).size).toBe(6)
  })

  test('what is too small to be seen is a dot; what lies nowhere is told in words', () => {
    expect(map.description).toContain('2 states too small to be seen are dots')
    expect(map.words.join(' ')).toContain('European Union: not a party; Elsewhere: party.')
  })

  test('says in the picture itself what its borders are worth', () => {
    expect(map.words.join(' ')).toMatch(/Crimea and Western Sahara as .* they say nothing of anyone's title/)
    expect(map.description).toContain('Crimea is drawn as part of Ukraine (United Nations General Assembly resolution')
  })

  test.each([
    ['1992-12-31', '1992-12-31', true],
    ['1993-01-01', '1992-12-31', false],
    ['1990-01-01', null, false],
  ])('of %s, of a treaty that was open to former states until %s, says that they are not counted: %s', (...one) => {
    const [asOf, formerStatesUntil, isSaid] = one
    const said = 'States that no longer exist are not in the record: numbers until 1992 can be too low.'
    const old = draw(states, { formerStatesUntil, basis: { ...basis, pins: { ...pins, asOf } } })
    expect([old.description.includes(said), old.words.join(' ').includes(said)]).toEqual([isSaid, isSaid])
  })

  test('leaves blank what is no state of the record, and borders as they are given', () => {
    expect(map.description).toContain('disputed ones too, are left as Natural Earth draws them')
    expect(map.description).toContain('Greenland')
    expect(map.byClass('blank').length).toBeGreaterThan(100)
  })
})

describe('lands that Natural Earth draws by who holds them', () => {
  const units = asUnitedNationsMap(unitsOf('world-atlas/countries-110m.json'))
  const unitsAt = (place: [number, number]) =>
    units.filter(({ shape }) => geoContains(shape, place)).map(({ name }) => name)

  test('Crimea is of one piece with Ukraine, and no part of Russia', () => {
    for (const place of [
      [34.1, 44.9],
      [33.6, 45.4],
      [36.2, 45.3],
    ] as const)
      expect(unitsAt([...place])).toEqual(['Ukraine'])
    expect(units.find(({ name }) => name === 'Ukraine')?.shape).toMatchObject({ coordinates: { length: 1 } })
    for (const place of [
      [37.5, 55.7],
      [38.9, 45.0],
    ] as const)
      expect(unitsAt([...place])).toEqual(['Russia'])
  })

  test('Western Sahara is whole on both sides of the berm, and no part of Morocco', () => {
    for (const place of [
      [-13.2, 27.0],
      [-15.5, 23.0],
      [-11.0, 26.3],
      [-8.9, 27.3],
    ] as const)
      expect(unitsAt([...place])).toEqual(['W. Sahara'])
    for (const place of [
      [-7, 32],
      [-11.5, 27.9],
      [-9, 28.2],
    ] as const)
      expect(unitsAt([...place])).toEqual(['Morocco'])
  })

  test('nothing else is changed', () => {
    const names = ['Russia', 'Ukraine', 'Morocco', 'W. Sahara']
    const others = (all: typeof units) => all.filter(({ name }) => !names.includes(name))
    expect(others(units)).toEqual(others(unitsOf('world-atlas/countries-110m.json')))
  })
})

describe('the world', () => {
  const world = worldOf(704)

  test('lies on its paper, points and all', () => {
    for (const [x, y] of world.pointOf.values()) {
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(704)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(world.height)
    }
  })

  test('has the middles of its units at hand as they are worked out', () => {
    const file = new URL('../../../src/http/formats/middles-of-units.json', import.meta.url)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(middlesOfUnits())
  })

  test('has for every unit with a code a shape that can be seen, or a point', () => {
    for (const m49 of ['250', '442', '336', '798', '674', '296', '702']) {
      const shape = world.areas.some((area) => area.m49 === m49)
      expect(shape || world.pointOf.has(m49)).toBe(true)
    }
  })

  test('is short: every shape in tenths, from point to point', () => {
    for (const { path } of world.areas) expect(path).toMatch(/^(M[\d.,-]+l[\d.,\s-]+Z)+$/)
  })
})
