import cluster from 'node:cluster'
import type { RequestListener, Server } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import pino from 'pino'
import { type Config, notListening } from './config.ts'
import type { buildApp } from './http/app.ts'
import { type Door, refuseBroken, throughDoor, throughShortcut } from './http/door/door.ts'
import { keepAnswers } from './http/door/kept-answers.ts'
import { oneAtATime } from './http/door/one-at-a-time.ts'
import { queue } from './http/door/queue.ts'
import { rateLimit } from './http/door/rate-limit.ts'
import { requestLog } from './http/door/request-log.ts'
import { openShortcut } from './http/door/shortcut.ts'
import { openRecord, watchRecord } from './served-record.ts'
import { recordsKeptIn } from './storage/kept.ts'
import { closeSnapshot, openWhole, type Snapshot } from './storage/snapshot.ts'
import { shareLimit, supervise } from './workers.ts'

// An import of node:http would read all that it offers, and so load the HTTP client of Node as well: 15 MB, and a good part
// of the time to start.
const { createServer } = process.getBuiltinModule('node:http')

/** How many connections may wait to be taken; whoever comes to a full queue is heard again a second later, or several. */
const mostUnmet = 4096

/** How often a server that ends closes connections on which nothing is under way. */
const reapEveryMs = 100

/** How much of the log waits to be written while nobody reads it, or the disk is full; what comes then is dropped. */
const mostUnwritten = 4_194_304

/** Lines go out in blocks; where several processes write to one pipe, in such as a pipe never mixes (PIPE_BUF, 4096 octets). */
const openLog = ({ logLevel, workers }: Config) => {
  const block = workers > 1 ? { minLength: 3072, maxWrite: 4096 } : { minLength: 12_288, maxWrite: 16_384 }
  let isBroken = false
  // What cannot be written would be tried again for ever, and the process not end. Heard before pino, which writes the rest then.
  const close = () => void (isBroken && lines.destroy())
  process.once('exit', close)
  const lines = pino.destination({ dest: 1, sync: false, periodicFlush: 200, maxLength: mostUnwritten, ...block })
  let dropped = 0
  const drop = (several: string) => {
    dropped += several.split('\n').length - 1
    return true
  }
  lines.on('drop', drop)
  // Where the log cannot be written, this often cannot be either, and nobody could be told.
  process.stderr.on('error', () => {})
  lines.on('error', (error: NodeJS.ErrnoException) => {
    if (!isBroken) console.error(`the log cannot be written, the server goes on: ${error.message}`)
    isBroken = true
    // Whoever read it has gone: pino, which hears of it first, takes no more lines, and counts none.
    if (error.code === 'EPIPE') lines.write = drop
  })
  lines.on('write', () => {
    isBroken = false
  })
  const log = pino({ level: logLevel, base: { pid: process.pid } }, lines)
  return { lines, log, dropped: () => dropped, close }
}
type OpenLog = ReturnType<typeof openLog>

/** Serves the record until SIGTERM or SIGINT, in this process or in as many workers as are configured; says `warnings` first. */
export async function serve(config: Config, warnings: string[]): Promise<void> {
  const opened = openLog(config)
  if (cluster.isWorker)
    // Whatever has become of the seed meanwhile: to build is for the one process that watches over the workers.
    return serveHere(config, opened, openWhole(config.record)).catch((error) => {
      // With its channel open it would not end, and no other would take its place.
      process.channel?.unref()
      throw error
    })
  for (const warning of warnings) console.error(warning)
  const opening = openRecord(config, (line) => console.error(line))
  if (config.workers === 1) return serveHere(config, opened, opening)
  // Built once, before any worker looks for it.
  const snapshot = await opening
  closeSnapshot(snapshot)
  await supervise(config, opened.log, (address) => welcome(snapshot.id, address), opened.close)
}

/** Serves the record in this process; a record that replaces it is taken up between two requests. */
async function serveHere(config: Config, { log, lines, dropped, close }: OpenLog, opening: Promise<Snapshot>) {
  // While the record is read from end to end, the code is loaded that answers from it.
  const [{ buildApp }, opened] = await Promise.all([import('./http/app.ts'), opening])
  let snapshot = opened
  let isStopping = false
  const today = dayOfClock()
  const editions = editionOf(() => snapshot, today)
  const keptAnswers = config.keptAnswers > 0 ? keepAnswers(config.keptAnswers, editions) : undefined
  const limit = config.rateLimit > 0 ? rateLimit(config.rateLimit, Date.now, cluster.isWorker) : undefined
  const figures = config.metricsPort === undefined ? undefined : await import('./metrics.ts')
  const counting = figures?.requestFigures({ kept: keptAnswers, record: () => snapshot.id, dropped })
  const door = {
    kept: keptAnswers,
    limit,
    hops: config.trustedHops,
    queue: queue(config.maxWait),
    isStopping: () => isStopping,
    log: requestLog(log, lines, config.workers > 1, counting),
  }
  const context = {
    snapshot: () => snapshot,
    today,
    kept: recordsKeptIn(config.kept),
    origin: config.origin,
    keptAnswers,
    isStopping: () => isStopping,
  }
  const connections = new Set<Socket>()
  const app = await buildApp(context, {
    loggerInstance: log,
    // Whoever has asked is answered, though the server is about to end.
    return503OnClosing: false,
    clientErrorHandler: refuseBroken(door),
    serverFactory: (answer) => openServer(config, door, oneAtATime(throughDoor(answer, door)), connections),
  })
  // Only a server that listens looks for a new record; one whose port is taken ends at once.
  const metrics = cluster.isWorker ? undefined : await figures?.serveFigures(config)
  const address = await listen(app, config).catch((error) => {
    metrics?.close()
    throw error
  })
  const stopSharing = limit && cluster.isWorker ? shareLimit(limit) : undefined
  if (metrics) log.info(`figures for Prometheus at ${metrics.address}`)

  const stopWatching = watchRecord(
    config.record,
    () => snapshot,
    (next) => {
      const last = snapshot
      snapshot = next
      // Whoever is still reading from it, a download for example, reads it to the end.
      app.afterRequests(() => closeSnapshot(last))
      log.info({ record: next.id }, 'a new record is served')
    },
    (error) => log.error(error, 'the new record cannot be served; the old one goes on'),
  )

  const stop = async (signal: string) => {
    if (isStopping) return
    isStopping = true
    log.info(`${signal}: not ready for more; then finishing the requests in flight`)
    stopWatching()
    // Whoever is at the keyboard need not wait for a balancer to turn away.
    if (signal === 'SIGTERM') await pause(config.drain * 1000)
    const cut = setTimeout(() => app.server.closeAllConnections(), config.grace * 1000)
    // A connection is kept open after its answer, or has been opened to spare, when nobody asks anything more.
    const reap = setInterval(() => {
      app.server.closeIdleConnections()
      for (const socket of connections) if (socket.bytesRead === 0) socket.destroy()
    }, reapEveryMs)
    await app.close()
    clearInterval(reap)
    clearTimeout(cut)
    stopSharing?.()
    metrics?.close()
    closeSnapshot(snapshot)
    close()
    if (cluster.isWorker) process.disconnect?.()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  if (!cluster.isWorker) welcome(snapshot.id, address)
}

/**
 * A server that bounds what a client may take: how long for its request, how long it may stand still, and how many there are.
 * Its connections are in `connections`, so that it can end without waiting for those that ask nothing.
 */
function openServer(config: Config, door: Door, answer: RequestListener, connections: Set<Socket>): Server {
  const slowest = config.slowClient * 1000
  const server = createServer(
    {
      headersTimeout: slowest,
      requestTimeout: slowest,
      connectionsCheckingInterval: 500,
      // A client that is idle is closed by `setTimeout` alone: to set another time at each answer costs a good part of it.
      keepAliveTimeout: 0,
      // Refused in the door, as a problem like any other.
      requireHostHeader: false,
    },
    answer,
  )
  // An expectation that is not known may be passed over (RFC 9110, section 10.1.1).
  server.on('checkExpectation', answer)
  // No body is ever read, so nobody is told to send one (section 10.1.1).
  server.on('checkContinue', answer)
  server.on('connection', (socket) => {
    door.queue.met()
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  })
  // A proxy tells who asks, and may give each request an id: no headers come twice.
  if (door.kept && door.hops === 0) openShortcut(server, throughShortcut(door))
  server.setTimeout(config.idleClient * 1000)
  server.maxConnections = config.maxConnections
  // Otherwise workers that are all full pass a connection on to each other for ever.
  return Object.assign(server, { dropMaxConnection: true, closeIdleConnections: closeAtRest(server, connections) })
}

/**
 * Closes connections on which nothing is under way. Node, which does so itself where a server ends, takes an answer for done when
 * it is written, and would cut it where its client has not taken all of it yet. It alone knows where a request is under way, and
 * cannot be told what to leave alone; so while it closes, those connections cannot be destroyed.
 */
const closeAtRest = (server: Server, connections: Set<Socket>) => {
  const close = server.closeIdleConnections.bind(server)
  return () => {
    const sending = [...connections].filter(({ writableLength }) => writableLength > 0)
    for (const socket of sending) socket.destroy = () => socket
    try {
      close()
    } finally {
      for (const socket of sending) Reflect.deleteProperty(socket, 'destroy')
    }
  }
}

const welcome = (record: string, address: string) =>
  console.error(
    `\n  Pacta serves record ${record}\n\n    ${address}        the front page\n    ${address}/docs   the explorer\n`,
  )

/** The day it is (UTC), made anew only when another has begun. */
function dayOfClock(): () => string {
  let [number, day] = [-1, '']
  return () => {
    const now = Math.floor(Date.now() / 86_400_000)
    if (now !== number) {
      number = now
      day = Temporal.Now.plainDateISO('UTC').toString()
    }
    return day
  }
}

/** What an answer is of: one object for as long as the record and the day are the same. */
function editionOf(snapshot: () => Snapshot, today: () => string): () => object {
  let edition = { snapshot: snapshot(), day: today() }
  return () => {
    const [now, day] = [snapshot(), today()]
    if (now !== edition.snapshot || day !== edition.day) edition = { snapshot: now, day }
    return edition
  }
}

/** Listens as configured. Throws {@link ConfigInvalid} where the port is taken or the address is not this machine's. */
async function listen(app: Awaited<ReturnType<typeof buildApp>>, { port, host }: Config): Promise<string> {
  try {
    return await app.listen({ port, host, backlog: mostUnmet })
  } catch (error) {
    throw notListening(error, 'PORT', port, host)
  }
}
