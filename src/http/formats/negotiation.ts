import type { FastifyReply, FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'
import { shown } from '../../explain.ts'
import { problemWith } from '../problems.ts'

/**
 * A parameter of a media type, such as `charset=utf-8`; not a weight. What is on offer stands there without any, and each is
 * what it is in whichever way it is asked for.
 */
const parameter = /;\s*(?!q\s*=)[\w!#$&^.+-]+\s*=\s*("(?:[^"\\]|\\.)*"|[^;,]*)/gi

/**
 * Which of the media types on offer answers a request: the one that `?format=` names, otherwise the one that `Accept`
 * prefers (RFC 9110, section 12). Throws a 406 that lists what there is.
 */
export function chooseFormat<F extends string>(
  request: FastifyRequest,
  reply: FastifyReply,
  offered: Record<F, string>,
): F {
  reply.header('vary', 'Accept')
  const named = (request.query as { format?: F }).format
  if (named !== undefined) return named
  const formats = Object.keys(offered) as F[]
  const { accept } = request.headers
  // The first is preferred where all are accepted alike, as by most programs, of which an empty Accept says nothing either.
  if (formats[0] !== undefined && (!accept?.trim() || accept === '*/*')) return formats[0]
  const mediaTypes = formats.map((format) => offered[format])
  const chosen = new Negotiator({ headers: { accept: accept?.replace(parameter, '') } }).mediaType(mediaTypes)
  const format = formats.find((one) => offered[one] === chosen)
  if (format === undefined)
    throw problemWith('not-acceptable', {
      parameter: 'Accept',
      value: accept?.slice(0, 80),
      message: `nothing here is offered as ${shown(accept)}`,
      allowed: mediaTypes,
    })
  return format
}

/** What a route does first where there is one format of a thing: those who do not accept it are told so, as of several. */
export const expectFormat =
  (offered: Record<string, string>) =>
  (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    chooseFormat(request, reply, offered)
    done()
  }
