import { connect } from 'node:net'

/** Bytes that are not a good request, and what a server does with them: refuses them, or answers as HTTP allows. */
export type BrokenRequest = {
  name: string
  parts: (string | Buffer)[]
  may: 'be refused' | 'be answered'
  ends?: boolean
  bare?: boolean
}

/** Node refuses these before anything of the server's own; its answer has no body. */
const barely = (broken: BrokenRequest): BrokenRequest => ({ ...broken, bare: true })
const host = 'host: localhost\r\n'
const get = (path: string, headers = '') => `GET ${path} HTTP/1.1\r\n${host}${headers}\r\n`
const closed = 'connection: close\r\n'
const refused = (name: string, ...parts: (string | Buffer)[]): BrokenRequest => ({ name, parts, may: 'be refused' })
const answered = (name: string, ...parts: (string | Buffer)[]): BrokenRequest => ({ name, parts, may: 'be answered' })

/** What arrives at a socket when a client is broken, or means ill. */
export const brokenRequests: BrokenRequest[] = [
  { ...refused('nothing at all'), ends: true },
  ...[
    'G',
    'GET',
    'GET ',
    'GET /healthz',
    'GET /healthz HTTP/1.1',
    'GET /healthz HTTP/1.1\r\nhost: a',
    get('/healthz').slice(0, -2),
  ].map((text) => ({ ...refused(`a request that ends after ${JSON.stringify(text)}`, text), ends: true })),
  refused('no method', ' /healthz HTTP/1.1\r\n\r\n'),
  answered('no version', `GET /healthz\r\n${host}\r\n`),
  refused('a method that is none', `FETCH /healthz HTTP/1.1\r\n${host}\r\n`),
  refused('a method in small letters', `get /healthz HTTP/1.1\r\n${host}\r\n`),
  refused('a method of a megabyte', `${'A'.repeat(1_000_000)} / HTTP/1.1\r\n${host}\r\n`),
  refused('HTTP/9.9', `GET /healthz HTTP/9.9\r\n${host}\r\n`),
  answered('HTTP/2.0 without its preface', `GET /healthz HTTP/2.0\r\n${host}\r\n`),
  refused('a version that is none', `GET /healthz HTTPS/1.1\r\n${host}\r\n`),
  refused('a space in the path', `GET /healthz and more HTTP/1.1\r\n${host}\r\n`),
  refused('a null byte in the path', `GET /health\0z HTTP/1.1\r\n${host}\r\n`),
  refused('other letters than ASCII in the path', `GET /v1/states/Türkiye HTTP/1.1\r\n${host}\r\n`),
  refused('bytes above 127 in the path', Buffer.from(`GET /v1/states/\xff\xfe HTTP/1.1\r\n${host}\r\n`, 'latin1')),
  refused('lines that end in CR alone', 'GET /healthz HTTP/1.1\rhost: localhost\r\r'),
  answered('lines that end in LF alone', 'GET /healthz HTTP/1.1\nhost: localhost\nconnection: close\n\n'),
  answered('an empty line before the request', `\r\n\r\n${get('/healthz', closed)}`),
  refused('the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0'),
  refused('a TLS hello', Buffer.from('16030100a5010000a10303', 'hex'), Buffer.alloc(200, 7)),
  refused('an SSH banner', 'SSH-2.0-OpenSSH_9.6\r\n'),
  refused('a PROXY header', `PROXY TCP4 1.2.3.4 5.6.7.8 1 2\r\n${get('/healthz')}`),
  refused('zeros', Buffer.alloc(4096)),
  refused('all bytes', Buffer.from(Array.from({ length: 256 }, (_, i) => i))),
  barely(refused('no Host', 'GET /healthz HTTP/1.1\r\nconnection: close\r\n\r\n')),
  answered('two Hosts', get('/healthz', `host: b\r\n${closed}`)),
  answered('an empty Host', `GET /v1/acts?limit=1 HTTP/1.1\r\nhost:\r\n${closed}\r\n`),
  answered('HTTP/1.0', 'GET /healthz HTTP/1.0\r\n\r\n'),
  answered(
    'HTTP/1.0 kept open',
    'GET /healthz HTTP/1.0\r\nconnection: keep-alive\r\n\r\n',
    'GET /healthz HTTP/1.0\r\n\r\n',
  ),
  answered('a streamed list to HTTP/1.0', 'GET /v1/states?format=csv HTTP/1.0\r\n\r\n'),
  { ...answered('HTTP/0.9', 'GET /healthz\r\n'), ends: true },
  answered('an absolute target', `GET http://localhost/healthz HTTP/1.1\r\n${host}${closed}\r\n`),
  answered('an absolute target of another server', `GET http://evil.example/v1 HTTP/1.1\r\n${host}${closed}\r\n`),
  answered('an absolute target of another scheme', `GET ftp://a/v1/acts?limit=1 HTTP/1.1\r\n${host}${closed}\r\n`),
  answered('an absolute target that is no URL', `GET http://[/v1 HTTP/1.1\r\n${host}${closed}\r\n`),
  answered('a target with two slashes', `GET //evil.example/v1 HTTP/1.1\r\n${host}${closed}\r\n`),
  answered('a target with a fragment', `GET /v1/acts?limit=1#x HTTP/1.1\r\n${host}${closed}\r\n`),
  answered('OPTIONS *', `OPTIONS * HTTP/1.1\r\n${host}${closed}\r\n`),
  answered('GET *', `GET * HTTP/1.1\r\n${host}${closed}\r\n`),
  refused('a target without a slash', `GET healthz HTTP/1.1\r\n${host}${closed}\r\n`),
  refused('CONNECT', `CONNECT evil.example:443 HTTP/1.1\r\n${host}\r\n`),
  answered('TRACE', `TRACE /healthz HTTP/1.1\r\n${host}${closed}\r\n`),
  answered(
    'an upgrade to a WebSocket',
    get(
      '/v1',
      `${closed.replace('close', 'upgrade')}upgrade: websocket\r\nsec-websocket-key: x\r\nsec-websocket-version: 13\r\n`,
    ),
  ),
  answered(
    'an upgrade to h2c',
    get('/v1', 'connection: upgrade, http2-settings\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABkAAQAAP__\r\n'),
  ),
  answered(
    'Expect: 100-continue',
    `POST /v1/acts HTTP/1.1\r\n${host}${closed}expect: 100-continue\r\ncontent-length: 2\r\n\r\n`,
    '{}',
  ),
  answered('Expect: 100-continue on a GET', get('/healthz', `expect: 100-continue\r\n${closed}`)),
  barely(answered('Expect of something else', get('/healthz', `expect: miracles\r\n${closed}`))),
  refused(
    'both Content-Length and Transfer-Encoding',
    `POST /v1 HTTP/1.1\r\n${host}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\n\r\n`,
  ),
  refused('two lengths', `POST /v1 HTTP/1.1\r\n${host}content-length: 1\r\ncontent-length: 2\r\n\r\nab`),
  refused('a length that is negative', `POST /v1 HTTP/1.1\r\n${host}content-length: -1\r\n\r\n`),
  refused('a length that is no number', `POST /v1 HTTP/1.1\r\n${host}content-length: 0x2\r\n\r\nab`),
  refused('a length with a sign', `POST /v1 HTTP/1.1\r\n${host}content-length: +2\r\n\r\nab`),
  refused('a length of 40 digits', `POST /v1 HTTP/1.1\r\n${host}content-length: ${'9'.repeat(40)}\r\n\r\nab`),
  {
    ...answered('a body that does not come', `POST /v1 HTTP/1.1\r\n${host}${closed}content-length: 100\r\n\r\nab`),
    ends: true,
  },
  answered('a GET with a body', `GET /healthz HTTP/1.1\r\n${host}${closed}content-length: 2\r\n\r\nab`),
  answered(
    'a GET with a body in chunks',
    `GET /healthz HTTP/1.1\r\n${host}${closed}transfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n`,
  ),
  answered(
    'a request behind a body',
    `POST /v1 HTTP/1.1\r\n${host}content-length: 2\r\n\r\nab${get('/healthz', closed)}`,
  ),
  refused('a coding that is unknown', `POST /v1 HTTP/1.1\r\n${host}transfer-encoding: gzip\r\n\r\nab`),
  refused('chunked, but not last', `POST /v1 HTTP/1.1\r\n${host}transfer-encoding: chunked, gzip\r\n\r\n0\r\n\r\n`),
  refused('a coding that hides itself', `POST /v1 HTTP/1.1\r\n${host}transfer-encoding: \x0bchunked\r\n\r\n0\r\n\r\n`),
  ...['zz\r\n', '-1\r\n', '0x2\r\nab\r\n0\r\n\r\n', `${'f'.repeat(20)}\r\n`, '2\r\nabc\r\n0\r\n\r\n'].map((chunk) =>
    answered(
      `a chunk of size ${JSON.stringify(chunk.slice(0, 8))}`,
      `POST /v1 HTTP/1.1\r\n${host}${closed}transfer-encoding: chunked\r\n\r\n${chunk}`,
    ),
  ),
  answered(
    'a chunk with an extension of 100 kB',
    `POST /v1 HTTP/1.1\r\n${host}${closed}transfer-encoding: chunked\r\n\r\n1;${'x'.repeat(100_000)}\r\na\r\n0\r\n\r\n`,
  ),
  answered(
    'a trailer of 100 kB',
    `POST /v1 HTTP/1.1\r\n${host}${closed}transfer-encoding: chunked\r\n\r\n0\r\nx: ${'x'.repeat(100_000)}\r\n\r\n`,
  ),
  answered('a folded header', get('/healthz', `x-a: b\r\n c\r\n${closed}`)),
  refused('a header that begins with a space', `GET /healthz HTTP/1.1\r\n x: y\r\n${host}\r\n`),
  refused('a header without a name', get('/healthz', ': x\r\n')),
  refused('a header without a colon', get('/healthz', 'x\r\n')),
  refused('a header with a space before the colon', get('/healthz', 'x : y\r\n')),
  refused('a null byte in a name', get('/healthz', 'x\0: y\r\n')),
  refused('a null byte in a value', get('/healthz', 'x: \0y\r\n')),
  refused('a carriage return in a value', get('/healthz', 'x: a\rb\r\n')),
  answered(
    'bytes above 127 in a value',
    Buffer.from(get('/v1/acts?limit=1', `accept: \xff\xfe\r\nx: \x80\r\n${closed}`), 'latin1'),
  ),
  refused('a header of 20 kB', get('/healthz', `x: ${'x'.repeat(20_000)}\r\n`)),
  refused('a header of 5 MB', get('/healthz', `x: ${'x'.repeat(5_000_000)}\r\n`)),
  refused('a URL of 20 kB', get(`/v1/acts?q=${'x'.repeat(20_000)}`)),
  refused('a URL of 5 MB', get(`/${'x'.repeat(5_000_000)}`)),
  refused('5,000 headers', get('/healthz', Array.from({ length: 5000 }, (_, i) => `x-${i}: y\r\n`).join(''))),
  answered('1,500 short headers', get('/healthz', Array.from({ length: 1500 }, () => 'a: b\r\n').join('') + closed)),
  answered('a Host that breaks a URL', `GET /v1/acts?limit=1&format=atom HTTP/1.1\r\nhost: [<>"\r\n${closed}\r\n`),
  answered('a cookie as prototype', get('/healthz', `__proto__: x\r\nconstructor: y\r\n${closed}`)),
]

/** What came back on a connection, until the server closed it or fell silent. */
export type RawAnswer = { text: string; closed: boolean }

/** Writes bytes to a server's socket, as they are, and reads until it closes or says nothing more for a time. */
export function writeRaw(
  origin: string,
  { parts, ends }: Pick<BrokenRequest, 'parts' | 'ends'>,
  patienceMs = 3000,
): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true })
    const received: Buffer[] = []
    const done = (closed: boolean) => {
      clearTimeout(patience)
      socket.destroy()
      resolve({ text: Buffer.concat(received).toString('latin1'), closed })
    }
    const patience = setTimeout(() => done(false), patienceMs)
    socket.on('data', (part: Buffer) => received.push(part))
    socket.on('error', () => done(true))
    socket.on('end', () => done(true))
    socket.on('connect', () => {
      for (const part of parts) socket.write(part)
      if (ends) socket.end()
    })
  })
}

/** Every status on a connection, in order; interim ones left out. */
export const statusesIn = (text: string): number[] =>
  [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status)).filter((status) => status >= 200)

/** What is wrong with how a server takes broken requests; nothing where each is refused or answered, and it goes on serving. */
export async function faultsOfBroken(origin: string): Promise<string[]> {
  const faults: string[] = []
  const alive = async (after: string) => {
    const { text } = await writeRaw(origin, { parts: [get('/healthz', closed)] })
    if (statusesIn(text)[0] !== 200) faults.push(`after ${after}: the server does not serve any more`)
  }
  await Promise.all(
    brokenRequests.map(async (broken) => {
      const { text, closed } = await writeRaw(origin, broken)
      const statuses = statusesIn(text)
      const first = statuses[0]
      if (statuses.some((status) => status >= 500)) faults.push(`${broken.name}: ${statuses.join(', ')}`)
      if (broken.may === 'be refused' && first !== undefined && first < 400) faults.push(`${broken.name}: ${first}`)
      if (broken.may === 'be answered' && first === undefined && !closed) faults.push(`${broken.name}: no answer`)
      if (broken.may === 'be refused' && !closed) faults.push(`${broken.name}: the connection stays open`)
      if (/\n\s+at .+:\d+|node_modules|HPE_|ERR_/.test(text)) faults.push(`${broken.name}: a word of the inside`)
      if (
        !broken.bare &&
        first !== undefined &&
        first >= 400 &&
        !/content-type: application\/problem\+json/i.test(text)
      )
        faults.push(`${broken.name}: ${first} that is no problem`)
    }),
  )
  await alive('broken requests')
  const pipelined = 1000
  const all = Array.from({ length: pipelined }, (_, i) =>
    get(i % 2 ? '/healthz' : '/v1/states?limit=1', i === pipelined - 1 ? closed : ''),
  )
  const { text } = await writeRaw(origin, { parts: [all.join('')] }, 30_000)
  const good = statusesIn(text).filter((status) => status === 200).length
  if (good !== pipelined) faults.push(`${pipelined} pipelined requests: ${good} answers`)
  await alive('pipelining')
  // Clients that go away in the middle of a long answer.
  await Promise.all(Array.from({ length: 20 }, () => writeRaw(origin, { parts: [get('/v1/acts?format=ndjson')] }, 20)))
  await alive('clients that went away')
  return faults
}
