import type { IncomingMessage } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import pino from 'pino'
import { expect, test } from 'vitest'
import type { KeptAnswer } from '../../../src/http/door/kept-answers.ts'
import { requestLog } from '../../../src/http/door/request-log.ts'

const answer = { length: 7, route: '/route' } as KeptAnswer
const request = (url: string) => ({ method: 'GET', url, headers: {} }) as unknown as IncomingMessage

test('every line is written once, in its order, and no block is longer than a pipe keeps together', async () => {
  // As Node reads an address: letters of one octet, none of which is a space or a control character.
  const letter = fc.integer({ min: 0x21, max: 0xff }).filter((code) => code !== 0x7f)
  const address = fc.array(letter, { maxLength: 3000, size: 'max' }).map((codes) => String.fromCharCode(...codes))
  const addresses = fc.array(address, { maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(addresses, async (urls) => {
      const blocks: string[] = []
      const log = requestLog(pino({ level: 'info' }, { write: () => undefined }), {
        write: (text) => blocks.push(text),
      })
      for (const [index, url] of urls.entries()) {
        log.kept(request(url), `id-${index}`, '192.0.2.1', answer, 200)
        if (index % 7 === 6) await setImmediate()
      }
      await setImmediate()
      const lines = blocks.join('').split('\n').slice(0, -1)
      expect(lines.map((line) => JSON.parse(line).requestId)).toEqual(urls.map((_, index) => `id-${index}`))
      for (const block of blocks) expect(block.endsWith('\n')).toBe(true)
      for (const block of blocks) expect(Buffer.byteLength(block)).toBeLessThan(4096)
    }),
    { numRuns: 50 },
  )
})

test('a line is written in the turn in which its request was answered, not with the next request', async () => {
  const blocks: string[] = []
  const log = requestLog(pino({ level: 'info' }, { write: () => undefined }), { write: (text) => blocks.push(text) })
  log.refused(request('/a'), 'one', '192.0.2.1', 429)
  log.refused(request('/b'), 'two', '192.0.2.1', 503)
  await setImmediate()
  expect(blocks).toHaveLength(1)
})
