import { pipeline, type Readable } from 'node:stream'
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib'
import type { FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'

const compressible =
  /^(text\/(?!event-stream)|image\/svg\+xml|application\/([\w.-]+\+)?(json|xml|yaml|x-ndjson|javascript))/

/**
 * Whether what has this media type is compressed for those who accept it. The record's file and parts of it are sent as they
 * are, so that their offsets mean the same to everyone, and what is compressed already is left alone.
 */
export const isCompressible = (type: unknown): boolean => compressible.test(String(type))

/** Fewer octets than these are sent as they are. */
const threshold = 1024

/** Texts of more octets than these are long, and streams. */
const longText = 262_144

// The middle of Brotli's range: an answer is compressed while somebody waits for it. With a window of 64 kB Brotli works on a
// third of the memory, fresh for each answer, and packs one of 4 kB in a third of the time and hardly larger. Longer texts gain
// by more: 256 kB, where the 4 MB that it would look back over otherwise cost memory for each answer under way.
const brotli = (octets: number) => ({
  params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: octets > longText ? 18 : 16 },
})

type Encoding = 'br' | 'gzip'
const offered = ['br', 'gzip', 'identity']

/** The types of negotiator are older than its choice between what is accepted equally. */
type Preferring = { encoding: (available: string[], options: { preferred: string[] }) => string | undefined }

/** The encoding in which an answer is sent, as `Accept-Encoding` prefers (RFC 9110, section 12.5.3); none where it is short. */
export function encodingFor(request: FastifyRequest, payload: string | Buffer | Readable): Encoding | undefined {
  if (request.headers['accept-encoding'] === undefined) return undefined
  if ((typeof payload === 'string' || Buffer.isBuffer(payload)) && Buffer.byteLength(payload) < threshold)
    return undefined
  const chosen = (new Negotiator(request.raw) as Preferring).encoding(offered, { preferred: offered })
  return chosen === 'br' || chosen === 'gzip' ? chosen : undefined
}

/** A text, compressed. */
export function compress(text: string | Buffer, encoding: Encoding, then: (error: Error | null, body: Buffer) => void) {
  if (encoding === 'br') brotliCompress(text, brotli(Buffer.byteLength(text)), then)
  else gzip(text, then)
}

/** A stream of text, compressed as it comes; either ends with the other. */
export function compressed(text: Readable, encoding: Encoding): Readable {
  const packed = encoding === 'br' ? createBrotliCompress(brotli(Number.POSITIVE_INFINITY)) : createGzip()
  return pipeline(text, packed, () => undefined)
}
