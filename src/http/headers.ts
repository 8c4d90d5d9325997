/** A Content-Security-Policy under which nothing is run, framed, submitted or loaded but what `allowed` names. */
const policy = (...allowed: string[]) =>
  ["default-src 'none'", ...allowed, "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"].join('; ')

/**
 * The headers that every answer has. Reading is open to any page (CORS), every header of an answer included; nothing in an
 * answer is to be run, framed or taken for another kind of content than it says, but for the pages, which say what they load.
 * They are few and short, because an answer that is kept costs little more than its headers.
 */
export const openHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': '*',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
}

/** What a page has besides: it loads what `allowed` names, tells nobody where its reader came from, and stands for itself. */
const pageHeaders = (...allowed: string[]) => ({
  'content-security-policy': policy(...allowed),
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
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
