import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { beginServer, freePort, type Settings } from '../process.ts'
import { faultsOfBroken } from './broken.ts'
import { type FuzzResult, fuzz } from './fuzz.ts'
import type { FuzzRequest } from './requests.ts'
import { sender } from './send.ts'

/** The result of a run, with what broken HTTP did, and what the dearest requests cost when asked alone. */
export type FullResult = FuzzResult & {
  broken: string[]
  dearest: { cpuMs: number; bytes: number; request: FuzzRequest }[]
}

/** Runs everything against a server: the requests of the document, broken HTTP, and the dearest again, each alone. */
export async function runFuzz(options: {
  origin: string
  requests: number
  seed: number
  concurrency: number
  pid?: number | undefined
  onProgress?: (sent: number) => void
}): Promise<FullResult> {
  const result = await fuzz(options)
  const broken = await faultsOfBroken(options.origin)
  const dearest = await dearestOf(options.origin, result, options.pid)
  return { ...result, broken, dearest }
}

/** The slowest requests, each asked alone some times: what one costs the server in time of its processor, or passes at least. */
async function dearestOf(origin: string, { slowest }: FuzzResult, pid: number | undefined) {
  const { send, close } = sender(origin, 1)
  const times = 3
  const dearest = []
  for (const { request } of slowest.slice(0, 60)) {
    const before = pid === undefined ? 0 : processorMs(pid)
    let least = Number.POSITIVE_INFINITY
    let bytes = 0
    for (let i = 0; i < times; i++) {
      const answer = await send(request)
      least = Math.min(least, answer.ms)
      bytes = answer.body.length
    }
    dearest.push({ cpuMs: pid === undefined ? least : (processorMs(pid) - before) / times, bytes, request })
  }
  close()
  return dearest.sort((a, b) => b.cpuMs - a.cpuMs).slice(0, 20)
}

/** The time that a process has had of the processor, in user and system mode (proc(5): ticks of 10 ms). */
function processorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** Starts a server of its own, as a process; `stop` ends it and tells what it logged. */
export async function serveOwn(): Promise<{ origin: string; pid: number; stop: () => Promise<string> }> {
  const PORT = String(await freePort())
  const { url, child, ended, log } = await beginServer({ ...(process.env as Settings), PORT, LOG_LEVEL: 'error' })
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    return log()
  }
  return { origin: url, pid: child.pid ?? 0, stop }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      requests: { type: 'string', default: '100000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      concurrency: { type: 'string', default: '8' },
      against: { type: 'string' },
      pid: { type: 'string' },
    },
  })
  const own = values.against === undefined ? await serveOwn() : undefined
  console.log(`seed ${values.seed}, against ${own?.origin ?? values.against}`)
  const result = await runFuzz({
    origin: own?.origin ?? values.against ?? '',
    requests: Number(values.requests),
    seed: Number(values.seed),
    concurrency: Number(values.concurrency),
    pid: own?.pid ?? (values.pid === undefined ? undefined : Number(values.pid)),
    onProgress: (sent) => sent % 10_000 === 0 && console.log(`${sent} requests`),
  })
  const log = await own?.stop()
  console.table(result.byKind)
  const operations = Object.entries(result.byOperation).map(([operation, requests]) => {
    return { operation, requests, 'mean ms': Math.round((result.msByOperation[operation] ?? 0) / requests) }
  })
  console.table(operations)
  console.table(result.byStatus)
  console.log('the dearest, in ms of the processor for each:')
  for (const { cpuMs, bytes, request } of result.dearest)
    console.log(
      cpuMs.toFixed(0).padStart(6),
      String(bytes).padStart(9),
      request.method,
      request.target.slice(0, 200),
      JSON.stringify(request.headers).slice(0, 100),
    )
  for (const { what, operation, times, request } of result.faults)
    console.log(
      `FAULT ${what}\n  ${operation}, ${times} times, first by ${request.kind} ${request.about ?? ''}\n  ${JSON.stringify({ ...request, target: request.target.slice(0, 400) }).slice(0, 700)}`,
    )
  for (const fault of result.broken) console.log(`FAULT ${fault}`)
  if (log) console.log(log.slice(0, 5000))
  const faults = result.faults.length + result.broken.length
  console.log(`${result.requests} requests in ${result.seconds.toFixed(0)} s, seed ${result.seed}: ${faults} faults`)
  process.exitCode = faults > 0 ? 1 : 0
}
