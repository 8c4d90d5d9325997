import { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import pino from 'pino'
import { expect, test } from 'vitest'
import type { KeptAnswer } from '../../../src/http/door/kept-answers.ts'
import { requestLog } from '../../../src/http/door/request-log.ts'

const answer = { length: 7, route: '/route' } as KeptAnswer
const request = (url: string) => ({ method: 'GET', url, headers: {} }) as unknown as IncomingMessage

test.each([
  ['at once', false, 32_000],
  ['at once where others write to the same pipe, which keeps so much together', true, 4095],
])('every line is written once, in its order, and not too much %s', async (_, isShared, most) => {
  // As Node reads an address: letters of one octet, none of which is a space or a control character.
  const letter = fc.integer({ min: 0x21, max: 0xff }).filter((code) => code !== 0x7f)
  const address = fc.array(letter, { maxLength: 3000, size: 'max' }).map((codes) => String.fromCharCode(...codes))
  const addresses = fc.array(address, { maxLength: 60, size: 'max' })
  await fc.assert(
    fc.asyncProperty(addresses, fc.integer({ min: 1, max: 40 }), async (urls, aTurn) => {
      const blocks: string[] = []
      const log = requestLog(
        pino({ level: 'info' }, { write: () => undefined }),
        { write: (text) => blocks.push(text) },
        isShared,
      )
      for (const [index, url] of urls.entries()) {
        log.kept(request(url), `id-${index}`, '192.0.2.1', answer, 200)
        if (index % aTurn === aTurn - 1) await setImmediate()
      }
      await setImmediate()
      const lines = blocks.join('').split('\n').slice(0, -1)
      expect(lines.map((line) => JSON.parse(line).requestId)).toEqual(urls.map((_, index) => `id-${index}`))
      for (const block of blocks) expect(block.endsWith('\n')).toBe(true)
      for (const block of blocks) expect(Buffer.byteLength(block)).toBeLessThanOrEqual(most)
    }),
    { numRuns: 50 },
  )
})

test.each([
  ['together', false, 1],
  ['in several blocks where others write to the same pipe', true, 5],
])('60 lines of one turn are handed on %s', async (_, isShared, most) => {
  const blocks: string[] = []
  const lines = { write: (text: string) => blocks.push(text) }
  const log = requestLog(pino({ level: 'info' }, { write: () => undefined }), lines, isShared)
  for (let i = 0; i < 60; i++) log.kept(request('/v1/acts'), `id-${i}`, '192.0.2.1', answer, 200)
  await setImmediate()
  expect(blocks).toHaveLength(most)
})

test('a line is written in the turn in which its request was answered, not with the next request', async () => {
  const blocks: string[] = []
  const log = requestLog(
    pino({ level: 'info' }, { write: () => undefined }),
    { write: (text) => blocks.push(text) },
    false,
  )
  log.refused(request('/a'), 'one', '192.0.2.1', 429)
  log.refused(request('/b'), 'two', '192.0.2.1', 503)
  await setImmediate()
  expect(blocks).toHaveLength(1)
})

/** What is logged and counted of a request that waited, after this has become of it. */
async function whatIsTold(become: Partial<IncomingMessage>, answered: Partial<ServerResponse>) {
  const lines: string[] = []
  const counted: unknown[] = []
  const figures = {
    count: (...all: unknown[]) => void counted.push(all),
    took: (route: string) => void counted.push(`${route} took a time`),
  }
  const log = requestLog(
    pino({ level: 'info' }, { write: () => undefined }),
    { write: (text) => lines.push(text) },
    false,
    figures,
  )
  const asked = request('/a')
  const response = Object.assign(new EventEmitter(), answered) as unknown as ServerResponse
  log.answered(asked, response, 'one', '192.0.2.1')
  Object.assign(asked, become)
  response.emit('close')
  await setImmediate()
  const { status, kept = false, refused = false, givenUp = false } = JSON.parse(lines.join(''))
  return { status, kept, refused, givenUp, counted }
}
const sent = { headersSent: true, writableFinished: true, statusCode: 200 }

test('a request that is given up before there is an answer has no status', async () => {
  const told = await whatIsTold({}, { headersSent: false, writableFinished: false, statusCode: 200 })
  expect(told).toEqual({ status: null, kept: false, refused: false, givenUp: true, counted: [['none', null, false]] })
})

test('one that is given what is kept, after it has waited, counts as kept', async () => {
  const told = await whatIsTold({ kept: answer }, sent)
  expect(told).toEqual({ status: 200, kept: true, refused: false, givenUp: false, counted: [['/route', 200, true]] })
})

test('one that is turned away after it has waited counts as refused', async () => {
  const told = await whatIsTold({ route: 'refused' }, { ...sent, statusCode: 503 })
  expect(told).toEqual({ status: 503, kept: false, refused: true, givenUp: false, counted: [['refused', 503, false]] })
})

test('one that is answered counts with its route and its time', async () => {
  const told = await whatIsTold({ route: '/v1' }, sent)
  const counted = [['/v1', 200, false], '/v1 took a time']
  expect(told).toEqual({ status: 200, kept: false, refused: false, givenUp: false, counted })
})
