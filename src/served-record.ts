import { existsSync } from 'node:fs'
import { type Config, seedFolder } from './config.ts'
import { sayHowFar } from './progress.ts'
import { inputsDigest } from './seed/inputs.ts'
import {
  closeSnapshot,
  identityOf,
  openToServe,
  openWhole,
  type Snapshot,
  SnapshotUnusable,
} from './storage/snapshot.ts'

/** How often it is looked whether a new record has replaced the one that is served. */
const lookEveryMs = 1000

/**
 * The record at `config.record`, read from end to end; it is built first where it is missing, unusable or of another seed. One
 * of another seed that is sound is opened as it is where no other can be written in its place. Rejects with
 * {@link SnapshotUnusable} where there is neither a record nor a seed.
 */
export async function openRecord(config: Config, say: (line: string) => void): Promise<Snapshot> {
  const { record } = config
  if (!existsSync(config.seed)) {
    return openWhole(record).catch((error) => {
      if (!(error instanceof SnapshotUnusable)) throw error
      throw new SnapshotUnusable(
        `${error.message}; and SEED is "${config.seed}", where there is no seed to build it from`,
      )
    })
  }
  const seed = seedFolder(config)
  const found = existsSync(record) ? await openFound(record, say) : undefined
  if (found?.inputs === inputsDigest(seed)) return found
  if (found) say(`${record} is of another seed, or was built by another Pacta; building it anew`)
  const { buildSnapshot, RecordUnwritable } = await import('./seed/build.ts')
  const tell = sayHowFar(say, () => performance.now())
  try {
    const { id, acts, statements } = buildSnapshot(seed, record, undefined, tell)
    say(`built record ${id}: ${acts} acts, ${statements} statements`)
  } catch (error) {
    if (!(found && error instanceof RecordUnwritable)) throw error
    say(`${error.message}; the record that is there, ${found.id}, is sound, and is served though it is of another seed`)
    return found
  }
  if (found) closeSnapshot(found)
  return openToServe(record)
}

/** The record that lies at a path, where it is one that can be served; otherwise it is said why not. */
const openFound = (record: string, say: (line: string) => void): Promise<Snapshot | undefined> =>
  openWhole(record).catch((error) => {
    if (!(error instanceof SnapshotUnusable)) throw error
    say(`${error.message}; building it anew`)
    return undefined
  })

/** A file that could not be served is tried again after so many looks at most: the fault may have been the system's. */
const mostLooksBetween = 60

/**
 * Looks again and again whether another record has taken the place of the one that is served, and hands each that can be
 * served to `take`. One that cannot is told once to `refuse`, the old one goes on, and it is tried again more and more seldom.
 * Returns how to end it.
 */
export function watchRecord(
  path: string,
  served: () => Snapshot,
  take: (next: Snapshot) => void,
  refuse: (error: unknown) => void,
): () => void {
  let refused: { file: string; looksLeft: number; looksNext: number } | undefined
  let isLooking = false
  let isOver = false
  const look = async () => {
    if (isLooking) return
    isLooking = true
    let file = 'missing'
    try {
      file = identityOf(path)
      if (file === served().file) refused = undefined
      if (file === served().file || (file === refused?.file && --refused.looksLeft > 0)) return
      const next = await openWhole(path)
      if (isOver) return closeSnapshot(next)
      refused = undefined
      take(next)
    } catch (error) {
      // Said once for each file, not at every look.
      if (file !== refused?.file) refuse(error)
      const looks = file === refused?.file ? refused.looksNext : 1
      refused = { file, looksLeft: looks, looksNext: Math.min(2 * looks, mostLooksBetween) }
    } finally {
      isLooking = false
    }
  }
  const looking = setInterval(look, lookEveryMs)
  return () => {
    isOver = true
    clearInterval(looking)
  }
}
