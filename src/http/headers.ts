/** A Content-Security-Policy under which nothing is run, framed, submitted or loaded but what `allowed` names. */
const policy = (...allowed: string[]) =>
  ["default-src 'none'", ...allowed, "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"].join('; ')

/**
 * The headers that every answer has. Reading is open to any page, also to one that is isolated (CORS, CORP); nothing in an
 * answer is to be run, framed or taken for another kind of content than it says, but for the pages, which say what they load.
 */
export const openHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'ETag, Link, Accept-Ranges, Content-Range, Content-Disposition, Repr-Digest, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id',
  'content-security-policy': policy(),
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** What a page has besides: it loads what `allowed` names, and no other site's window can reach into its own. */
const pageHeaders = (...allowed: string[]) => ({
  'content-security-policy': policy(...allowed),
  'cross-origin-opener-policy': 'same-origin',
})

/** The front page has a style sheet and pictures. */
export const homeHeaders = pageHeaders("img-src 'self'", "style-src 'self'")

/** The explorer runs its own scripts, none written into the page and none made from text, and calls this server. */
export const explorerHeaders = pageHeaders(
  "connect-src 'self'",
  "img-src 'self' data:",
  "script-src 'self'",
  "style-src 'self'",
)
