import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pinned } from './machine.ts'
import { temporary } from './temporary.ts'

/** What to ask of a server, over connections that are kept alive, each with one request in flight. */
export type Load = {
  address: string
  /** One path is asked again and again; of several, each is asked once, in order. A coding to accept may follow a tab. */
  paths: string[]
  headers?: Record<string, string>
  seconds: number
  connections: number
  /** The processors that the load may use, so that none of it is done on the server's. */
  cores: number[]
  /** Count the answers by status; it costs the generator some of its speed. */
  statuses?: boolean
}

/** What came back. Times are in milliseconds. */
export type Answered = {
  requests: number
  seconds: number
  bytes: number
  /** Answers of status 400 and above. */
  refused: number
  /** Requests without an answer. */
  broken: number
  p50: number
  p99: number
  /** Whether there were too few paths, so that some were asked twice. */
  again: boolean
  /** `4xx` and `5xx` are the others of their kind. */
  statuses: Record<'200' | '4xx' | '429' | '503' | '5xx' | 'other', number>
}

const wrk = ['/usr/bin/wrk', '/usr/local/bin/wrk', '/opt/homebrew/bin/wrk'].find((path) => existsSync(path))
const autocannon = fileURLToPath(new URL('node_modules/autocannon/autocannon.js', import.meta.url))

/** The program that makes the load: wrk where there is one, otherwise autocannon; undefined where there is neither. */
export const generator =
  wrk && process.env.BENCH_LOAD !== 'autocannon' ? 'wrk' : existsSync(autocannon) ? 'autocannon' : undefined

/** Asks for some seconds and tells what came back. */
export async function load(asked: Load): Promise<Answered> {
  if (generator === undefined) throw new Error('neither wrk nor autocannon is here: npm ci --prefix bench')
  const output = await (generator === 'wrk' ? withWrk(asked) : withAutocannon(asked))
  const result = output.match(/^RESULT (.*)$/m)?.[1]
  if (result === undefined) throw new Error(`the load generator ended without a result:\n${output}`)
  return JSON.parse(result)
}

function withWrk({ address, paths, headers = {}, seconds, connections, cores, statuses }: Load): Promise<string> {
  const [only = '/'] = paths
  const threads = Math.min(cores.length, connections)
  const environment: Record<string, string> = { THREADS: String(threads) }
  if (paths.length > 1) {
    environment.PATHS = join(temporary(), 'paths')
    writeFileSync(environment.PATHS, paths.join('\n'))
  }
  if (statuses) environment.STATUSES = 'yes'
  const named = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const script = fileURLToPath(new URL('load.lua', import.meta.url))
  const options = [
    '-t',
    threads,
    '-c',
    connections,
    '-d',
    `${Math.ceil(seconds)}s`,
    '--timeout',
    '30s',
    '--latency',
    '-s',
    script,
  ].map(String)
  return outputOf([wrk ?? '', ...options, ...named, address + (paths.length > 1 ? '/' : only)], cores, environment)
}

/** In a process of its own, so that it can be kept to its processors. */
function withAutocannon(asked: Load): Promise<string> {
  const file = join(temporary(), 'load.json')
  writeFileSync(file, JSON.stringify(asked))
  return outputOf([process.execPath, fileURLToPath(import.meta.url), file], asked.cores, {})
}

function outputOf(command: string[], cores: number[], environment: Record<string, string>): Promise<string> {
  const [program = '', ...rest] = pinned(command, cores)
  const child = spawn(program, rest, { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  return new Promise((resolve, reject) => child.once('error', reject).once('close', () => resolve(output)))
}

/** The load that a file describes, made here with autocannon, whose result is printed. */
async function fromFile(file: string): Promise<void> {
  const { readFileSync } = await import('node:fs')
  const { address, paths, headers, seconds, connections, cores }: Load = JSON.parse(readFileSync(file, 'utf8'))
  const { default: cannon } = await import(autocannon)
  let clients = 0
  const statuses = { '200': 0, '4xx': 0, '429': 0, '503': 0, '5xx': 0, other: 0 }
  const requests = paths.map((line) => {
    const [path, coding] = line.split('\t')
    return { path, headers: coding ? { ...headers, 'accept-encoding': coding } : headers }
  })
  const several = requests.length > 1
  const running = cannon({
    url: address + (several ? '' : paths[0]),
    connections,
    duration: seconds,
    timeout: 30,
    headers,
    // Each connection has its share of the paths, which workers cannot be told: several paths are asked by one thread.
    ...(several
      ? {
          setupClient: (client: { setRequests(requests: unknown[]): void }) => {
            const number = clients++
            client.setRequests(requests.filter((_, index) => index % connections === number))
          },
        }
      : { workers: Math.min(cores.length, connections) }),
  })
  if (several)
    running.on('response', (_: unknown, status: number) => {
      const single = ([200, 429, 503] as const).find((one) => one === status)
      statuses[single ?? (status >= 500 ? '5xx' : status >= 400 ? '4xx' : 'other')]++
    })
  const result = await running
  const answered: Answered = {
    requests: result.requests.total,
    seconds: result.duration,
    bytes: result.throughput.total,
    refused: result['4xx'] + result['5xx'],
    broken: result.errors + result.timeouts,
    p50: result.latency.p50,
    p99: result.latency.p99,
    again: several && result.requests.total > requests.length,
    statuses,
  }
  console.log(`RESULT ${JSON.stringify(answered)}`)
}

if (import.meta.main) await fromFile(process.argv[2] ?? '')
