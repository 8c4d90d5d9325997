import type { IncomingMessage } from 'node:http'
import type { InjectOptions, LightMyRequestResponse as Response } from 'fastify'
import { expect } from 'vitest'
import { buildApp } from '../../src/http/app.ts'
import { giveWay } from '../../src/http/turns.ts'
import { recordInMemory } from '../record.ts'

/** The day on which every test takes place. */
export const today = '2025-07-01'

/** The record that the tests ask, and the API over it; neither changes, so a file's tests share them. */
export const snapshot = recordInMemory()
export const app = await buildApp({ snapshot: () => snapshot, today: () => today })
await app.ready()

/** The pin to the two articles about Ukraine's decree, whose record does not grow. */
export const theTwoArticles = 'accordingTo=reuters-ukraine-decree,unnamed-ukraine-decree'

/**
 * As much as may wait for its turn, from the moment at which an application asks what day it is; and how its requests look as
 * if they came from outside.
 */
export function crowd() {
  const waiting: Promise<void>[] = []
  const busy = () => {
    while (waiting.length < 6) waiting.push(giveWay())
    return today
  }
  const fromOutside = (raw: IncomingMessage) => {
    raw.requestId = 'a'
    return raw.url ?? '/'
  }
  return { waiting, busy, fromOutside }
}

/** One HTTP exchange. */
export const send = (request: string | InjectOptions): Promise<Response> => app.inject(request)

/** The body of an answer that must be a 200. */
export async function get(url: string) {
  const answer = await send(url)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

/** The ids of a list that fits on one page. */
export async function idsOf(url: string): Promise<string[]> {
  const { data, page } = await get(url)
  expect(page).toMatchObject({ total: data.length, next: null })
  return data.map(({ id }: { id: string }) => id)
}

type ParameterError = { parameter: string; value?: string; message?: unknown; allowed?: unknown; nearest?: string }

/** Every error is a problem (RFC 9457) that names what is wrong and tells nothing of the inside. */
export function expectProblem(answer: Response, status: number, ...errors: ParameterError[]) {
  expect(answer.statusCode, answer.body).toBe(status)
  expect(answer.headers['content-type']).toBe('application/problem+json')
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(answer.headers['access-control-allow-origin']).toBe('*')
  expect(answer.headers.etag).toBeUndefined()
  const problem = answer.json()
  expect(problem).toMatchObject({
    type: expect.stringMatching(/^urn:pacta:problem:[a-z-]+$/),
    title: expect.stringMatching(/\S/),
    status,
    detail: expect.stringMatching(/\S/),
    instance: answer.raw.req.url?.slice(0, 2000),
  })
  expect(answer.body).not.toMatch(/node_modules|\.ts\b|SQLITE|FST_|SELECT/)
  if (errors.length === 0) return problem
  expect(problem.errors).toHaveLength(errors.length)
  for (const [i, error] of errors.entries()) {
    expect(problem.errors[i]).toMatchObject(error)
    expect(problem.detail).toContain(error.parameter)
    if (error.nearest) expect(problem.detail).toContain(error.nearest)
  }
  return problem
}
