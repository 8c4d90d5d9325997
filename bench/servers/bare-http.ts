import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Answer } from '../answer.ts'
import { temporary } from '../temporary.ts'
import type { Running } from './running.ts'

let count = 0

/** Starts `node:http` alone, which answers whatever is asked with the same bytes. */
export async function startBare({ status, type, coding, tag, body }: Answer, cores: number[]): Promise<Running> {
  // Imported here, so that the server, which is this file too, loads nothing but Node.
  const { start } = await import('./running.ts')
  const file = join(temporary(), `bare-${count++}`)
  writeFileSync(file, body)
  const headers = {
    ...(status === 304 ? { etag: tag } : { 'content-type': type, 'content-length': body.length }),
    ...(coding && status !== 304 ? { 'content-encoding': coding } : {}),
  }
  return start({
    name: 'node:http',
    command: [process.execPath, fileURLToPath(import.meta.url), file, String(status), JSON.stringify(headers)],
    cores,
    address: /http:\/\/127\.0\.0\.1:\d+/,
    ready: '/ready',
  })
}

if (import.meta.main) {
  const [file = '', status, headers = '{}'] = process.argv.slice(2)
  const body = readFileSync(file)
  const [code, named] = [Number(status), JSON.parse(headers)]
  const server = createServer((request, response) => {
    if (request.url === '/ready') response.end()
    else if (code === 304) response.writeHead(code, named).end()
    else response.writeHead(code, named).end(body)
  })
  server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
}
