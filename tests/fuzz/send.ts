import { Agent, request as httpRequest } from 'node:http'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import type { FuzzAnswer } from './checks.ts'
import type { FuzzRequest } from './requests.ts'

/** An answer of which nothing comes for so long is a hang, and so is one that has not come whole in the time for two million rows. */
const patienceMs = 30_000
const wholeMs = 300_000

/** Sends requests to a server on connections that are kept open; an answer that does not come is an error that says so. */
export function sender(origin: string, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const { hostname, port } = new URL(origin)
  const once = ({ method, target, headers, body }: FuzzRequest): Promise<FuzzAnswer> =>
    new Promise((resolve, reject) => {
      const begun = performance.now()
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
      const request = httpRequest({ agent, hostname, port, method, path: target, headers: { ...headers, ...length } })
      request.setTimeout(patienceMs, () => request.destroy(new Error(`nothing of an answer for ${patienceMs} ms`)))
      const patience = setTimeout(() => request.destroy(new Error(`no whole answer within ${wholeMs} ms`)), wholeMs)
      request.on('error', (error) => {
        clearTimeout(patience)
        reject(error)
      })
      request.on('response', (response) => {
        const parts: Buffer[] = []
        response.on('data', (part) => parts.push(part))
        response.on('error', reject)
        response.on('end', () => {
          clearTimeout(patience)
          const ms = performance.now() - begun
          try {
            const coded = Buffer.concat(parts)
            const encoding = response.headers['content-encoding']
            const body = coded.length > 0 ? decoded(coded, encoding) : coded
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body, ms })
          } catch (error) {
            reject(error)
          }
        })
      })
      request.end(body)
    })
  const send = async (request: FuzzRequest): Promise<FuzzAnswer> => {
    for (let times = 0; ; times++) {
      try {
        const answer = await once(request)
        // Who is turned away for the load that the others make is asked to come again.
        if (answer.status !== 503 || answer.headers['retry-after'] === undefined || times === 50) return answer
        await new Promise((resolve) => setTimeout(resolve, 200))
      } catch (error) {
        // A server may close a connection that is kept open just when the next request goes out on it.
        const { code } = error as NodeJS.ErrnoException
        if (times > 2 || (code !== 'ECONNRESET' && code !== 'EPIPE')) throw error
      }
    }
  }
  return { send, close: () => agent.destroy() }
}

function decoded(body: Buffer, encoding: string | undefined): Buffer {
  if (encoding === 'gzip') return gunzipSync(body)
  if (encoding === 'br') return brotliDecompressSync(body)
  if (encoding === 'deflate') return inflateSync(body)
  if (encoding === undefined || encoding === 'identity') return body
  throw new Error(`an unknown content-encoding ${encoding}`)
}
