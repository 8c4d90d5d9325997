import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { onTestFinished } from 'vitest'

type Settings = Record<string, string>

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

export type Server = { url: string; child: ChildProcess; ended: Promise<number | null>; log: () => string }

/** Starts `pacta serve` and waits until it answers; it is gone after the test. */
export async function serve(settings: Settings): Promise<Server> {
  const port = await freePort()
  const child = spawn(process.execPath, ['src/pacta.js', 'serve'], {
    env: environment({ PORT: String(port), LOG_LEVEL: 'info', ...settings }),
  })
  let log = ''
  child.stdout.on('data', (text) => {
    log += text
  })
  child.stderr.on('data', (text) => {
    log += text
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  onTestFinished(() => void child.kill('SIGKILL'))
  const url = `http://127.0.0.1:${port}`
  while (child.exitCode === null) {
    const ready = await fetch(`${url}/readyz`).catch(() => undefined)
    if (ready?.ok) return { url, child, ended, log: () => log }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the server ended with ${child.exitCode}:\n${log}`)
}
