import fastJson, { type Schema } from 'fast-json-stringify'
import { expect, test } from 'vitest'
import { components } from '../../src/http/components/component.ts'
import { MemberList, MembershipAnswer } from '../../src/http/components/members.ts'
import { membershipOf } from '../../src/http/membership.ts'
import { piece, writeInPieces } from '../../src/http/pieces.ts'
import { pinOf } from '../../src/http/pins.ts'
import { send, snapshot, today } from './exchange.ts'

const { database } = snapshot
const context = { snapshot: () => snapshot, today: () => today }
const named = Object.fromEntries(components.map((one) => [(one as { $id?: string }).$id, one])) as Record<
  string,
  Schema
>
const writeWhole = fastJson(MembershipAnswer as unknown as Schema, { schema: named })
const writeList = fastJson(MemberList as unknown as Schema, { schema: named })

test.each(['mine-ban', 'cluster-munitions', 'nuclear-test-ban', 'civil-political-rights', 'arms-trade'])(
  'a membership of %s is written in pieces as its schema writes it whole',
  (treaty) => {
    for (const state of ['UKR', 'FIN', 'LTU', 'RUS', 'MNE', 'PRK', 'USA', 'SSD', 'XYZ'])
      for (const asOf of [
        '1990-01-01',
        '2005-12-27',
        '2025-06-30',
        '2025-07-01',
        '2025-07-20',
        '2026-01-10',
        '2040-01-01',
      ]) {
        const pins = { asOf, knownOn: today, accordingTo: 'all' as const }
        const data = membershipOf(database, treaty, state, pins)
        const answer = { data, pin: pinOf(context, pins), links: { self: '/', permalink: '/' } }
        expect(writeInPieces(answer).toString()).toBe(writeWhole(answer))
      }
  },
)

test.each([
  'limit=200',
  'limit=7&standing=party',
  'limit=30&accordingTo=article&knownOn=2025-06-01',
  'standing=unknown&asOf=1890-01-01',
])('a list of members with %s is written as its schema writes it', async (query) => {
  const { body } = await send(`/v1/treaties/mine-ban/members?${query}`)
  expect(body).toBe(writeList(JSON.parse(body)))
})

test('a piece is written once, inside another one too, and any text comes through', () => {
  const inner = piece({ name: 'Côte d’Ivoire "\u2028" \ud83d\ude00 \n' })
  const outer = piece({ inner, list: [inner, null, 1.5, true, []] })
  const answer = { outer, empty: {}, left: undefined, more: [outer, outer], long: 'é'.repeat(100_000) }
  expect(JSON.parse(writeInPieces(answer).toString())).toEqual(JSON.parse(JSON.stringify(answer)))
  const before = writeInPieces({ outer }).toString()
  inner.name = 'changed after it was written'
  expect(writeInPieces({ outer }).toString()).toBe(before)
})

test('a short text finds room for three octets a letter at the end of a sheet', () => {
  for (let first = 63_000; first <= 1 << 16; first += 100) {
    const answer = { first: Object.freeze(['a'.repeat(first)]), second: '’'.repeat(1000) }
    piece(answer.first)
    expect(writeInPieces(answer).toString()).toBe(JSON.stringify(answer))
  }
})

test.each([30_000, 100_000])('%i letters that take three octets each come through whole', (letters) => {
  const answer = { long: '’'.repeat(letters) }
  expect(writeInPieces(answer).toString()).toBe(JSON.stringify(answer))
})
