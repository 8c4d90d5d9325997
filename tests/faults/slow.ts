import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { client, type Wire, wire } from './client.ts'
import { longRecord, stalledDownload } from './ending.ts'
import { type Finding, onGround, pause, told, until } from './ground.ts'

const path = '/v1/speakers/roman-kostenko'
const ask = (of: string) => `GET ${of} HTTP/1.1\r\nhost: pacta\r\n\r\n`

/** Clients that send or read slowly, or nothing at all, are cut when configured; those that go on, however slowly, are not. */
export const slowClients = (): Promise<Finding> =>
  onGround(async (ground) => {
    const RECORD = await longRecord(ground)
    const settings = { SLOW_CLIENT_SECONDS: '1', IDLE_CLIENT_SECONDS: '2' }
    const server = await ground.serve({ SEED: '/nowhere', RECORD, ...settings })
    const wrong: string[] = []
    const saw: string[] = []
    const seconds = async (what: string, one: Wire, least: number) => {
      const begun = performance.now()
      if (!(await until(() => one.isClosed(), 15))) wrong.push(`${what} is not cut`)
      const passed = (performance.now() - begun) / 1000
      if (passed < least * 0.8) wrong.push(`${what} is cut after ${passed.toFixed(1)} s`)
      saw.push(`${what}: cut after ${passed.toFixed(1)} s`)
    }
    const trickle = async () => {
      const one = await wire(server.port)
      one.socket.write('GET /v1 HTTP/1.1\r\nhost: pacta\r\nx-slow: ')
      const drip = setInterval(() => one.socket.write('x'), 100)
      await seconds('a header byte by byte', one, 1)
      clearInterval(drip)
      if (!/^HTTP\/1\.1 408 .*application\/problem\+json/s.test(one.text())) wrong.push(`it is answered ${one.text()}`)
    }
    const silent = async () => seconds('a connection without a word', await wire(server.port), 1)
    const idle = async () => {
      const one = await wire(server.port)
      one.socket.write(ask(path))
      await until(() => one.text().length > 0, 10)
      await seconds('a connection after its answer', one, 2)
    }
    const stalled = async () => {
      const begun = performance.now()
      const reader = await stalledDownload(server.port)
      const isCut = () => /record\.sqlite[^\n]*"givenUp":true/.test(server.log())
      if (!(await until(isCut, 15))) wrong.push('a reader that does not read on is not cut')
      saw.push(`a reader that does not read on: cut after ${((performance.now() - begun) / 1000).toFixed(1)} s`)
      reader.socket.destroy()
    }
    const slow = async () => {
      // 640 KB in a second, of 30 MB.
      const socket = connect(server.port, '127.0.0.1')
      socket.write(ask('/v1/record.sqlite'))
      for (const end = performance.now() + 5000; performance.now() < end && !socket.closed; await pause(100))
        socket.read(65_536)
      if (socket.closed) wrong.push('a reader that goes on, slowly, is cut')
      socket.destroy()
    }
    await Promise.all([trickle(), silent(), idle(), stalled(), slow()])
    const fault = 'slow clients, SLOW_CLIENT_SECONDS=1, IDLE_CLIENT_SECONDS=2'
    return { fault, times: 5, seen: saw.join('; '), wrong: told(wrong) }
  })

/**
 * As many clients as there may be connections begin a request, go on with it a little at a time, and hold on to the connection
 * when they are told that it took too long: they are cut, and others are answered.
 */
export const stubbornClients = (number: number): Promise<Finding> =>
  onGround(async (ground) => {
    const settings = { SLOW_CLIENT_SECONDS: '1', IDLE_CLIENT_SECONDS: '2', MAX_CONNECTIONS: String(number) }
    const server = await ground.serve({ SEED: '/nowhere', RECORD: await ground.record(0), ...settings })
    const wrong: string[] = []
    const begins = [
      { what: 'headers', begin: 'GET / HTTP/1.1\r\nhost: pacta\r\n', more: 'x: y\r\n' },
      { what: 'a body', begin: 'POST /v1 HTTP/1.1\r\nhost: pacta\r\ncontent-length: 10000\r\n\r\n', more: 'x' },
      {
        what: 'a body in chunks',
        begin: 'GET / HTTP/1.1\r\nhost: pacta\r\ntransfer-encoding: chunked\r\n\r\n',
        more: '1\r\nx\r\n',
      },
    ]
    // What asked for readiness has a connection as well, for as long as it may stand idle.
    await pause(2500)
    const all = await Promise.all(
      Array.from({ length: number }, async (_, i) => {
        const one = await wire(server.port, { holds: true })
        return { ...(begins[i % begins.length] as (typeof begins)[number]), one }
      }),
    )
    const begun = performance.now()
    for (const { one, begin } of all) one.socket.write(begin)
    const drip = setInterval(() => {
      for (const { one, more } of all) if (one.socket.writable) one.socket.write(more)
    }, 200)
    const areCut = await until(() => all.every(({ one }) => one.isClosed()), 15)
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    clearInterval(drip)
    for (const { what, one } of all)
      if (!one.isClosed()) wrong.push(`who goes on with ${what} is not cut`)
      // What has a body that nobody waits for is answered before that.
      else if (!/HTTP\/1\.1 408 .*application\/problem\+json/s.test(one.text()))
        wrong.push(`who goes on with ${what} is not told why: ${one.text().slice(0, 300)}`)
    const other = await client(server.port)
      .ask(path)
      .catch((error: Error) => error)
    if (!('status' in other) || other.status !== 200) wrong.push('another client is not answered')
    for (const { one } of all) one.socket.destroy()
    return {
      fault: `${number} slow clients that hold on, MAX_CONNECTIONS=${number}`,
      times: number,
      seen: areCut ? `all cut after ${seconds} s at most, another is answered` : 'not all are cut',
      wrong: told(wrong),
    }
  })

/** Headers beyond the limit are refused with 431, on a connection that is closed; the server answers on. */
export const longHeaders = (): Promise<Finding> =>
  onGround(async (ground) => {
    const server = await ground.serve({ SEED: '/nowhere', RECORD: await ground.record(0) })
    const wrong: string[] = []
    for (const request of [
      `GET /v1 HTTP/1.1\r\nhost: pacta\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`,
      `GET /v1?q=${'x'.repeat(20_000)} HTTP/1.1\r\nhost: pacta\r\n\r\n`,
      `GET /v1 HTTP/1.1\r\nhost: pacta\r\n${'x: y\r\n'.repeat(50_000)}\r\n`,
    ]) {
      const one = await wire(server.port)
      one.socket.write(request)
      if (!(await until(() => one.isClosed(), 10))) wrong.push('the connection stays open')
      if (!/^HTTP\/1\.1 431 .*application\/problem\+json/s.test(one.text()))
        wrong.push(`it is answered ${one.text().slice(0, 300)}`)
    }
    if ((await client(server.port).ask(path)).status !== 200) wrong.push('the next request is not answered')
    return { fault: 'headers of more than 16 KB', times: 3, seen: '431, closed', wrong: told(wrong) }
  })

/** No more connections are held than are configured by each worker; the rest are closed, and when some end others begin. */
export const connectionsBounded = (workers: number): Promise<Finding> =>
  onGround(async (ground) => {
    const settings = { WORKERS: String(workers), MAX_CONNECTIONS: '20' }
    const server = await ground.serve({ SEED: '/nowhere', RECORD: await ground.record(0), ...settings })
    const wrong: string[] = []
    await pause(300)
    const all = await Promise.all(Array.from({ length: 60 }, () => wire(server.port)))
    const open = () => all.filter((one) => !one.isClosed())
    if (!(await until(() => open().length <= 20 * workers, 10))) wrong.push(`${open().length} are open`)
    await pause(500)
    // Workers are handed connections in turn, the full ones too. And what asked for readiness may still have had its own.
    if (open().length < 18) wrong.push(`only ${open().length} are open`)
    const held = open()
    for (const one of held) one.socket.write(ask(path))
    if (!(await until(() => held.every((one) => one.text().startsWith('HTTP/1.1 200')), 15)))
      wrong.push('not all that are open are answered')
    for (const one of held) one.socket.destroy()
    const again = await until(
      async () =>
        (
          await client(server.port)
            .ask(path)
            .catch(() => undefined)
        )?.status === 200,
      10,
    )
    if (!again) wrong.push('no connection is taken after others have ended')
    const fault = `60 connections, MAX_CONNECTIONS=20, WORKERS=${workers}`
    return { fault, times: 60, seen: `${held.length} held and answered, the rest closed`, wrong: told(wrong) }
  })

const residentKb = (pid = 0) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])

/** So many connections stand idle, each after one answer: the server answers others, and the memory for each is measured. */
export const idleConnections = (number: number): Promise<Finding> =>
  onGround(async (ground) => {
    const server = await ground.serve({
      SEED: '/nowhere',
      RECORD: await ground.record(0),
      LOG_LEVEL: 'error',
      IDLE_CLIENT_SECONDS: '600',
    })
    const { ask: ask1, close } = client(server.port)
    for (let i = 0; i < 500; i++) await ask1(path)
    const before = residentKb(server.child.pid)
    const all: Wire[] = []
    while (all.length < number) {
      const some = await Promise.all(
        Array.from({ length: Math.min(100, number - all.length) }, () => wire(server.port)),
      )
      for (const one of some) one.socket.write(ask(path))
      await until(() => some.every((one) => one.text().length > 0), 20)
      all.push(...some)
    }
    const wrong: string[] = []
    const closed = all.filter((one) => one.isClosed()).length
    if (closed > 0) wrong.push(`${closed} were closed`)
    const answer = await ask1('/v1/speakers?limit=3')
    if (answer.status !== 200) wrong.push(`beside them a request is answered ${answer.status}`)
    const each = (residentKb(server.child.pid) - before) / number
    for (const one of all) one.socket.destroy()
    close()
    const seen = `${each.toFixed(1)} KB each; a request beside them took ${answer.ms.toFixed(0)} ms`
    return { fault: 'idle connections', times: number, seen, wrong }
  })

/** Who sends so many requests behind a long answer is cut, and they do not fill the memory. */
export const behindLongAnswer = (number: number): Promise<Finding> =>
  onGround(async (ground) => {
    const server = await ground.serve({ SEED: '/nowhere', RECORD: await ground.record(0) })
    const wrong: string[] = []
    const one = await wire(server.port)
    const before = residentKb(server.child.pid)
    one.socket.write(ask('/v1/treaties/mine-ban/panel?from=1990-01-01&to=2025-12-31&format=csv'))
    await until(() => one.text().length > 0, 20)
    const many = ask('/').repeat(1000)
    for (let sent = 0; sent < number && !one.isClosed(); sent += 1000) {
      one.socket.write(many)
      await pause(5)
    }
    if (!(await until(() => one.isClosed(), 10))) wrong.push(`${number} requests wait on one connection`)
    const grown = (residentKb(server.child.pid) - before) / 1024
    if (grown > 150) wrong.push(`the server has grown by ${grown.toFixed(0)} MB`)
    const { ask: ask1, close } = client(server.port)
    const { status } = await ask1(path)
    if (status !== 200) wrong.push(`another is answered ${status}`)
    close()
    return {
      fault: 'requests behind a long answer',
      times: number,
      seen: `${grown.toFixed(0)} MB more`,
      wrong: told(wrong),
    }
  })

/** So many requests in one write are all answered, in their order. */
export const pipelined = (number: number): Promise<Finding> =>
  onGround(async (ground) => {
    const server = await ground.serve({ SEED: '/nowhere', RECORD: await ground.record(0), MAX_WAIT_MS: '60000' })
    const one = await wire(server.port)
    const wrong: string[] = []
    // Answers that are kept, and that are not, in turn; the latter tell which they are.
    one.socket.write(Array.from({ length: number }, (_, i) => ask(i % 3 === 1 ? path : `/v1/nothing-${i}`)).join(''))
    const answers = () =>
      one
        .text()
        .split(/HTTP\/1\.1 (?=\d{3} )/)
        .slice(1)
    if (!(await until(() => answers().length === number, 30)))
      wrong.push(`${answers().length} of ${number} are answered`)
    await pause(100)
    for (const [i, answer] of answers().entries())
      if (i % 3 === 1 ? !/^200 .*Roman/s.test(answer) : !answer.includes(`"instance":"/v1/nothing-${i}"`))
        wrong.push(`answer ${i} is ${answer.slice(0, 100)}`)
    one.socket.destroy()
    return {
      fault: 'requests in one write',
      times: number,
      seen: `${answers().length} answers in order`,
      wrong: told(wrong),
    }
  })

/** Clients that ask for many long answers in one write and read none: the memory does not grow with what they ask for. */
export const unread = (connections: number, requests: number): Promise<Finding> =>
  onGround(async (ground) => {
    const RECORD = await ground.record(0)
    const server = await ground.serve({ SEED: '/nowhere', RECORD, LOG_LEVEL: 'error', MAX_WAIT_MS: '60000' })
    const { ask: ask1, close } = client(server.port)
    const days = newDays()
    const long = () => `/v1/statements?limit=200&knownOn=${days()}`
    for (let i = 0; i < 100; i++) await ask1(long())
    const { length } = (await ask1(long())).body
    const before = residentKb(server.child.pid)
    const all = await Promise.all(Array.from({ length: connections }, () => wire(server.port)))
    for (const { socket } of all) {
      socket.pause()
      socket.write(Array.from({ length: requests }, () => ask(long())).join(''))
    }
    await pause(3000)
    const wrong: string[] = []
    const beside = await ask1('/v1/speakers?limit=3')
    if (beside.status !== 200) wrong.push(`beside them a request is answered ${beside.status}`)
    const grown = Math.round((residentKb(server.child.pid) - before) / 1024)
    const asked = Math.round((connections * requests * length) / 1e6)
    if (grown > asked / 2) wrong.push(`the memory has grown by ${grown} MB`)
    const [one] = all
    one?.socket.resume()
    const answers = () => (one?.text().split('HTTP/1.1 200').length ?? 0) - 1
    if (!(await until(() => answers() === requests, 60)))
      wrong.push(`who reads after all is answered ${answers()} times`)
    for (const { socket } of all) socket.destroy()
    close()
    const fault = `${connections} connections each ask ${requests} times in one write and read nothing`
    return { fault, times: connections, seen: `${asked} MB asked for, ${grown} MB more memory`, wrong: told(wrong) }
  })

/** Days that nobody has asked about, one for each call. */
function newDays() {
  let day = Date.UTC(2026, 0, 1)
  return () => {
    day += 86_400_000
    return new Date(day).toISOString().slice(0, 10)
  }
}
