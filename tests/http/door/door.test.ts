import type { IncomingMessage, Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { throughDoor } from '../../../src/http/door/door.ts'
import { requestLog } from '../../../src/http/door/request-log.ts'

let server: Server
let isOverloaded = false
beforeAll(async () => {
  const log = requestLog(pino({ level: 'silent' }), { write: () => undefined })
  const answer = (_: IncomingMessage, response: { end: () => unknown }) => void response.end()
  // One request of each client.
  const seen = new Set<string>()
  const take = (client: string) => ({ left: seen.size === seen.add(client).size ? -1 : 0, seconds: 60 })
  const limit = { perMinute: 1, take, taken: () => ({ ends: 0, clients: [] }), add: () => undefined }
  const door = { limit, hops: 1, isOverloaded: () => isOverloaded, isStopping: () => false, log }
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
