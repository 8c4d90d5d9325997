import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Answer } from '../answer.ts'
import { temporary } from '../temporary.ts'
import { type Running, start } from './running.ts'

const program = fileURLToPath(new URL('bare.js', import.meta.url))
let count = 0

/** Starts `node:http` alone, which answers whatever is asked with the same bytes; in one process, or as many workers as said. */
export function startBare({ status, type, coding, tag, body }: Answer, cores: number[], workers = 1): Promise<Running> {
  const file = join(temporary(), `bare-${count++}`)
  writeFileSync(file, body)
  const headers = {
    ...(status === 304 ? { etag: tag } : { 'content-type': type, 'content-length': body.length }),
    ...(coding && status !== 304 ? { 'content-encoding': coding } : {}),
  }
  return start({
    name: 'node:http',
    command: [process.execPath, program, file, String(status), JSON.stringify(headers), String(workers)],
    cores,
    address: /http:\/\/127\.0\.0\.1:\d+/,
    ready: '/ready',
  })
}
