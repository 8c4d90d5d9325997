/**
 * The headers that every answer has. Reading is open to any page (CORS); nothing in an answer is to be run, framed or taken
 * for another kind of content than it says, but for the pages, which say what they may load.
 */
export const openHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'ETag, Link, Accept-Ranges, Content-Range, Content-Disposition, Repr-Digest, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
}
