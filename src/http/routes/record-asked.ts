import type { FastifyRequest } from 'fastify'
import type { Snapshot } from '../../storage/snapshot.ts'
import type { Context } from '../context.ts'
import { bookmarkTo, linksOf, notePinned } from '../links.ts'
import { expectRecord } from '../pins.ts'

/** The record that a download is of, and the `Link` to its permalink. Throws a 409 where another record is asked for. */
export function recordAsked(
  request: FastifyRequest<{ Querystring: { record?: string } }>,
  context: Context,
): { snapshot: Snapshot; bookmark: string } {
  const snapshot = context.snapshot()
  expectRecord(request.query, snapshot)
  // Before others have their turn, after which another record may be served.
  const links = linksOf(request, context, undefined)
  notePinned(request, links)
  return { snapshot, bookmark: bookmarkTo(links) }
}
