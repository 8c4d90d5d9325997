import cluster, { type Worker } from 'node:cluster'
import { setTimeout as pause } from 'node:timers/promises'
import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, register } from 'prom-client'
import { type Config, notListening, urlOf } from './config.ts'
import type { KeptAnswers } from './http/door/kept-answers.ts'
import type { Figures } from './http/door/request-log.ts'

// As in server.ts, so that nothing loads the HTTP client of Node.
const { createServer } = process.getBuiltinModule('node:http')

/** How long it is waited for the figures of a worker that has other work; then what it told last counts. */
const patienceMs = 1000

/** What passes between the process that watches over the workers and each of them. */
type Asked = { ask: 'figures' }
type Told = { figures: Figure[] }

/** The figures of this process for Prometheus: its own, and those of the requests that come through the door. */
export function requestFigures(of: {
  kept: KeptAnswers | undefined
  record: () => string
  /** How many lines of the log were dropped. */
  dropped: () => number
}): Figures {
  collectDefaultMetrics()
  if (cluster.isWorker)
    process.on('message', async (message: Partial<Asked>) => {
      if (message.ask !== 'figures') return
      const figures = asFigures(await register.getMetricsAsJSON())
      if (process.connected) process.send?.({ figures } satisfies Told)
    })
  const counts = new Map<string, number>()
  new Counter({
    name: 'pacta_requests_total',
    help: 'Requests answered, by route, status and whether the answer was kept.',
    labelNames: ['route', 'status', 'kept'],
    // Counted in a plain map, which costs an answer next to nothing, and told when asked for.
    collect() {
      this.reset()
      for (const [key, count] of counts) {
        const [route = '', status = '', kept = ''] = key.split(' ')
        this.inc({ route, status, kept }, count)
      }
    },
  })
  const durations = new Histogram({
    name: 'pacta_request_duration_seconds',
    help: 'How long answers took that were not kept, by route.',
    labelNames: ['route'],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
  })
  new Gauge({
    name: 'pacta_kept_answers_bytes',
    help: 'Octets of answers that are kept.',
    collect() {
      this.set(of.kept?.size() ?? 0)
    },
  })
  new Counter({
    name: 'pacta_log_lines_dropped_total',
    help: 'Lines of the log that were dropped because nobody took them.',
    collect() {
      this.reset()
      this.inc(of.dropped())
    },
  })
  new Gauge({
    name: 'pacta_record_info',
    help: 'The record that is served.',
    labelNames: ['record'],
    // Not added up: each worker tells of the same one.
    aggregator: 'max',
    collect() {
      this.reset()
      this.set({ record: of.record() }, 1)
    },
  })
  return {
    count: (route, status, kept) => {
      const key = `${route} ${status ?? 'none'} ${kept}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    },
    took: (route, seconds) => durations.observe({ route }, seconds),
  }
}

/**
 * Answers `/metrics` on a port of its own, with the figures of all workers where there are any. Throws `ConfigInvalid` where
 * the port is taken.
 */
export async function serveFigures({
  metricsPort = 0,
  host,
  workers,
}: Config): Promise<{ address: string; close: () => void }> {
  const figures = workers > 1 ? figuresOfWorkers() : () => register.metrics()
  const server = createServer(async (request, response) => {
    if (request.url !== '/metrics' || request.method !== 'GET') return void response.writeHead(404).end()
    try {
      const text = await figures()
      response.writeHead(200, { 'content-type': register.contentType }).end(text)
    } catch {
      response.writeHead(503).end()
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(notListening(error, 'METRICS_PORT', metricsPort, host)))
    server.listen(metricsPort, host, resolve)
  })
  const at = server.address()
  const port = typeof at === 'object' && at ? at.port : metricsPort
  const close = () => {
    server.close()
    // Once it is closed, Node cuts nobody any more who has sent half a request.
    server.closeAllConnections()
  }
  return { address: `${urlOf(host, port)}/metrics`, close }
}

/** What a worker tells of one figure, as prom-client has it. */
type Figure = { name: string; type: string; values: object[] }

/** prom-client declares types of figures to be numbers; they are words. */
const asFigures = (metrics: object[]) => metrics as Figure[]

/** Figures that only rise; one that fell would look to Prometheus like a server that began anew. */
const isLasting = ({ type }: Figure) => type === 'counter' || type === 'histogram'

/**
 * How to ask for the figures of all workers that have begun to listen, added up. prom-client's own way waits for every worker:
 * while one begins or hangs there would be none. A worker that does not tell in time has not lost what it told before, and what
 * one had counted that has died stays counted, up to the last time that it told.
 */
function figuresOfWorkers(): () => Promise<string> {
  const told = new Map<Worker, Figure[]>()
  let ended: Figure[] = []
  const asked = new Map<Worker, PromiseWithResolvers<void>>()
  const settle = (worker: Worker) => {
    asked.get(worker)?.resolve()
    asked.delete(worker)
  }
  cluster.on('listening', (worker) => told.set(worker, []))
  cluster.on('message', (worker, { figures }: Partial<Told>) => {
    if (figures === undefined || !told.has(worker)) return
    told.set(worker, figures)
    settle(worker)
  })
  cluster.on('exit', (worker) => {
    const last = (told.get(worker) ?? []).filter(isLasting)
    ended = asFigures(AggregatorRegistry.aggregate([ended, last]).getMetricsAsArray())
    told.delete(worker)
    settle(worker)
  })
  const ask = (worker: Worker) => {
    const answer = asked.get(worker) ?? Promise.withResolvers<void>()
    // Asked once until it tells, however often it is asked for.
    if (!asked.has(worker)) worker.send({ ask: 'figures' } satisfies Asked, () => undefined)
    asked.set(worker, answer)
    return answer.promise
  }
  return async () => {
    const connected = [...told.keys()].filter((worker) => worker.isConnected())
    await Promise.race([Promise.all(connected.map(ask)), pause(patienceMs, undefined, { ref: false })])
    return AggregatorRegistry.aggregate([ended, ...told.values()]).metrics()
  }
}
