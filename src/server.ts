import { existsSync } from 'node:fs'
import { type Config, ConfigInvalid } from './config.ts'
import { buildApp } from './http/app.ts'
import { buildSnapshot, inputsDigest } from './seed/build.ts'
import { recordsKeptIn } from './storage/kept.ts'
import { closeSnapshot, identityOf, openToServe, type Snapshot, SnapshotUnusable } from './storage/snapshot.ts'

/** How often the server looks whether a new record has replaced the one it serves. */
const lookEveryMs = 1000

/** The record at `config.record`, built first where it is missing, unusable or built from another seed. */
export function openRecord({ record, seed }: Config, log: (line: string) => void): Snapshot {
  if (!existsSync(seed)) return openToServe(record)
  const inputs = inputsDigest(seed)
  if (existsSync(record)) {
    try {
      const snapshot = openToServe(record)
      if (snapshot.inputs === inputs) return snapshot
      closeSnapshot(snapshot)
      log(`${record} is older than the seed; building it anew`)
    } catch (error) {
      if (!(error instanceof SnapshotUnusable)) throw error
      log(`${error.message}; building it anew`)
    }
  }
  const { id, acts, statements } = buildSnapshot(seed, record)
  log(`built record ${id}: ${acts} acts, ${statements} statements`)
  return openToServe(record)
}

/** Serves the record until SIGTERM or SIGINT; a record that replaces it is taken up between two requests. */
export async function serve(config: Config): Promise<void> {
  let snapshot = openRecord(config, (line) => console.error(line))
  const context = {
    snapshot: () => snapshot,
    today: () => Temporal.Now.plainDateISO('UTC').toString(),
    kept: recordsKeptIn(config.kept),
    origin: config.origin,
  }
  const app = await buildApp(context, { logger: { level: config.logLevel } })

  // Only a server that listens looks for a new record; one whose port is taken ends at once.
  const address = await listen(app, config)
  let refused: string | undefined
  const look = setInterval(() => {
    let file: string | undefined
    try {
      file = identityOf(config.record)
      if (file === snapshot.file || file === refused) return
      const next = openToServe(config.record)
      const last = snapshot
      snapshot = next
      // Whoever is still reading from it, a download for example, reads it to the end.
      app.afterRequests(() => closeSnapshot(last))
      app.log.info({ record: next.id }, 'a new record is served')
    } catch (error) {
      // Said once for each file, not at every look.
      if (file !== refused || file === undefined)
        app.log.error(error, 'the new record cannot be served; the old one goes on')
      refused = file
    }
  }, lookEveryMs)

  const stop = async (signal: string) => {
    app.log.info(`${signal}: finishing the requests in flight`)
    clearInterval(look)
    await app.close()
    closeSnapshot(snapshot)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)

  console.error(
    `\n  Pacta serves record ${snapshot.id}\n\n    ${address}        the front page\n    ${address}/docs   the explorer\n`,
  )
}

/** Listens as configured. Throws {@link ConfigInvalid} where the port is taken. */
async function listen(app: Awaited<ReturnType<typeof buildApp>>, { port, host }: Config): Promise<string> {
  try {
    return await app.listen({ port, host })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new ConfigInvalid(
      `the port ${port} of ${host} is taken (EADDRINUSE); set PORT to another, or to 0 for any that is free`,
    )
  }
}
