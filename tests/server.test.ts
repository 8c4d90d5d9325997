import { spawn } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { wire } from './faults/client.ts'
import { alterRecord } from './faults/ground.ts'
import { freePort, pacta, serve, workersOf } from './process.ts'
import { edit, emptyFolder, smallSeed, writeSmallSeed } from './seed/faults.ts'

const folder = mkdtempSync(join(tmpdir(), 'pacta-server-'))
const SEED = join(folder, 'seed')
const RECORD = join(folder, 'record.sqlite')
beforeAll(() => {
  writeSmallSeed(SEED)
  expect(pacta(['seed'], { SEED, RECORD }).status).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true }))

type Body = { record: string; pin: { record: string }; data: { name: string } }
const get = async (url: string) => (await (await fetch(url)).json()) as Body
const recordOf = async (url: string) => (await get(`${url}/readyz`)).record

test('it answers over HTTP, and tells where to look', async () => {
  const { url, log } = await serve({ SEED, RECORD })
  const answer = await fetch(`${url}/v1/acts?state=ukraine`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('etag')).toMatch(/^"/)
  expect(log()).toContain(`${url}/docs`)
})

test('it says of a misspelt setting that it is passed over, once for all workers', async () => {
  const { log } = await serve({ SEED, RECORD, RATELIMIT: '5', WORKERS: '2' })
  expect(log().match(/RATELIMIT is not a setting and is passed over; RATE_LIMIT is one/g)).toHaveLength(1)
})

test('it builds its record at the first start', async () => {
  const path = join(emptyFolder(), 'record.sqlite')
  const { url, log } = await serve({ SEED, RECORD: path })
  expect(log()).toMatch(/built record [0-9a-f]{16}/)
  expect(await recordOf(url)).toMatch(/^[0-9a-f]{16}$/)
})

test('it serves a record whose seed is not at hand', async () => {
  const { url } = await serve({ SEED: join(folder, 'nothing'), RECORD })
  expect((await fetch(`${url}/v1`)).status).toBe(200)
})

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it with 0', async (signal) => {
  const { child, ended } = await serve({ SEED, RECORD })
  child.kill(signal)
  expect(await ended).toBe(0)
})

test('a server that ends sends an answer whole to a client that takes its time over it', async () => {
  const long = join(emptyFolder(), 'record.sqlite')
  copyFileSync(RECORD, long)
  // More than the system holds for a connection.
  alterRecord(long, "UPDATE speakers SET note = hex(zeroblob(10000000)) WHERE id = 'roman-kostenko'")
  const { port, child, ended } = await serve({ SEED: '/nowhere', RECORD: long, DRAIN_SECONDS: '0' })
  const { socket, text, closed } = await wire(port)
  socket.write('GET /v1/speakers/roman-kostenko HTTP/1.1\r\nHost: pacta\r\n\r\n')
  while (text() === '') await pause(10)
  socket.pause()
  await pause(200)
  child.kill('SIGTERM')
  await pause(500)
  socket.resume()
  await closed
  expect(await ended).toBe(0)
  const [head = '', body = ''] = text().split('\r\n\r\n')
  expect(body).toHaveLength(Number(/content-length: (\d+)/i.exec(head)?.[1]))
})

test('a record that replaces the old one is taken up, and no request fails meanwhile', async () => {
  const seed = smallSeed()
  const place = emptyFolder()
  const settings = { SEED: seed, RECORD: join(place, 'record.sqlite') }
  const { url, log } = await serve(settings)
  const old = await recordOf(url)

  const statuses = new Set<number>()
  const served = new Set<string>()
  let replaced = false
  const ask = async () => {
    for (let turns = 0; turns < 20_000 && !(replaced && served.size > 1); turns++) {
      const answer = await fetch(`${url}/v1/acts?state=UKR`)
      statuses.add(answer.status)
      served.add(((await answer.json()) as Body).pin.record)
    }
  }
  const replace = async () => {
    edit(seed, 'speakers.yaml', 'name: Roman Kostenko', 'name: Roman W. Kostenko')
    const next = join(place, 'next.sqlite')
    expect(pacta(['seed'], { ...settings, RECORD: next }).status).toBe(0)
    renameSync(next, settings.RECORD)
    replaced = true
  }
  await Promise.all([ask(), ask(), replace()])

  expect(statuses).toEqual(new Set([200]))
  expect(served.size).toBe(2)
  expect(await recordOf(url)).not.toBe(old)
  expect((await get(`${url}/v1/speakers/roman-kostenko`)).data.name).toBe('Roman W. Kostenko')
  while (!log().includes('a new record is served')) await recordOf(url)
})

test('a download ends with the file that it began with, though another takes its place; the next is of that', async () => {
  const seed = smallSeed()
  const settings = { SEED: seed, RECORD: join(emptyFolder(), 'record.sqlite') }
  const { url, log } = await serve(settings)
  const before = readFileSync(settings.RECORD)
  const answer = await fetch(`${url}/v1/record.sqlite`)
  const reader = answer.body?.getReader()
  const chunks = [(await reader?.read())?.value ?? new Uint8Array()]

  edit(seed, 'speakers.yaml', 'name: Roman Kostenko', 'name: Roman W. Kostenko')
  expect(pacta(['seed'], settings).status).toBe(0)
  while (!log().includes('a new record is served')) await recordOf(url)
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) chunks.push(next.value)
  expect(Buffer.concat(chunks).equals(before)).toBe(true)

  const headers = { range: 'bytes=100-', 'if-range': String(answer.headers.get('etag')) }
  const resumed = await fetch(`${url}/v1/record.sqlite`, { headers })
  expect(resumed.status).toBe(200)
  expect(Buffer.from(await resumed.arrayBuffer()).equals(readFileSync(settings.RECORD))).toBe(true)
})

test('a download that is given up, or asked for by HEAD, leaves the record open for all others', async () => {
  const { url, child, ended } = await serve({ SEED, RECORD })
  const download = () => fetch(`${url}/v1/record.sqlite`)
  const whole = Buffer.from(await (await download()).arrayBuffer())
  expect(whole.equals(readFileSync(RECORD))).toBe(true)

  expect((await fetch(`${url}/v1/record.sqlite`, { method: 'HEAD' })).status).toBe(200)
  const givenUp = new AbortController()
  const reader = (await fetch(`${url}/v1/record.sqlite`, { signal: givenUp.signal })).body?.getReader()
  await reader?.read()
  givenUp.abort()

  const again = Buffer.from(await (await download()).arrayBuffer())
  expect(again.equals(whole)).toBe(true)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})

test('a file that is not a record is not taken up: the old record goes on', async () => {
  const settings = { SEED: smallSeed(), RECORD: join(emptyFolder(), 'record.sqlite') }
  const { url, log } = await serve(settings)
  const old = await recordOf(url)
  writeFileSync(`${settings.RECORD}.next`, 'not a record '.repeat(1000))
  renameSync(`${settings.RECORD}.next`, settings.RECORD)
  while (!log().includes('the old one goes on')) await recordOf(url)
  expect(await recordOf(url)).toBe(old)
})

const full = '/dev/full'

test.skipIf(!existsSync(full)).each([
  ['1', 'of the log'],
  ['2', 'of the log'],
  ['1', 'of all that it says'],
])(
  'a disk that is full stops nothing: %s workers, without place for a line %s, answer, and end when they are told to',
  { timeout: 60_000 },
  async (WORKERS, what) => {
    const port = await freePort()
    const child = spawn(process.execPath, ['src/pacta.js', 'serve'], {
      env: { PATH: process.env.PATH, SEED, RECORD, WORKERS, PORT: String(port) },
      stdio: ['ignore', openSync(full, 'w'), what === 'of the log' ? 'ignore' : openSync(full, 'w')],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    const ended = new Promise((resolve) => child.once('exit', resolve))
    const ask = () => fetch(`http://127.0.0.1:${port}/v1/states/UKR`).catch(() => undefined)
    while (!(await ask())?.ok && child.exitCode === null) await pause(50)
    // Longer than the log waits before it writes.
    for (let asked = 0; asked < 5; asked++) {
      expect((await ask())?.status).toBe(200)
      await pause(100)
    }
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  },
)

test('workers that die while there is no record come back when there is one, and the figures are told meanwhile', {
  timeout: 60_000,
}, async () => {
  const place = emptyFolder()
  const path = join(place, 'record.sqlite')
  copyFileSync(RECORD, path)
  const METRICS_PORT = String(await freePort())
  const server = await serve({ SEED: join(place, 'nothing'), RECORD: path, WORKERS: '2', METRICS_PORT })
  const { url, child } = server
  while (workersOf(server).length < 2) await pause(50)
  writeFileSync(`${path}.next`, 'rubbish')
  renameSync(`${path}.next`, path)
  for (const worker of workersOf(server)) process.kill(worker, 'SIGKILL')
  // Whoever takes the place of one that has died finds no record.
  while (!server.log().includes('is not a record')) await pause(50)
  expect((await fetch(`http://127.0.0.1:${METRICS_PORT}/metrics`)).status).toBe(200)

  copyFileSync(RECORD, `${path}.next`)
  renameSync(`${path}.next`, path)
  const ready = () => fetch(`${url}/readyz`).catch(() => undefined)
  while (!(await ready())?.ok) await pause(100)
  expect(child.exitCode).toBe(null)
})

const hasIPv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'))

test.skipIf(!hasIPv6).each(['1', '2'])('on IPv6 its addresses are announced as URLs: %s workers', async (WORKERS) => {
  const METRICS_PORT = String(await freePort())
  const { port, log } = await serve({ SEED, RECORD, HOST: '::', WORKERS, METRICS_PORT })
  while (!log().includes('figures for Prometheus')) await pause(20)
  for (const address of [`http://[::]:${port}/docs`, `http://[::]:${METRICS_PORT}/metrics`])
    expect(log()).toContain(address)
  expect(log()).not.toContain('http://:')
})

test('with workers too the figures are told while the requests in flight are finished', async () => {
  const METRICS_PORT = String(await freePort())
  const server = await serve({ SEED, RECORD, WORKERS: '2', METRICS_PORT, DRAIN_SECONDS: '3' })
  while (workersOf(server).length < 2) await pause(50)
  server.child.kill('SIGTERM')
  while ((await fetch(`${server.url}/readyz`)).ok) await pause(20)
  const figures = await fetch(`http://127.0.0.1:${METRICS_PORT}/metrics`)
  expect(await figures.text()).toContain('pacta_requests_total')
  expect(await server.ended).toBe(0)
})

test.each([
  ['what is no HTTP', 'no HTTP at all\r\n\r\n', 400],
  ['headers that are too long', `GET / HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ['a request that does not come to its end', 'GET / HTTP/1.1\r\n', 408],
])('%s has a line in the log, with the client and the status, and is counted', async (_, sent, status) => {
  const METRICS_PORT = String(await freePort())
  const { port, log } = await serve({ SEED, RECORD, METRICS_PORT, SLOW_CLIENT_SECONDS: '1' })
  const socket = connect(port, '127.0.0.1', () => socket.write(sent))
  expect((await socket.setEncoding('latin1').toArray()).join('')).toMatch(RegExp(`^HTTP/1.1 ${status} `))
  const lines = () => log().match(/^\{.*"refused":true\}$/gm) ?? []
  while (lines().length === 0) await pause(20)
  const [line, ...more] = lines().map((line) => JSON.parse(line))
  expect(line).toEqual({ level: 30, time: expect.any(Number), client: '127.0.0.1', status, refused: true })
  expect(more).toEqual([])
  const figures = await (await fetch(`http://127.0.0.1:${METRICS_PORT}/metrics`)).text()
  expect(figures).toContain(`pacta_requests_total{route="refused",status="${status}",kept="false"} 1`)
})

test.each(['1', '2'])(
  'each line of a log that nobody takes is kept or counted as dropped: %s workers',
  async (WORKERS) => {
    const METRICS_PORT = String(await freePort())
    const { port, child, log } = await serve({ SEED, RECORD, METRICS_PORT, WORKERS, RATE_LIMIT: '1' })
    const lines = () => log().match(/^\{.*"url":"\/x.*\}$/gm)?.length ?? 0
    child.stdout?.pause()
    // Of so long an address workers hand on two lines at once.
    const request = `GET /${'x'.repeat(700)} HTTP/1.1\r\nhost: a\r\n`
    const aThousand = `${`${request}\r\n`.repeat(999)}${request}connection: close\r\n\r\n`
    let sent = 0
    // Twice what may wait in two workers.
    for (; sent < 20_000; sent += 1000) {
      const socket = connect(port, '127.0.0.1', () => socket.write(aThousand))
      await socket.toArray()
    }
    const dropped = await droppedLines(METRICS_PORT)
    child.stdout?.resume()
    while (lines() + dropped < sent) await pause(50)
    expect(lines() + dropped).toBe(sent)
    expect(dropped).toBeGreaterThan(0)
  },
)

test('where whoever read the log has gone, the server goes on, and the lines are counted as dropped', async () => {
  const METRICS_PORT = String(await freePort())
  const { url, child } = await serve({ SEED, RECORD, METRICS_PORT })
  child.stdout?.destroy()
  while ((await droppedLines(METRICS_PORT)) === 0) expect((await fetch(`${url}/v1`)).status).toBe(200)
  const before = await droppedLines(METRICS_PORT)
  for (let i = 0; i < 10; i++) await fetch(`${url}/v1`)
  expect(await droppedLines(METRICS_PORT)).toBe(before + 10)
})

const droppedLines = async (port: string) => {
  const figures = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  return Number(/^pacta_log_lines_dropped_total (\d+)$/m.exec(figures)?.[1])
}

test('the connection of whoever waits to be asked for a body ends, though the answer is kept', async () => {
  const { url, port, log } = await serve({ SEED, RECORD })
  const ask = (more: string): Promise<string> =>
    new Promise((resolve) => {
      let said = ''
      const socket = connect(port, '127.0.0.1', () => socket.write(`GET /v1 HTTP/1.1\r\nhost: a\r\n${more}\r\n`))
      socket.setEncoding('latin1').on('data', (text) => {
        said += text
        if (/\r\nconnection: keep-alive\r\n/i.test(said)) socket.destroy()
      })
      socket.on('close', () => resolve(said))
    })
  for (let i = 0; i < 3; i++) expect(await ask('')).toMatch(/connection: keep-alive/i)
  while (!log().includes('"kept":true')) await pause(20)
  expect(await ask('content-length: 3\r\nexpect: 100-continue\r\n')).toMatch(
    /^HTTP\/1\.1 200 [\s\S]*connection: close/i,
  )
  expect((await fetch(`${url}/readyz`)).ok).toBe(true)
})

test('whoever waits to be asked for a body is refused at once, and asked for none', async () => {
  const { port } = await serve({ SEED, RECORD })
  const head =
    'POST /v1/acts HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: 3\r\nexpect: 100-continue\r\n\r\n'
  const socket = connect(port, '127.0.0.1', () => socket.write(head))
  expect((await socket.setEncoding('latin1').toArray()).join('')).toMatch(/^HTTP\/1\.1 405 /)
})

test('a port that is taken is said in a line', async () => {
  const { url } = await serve({ SEED, RECORD })
  const { status, stderr } = pacta(['serve'], { SEED, RECORD, PORT: new URL(url).port, LOG_LEVEL: 'silent' })
  expect(status).toBe(1)
  expect(stderr).toMatch(/^the port \d+ of 127\.0\.0\.1 is taken \(EADDRINUSE\); set PORT[^\n]*\n$/)
})

test('a server that nobody started answers nothing: the tests above ask the one they started', async () => {
  await expect(fetch(`http://127.0.0.1:${await freePort()}/readyz`)).rejects.toThrow()
})
