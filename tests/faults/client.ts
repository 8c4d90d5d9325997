import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'
import { connect, type Socket } from 'node:net'

/** An answer as it came. */
export type Answer = {
  status: number
  headers: IncomingHttpHeaders
  rawHeaders: string[]
  body: Buffer
  ms: number
}

/** Whoever has no answer by then has been forgotten. */
const patienceMs = 15_000

/** A client of one connection that is kept open, or of as many as are given. */
export function client(port: number, connections = 1) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const ask = (path: string, headers: OutgoingHttpHeaders = {}, method = 'GET'): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const begun = performance.now()
      const asked = request({ agent, host: '127.0.0.1', port, path, method, headers }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part) => parts.push(part))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            rawHeaders: response.rawHeaders,
            body: Buffer.concat(parts),
            ms: performance.now() - begun,
          }),
        )
      })
      asked.setTimeout(patienceMs, () => asked.destroy(new Error(`no answer within ${patienceMs / 1000} s`)))
      asked.on('error', (error) => reject(Object.assign(error, { onUsedConnection: asked.reusedSocket })))
      asked.end()
    })
  return { ask, close: () => agent.destroy() }
}

/** A bare connection: what has come over it so far, and whether it is closed. */
export type Wire = { socket: Socket; text: () => string; closed: Promise<void>; isClosed: () => boolean }

/** Opens a bare connection. One that `holds` does not end it when the server does. */
export function wire(port: number, { holds = false } = {}): Promise<Wire> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: holds })
    const parts: Buffer[] = []
    let isClosed = false
    const closed = new Promise<void>((done) =>
      socket.once('close', () => {
        isClosed = true
        done()
      }),
    )
    socket.on('data', (part: Buffer) => parts.push(part))
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.on('error', () => {})
      resolve({ socket, text: () => Buffer.concat(parts).toString('latin1'), closed, isClosed: () => isClosed })
    })
  })
}

/** The least of the times that so many of a hundred do not exceed. */
export const percentile = (times: number[], of100: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor((times.length * of100) / 100))] ?? 0
