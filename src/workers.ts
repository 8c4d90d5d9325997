import cluster, { type Worker } from 'node:cluster'
import type { Logger } from 'pino'
import { type Config, ConfigInvalid, urlOf } from './config.ts'
import type { RateLimit, Taken } from './http/door/rate-limit.ts'

/** A worker that ends sooner than this after it began is begun again only after as long; twice that where it never listened. */
const shortestLifeMs = 1000

/** How long it may get, each time twice as long, until a worker that cannot begin is begun again. */
const longestWaitMs = 30_000

/** How often workers tell each other how much each client has asked of them. */
const shareEveryMs = 200

/** How long after its grace a worker that has not ended is left to live. */
const lastRespiteMs = 2000

type Share = { taken: Taken }

/**
 * Has as many workers answer as are configured, each a process of its own that listens on the same port, and replaces those
 * that die, until SIGTERM or SIGINT. `ready` is called with the address when the first one listens, `atLast` when the last one
 * has ended as it was told.
 */
export async function supervise(
  config: Config,
  log: Logger,
  ready: (address: string) => void,
  atLast: () => void,
): Promise<void> {
  const { workers: count, metricsPort } = config
  let isStopping = false
  const metrics = metricsPort === undefined ? undefined : await (await import('./metrics.ts')).serveFigures(config)

  // Until then the figures can be asked for, as those of one process can.
  const end = () => {
    metrics?.close()
    atLast()
  }

  const waiting = new Set<NodeJS.Timeout>()
  const living = new Set<Worker>()
  const begin = (waitMs = shortestLifeMs) => {
    const began = Date.now()
    const worker = cluster.fork()
    living.add(worker)
    let [thisMs, nextMs] = [waitMs, Math.min(2 * waitMs, longestWaitMs)]
    worker.once('listening', () => {
      thisMs = nextMs = shortestLifeMs
    })
    worker.on('message', (message: Share) => {
      if (!('taken' in message)) return
      // One that has just died still counts as connected; it is told nothing, and that is no fault.
      for (const other of living) if (other !== worker && other.isConnected()) other.send(message, () => undefined)
    })
    worker.on('error', (error) => log.error({ worker: worker.process.pid, err: error }, 'a worker cannot be reached'))
    closeWhatIsNotTaken(worker)
    worker.once('exit', (code, signal) => {
      living.delete(worker)
      if (isStopping && living.size === 0) end()
      if (isStopping || !isServing) return
      log.error({ worker: worker.process.pid, code, signal }, 'a worker has died; another takes its place')
      const next = setTimeout(
        () => {
          waiting.delete(next)
          begin(nextMs)
        },
        Math.max(0, began + thisMs - Date.now()),
      )
      waiting.add(next)
    })
    return worker
  }

  const stop = (signal: NodeJS.Signals) => {
    isStopping = true
    for (const next of waiting) clearTimeout(next)
    if (living.size === 0) return end()
    for (const worker of living) worker.process.kill(signal)
    // One that hangs would keep all from ending.
    const cut = () => {
      for (const worker of living) worker.process.kill('SIGKILL')
    }
    setTimeout(cut, (config.drain + config.grace) * 1000 + lastRespiteMs).unref()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)

  // The first one shows whether the port is free; if it cannot listen it has said why.
  let isServing = false
  const first = begin()
  const address = await new Promise<string | undefined>((resolve) => {
    first.once('listening', ({ address: host, port }) => resolve(urlOf(host ?? config.host, port)))
    first.once('exit', () => resolve(undefined))
  })
  if (address === undefined) {
    metrics?.close()
    if (isStopping) return
    throw new ConfigInvalid('the first worker could not begin; it has said why')
  }
  isServing = true
  for (let more = 1; more < count && !isStopping; more++) begin()
  if (metrics) log.info(`figures for Prometheus at ${metrics.address}`)
  ready(address)
}

/** What a connection is, and the message by which it is handed to a worker, inside Node. */
type Handle = { close: () => void }
type HandOver = { act?: string; seq?: number }

/**
 * Closes the connections that were on their way to a worker when it died. Node waits for ever for the worker to say whether
 * it takes them, and whoever has made one would wait as long.
 */
function closeWhatIsNotTaken(worker: Worker): void {
  const handedOver = new Map<number, Handle>()
  const channel = worker.process
  const send = channel.send.bind(channel) as (...all: unknown[]) => boolean
  channel.send = (message: HandOver, handle?: unknown, ...more: unknown[]) => {
    if (message?.act === 'newconn' && message.seq !== undefined) handedOver.set(message.seq, handle as Handle)
    return send(message, handle, ...more)
  }
  channel.on('internalMessage', ({ ack }: { ack?: number }) => void (ack !== undefined && handedOver.delete(ack)))
  channel.once('exit', () => {
    for (const handle of handedOver.values()) handle.close()
  })
}

/** Tells the other workers what each client has taken of its limit here, and counts what they tell. Returns how to end it. */
export function shareLimit(limit: RateLimit): () => void {
  const hear = ({ taken }: Partial<Share>) => {
    if (taken !== undefined) limit.add(taken)
  }
  process.on('message', hear)
  const tell = setInterval(() => {
    const taken = limit.taken()
    if (taken.clients.length > 0 && process.connected) process.send?.({ taken } satisfies Share)
  }, shareEveryMs)
  return () => {
    clearInterval(tell)
    process.off('message', hear)
  }
}
