import type { IncomingMessage } from 'node:http'

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
  return since !== undefined && (method === 'GET' || method === 'HEAD') && Date.parse(modified) <= Date.parse(since)
}
