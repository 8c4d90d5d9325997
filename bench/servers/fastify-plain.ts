import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import Fastify from 'fastify'
import type { Answer } from '../answer.ts'
import { temporary } from '../temporary.ts'
import { record } from './pacta.ts'
import { type Running, start } from './running.ts'

/** The rows that an answer rests on: the queries that whoever writes such a server by hand begins with. */
const queries = {
  act: [
    `SELECT * FROM acts WHERE id = 'ukr-withdrawal-decree'`,
    `SELECT * FROM act_evidence JOIN statements ON id = statement WHERE act = 'ukr-withdrawal-decree'`,
  ],
  list: [
    `SELECT * FROM acts ORDER BY sort_day, id LIMIT 50`,
    `SELECT * FROM act_evidence JOIN statements ON id = statement
     WHERE act IN (SELECT id FROM acts ORDER BY sort_day, id LIMIT 50)`,
  ],
  standings: [
    `SELECT * FROM states`,
    `SELECT * FROM acts WHERE treaty = 'mine-ban'`,
    `SELECT act_evidence.* FROM act_evidence JOIN acts ON id = act WHERE treaty = 'mine-ban'`,
  ],
}

let count = 0

/**
 * Starts plain Fastify with better-sqlite3: it reads the rows that the answer rests on, and writes the same bytes with
 * `JSON.stringify`. Making the one from the other is left out, in its favour; no log, no headers of its own.
 */
export function startFastify({ body }: Answer, of: keyof typeof queries, cores: number[]): Promise<Running> {
  const file = join(temporary(), `fastify-${count++}.json`)
  writeFileSync(file, body)
  return start({
    name: 'Fastify, rows and JSON.stringify',
    command: [process.execPath, fileURLToPath(import.meta.url), file, of, record()],
    cores,
    address: /http:\/\/127\.0\.0\.1:\d+/,
    ready: '/ready',
  })
}

if (import.meta.main) {
  const { readFileSync } = await import('node:fs')
  const [file = '', of = 'act', path] = process.argv.slice(2)
  const answer = JSON.parse(readFileSync(file, 'utf8'))
  const database = new Database(path, { readonly: true })
  const statements = queries[of as keyof typeof queries].map((query) => database.prepare(query))
  const app = Fastify()
  app.get('/ready', () => ({}))
  app.get('/*', (_, reply) => {
    for (const statement of statements)
      if (statement.all().length === 0) throw new Error('a query that finds nothing measures nothing')
    reply.type('application/json; charset=utf-8').send(JSON.stringify(answer))
  })
  console.log(await app.listen({ port: 0, host: '127.0.0.1' }))
}
