import type { IncomingMessage, RequestListener, Server } from 'node:http'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { throughDoor } from '../../../src/http/door/door.ts'
import { keepAnswers } from '../../../src/http/door/kept-answers.ts'
import { oneAtATime } from '../../../src/http/door/one-at-a-time.ts'
import { queue } from '../../../src/http/door/queue.ts'
import { requestLog } from '../../../src/http/door/request-log.ts'

let server: Server
let isOverloaded = false
beforeAll(async () => {
  const log = requestLog(pino({ level: 'silent' }), { write: () => undefined }, false)
  const answer = (_: IncomingMessage, response: { end: () => unknown }) => void response.end()
  // One request of each client.
  const seen = new Set<string>()
  const take = (client: string) => ({ left: seen.size === seen.add(client).size ? -1 : 0, seconds: 60 })
  const limit = { perMinute: 1, take, taken: () => ({ ends: 0, clients: [] }), add: () => undefined }
  const stub = {
    enter: (_: unknown, begin: () => void, turnAway: () => void) => (isOverloaded ? turnAway() : begin()),
    met: () => undefined,
  }
  const door = { limit, hops: 1, queue: stub, isStopping: () => false, log }
  server = createServer(throughDoor(answer, door))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => void server.close())

const ask = async (method: string, path: string, client: string) => {
  const { port } = server.address() as AddressInfo
  return (await fetch(`http://127.0.0.1:${port}${path}`, { method, headers: { 'x-forwarded-for': client } })).status
}

test.each(['/healthz', '/readyz'])('%s is counted against no limit and turned away by no load', async (path) => {
  isOverloaded = true
  for (const method of ['GET', 'HEAD', 'GET', 'HEAD']) expect(await ask(method, path, '192.0.2.1')).toBe(200)
})

test.each(['/healthz', '/readyz'])('POST %s is a request like any other', async (path) => {
  const client = path === '/healthz' ? '192.0.2.2' : '192.0.2.3'
  isOverloaded = true
  expect(await ask('POST', path, client)).toBe(503)
  expect(await ask('POST', path, client)).toBe(429)
})

test('an answer that nobody reads yet is not written over by those that others are given', async () => {
  const log = requestLog(pino({ level: 'silent' }), { write: () => undefined }, false)
  const edition = {}
  const kept = keepAnswers(1_000_000, () => edition)
  const answer: RequestListener = (request, response) => {
    const headers = {
      etag: `"${request.url}"`,
      'last-modified': 'Tue, 03 Feb 2026 00:00:00 GMT',
      'content-length': '12000',
    }
    const body = String(request.url?.at(-1)).repeat(12_000)
    kept.offer(request, headers, body, '/route')
    response.writeHead(200, headers).end(body)
  }
  const door = { kept, hops: 0, queue: queue(60_000), isStopping: () => false, log }
  const all = createServer(oneAtATime(throughDoor(answer, door)))
  await new Promise<void>((resolve) => all.listen(0, '127.0.0.1', resolve))
  const { port } = all.address() as AddressInfo
  const host = `127.0.0.1:${port}`
  const read = async (path: string) => (await fetch(`http://${host}${path}`)).text()
  // Asked for twice, both are kept.
  for (const path of ['/a', '/b', '/a', '/b']) await read(path)

  // Twelve megabytes, more than the system holds for a connection.
  const asked = 1000
  const slow = connect(port, '127.0.0.1')
  slow.pause()
  await new Promise<void>((resolve) =>
    slow.write(`GET /a HTTP/1.1\r\nHost: ${host}\r\n\r\n`.repeat(asked), () => resolve()),
  )
  for (let i = 0; i < 50; i++) expect(await read('/b')).toBe('b'.repeat(12_000))
  let told = ''
  slow.setEncoding('latin1').on('data', (text) => {
    told += text
    if (told.split('HTTP/1.1 200 OK').length > asked && told.endsWith('a')) slow.end()
  })
  slow.resume()
  await new Promise((resolve) => slow.once('close', resolve))
  all.close()
  const bodies = told
    .split('HTTP/1.1 200 OK')
    .slice(1)
    .map((one) => one.slice(one.indexOf('\r\n\r\n') + 4))
  expect(bodies).toHaveLength(asked)
  expect(new Set(bodies)).toEqual(new Set(['a'.repeat(12_000)]))
})

test('what others have had made while a request waited is given to it from what is kept', async () => {
  const lines: string[] = []
  const log = requestLog(
    pino({ level: 'info' }, { write: () => undefined }),
    { write: (text) => lines.push(text) },
    false,
  )
  const edition = {}
  const kept = keepAnswers(1_000_000, () => edition)
  let made = 0
  const answer: RequestListener = (request, response) => {
    made += 1
    const headers = { etag: '"a"', 'last-modified': 'Tue, 03 Feb 2026 00:00:00 GMT' }
    kept.offer(request, headers, 'the answer', '/route')
    response.writeHead(200, headers).end('the answer')
  }
  const door = { kept, hops: 0, queue: queue(60_000), isStopping: () => false, log }
  const all = createServer(throughDoor(answer, door))
  await new Promise<void>((resolve) => all.listen(0, '127.0.0.1', resolve))
  // All that comes in one turn is looked up before any of it is answered.
  const { port } = all.address() as AddressInfo
  const asked = await Promise.all(
    Array.from({ length: 30 }, async () => (await fetch(`http://127.0.0.1:${port}/a`)).text()),
  )
  all.close()
  expect(new Set(asked)).toEqual(new Set(['the answer']))
  // The first is noted, the second kept.
  expect(made).toBe(2)
  expect(lines.join('').match(/"status":200/g)).toHaveLength(30)
})
