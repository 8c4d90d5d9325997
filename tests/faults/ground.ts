import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { checksumOf, writeChecksum } from '../../src/storage/seal.ts'
import { begin, beginServer, type End, type Server, type Settings } from '../process.ts'
import { writeSmallSeed } from '../seed/faults.ts'

/** What became of a fault that was done `times` times: what was seen, and what did not hold; nothing wrong, and it held. */
export type Finding = { fault: string; times: number; seen: string; wrong: string[]; skipped?: string }

/** The name of one speaker in the two seeds, which differ in nothing else. */
export const names = ['Roman Kostenko', 'Roman W. Kostenko'] as const

/** Where faults are done: folders, seeds and processes that are gone when it is over. */
export type Ground = {
  folder: () => string
  /** The small seed with the first or the second of the names. */
  seed: (which: 0 | 1) => string
  serve: (settings: Settings) => Promise<Server>
  begin: (args: string[], settings: Settings, as?: { uid?: number; limits?: string }) => ReturnType<typeof begin>
  run: (args: string[], settings: Settings, as?: { uid?: number; limits?: string }) => Promise<End>
  /** A record built from one of the two seeds, in a folder of its own. */
  record: (which: 0 | 1) => Promise<string>
  after: (undo: () => void) => void
}

/** Does something on a ground of its own, and clears it. */
export async function onGround<T>(act: (ground: Ground) => Promise<T>): Promise<T> {
  const undos: (() => void)[] = []
  const seeds: string[] = []
  const ground: Ground = {
    folder: () => {
      const folder = mkdtempSync(join(tmpdir(), 'pacta-faults-'))
      undos.push(() => rmSync(folder, { recursive: true, force: true }))
      return folder
    },
    seed: (which) => {
      const made = seeds[which] ?? writeSmallSeed(ground.folder())
      if (seeds[which] === undefined && which === 1) {
        const speakers = join(made, 'speakers.yaml')
        writeFileSync(speakers, readFileSync(speakers, 'utf8').replace(`name: ${names[0]}`, `name: ${names[1]}`))
      }
      seeds[which] = made
      return made
    },
    serve: async (settings) => {
      const server = await beginServer(settings)
      undos.push(() => void server.child.kill('SIGKILL'))
      // The first worker answers before the others have begun.
      const listening = () => server.log().split('Server listening').length - 1 >= Number(settings.WORKERS ?? 1)
      if (settings.LOG_LEVEL === undefined && !(await until(listening, 30))) throw new Error('not all workers listen')
      return server
    },
    begin: (args, settings, as) => {
      const process = begin(args, settings, as)
      undos.push(() => void process.child.kill('SIGKILL'))
      return process
    },
    run: (args, settings, as) => ground.begin(args, settings, as).ended,
    record: async (which) => {
      const RECORD = join(ground.folder(), 'record.sqlite')
      const { code, said } = await ground.run(['seed'], { SEED: ground.seed(which), RECORD })
      if (code !== 0) throw new Error(`no record could be built:\n${said}`)
      return RECORD
    },
    after: (undo) => void undos.push(undo),
  }
  try {
    return await act(ground)
  } finally {
    for (const undo of undos.reverse()) undo()
  }
}

/** Waits until something is so, and looks every so many milliseconds; false where it is not so after as many seconds. */
export async function until(isSo: () => boolean | Promise<boolean>, seconds: number, everyMs = 20): Promise<boolean> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(everyMs)) if (await isSo()) return true
  return false
}

/** Changes a record by SQL, and seals it again. */
export function alterRecord(record: string, sql: string): void {
  const database = new Sqlite(record)
  database.exec(sql)
  database.close()
  const file = openSync(record, 'r+')
  writeChecksum(file, checksumOf(file))
  closeSync(file)
}

/** Waits. */
export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** How often each thing was seen, in words. */
export const tally = (counts: Map<string, number> | Map<number, number>): string =>
  [...counts].map(([what, times]) => `${times} × ${what}`).join(', ') || 'nothing'

/** Counts one more. */
export const count = <K>(counts: Map<K, number>, what: K, by = 1) => void counts.set(what, (counts.get(what) ?? 0) + by)

/** A sentence as often as it was said, and no more than a few of them. */
export function told(wrong: string[]): string[] {
  const counts = new Map<string, number>()
  for (const sentence of wrong) count(counts, sentence)
  const all = [...counts].map(([sentence, times]) => (times > 1 ? `${sentence} (${times} times)` : sentence))
  return all.length > 8 ? [...all.slice(0, 8), `and ${all.length - 8} more`] : all
}
