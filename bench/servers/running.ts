import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readdirSync, readFileSync, truncateSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { pinned } from '../machine.ts'
import { temporary } from '../temporary.ts'

/** A server under load: one process, or one with those that it started. */
export type Running = {
  name: string
  address: string
  /** Milliseconds from its start to the first answer of what it was asked when it started. */
  startedIn: number
  /** Seconds of processor time that it has used, all threads and processes; undefined where the system does not tell. */
  cpu(): number | undefined
  /** The ids of its processes; none where the system does not tell. */
  processes(): number[]
  /** Megabytes of memory that it holds, all processes; undefined where the system does not tell. */
  memory(): number | undefined
  /** Those of them that are parts of files, which the system takes back when it needs them. */
  filePages(): number | undefined
  /** Empties what it has logged, so that a long run does not fill the disk. */
  forget(): void
  stop(): Promise<void>
}

/** How to start one. */
export type Start = {
  name: string
  command: string[]
  environment?: Record<string, string>
  cores: number[]
  /** Where it listens: known, or as it prints it. */
  address: string | RegExp
  /** What is asked until it answers. */
  ready: string
}

let count = 0
const children = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})
// Interrupted, it ends in order: no server stays behind, nor any file.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

/** Starts a server, its log in a file, and waits until it answers. */
export async function start({ name, command, environment = {}, cores, address, ready }: Start): Promise<Running> {
  const log = join(temporary(), `${count++}.log`)
  const output = openSync(log, 'a')
  const [program = '', ...rest] = pinned(command, cores)
  const began = performance.now()
  const child = spawn(program, rest, {
    env: { ...process.env, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', output, 'pipe'],
    cwd: temporary(),
  })
  closeSync(output)
  children.add(child)
  let told = ''
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    told = (told + text).slice(-10_000)
  })
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      children.delete(child)
      resolve()
    })
    child.once('error', (error) => {
      told += error.message
      children.delete(child)
      resolve()
    })
  })

  const listens = () =>
    typeof address === 'string' ? address : (told.match(address) ?? readFileSync(log, 'utf8').match(address))?.[0]
  let found: string | undefined
  for (;;) {
    if (!children.has(child)) throw new Error(`${name} ended before it answered:\n${told}${readFileSync(log, 'utf8')}`)
    if (performance.now() - began > 60_000) {
      child.kill('SIGKILL')
      throw new Error(`${name} has not answered within a minute:\n${told}`)
    }
    found = listens()
    if (found !== undefined && (await answers(found + ready))) break
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  return {
    name,
    address: found,
    startedIn: performance.now() - began,
    cpu: () => total(child, cpuOf),
    processes: () => (process.platform === 'linux' && child.pid !== undefined ? family(child.pid) : []),
    memory: () => total(child, (folder) => memoryOf(folder, 'VmRSS')),
    filePages: () => total(child, (folder) => memoryOf(folder, 'RssFile')),
    forget: () => truncateSync(log),
    stop: async () => {
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), 5000)
      await gone
      clearTimeout(late)
    },
  }
}

/** A port that is free now. */
export function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) =>
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    }),
  )
}

async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url)
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}

function total({ pid }: ChildProcess, measure: (process: string) => number): number | undefined {
  if (process.platform !== 'linux' || pid === undefined) return undefined
  return family(pid).reduce((sum, one) => sum + measure(`/proc/${one}`), 0)
}

/** A process and all that it started. */
function family(pid: number): number[] {
  const parents = readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    const [, parent] = fieldsOf(`/proc/${name}`)
    return parent === undefined ? [] : [{ pid: Number(name), parent: Number(parent) }]
  })
  const found = [pid]
  for (const one of found) found.push(...parents.filter(({ parent }) => parent === one).map((child) => child.pid))
  return found
}

/** What stands in `stat` after the name, which may itself hold spaces and brackets: the state, the parent and so on. */
function fieldsOf(folder: string): string[] {
  const text = read(`${folder}/stat`)
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

/** By the scheduler's own account, in nanoseconds; where there is none, by the clock's ticks of 10 ms. */
function cpuOf(folder: string): number {
  let nanoseconds = 0
  try {
    for (const thread of readdirSync(`${folder}/task`))
      nanoseconds += Number(read(`${folder}/task/${thread}/schedstat`).split(' ')[0])
  } catch {
    // It has ended.
  }
  const fields = fieldsOf(folder)
  return nanoseconds > 0 ? nanoseconds / 1e9 : (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100
}

const memoryOf = (folder: string, what: 'VmRSS' | 'RssFile') =>
  (Number(read(`${folder}/status`).match(new RegExp(`^${what}:\\s*(\\d+)`, 'm'))?.[1] ?? 0) * 1024) / 1e6

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
