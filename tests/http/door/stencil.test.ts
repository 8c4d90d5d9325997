import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths } from '../../../src/domain/partial-date.ts'
import { dayAsked, piecesFor, stencilOf } from '../../../src/http/door/stencil.ts'

const counted = [(day: string) => day, (day: string) => addDays(day, 1), (day: string) => addMonths(day, 6)]
const someDay = fc.integer({ min: 0, max: 100_000 }).map((days) => addDays('1900-01-01', days))

describe('a text that names a day', () => {
  test('is the text for another day as it would have been written for that', () => {
    const words = fc.array(fc.oneof(fc.integer({ min: 0, max: 2 }), fc.stringMatching(/^[a-z1: "é]{0,20}$/)))
    fc.assert(
      fc.property(words, someDay, someDay, (parts, day, other) => {
        const write = (of: string) =>
          parts.map((part) => (typeof part === 'string' ? part : counted[part]?.(of))).join('')
        const stencil = stencilOf(write(day), day, counted)
        expect(stencil && piecesFor(stencil, other).join('')).toBe(write(other))
      }),
    )
  })

  test('where two counts meet in one day, there is no telling which is meant', () => {
    const monthAfter = (day: string) => `${addMonths(day, 1).slice(0, 8)}01`
    const counts = [(day: string) => addDays(day, 1), monthAfter]
    expect(stencilOf('on 2025-02-01', '2025-01-31', counts)).toBeUndefined()
    expect(stencilOf('on 2025-02-01', '2025-01-30', counts)).toBeDefined()
  })
})

describe('the day that an address asks about', () => {
  test.each(['?asOf=2025-07-01', '?limit=2&asOf=2025-07-01', '?asOf=2025-07-01&format=json'])('%s', (query) => {
    const asked = dayAsked(`/v1/a${query}`)
    expect(asked?.day).toBe('2025-07-01')
    expect(`${asked?.before}${asked?.day}${asked?.after}`).toBe(`/v1/a${query}`)
  })

  test.each([
    ['no day', '/v1/a?limit=2'],
    ['a word', '/v1/a?asOf=today'],
    ['a day that does not exist', '/v1/a?asOf=2025-02-30'],
    ['a month', '/v1/a?asOf=2025-07'],
    ['more than a day', '/v1/a?asOf=2025-07-011'],
    ['an escape', '/v1/a?asOf=2025%2D07-01'],
    ['another parameter', '/v1/a?hasOf=2025-07-01'],
    ['a part of the path', '/v1/asOf=2025-07-01'],
    ['nothing', '/v1/a?asOf='],
  ])('%s is left to the routes', (_, url) => {
    expect(dayAsked(url)).toBeUndefined()
  })
})
