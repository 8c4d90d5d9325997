import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import fc from 'fast-check'
import pino from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { type Door, throughDoor, throughShortcut } from '../../../src/http/door/door.ts'
import { keepAnswers } from '../../../src/http/door/kept-answers.ts'
import { oneAtATime } from '../../../src/http/door/one-at-a-time.ts'
import { queue } from '../../../src/http/door/queue.ts'
import { rateLimit } from '../../../src/http/door/rate-limit.ts'
import { requestLog } from '../../../src/http/door/request-log.ts'
import { openShortcut } from '../../../src/http/door/shortcut.ts'
import { client, wire } from '../../faults/client.ts'
import { until } from '../../faults/ground.ts'

const longBody = 'long '.repeat(2000)

/** Answers every GET with what is kept from the second time on, but what is under `/own`, and any body with its length. */
async function begin({ hasShortcut = true, perMinute }: { hasShortcut?: boolean; perMinute?: number } = {}) {
  const lines: string[] = []
  const log = requestLog(pino({ level: 'info' }, { write: () => {} }), { write: (text) => lines.push(text) }, false)
  let edition = { number: 1 }
  let isStopping = false
  const kept = keepAnswers(1_000_000, () => edition)
  const answer: RequestListener = (request, response) => {
    const { method, url = '' } = request
    if (url === '/refused') return void response.writeHead(405, { 'content-length': '0' }).end()
    if (method === 'POST') {
      let length = 0
      request.on('data', (part) => {
        length += part.length
      })
      return request.on('end', () => response.end(`${url} was sent ${length}`))
    }
    const body = url === '/long' ? longBody : `${url} in edition ${edition.number}`
    const headers = {
      etag: `"${url}"`,
      'last-modified': 'Tue, 03 Feb 2026 00:00:00 GMT',
      'content-length': String(body.length),
    }
    if (method === 'GET' && !url.startsWith('/own')) kept.offer(request, headers, body, '/route')
    // Time in which more may come.
    setTimeout(() => response.writeHead(200, headers).end(body), url === '/own/slow' ? 10 : 0)
  }
  const limit = perMinute === undefined ? undefined : rateLimit(perMinute, () => 30_000, false)
  const door: Door = { kept, limit, hops: 0, queue: queue(60_000), isStopping: () => isStopping, log }
  const listener = oneAtATime(throughDoor(answer, door))
  const server = createServer({ requireHostHeader: false }, listener)
  server.on('checkExpectation', listener)
  server.on('checkContinue', listener)
  if (hasShortcut) openShortcut(server, throughShortcut(door))
  let read = 0
  const waiting = new Set<IncomingMessage>()
  for (const event of ['request', 'checkExpectation', 'checkContinue'])
    server.on(event, (request, response) => {
      read += 1
      waiting.add(request)
      response.once('close', () => waiting.delete(request))
    })
  const connections = new Map<number | undefined, Socket>()
  server.on('connection', (socket) => connections.set(socket.remotePort, socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => end(server))
  return {
    server,
    port: (server.address() as AddressInfo).port,
    /** How many requests Node has read. */
    read: () => read,
    /** The connection from a port. */
    connection: (port: number | undefined) => connections.get(port),
    /** Whether requests that have come whole, or need not, wait for their answers. */
    isOwing: () =>
      [...waiting].some(({ complete, url, socket }) => (complete || url === '/refused') && !socket.destroyed),
    logged: () => lines.join('').split('\n').length - 1,
    turn: () => {
      edition = { number: 2 }
    },
    stop: () => {
      isStopping = true
    },
  }
}

const end = (server: Server) => {
  server.closeAllConnections()
  server.close()
}

const get = (path: string, headers = '') => `GET ${path} HTTP/1.1\r\nHost: pacta\r\n${headers}\r\n`

type Begun = Awaited<ReturnType<typeof begin>>

/**
 * Sends packets over several connections, each when the one before it has been read; returns for each connection what has come
 * back when nothing more is owed, and whether the server cut it.
 */
async function sendOver(server: Begun, connections: number, packets: { over: number; packet: string }[]) {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = await wire(server.port)
      const { localPort } = client.socket.setNoDelay()
      const atServer = () => server.connection(localPort)
      // The system gives a port again, so one that has gone may be found by it until the new one has come.
      expect(await until(() => atServer()?.destroyed === false, 5, 1)).toBe(true)
      return { ...client, atServer, sent: 0 }
    }),
  )
  for (const { over, packet } of packets) {
    const client = clients[over]
    if (!client?.socket.writable) continue
    client.sent += packet.length
    client.socket.write(packet, 'latin1')
    const isRead = () => client.atServer()?.destroyed || client.atServer()?.bytesRead === client.sent
    expect(await until(isRead, 5, 1)).toBe(true)
  }
  expect(await until(() => !server.isOwing(), 5, 1)).toBe(true)
  return Promise.all(
    clients.map(async ({ socket, text, closed, atServer }) => {
      const isCut = atServer()?.destroyed || atServer()?.writable === false
      socket.end()
      await closed
      return { text: undated(text()), isCut }
    }),
  )
}

const send = async (server: Begun, packets: string[]) => {
  const [answered] = await sendOver(
    server,
    1,
    packets.map((packet) => ({ over: 0, packet })),
  )
  return answered ?? { text: '', isCut: true }
}

/** Sends requests over one connection, each when the one before it has been answered; returns their answers. */
async function ask(port: number, requests: string[]): Promise<string[]> {
  const { socket, text } = await wire(port)
  const answers: string[] = []
  let begun = 0
  for (const request of requests) {
    socket.write(request)
    const hasCome = () => {
      const answer = text().slice(begun)
      const head = answer.indexOf('\r\n\r\n') + 4
      const length = answer.startsWith('HTTP/1.1 304') ? 0 : Number(/content-length: (\d+)/i.exec(answer)?.[1])
      return head > 4 && answer.length === head + length
    }
    expect(await until(hasCome, 5, 1)).toBe(true)
    answers.push(text().slice(begun))
    begun = text().length
  }
  socket.end()
  return answers
}

const undated = (text: string) => text.replace(/date: [^\r]*/gi, 'date')

test('Node reads the first requests of a connection, and its headers once; the answers are the same', async () => {
  const { port, read, logged } = await begin()
  const answers = await ask(port, Array(6).fill(get('/a')))
  // Twice until it is kept, once to know the headers.
  expect(read()).toBe(3)
  expect(new Set(answers.slice(2).map(undated)).size).toBe(1)
  expect(answers[5]).toMatch(/^HTTP\/1.1 200 OK\r\n[\s\S]*\r\n\r\n\/a in edition 1$/)
  expect(logged()).toBe(6)
  // Also of another connection it reads the first.
  await ask(port, Array(2).fill(get('/a')))
  expect(read()).toBe(4)
})

test('headers that are known are known on every connection, and for every address that is kept', async () => {
  const { port, read } = await begin()
  for (const path of ['/a', '/long']) await ask(port, Array(3).fill(get(path)))
  expect(read()).toBe(5)
  const [, a, long] = await ask(port, [get('/own'), get('/a'), get('/long')])
  expect(read()).toBe(6)
  expect(a).toMatch(/\r\n\r\n\/a in edition 1$/)
  expect(long?.endsWith(`\r\n\r\n${longBody}`)).toBe(true)
})

test('whoever holds an answer is told so', async () => {
  const { port, read } = await begin()
  const [, , , held] = await ask(port, [...Array(3).fill(get('/a')), get('/a', 'If-None-Match: "/a"\r\n')])
  const [, first, second] = await ask(port, [get('/own'), ...Array(2).fill(get('/a', 'If-None-Match: "/a"\r\n'))])
  expect(read()).toBe(5)
  expect(first).toMatch(/^HTTP\/1.1 304 Not Modified\r\n/)
  expect(new Set([held, first, second].map((one) => undated(one ?? ''))).size).toBe(1)
})

test('an answer of an edition that is over is not given', async () => {
  const { port, turn } = await begin()
  const before = await ask(port, Array(5).fill(get('/a')))
  turn()
  const after = await ask(port, Array(5).fill(get('/a')))
  expect(before.every((one) => one.endsWith('edition 1'))).toBe(true)
  expect(after.every((one) => one.endsWith('edition 2'))).toBe(true)
})

test('who comes by the shortcut is counted against the limit, and refused above it', async () => {
  const { port } = await begin({ perMinute: 6 })
  const answers = await ask(port, Array(8).fill(get('/a')))
  const left = answers.map((one) => /ratelimit: "client";r=(\d+)/i.exec(one)?.[1])
  expect(left).toEqual(['5', '4', '3', '2', '1', '0', '0', '0'])
  expect(answers.map((one) => one.slice(9, 12))).toEqual([...Array(6).fill('200'), '429', '429'])
})

test('a server that ends says so with its next answer, and closes the connection', async () => {
  const { port, stop } = await begin()
  await ask(port, Array(4).fill(get('/a')))
  const { socket, text, closed } = await wire(port)
  for (const begun of [1, 2]) {
    socket.write(get('/a'))
    expect(await until(() => text().split('/a in edition 1').length === begun + 1, 5)).toBe(true)
  }
  stop()
  socket.write(get('/a'))
  await closed
  expect(
    text()
      .match(/connection: [a-z-]*/gi)
      ?.map((one) => one.toLowerCase()),
  ).toEqual(['connection: keep-alive', 'connection: keep-alive', 'connection: close'])
})

test.each([
  ['the connection is to end', 'Connection: close\r\n'],
  ['a proxy is told so', 'Proxy-Connection: close\r\n'],
  ['another protocol is offered', 'Connection: upgrade\r\nUpgrade: h2c\r\n'],
  ['the request has an id of its own', 'X-Request-Id: one\r\n'],
  ['a part is asked for', 'Range: bytes=0-1\r\n'],
  ['the headers are long', `X-Long: ${'a'.repeat(2000)}\r\n`],
])('where %s, Node reads each request', async (_, headers) => {
  const server = await begin()
  for (let time = 0; time < 5; time++) await send(server, [get('/own'), get('/a', headers)])
  expect(server.read()).toBe(10)
})

test('headers of which a part came in an earlier packet are not known by the rest of them', async () => {
  const server = await begin()
  // Kept, and its headers not known yet.
  await ask(server.port, Array(2).fill(get('/a')))
  const begun = 'GET /a HTTP/1.1\r\nIf-None-Match: "/a"\r\nX-Begun: '
  expect((await send(server, [begun, get('/a')])).text).toMatch(/^HTTP\/1.1 304/)
  const [, answer] = await ask(server.port, [get('/own'), get('/a')])
  expect(answer).toMatch(/^HTTP\/1.1 200/)
})

test.each([
  ['HTTP/1.0', 'GET /a HTTP/1.0'],
  ['no version', 'GET /a'],
  ['a version that is none', 'GET /a HTTP/2.0'],
])('a header that looks like the end of a first line, behind %s, hides none before it', async (_, line) => {
  const server = await begin()
  await ask(server.port, Array(2).fill(get('/a')))
  const headers = 'Host: pacta\r\nUser-Agent: another\r\n'
  for (let time = 0; time < 2; time++)
    await send(server, [`${line}\r\nIf-None-Match: *\r\nX: HTTP/1.1\r\n${headers}\r\n`])
  const asked = `GET /a HTTP/1.1\r\n${headers}\r\n`
  for (const answer of (await ask(server.port, Array(3).fill(asked))).slice(1)) expect(answer).toMatch(/^HTTP\/1.1 200/)
})

test.each([
  [
    'in one packet',
    [`${get('/own')}POST /refused HTTP/1.1\r\nHost: pacta\r\nExpect: much\r\nContent-Length: 32\r\n\r\n`],
  ],
  [
    'across two',
    [
      get('/own').slice(0, -2),
      `\r\nPOST /refused HTTP/1.1\r\nHost: pacta\r\nExpect: much\r\nContent-Length: 32\r\n\r\n`,
    ],
  ],
  ['alone', [get('/own'), 'POST /refused HTTP/1.1\r\nHost: pacta\r\nExpect: much\r\nContent-Length: 32\r\n\r\n']],
])('the body of a request that expects something, sent %s, is not answered as a request', async (_, packets) => {
  const server = await begin()
  await ask(server.port, Array(4).fill(get('/a')))
  const { text } = await send(server, [...packets, get('/a')])
  expect(text.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 405'])
})

test('what Node reads on one connection is not taken for what came over another', async () => {
  const server = await begin()
  await ask(server.port, Array(3).fill(get('/a')))
  const victim = 'User-Agent: another\r\n'
  const held = get('/a', 'If-None-Match: *\r\n')
  const expecting = 'POST /refused HTTP/1.1\r\nHost: pacta\r\nExpect: much\r\nContent-Length: 1000\r\n\r\n'
  const [, other] = await sendOver(server, 2, [
    // From here on the first is Node's.
    { over: 0, packet: get('/a') + get('/a') },
    { over: 1, packet: get('/own') },
    { over: 0, packet: held },
    { over: 1, packet: expecting },
    { over: 0, packet: held },
    { over: 1, packet: get('/a', victim) },
    { over: 1, packet: get('/a') },
  ])
  expect(other?.text.match(/HTTP\/1.1 200/g)).toHaveLength(1)
  for (const answer of await ask(server.port, Array(3).fill(get('/a', victim))))
    expect(answer).toMatch(/^HTTP\/1.1 200/)
})

test('headers that nobody has asked with for a thousand others are forgotten', async () => {
  const { port, read } = await begin()
  await ask(port, Array(3).fill(get('/a')))
  const others = client(port)
  for (let number = 0; number < 1100; number++) await others.ask('/a', { 'x-other': String(number) })
  others.close()
  const before = read()
  await ask(port, [get('/own'), get('/a')])
  expect(read()).toBe(before + 2)
})

test('who reads nothing is given two answers at most that the system does not take', async () => {
  const { port, connection } = await begin()
  await ask(port, Array(3).fill(get('/long')))
  const { socket } = await wire(port)
  socket.pause()
  const { localPort } = socket
  let [sent, most] = [0, 0]
  for (let more = 100; more > 0; more -= most > 0 ? 1 : 0) {
    socket.write(get('/long'))
    sent += get('/long').length
    // Each in a packet of its own.
    expect(await until(() => connection(localPort)?.bytesRead === sent, 5, 0)).toBe(true)
    most = Math.max(most, connection(localPort)?.writableLength ?? 0)
  }
  expect(most).toBeLessThan(2.1 * longBody.length)
  socket.destroy()
})

// Pieces of what a client may send, among them such as would be requests for what is kept if they stood elsewhere.
const known = get('/a')
const pieces = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(known, get('/b'), get('/long')) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      get('/own'),
      get('/own/slow'),
      get('/a', 'If-None-Match: "/a"\r\n'),
      get('/a').replace('GET', 'HEAD'),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      `POST /sent HTTP/1.1\r\nHost: pacta\r\nContent-Length: ${known.length}\r\n\r\n`,
      get('/a', `Content-Length: ${known.length}\r\n`),
      get('/a', 'Content-Length: 0\r\n'),
      get('/a', 'Transfer-Encoding: chunked\r\n'),
      `${known.length.toString(16)}\r\n${known}\r\n0\r\n\r\n`,
      'GET /a HTTP/1.1\r\nIf-None-Match: "/a"\r\nX-Begun: ',
      'GET /own HTTP/1.1\r\nHost: pacta\r\n',
      `POST /sent HTTP/1.1\r\nHost: pacta\r\nExpect: much\r\nContent-Length: ${known.length}\r\n\r\n`,
      `POST /refused HTTP/1.1\r\nHost: pacta\r\nExpect: much\r\nContent-Length: ${known.length}\r\n\r\n`,
      'GET /a HTTP/1.0\r\nIf-None-Match: *\r\nX: HTTP/1.1\r\nHost: pacta\r\n\r\n',
      get('/a', 'If-None-Match: *\r\n'),
      get('/a', 'Connection: upgrade\r\nUpgrade: h2c\r\n'),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '\r\n',
      'GET',
      get('/a', 'Connection: close\r\n'),
      known.replaceAll('\r\n', '\n'),
      'nonsense\r\n\r\n',
    ),
  },
)

test('whatever comes, in whatever packets, is answered as it is without the shortcut', async () => {
  const [short, long] = [await begin(), await begin({ hasShortcut: false })]
  for (const { port } of [short, long])
    for (const path of ['/a', '/b', '/long']) await ask(port, Array(4).fill(get(path)))
  const before = [short.read(), long.read()]
  const packet = fc.array(pieces, { minLength: 1, maxLength: 2 }).map((some) => some.join(''))
  const packets = fc.array(fc.record({ over: fc.nat({ max: 1 }), packet }), { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(packets, async (packets) => {
      const [some = [], others = []] = await Promise.all([short, long].map((server) => sendOver(server, 2, packets)))
      for (const [i, one] of some.entries()) {
        const other = others[i] as typeof one
        // What is broken ends a connection at once, and which answers go out before depends on when they are ready.
        const [shorter = '', longer] = [one.text, other.text].sort((a, b) => a.length - b.length)
        if (one.isCut || other.isCut) expect(longer).toContain(shorter.split('HTTP/1.1 400')[0])
        else expect(one.text).toBe(other.text)
      }
      // Nor is anybody else answered otherwise.
      const [now, before] = await Promise.all([short, long].map(({ port }) => ask(port, [get('/own'), known])))
      expect(now?.map(undated)).toEqual(before?.map(undated))
    }),
    { numRuns: 500 },
  )
  const [byNode = 0, all = 0] = [short, long].map(({ read }, i) => read() - (before[i] ?? 0))
  expect(byNode).toBeLessThan(all)
})
