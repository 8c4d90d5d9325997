import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { onTestFinished } from 'vitest'

export type Settings = Record<string, string>

// What the machine has set is not part of a test.
const environment = (settings: Settings): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, ...settings })

/** Runs `pacta` to its end, as a process of its own. */
export function pacta(args: string[], settings: Settings = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/pacta.js', ...args], {
    encoding: 'utf8',
    env: environment(settings),
    timeout: 60_000,
  })
  return { status, stdout, stderr }
}

/** How a process of `pacta` ended: with a code or by a signal; and what it said. */
export type End = { code: number | null; signal: NodeJS.Signals | null; said: string }

/** Begins `pacta` as a process of its own: under another user, or a shell's limits, where they are given. */
export function begin(args: string[], settings: Settings, { uid, limits }: { uid?: number; limits?: string } = {}) {
  const command = [process.execPath, ...(limits ? ['--import', heedsFileSize] : []), 'src/pacta.js', ...args]
  const shell = ['/bin/sh', '-c', `${limits} && exec "$@"`, 'sh', ...command]
  const [file = '', ...rest] = limits ? shell : command
  const child = spawn(file, rest, { env: environment(settings), ...(uid === undefined ? {} : { uid, gid: uid }) })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      said += text
    })
  // Not at 'exit': what it said last may still be on its way.
  const ended = new Promise<End>((resolve) => child.once('close', (code, signal) => resolve({ code, signal, said })))
  return { child, ended, said: () => said }
}

// Without a listener the signal of the limit ends the process before it can say a word.
const heedsFileSize = "data:text/javascript,process.on('SIGXFSZ',()=>{})"

/** A port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

export type Server = {
  url: string
  port: number
  child: ChildProcess
  ended: Promise<number | null>
  log: () => string
}

/** Begins `pacta serve` and waits until it answers. Whoever begins it ends it. */
export async function beginServer(settings: Settings): Promise<Server> {
  const port = Number(settings.PORT ?? (await freePort()))
  const { child, ended, said } = begin(['serve'], { PORT: String(port), LOG_LEVEL: 'info', ...settings })
  const url = `http://127.0.0.1:${port}`
  const server = { url, port, child, ended: ended.then(({ code }) => code), log: said }
  while (child.exitCode === null && child.signalCode === null) {
    const ready = await fetch(`${url}/readyz`).catch(() => undefined)
    if (ready?.ok) return server
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the server ended with ${child.exitCode ?? child.signalCode}:\n${said()}`)
}

/** Starts `pacta serve` and waits until it answers; it is gone after the test. */
export async function serve(settings: Settings): Promise<Server> {
  const server = await beginServer(settings)
  onTestFinished(() => void server.child.kill('SIGKILL'))
  return server
}

/** The numbers of the workers that have begun to listen, of those that have ended as well, in the order in which they did. */
export const workersOf = ({ log }: Server): number[] => [
  ...new Set([...log().matchAll(/"pid":(\d+)[^\n]*Server listening/g)].map(([, pid]) => Number(pid))),
]
