import fc from 'fast-check'
import type { FastifyRequest } from 'fastify'
import { expect, test } from 'vitest'
import { pathWith } from '../../src/http/links.ts'

const word = fc.stringMatching(/^[\w.*~:+%,-]{0,6}$/)
const name = fc.constantFrom('asOf', 'knownOn', 'states', 'as', 'x')
const path = fc
  .array(fc.stringMatching(/^[\w.~-]{0,5}$/), { minLength: 1, maxLength: 4 })
  .map((parts) => `/${parts.join('/')}`)
const query = fc.array(
  fc.oneof(
    fc.tuple(name, word).map(([key, value]) => `${key}=${value}`),
    word,
  ),
  { maxLength: 5 },
)
const changes = fc.dictionary(name, fc.option(word, { nil: undefined }))

test('a path with other parameters is what a URL makes of it', () => {
  fc.assert(
    fc.property(path, fc.option(query), changes, (at, given, changed) => {
      const url = given === null ? at : `${at}?${given.join('&')}`
      // A path that begins with two slashes is no path but a host.
      fc.pre(!url.startsWith('//'))
      const expected = new URL(url, 'http://localhost')
      for (const [key, value] of Object.entries(changed))
        if (value === undefined) expected.searchParams.delete(key)
        else expected.searchParams.set(key, value)
      expect(pathWith({ url } as FastifyRequest, changed)).toBe(expected.pathname + expected.search)
    }),
    { numRuns: 2000 },
  )
})
