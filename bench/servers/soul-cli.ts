import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { temporary } from '../temporary.ts'
import { record } from './pacta.ts'
import { freePort, type Running, start } from './running.ts'

const program = fileURLToPath(new URL('../node_modules/soul-cli/src/server.js', import.meta.url))

/** Whether soul-cli is installed. */
export const hasSoul = existsSync(program)

/** What it can answer that comes nearest: rows of the acts. */
export const soulPaths = {
  act: '/api/tables/acts/rows/ukr-withdrawal-decree',
  list: '/api/tables/acts/rows?_limit=50',
  standings: '/api/tables/acts/rows?_filters=treaty:mine-ban&_limit=198',
}

/** Starts soul-cli over a copy of the record, as it writes tables of its own into what it serves. */
export async function startSoul(cores: number[]): Promise<Running> {
  const file = join(temporary(), 'soul.sqlite')
  if (!existsSync(file)) copyFileSync(record(), file)
  const port = await freePort()
  return start({
    name: 'soul-cli, rows',
    command: [process.execPath, program, '-d', file, '-p', String(port)],
    cores,
    address: `http://127.0.0.1:${port}`,
    ready: soulPaths.act,
  })
}
