import { spawn, spawnSync } from 'node:child_process'
import { setTimeout as timeout } from 'node:timers/promises'
import { freePort, type Server, workersOf } from '../process.ts'
import { client, type Wire, wire } from './client.ts'
import { alterRecord, count, type Finding, type Ground, onGround, pause, tally, told, until } from './ground.ts'

const path = '/v1/speakers/roman-kostenko'
const download = 'GET /v1/record.sqlite HTTP/1.1\r\nhost: pacta\r\n\r\n'

/** A record so long that no buffer on the way holds a download of it. */
export async function longRecord(ground: Ground): Promise<string> {
  const record = await ground.record(0)
  alterRecord(record, 'CREATE TABLE padding (octets BLOB); INSERT INTO padding VALUES (zeroblob(30000000))')
  return record
}

/** Begins a download and reads no more than its beginning. */
export async function stalledDownload(port: number) {
  const reader = await wire(port)
  reader.socket.write(download)
  await until(() => reader.text().length > 0, 10)
  reader.socket.pause()
  return reader
}

const endsWithin = async ({ ended }: Pick<Server, 'ended'>, seconds: number) =>
  Promise.race([ended, timeout(seconds * 1000, 'it goes on', { ref: false })])

/**
 * SIGTERM, so many times a server, once or twice in a row, while clients load it and a download is under way: readiness fails
 * while all else is answered, every request that was sent is answered, the download comes to its end, and the exit code is 0.
 */
export const stoppedUnderLoad = (times: number, workers: number, signals: 1 | 2): Promise<Finding> =>
  onGround(async (ground) => {
    const RECORD = await longRecord(ground)
    const wrong: string[] = []
    const saw = new Map<string, number>()
    let slowest = 0
    for (let time = 0; time < times; time++) {
      const server = await ground.serve({ SEED: '/nowhere', RECORD, WORKERS: String(workers), GRACE_SECONDS: '20' })
      let isOver = false
      const load = async () => {
        const { ask, close } = client(server.port)
        while (!isOver) {
          const status = await ask(path).then(
            ({ status }) => status,
            (error) => error.message,
          )
          count(saw, `${status}`)
          if (status !== 200) wrong.push(`a request is answered ${status}`)
        }
        close()
      }
      const loads = [load(), load(), load()]
      const reader = await stalledDownload(server.port)
      await pause(200)
      for (let signal = 0; signal < signals; signal++) {
        server.child.kill('SIGTERM')
        await pause(50)
      }
      const begun = performance.now()
      const one = client(server.port)
      // A worker hears of it a moment later than another.
      const fails = await until(async () => (await one.ask('/readyz')).status === 503, 0.9)
      if (!fails) wrong.push('readiness does not fail while the server still answers')
      const not = await one.ask('/readyz').catch(() => undefined)
      if (not && !not.body.includes('urn:pacta:problem:stopping')) wrong.push(`it is not ready: ${not.body}`)
      const alive = await one.ask('/healthz')
      if (alive.status !== 200 || alive.headers.connection !== 'close')
        wrong.push(`/healthz is answered ${alive.status}, connection: ${alive.headers.connection}`)
      await pause(300)
      // Whoever sends requests has turned away now.
      isOver = true
      await Promise.all(loads)
      one.close()
      await pause(1000)
      reader.socket.resume()
      const code = await endsWithin(server, 21)
      slowest = Math.max(slowest, performance.now() - begun)
      if (code !== 0) wrong.push(`the exit code is ${code}: ${server.log().slice(-300)}`)
      if (performance.now() - begun > 15_000) wrong.push('it did not end when the last request was over')
      await Promise.race([reader.closed, pause(2000)])
      const [head = ''] = reader.text().split('\r\n\r\n', 1)
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1])
      const got = reader.text().length - head.length - 4
      if (got !== length) wrong.push(`the download in flight ended with ${got} of ${length} octets`)
    }
    return {
      fault: `SIGTERM${signals > 1 ? ', twice,' : ''} under load, WORKERS=${workers}`,
      times,
      seen: `${tally(saw)}; the end after ${(slowest / 1000).toFixed(1)} s at most`,
      wrong: told(wrong),
    }
  })

/** SIGTERM while a reader does not read on: it is cut after the grace, and the exit code is 0. */
export const stoppedWhileStalled = (workers: number): Promise<Finding> =>
  onGround(async (ground) => {
    const RECORD = await longRecord(ground)
    const settings = { WORKERS: String(workers), GRACE_SECONDS: '1', DRAIN_SECONDS: '0' }
    const server = await ground.serve({ SEED: '/nowhere', RECORD, ...settings })
    const wrong: string[] = []
    const reader = await stalledDownload(server.port)
    // One that has not even asked for anything.
    const silent = await wire(server.port)
    await pause(100)
    const begun = performance.now()
    server.child.kill('SIGTERM')
    const code = await endsWithin(server, 10)
    const seconds = (performance.now() - begun) / 1000
    if (code !== 0) wrong.push(`the exit code is ${code}: ${server.log().slice(-300)}`)
    if (seconds < 0.9) wrong.push(`it ended after ${seconds.toFixed(1)} s, before the grace was over`)
    reader.socket.resume()
    if (!(await until(() => reader.isClosed() && silent.isClosed(), 5))) wrong.push('its connections are not cut')
    const fault = `SIGTERM while a download stands still, GRACE_SECONDS=1, WORKERS=${workers}`
    return { fault, times: 1, seen: `exit ${code} after ${seconds.toFixed(1)} s`, wrong }
  })

/**
 * One of two workers is killed, so many times, under the load of 6 connections: only connections that it held fail, each once;
 * the others go on, and another worker takes its place.
 */
export const workerKilled = (times: number): Promise<Finding> =>
  onGround(async (ground) => {
    const RECORD = await ground.record(0)
    const server = await ground.serve({ SEED: '/nowhere', RECORD, WORKERS: '2', MAX_WAIT_MS: '10000' })
    const wrong: string[] = []
    let answered = 0
    let failed = 0
    for (let time = 0; time < times; time++) {
      let hasEnded = false
      const load = async () => {
        const { ask, close } = client(server.port)
        let failures = 0
        while (!hasEnded)
          try {
            const { status } = await ask(path)
            if (status !== 200) wrong.push(`a request is answered ${status}`)
            answered += 1
          } catch (error) {
            failures += 1
            // Whose worker is gone is told so at once.
            if (/no answer/.test((error as Error).message)) wrong.push('a connection is left without an answer')
          }
        close()
        return failures
      }
      const loads = Array.from({ length: 6 }, load)
      await pause(300)
      const before = workersOf(server)
      const victim = before.at(-1)
      if (victim === undefined) throw new Error('no worker tells its number')
      // It stands still first, so that a connection is certain to be on its way to it when it dies.
      process.kill(victim, 'SIGSTOP')
      const late = await Promise.all([wire(server.port), wire(server.port), wire(server.port)])
      for (const { socket } of late) socket.write(`GET ${path} HTTP/1.1\r\nhost: pacta\r\n\r\n`)
      await pause(200)
      process.kill(victim, 'SIGKILL')
      const isOver = (one: Wire) => one.isClosed() || one.text().startsWith('HTTP/1.1 200')
      if (!(await until(() => late.every(isOver), 10)))
        wrong.push('a connection on its way to it is left without an answer')
      for (const { socket } of late) socket.destroy()
      const answeredBefore = answered
      if (!(await until(() => workersOf(server).length > before.length, 20))) wrong.push('no other takes its place')
      await pause(300)
      hasEnded = true
      const failures = await Promise.all(loads)
      if (answered === answeredBefore) wrong.push('nothing was answered meanwhile')
      if (!failures.includes(0)) wrong.push('every connection failed, though one worker lived')
      if (failures.some((times) => times > 1)) wrong.push(`connections failed ${failures} times`)
      failed += failures.reduce((sum, failures) => sum + failures)
    }
    const log = server.log()
    if (log.split('another takes its place').length - 1 !== times) wrong.push('the log does not tell of each')
    server.child.kill('SIGTERM')
    const code = await endsWithin(server, 15)
    if (code !== 0) wrong.push(`the exit code is ${code}`)
    const seen = `${answered} answers; ${failed} failed, all on connections of the one killed`
    return { fault: 'one of two workers is killed (SIGKILL) under load', times, seen, wrong: told(wrong) }
  })

/** The process that watches over the workers is killed: they end as well, and hold no port. */
export const supervisorKilled = (): Promise<Finding> =>
  onGround(async (ground) => {
    const RECORD = await ground.record(0)
    const server = await ground.serve({ SEED: '/nowhere', RECORD, WORKERS: '2' })
    server.child.kill('SIGKILL')
    const isGone = async () => (await wire(server.port).catch(() => undefined)) === undefined
    const wrong = (await until(isGone, 15)) ? [] : ['its workers go on without it']
    if (!(await until(() => !workersOf(server).some(isAlive), 10))) wrong.push('a worker lives on')
    return { fault: 'the supervisor is killed (SIGKILL)', times: 1, seen: 'its workers end with it', wrong }
  })

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Half a request on the port of the figures does not keep a server, or those that watch over its workers, from ending. */
export const halfAskedForFigures = (workers: number): Promise<Finding> =>
  onGround(async (ground) => {
    const [RECORD, port] = [await ground.record(0), await freePort()]
    const settings = { DRAIN_SECONDS: '0', GRACE_SECONDS: '1', METRICS_PORT: String(port), WORKERS: String(workers) }
    const server = await ground.serve({ SEED: '/nowhere', RECORD, ...settings })
    const wrong: string[] = []
    const half = await wire(port)
    half.socket.write('GET /metrics HTTP/1.1\r\nhost:')
    await pause(100)
    server.child.kill('SIGTERM')
    const code = await endsWithin(server, 10)
    if (code !== 0) wrong.push(`the exit code is ${code}`)
    half.socket.destroy()
    return {
      fault: `SIGTERM, half a request for the figures, WORKERS=${workers}`,
      times: 1,
      seen: `exit code ${code}`,
      wrong,
    }
  })

/** The first process of a container, which is told of no signal by itself, ends when it is told to while it starts. */
export const stoppedAsItStarts = (times: number): Promise<Finding> =>
  onGround(async (ground) => {
    const fault = 'SIGTERM to the first process, as it starts'
    const alone = ['--pid', '--fork', '--mount-proc', '--kill-child']
    if (spawnSync('unshare', [...alone, 'true']).status !== 0)
      return { fault, times: 0, seen: '', wrong: [], skipped: 'no process can be the first one here' }
    const env = {
      PATH: process.env.PATH,
      SEED: '/nowhere',
      RECORD: await ground.record(0),
      PORT: String(await freePort()),
    }
    const saw = new Map<string, number>()
    const wrong: string[] = []
    for (let time = 0; time < times; time++) {
      const child = spawn('unshare', [...alone, process.execPath, 'src/pacta.js', 'serve'], { env, stdio: 'ignore' })
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
      const first = () => spawnSync('pgrep', ['-P', String(child.pid)], { encoding: 'utf8' }).stdout.trim()
      await until(() => first() !== '', 5)
      // Node itself takes as long until it can be told anything.
      await pause(150 + Math.random() * 300)
      process.kill(Number(first()), 'SIGTERM')
      const end = await endsWithin({ ended }, 12)
      count(saw, `${end}`)
      if (end === 'it goes on') wrong.push('it does not end')
      child.kill('SIGKILL')
    }
    return { fault, times, seen: tally(saw), wrong: told(wrong) }
  })
