import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { temporary } from '../temporary.ts'
import { record } from './pacta.ts'
import { freePort, type Running, start } from './running.ts'

const program = fileURLToPath(new URL('../node_modules/json-server/lib/cli/bin.js', import.meta.url))

/** Whether json-server is installed. */
export const hasJsonServer = existsSync(program)

/** What it can answer that comes nearest: rows of the acts as the record's file has them. */
export const jsonServerPaths = {
  act: '/acts/ukr-withdrawal-decree',
  list: '/acts?_limit=50',
  standings: '/acts?treaty=mine-ban&_limit=198',
}

/** Starts json-server over the acts of the record. */
export async function startJsonServer(cores: number[]): Promise<Running> {
  const file = join(temporary(), 'acts.json')
  if (!existsSync(file)) {
    const database = new Database(record(), { readonly: true })
    writeFileSync(file, JSON.stringify({ acts: database.prepare('SELECT * FROM acts ORDER BY sort_day, id').all() }))
    database.close()
  }
  const port = await freePort()
  return start({
    name: 'json-server, rows',
    command: [process.execPath, program, '--quiet', '--host', '127.0.0.1', '--port', String(port), file],
    cores,
    address: `http://127.0.0.1:${port}`,
    ready: jsonServerPaths.act,
  })
}
