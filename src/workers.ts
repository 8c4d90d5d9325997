import cluster, { type Worker } from 'node:cluster'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import type { RateLimit } from './http/door/rate-limit.ts'

/** A worker that ends sooner than this after it began is begun again only after as long. */
const shortestLifeMs = 1000

/** How often workers tell each other how much each client has asked of them. */
const shareEveryMs = 200

type Share = { taken: [client: string, requests: number][] }

/**
 * Has as many workers answer as are configured, each a process of its own that listens on the same port, and replaces those
 * that die, until SIGTERM or SIGINT. `ready` is called with the address when the first one listens.
 */
export async function supervise(config: Config, log: Logger, ready: (address: string) => void): Promise<void> {
  const { workers: count, metricsPort } = config
  let isStopping = false
  let metrics: { close: () => void; address: string } | undefined

  const begin = () => {
    const began = Date.now()
    const worker = cluster.fork()
    worker.on('message', (message: Share) => {
      if (!('taken' in message)) return
      for (const other of Object.values(cluster.workers ?? {}) as Worker[])
        if (other !== worker && other.isConnected()) other.send(message)
    })
    worker.once('exit', (code, signal) => {
      if (isStopping || !isServing) return
      log.error({ worker: worker.process.pid, code, signal }, 'a worker has died; another takes its place')
      setTimeout(() => isStopping || begin(), Math.max(0, began + shortestLifeMs - Date.now()))
    })
    return worker
  }

  const stop = (signal: NodeJS.Signals) => {
    isStopping = true
    metrics?.close()
    for (const worker of Object.values(cluster.workers ?? {}) as Worker[]) worker.process.kill(signal)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)

  // The first one shows whether the port is free; if it cannot listen it has said why.
  let isServing = false
  const first = begin()
  const address = await new Promise<string | undefined>((resolve) => {
    first.once('listening', ({ address: host, port }) => resolve(`http://${host ?? config.host}:${port}`))
    first.once('exit', () => resolve(undefined))
  })
  if (address === undefined) {
    process.exitCode = 1
    return
  }
  isServing = true
  for (let more = 1; more < count && !isStopping; more++) begin()
  if (metricsPort !== undefined) {
    const { serveFigures } = await import('./metrics.ts')
    metrics = await serveFigures(config)
    log.info(`figures for Prometheus at ${metrics.address}`)
  }
  ready(address)
}

/** Tells the other workers what each client has taken of its limit here, and counts what they tell. Returns how to end it. */
export function shareLimit(limit: RateLimit): () => void {
  const hear = ({ taken = [] }: Share) => {
    for (const [client, requests] of taken) limit.add(client, requests)
  }
  process.on('message', hear)
  const tell = setInterval(() => {
    const taken = limit.taken()
    if (taken.length > 0 && process.connected) process.send?.({ taken } satisfies Share)
  }, shareEveryMs)
  return () => {
    clearInterval(tell)
    process.off('message', hear)
  }
}
