import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { temporary } from '../temporary.ts'
import { type Running, start } from './running.ts'

const program = fileURLToPath(new URL('../../src/pacta.js', import.meta.url))

/** The project's own seed. */
export const seed = fileURLToPath(new URL('../../seed', import.meta.url))

/** Builds a record from a seed, by default the project's own, and gives its path. It is built once in a run. */
export function record(from = seed, name = 'record.sqlite'): string {
  const path = join(temporary(), name)
  if (!existsSync(path))
    execFileSync(process.execPath, [program, 'seed'], {
      env: { ...process.env, SEED: from, RECORD: path },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  return path
}

/**
 * Starts Pacta as it is deployed: with the image's flags of V8 and settings of the C library, the record and no seed, all that
 * it does for every request switched on, the log in a file, and so many requests a minute allowed that they are counted and
 * none is refused.
 */
export function startPacta(
  cores: number[],
  environment: Record<string, string> = {},
  name = 'Pacta',
): Promise<Running> {
  return start({
    name,
    command: [
      process.execPath,
      '--min-semi-space-size=4',
      '--max-semi-space-size=4',
      '--no-memory-reducer',
      program,
      'serve',
    ],
    environment: {
      MALLOC_ARENA_MAX: '1',
      MALLOC_TRIM_THRESHOLD_: '131072',
      MALLOC_MMAP_THRESHOLD_: '32768',
      PORT: '0',
      HOST: '127.0.0.1',
      RECORD: record(),
      SEED: join(temporary(), 'no-seed'),
      LOG_LEVEL: 'info',
      RATE_LIMIT: '1000000000',
      ...environment,
    },
    cores,
    address: /http:\/\/127\.0\.0\.1:\d+/,
    ready: '/readyz',
  })
}

/** Whether Pacta has a setting. */
export function hasSetting(name: string): boolean {
  return execFileSync(process.execPath, [program, 'serve', '--help'], { encoding: 'utf8' }).includes(name)
}
