import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { performance } from 'node:perf_hooks'
import type { Logger } from 'pino'
import type { KeptAnswer } from './kept-answers.ts'

/** Tells of each request: a line of the log, and the figures. */
export type RequestLog = {
  /** The id that a proxy in front has given the request, if it has the form of one, otherwise a new one. */
  idOf: (request: Pick<IncomingMessage, 'headers'>) => string
  kept: (
    request: Pick<IncomingMessage, 'method' | 'url'>,
    id: string,
    client: string,
    answer: KeptAnswer,
    status: number,
  ) => void
  refused: (request: IncomingMessage, id: string, client: string, status: number) => void
  /** What is refused before it is a request: it has no id, method or address. */
  broken: (client: string, status: number) => void
  answered: (request: IncomingMessage, response: ServerResponse, id: string, client: string) => void
}

/** What is counted of the requests, for whoever watches the server. */
export type Figures = {
  /** `status` is null of a request that was given up before there was an answer. */
  count: (route: string, status: number | null, kept: boolean) => void
  took: (route: string, seconds: number) => void
}

/**
 * How much of an address is logged. A letter takes two octets at most, as an escape or in UTF-8, and all else in a line a few
 * hundred: a line stays below the 4,096 octets that a pipe never mixes with those of another process.
 */
const mostLetters = 1800

/** Where lines go: a pino destination, which writes them in blocks. */
type Lines = { write: (lines: string) => unknown }

/** So many letters of lines are handed on at once: each time costs as much as several lines do. */
const mostAtOnce = 16_000

/** Where several processes write to one pipe: 4,096 octets at most, as a line. */
const mostAtOnceShared = 2000

/** Hands lines on together, `most` letters at a time, and those of one turn of the event loop at the latest when it is over. */
function together(lines: Lines, most: number): (line: string) => void {
  let waiting = ''
  const handOn = () => {
    if (waiting !== '') lines.write(waiting)
    waiting = ''
  }
  return (line) => {
    if (waiting === '') setImmediate(handOn)
    else if (waiting.length + line.length > most) {
      lines.write(waiting)
      waiting = ''
    }
    waiting += line
  }
}

/**
 * Logs each request in a line as soon as it is answered or given up. The lines are pino's own form (`level`, `time`, ...),
 * but are put together here: through pino, a line costs about as much as a third of an answer that is kept. Where other
 * processes write to the same place, they are handed on in blocks that no pipe mixes (`isShared`).
 */
export function requestLog(log: Logger, lines: Lines, isShared: boolean, figures?: Figures): RequestLog {
  const prefix = randomBytes(4).toString('hex')
  const isLogged = log.isLevelEnabled('info')
  const { info, error } = log.levels.values as { info: number; error: number }
  const writeLine = together(lines, isShared ? mostAtOnceShared : mostAtOnce)
  let number = 0

  const write = (
    request: Pick<IncomingMessage, 'method' | 'url'>,
    id: string,
    client: string,
    status: number | null,
    outcome: string,
  ) => {
    if (isLogged)
      writeLine(
        `{"level":${status === null || status < 500 || status === 503 ? info : error},"time":${Date.now()},"requestId":"${id}","client":"${client}","method":"${request.method}","url":${JSON.stringify(request.url?.slice(0, mostLetters))},"status":${status},${outcome}}\n`,
      )
  }

  const told: RequestLog = {
    idOf: ({ headers }) => {
      const given = headers['x-request-id']
      if (typeof given === 'string' && /^[\w.:-]{1,64}$/.test(given)) return given
      number += 1
      return `${prefix}-${number.toString(36)}`
    },
    kept: (request, id, client, { length, route }, status) => {
      write(request, id, client, status, status === 200 ? `"octets":${length},"kept":true` : '"kept":true')
      figures?.count(route, status, true)
    },
    refused: (request, id, client, status) => {
      write(request, id, client, status, '"refused":true')
      figures?.count('refused', status, false)
    },
    broken: (client, status) => {
      if (isLogged)
        writeLine(`{"level":${info},"time":${Date.now()},"client":"${client}","status":${status},"refused":true}\n`)
      figures?.count('refused', status, false)
    },
    answered: (request, response, id, client) => {
      const began = performance.now()
      response.once('close', () => {
        const status = response.headersSent ? response.statusCode : null
        if (request.kept && status !== null) return told.kept(request, id, client, request.kept, status)
        if (request.route === 'refused' && status !== null) return told.refused(request, id, client, status)
        const milliseconds = performance.now() - began
        const route = request.route ?? 'none'
        const outcome = response.writableFinished ? '' : ',"givenUp":true'
        write(request, id, client, status, `"ms":${milliseconds.toFixed(3)}${outcome}`)
        figures?.count(route, status, false)
        if (status !== null) figures?.took(route, milliseconds / 1000)
      })
    },
  }
  return told
}
