import type { IncomingMessage } from 'node:http'

/**
 * The headers of a 304: those that a cache goes by (RFC 9110, section 15.4.5), that any page may read it
 * and its headers, and what is this client's own. Whoever holds the answer has its other headers.
 */
export const toldWith304 = [
  'access-control-allow-origin',
  'access-control-expose-headers',
  'cache-control',
  'connection',
  'etag',
  'ratelimit',
  'ratelimit-policy',
  'vary',
]

/**
 * Whether the client holds this representation already (RFC 9110, section 13.2.2): by `If-None-Match`, weakly compared, or
 * without that by `If-Modified-Since`.
 */
export function isHeld(
  { headers, method }: Pick<IncomingMessage, 'headers' | 'method'>,
  etag: string,
  modified: string,
) {
  const tags = headers['if-none-match']
  if (tags !== undefined)
    return (
      tags === etag || tags.trim() === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
    )
  const since = headers['if-modified-since']
  // The very time that was told: a record that is put back has an older one, and a client may send any.
  return since !== undefined && (method === 'GET' || method === 'HEAD') && Date.parse(modified) === Date.parse(since)
}
