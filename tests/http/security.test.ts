import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { getAttributeValue, getElementsByTagName, textContent } from 'domutils'
import { parseDocument } from 'htmlparser2'
import pino from 'pino'
import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/http/app.ts'
import { clientOf, networkOf } from '../../src/http/door/clients.ts'
import { throughDoor } from '../../src/http/door/door.ts'
import { keepAnswers } from '../../src/http/door/kept-answers.ts'
import { rateLimit } from '../../src/http/door/rate-limit.ts'
import { requestLog } from '../../src/http/door/request-log.ts'
import { app, get, send, snapshot, today } from './exchange.ts'

type Headers = Record<string, string | string[] | number | undefined>

const nothing = "default-src 'none'; frame-ancestors 'none'"

/** What every answer has, whatever it is. */
function expectSafe(headers: Headers, policy = nothing) {
  expect(headers).toMatchObject({
    'access-control-allow-origin': '*',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
  })
  expect(headers['access-control-expose-headers']).toBe('*')
  expect(headers).not.toHaveProperty('access-control-allow-credentials')
  expect(headers).not.toHaveProperty('set-cookie')
  expectSilent(headers)
}

/** Nothing says by what it was answered. */
function expectSilent(headers: Headers) {
  for (const name of ['server', 'via', 'x-powered-by', 'x-aspnet-version']) expect(headers).not.toHaveProperty(name)
  expect(JSON.stringify(headers)).not.toMatch(
    /fastify|express|node(\.js)?\/|sqlite\/|\/home\/|\/app\/|process\.|\.ts\b/i,
  )
}

/** A picture that is looked at by itself needs the style inside it, and can load nothing with it. */
const picture = "default-src 'none'; style-src 'unsafe-inline'"

const document = await get('/openapi.json')
const calls = Object.values<Record<string, { responses: Record<string, { content?: Record<string, object> }> }>>(
  document.paths,
)
  .flatMap((methods) => Object.values(methods))
  .flatMap(({ responses }) => Object.values(responses))
  .flatMap(({ content = {} }) => Object.values<{ examples?: Record<string, { summary: string }> }>(content))
  .flatMap(({ examples = {} }) => Object.values(examples).map(({ summary }) => summary))
const operations = Object.keys(document.paths)

describe('what is answered within', () => {
  test('every documented call', async () => {
    expect(calls.length).toBeGreaterThan(operations.length)
    for (const url of new Set(calls)) {
      const { headers } = await send(url)
      expectSafe(headers, /\.svg\?/.test(url) && headers.etag ? picture : nothing)
    }
  })

  test('every path of the contract, asked as it stands there', async () => {
    for (const url of operations) expectSafe((await send(url)).headers)
  })

  test.each([
    ['a parameter that is not known', { url: '/v1/acts?stat=UKR' }, 400],
    ['a path that cannot be read', { url: '/v1/states/%zz' }, 400],
    ['a path that is too long', { url: `/v1/states/${'a'.repeat(2000)}` }, 400],
    ['nothing there', { url: '/.env' }, 404],
    ['nothing below the explorer', { url: '/docs/static/../../package.json' }, 404],
    ['nothing beside the explorer', { url: '/docs/nothing' }, 404],
    ['nothing beside the files of the explorer', { url: '/docs/static/nothing.js' }, 404],
    ['nothing in the files of the explorer', { url: '/docs/static/..%2f..%2fpackage.json' }, 404],
    ['a thing that the record does not hold', { url: '/v1/states/atlantis' }, 404],
    ['a method that changes', { url: '/v1/acts', method: 'POST' as const, payload: { a: 1 } }, 405],
    [
      'a body that is not what it says',
      { url: '/v1/acts', method: 'PUT' as const, headers: { 'content-type': 'application/json' }, payload: '{' },
      405,
    ],
    ['a format there is not', { url: '/v1/acts', headers: { accept: 'application/pdf' } }, 406],
    ['another record', { url: '/v1/acts?record=0123456789abcdef' }, 409],
    ['a part there is not', { url: '/v1/record.sqlite', headers: { range: 'bytes=99999999999-' } }, 416],
    ['a part', { url: '/v1/record.sqlite', headers: { range: 'bytes=0-99' } }, 206],
    ['only the headers', { url: '/v1/acts', method: 'HEAD' as const }, 200],
    ['what may be asked', { url: '/v1/acts', method: 'OPTIONS' as const }, 204],
    ['what may be asked of nothing', { url: '/nothing', method: 'OPTIONS' as const }, 204],
    ['another address of the explorer', { url: '/docs/static/index.html' }, 302],
    ['a script of the explorer', { url: '/docs/static/swagger-ui-bundle.js' }, 200],
    ['a page that the explorer brings with it', { url: '/docs/static/oauth2-redirect.html' }, 200],
  ])('%s', async (_, request, status) => {
    const { statusCode, headers, body } = await send(request)
    expect(statusCode, body).toBe(status)
    expectSafe(headers, nothing)
    if (status >= 400) expect(body).not.toMatch(/fastify|node_modules|sqlite3?\b(?!")|\.ts\b|FST_|at .*:\d+:\d+/i)
  })

  test('what the client has is not sent again, nor its headers: any page may read that it has it', async () => {
    const { headers } = await send({ url: '/v1/acts', headers: { 'if-none-match': '*' } })
    expect(headers).toMatchObject({ 'access-control-allow-origin': '*', etag: expect.stringMatching(/^"/) })
    expectSilent(headers)
  })

  test('an answer that fails says nothing of why', async () => {
    const broken = await buildApp({
      snapshot: () => {
        throw new Error('SQLITE_CORRUPT in /srv/secret/record.sqlite')
      },
      today: () => today,
    })
    const { statusCode, headers, body } = await broken.inject('/v1/states')
    expect(statusCode).toBe(500)
    expectSafe(headers)
    expect(JSON.parse(body)).toMatchObject({ detail: 'The request was right; the answer failed.' })
    expect(body).not.toMatch(/secret|SQLITE|Error:/)
  })

  test('any page may ask for everything, and send no credentials', async () => {
    const { headers } = await send({
      url: '/v1/acts',
      method: 'OPTIONS',
      headers: {
        origin: 'https://elsewhere.example',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'if-none-match',
      },
    })
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
      'access-control-allow-headers': '*',
    })
    expect(headers).not.toHaveProperty('access-control-allow-credentials')
  })
})

/** The policy of the explorer, read from its answer, so that the tests below hold it against what the page loads. */
const explorer = String((await send('/docs')).headers['content-security-policy'])

/** A page's policy as directives; `'none'` allows nothing. */
const directivesOf = (policy: string) =>
  Object.fromEntries(policy.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]))

/** What a page loads, by the directive that governs it, from its markup, its style sheets and its scripts. */
async function loadedBy(path: string) {
  const { body } = await send({ url: path, headers: { accept: 'text/html' } })
  const page = parseDocument(body)
  const [links, scripts, images] = ['link', 'script', 'img'].map((name) => getElementsByTagName(name, page))
  const loaded: Record<string, Set<string>> = {}
  const texts: string[] = []
  const note = async (directive: string, address: string | undefined) => {
    if (address === undefined) return
    const { origin, protocol, pathname } = new URL(address, `http://here.example${path}`)
    const source = protocol === 'data:' ? 'data:' : origin === 'http://here.example' ? "'self'" : origin
    loaded[directive] ??= new Set()
    loaded[directive].add(source)
    if (source !== "'self'" || directive === 'connect-src') return
    const answer = await send(pathname)
    expect([pathname, answer.statusCode]).toEqual([pathname, 200])
    if (directive === 'style-src' || directive === 'script-src') texts.push(answer.body)
  }
  for (const link of links ?? []) {
    const relation = getAttributeValue(link, 'rel')
    if (relation === 'stylesheet') await note('style-src', getAttributeValue(link, 'href'))
    if (relation === 'icon') await note('img-src', getAttributeValue(link, 'href'))
  }
  for (const script of scripts ?? []) await note('script-src', getAttributeValue(script, 'src'))
  for (const image of images ?? []) await note('img-src', getAttributeValue(image, 'src'))
  for (const [, address = ''] of texts.join('\n').matchAll(/(?:url\(["']?|img\.src = ')(data:image)/g))
    await note('img-src', address)
  // The explorer fetches the contract from its own address, and what its reader asks it to.
  if (texts.some((text) => text.includes("resolveUrl('./json')"))) await note('connect-src', './json')
  const written = (scripts ?? []).map((script) => textContent(script).trim()).filter((text) => text !== '')
  return { body, page, loaded, written }
}

describe.each([
  { path: '/', name: 'the front page' },
  { path: '/docs', name: 'the explorer' },
  { path: '/docs/', name: 'the explorer, with a slash' },
])('$name', ({ path }) => {
  test('has a policy that allows exactly what it loads, all of it from here', async () => {
    const { headers } = await send({ url: path, headers: { accept: 'text/html' } })
    const policy = String(headers['content-security-policy'])
    expectSafe(headers, policy)
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    const {
      'default-src': rest,
      'base-uri': base,
      'form-action': forms,
      'frame-ancestors': frames,
      ...allowed
    } = directivesOf(policy)
    expect([rest, base, forms, frames]).toEqual(Array(4).fill(["'none'"]))
    const { loaded } = await loadedBy(path)
    const sorted = (from: Record<string, Iterable<string>>) =>
      Object.fromEntries(Object.entries(from).map(([directive, sources]) => [directive, [...sources].sort()]))
    expect(sorted(allowed)).toEqual(sorted(loaded))
    expect(policy).not.toMatch(/unsafe|\*|https?:|script-src[^;]*data:/)
  })

  test('has nothing written into it that would run or dress it', async () => {
    const { page, body, written } = await loadedBy(path)
    expect(written).toEqual([])
    expect(getElementsByTagName('style', page)).toEqual([])
    expect(body).not.toMatch(/\s(style|on[a-z]+)\s*=|javascript:/i)
  })
})

test('the front page without a person is JSON, which may load nothing', async () => {
  expectSafe((await send('/')).headers)
})

describe('what is answered at the door and at the socket', async () => {
  let overloaded = false
  const edition = {}
  const keptAnswers = keepAnswers(1_000_000, () => edition)
  const log = requestLog(pino({ level: 'silent' }), { write: () => undefined }, false)
  const limit = rateLimit(1000, () => 0, false)
  const listening = await buildApp(
    { snapshot: () => snapshot, today: () => today, keptAnswers },
    {
      serverFactory: (answer) =>
        createServer(
          { requireHostHeader: false, keepAliveTimeout: 0 },
          throughDoor(answer, {
            kept: keptAnswers,
            limit,
            hops: 1,
            queue: {
              enter: (_, begin, turnAway) => (overloaded ? turnAway() : begin()),
              met: () => undefined,
            },
            isStopping: () => false,
            log,
          }),
        ),
    },
  )
  const address = await listening.listen({ port: 0, host: '127.0.0.1' })
  afterAll(() => listening.close())
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${address}${path}`, { headers })
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() }
  }

  test('an answer that is kept has the headers of the first', async () => {
    for (const [path, policy] of [
      ['/docs', explorer],
      ['/v1/states?limit=1', nothing],
    ] as const) {
      const [first, , third] = [await ask(path), await ask(path), await ask(path)]
      expect(keptAnswers.size()).toBeGreaterThan(0)
      expectSafe(third.headers, policy)
      const same = ({ date: _, ratelimit: __, ...headers }: Headers) => headers
      expect(same(third.headers)).toEqual(same(first.headers))
      const fresh = await ask(path, { 'if-none-match': String(third.headers.etag) })
      expect(fresh.status).toBe(304)
      expect(fresh.headers).toMatchObject({ 'access-control-expose-headers': '*', etag: third.headers.etag })
      expectSilent(fresh.headers)
    }
  })

  test('one request too many', async () => {
    const client = { 'x-forwarded-for': '192.0.2.1' }
    for (let asked = 0; asked < 1000; asked++) limit.take('192.0.2.1')
    const { status, headers, body } = await ask('/v1/states', client)
    expect(status).toBe(429)
    expectSafe(headers)
    expect(body).not.toMatch(/192\.0\.2/)
  })

  test('more than can be done', async () => {
    overloaded = true
    const { status, headers } = await ask('/v1/states?limit=3')
    overloaded = false
    expect(status).toBe(503)
    expectSafe(headers)
  })

  test('who does not name one host is refused though the answer is kept', async () => {
    const { hostname, port } = new URL(address)
    const statusOf = (request: string) =>
      new Promise<string>((resolve) => {
        const socket = connect(Number(port), hostname, () => socket.write(request))
        socket.once('data', (part) => {
          resolve(part.toString('latin1').slice(9, 12))
          socket.destroy()
        })
      })
    const get = (hosts: string, version = '1.1') => statusOf(`GET /v1/states?limit=2 HTTP/${version}\r\n${hosts}\r\n`)
    for (let asked = 0; asked < 3; asked++) {
      expect(await get('host: a\r\n')).toBe('200')
      expect(await get('', '1.0')).toBe('200')
    }
    expect(await get('host: a\r\nhost: b\r\n')).toBe('400')
    expect(await get('')).toBe('400')
  })

  test.each([
    ['no HTTP', 'SSH-2.0-OpenSSH_9.6\r\n\r\n', 400],
    ['two lengths', 'GET / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n', 400],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['headers that are too long', `GET / HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['two hosts', 'GET / HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n', 400],
    ['a line break in a header', 'GET / HTTP/1.1\r\nhost: a\r\nx: a\rb\r\n\r\n', 400],
  ])('%s', async (_, request, status) => {
    const { hostname, port } = new URL(address)
    const text = await new Promise<string>((resolve, reject) => {
      let all = ''
      const socket = connect(Number(port), hostname, () => socket.write(request))
      socket.setEncoding('latin1')
      socket.on('data', (part) => {
        all += part
      })
      socket.on('close', () => resolve(all)).on('error', reject)
    })
    const [head = '', body = ''] = text.split('\r\n\r\n')
    const [line, ...fields] = head.split('\r\n')
    expect(line).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expectSafe(Object.fromEntries(fields.map((field) => field.split(/: (.*)/).slice(0, 2))))
    expect(JSON.parse(body)).toMatchObject({ status })
    expect(body).not.toMatch(/HPE_|parse error|fastify/i)
  })
})

test('there is nothing to change, to sign in to or to fetch from elsewhere', async () => {
  const methods = Object.values<object>(document.paths).flatMap((operation) => Object.keys(operation))
  expect(new Set(methods)).toEqual(new Set(['get']))
  expect(document.components).not.toHaveProperty('securitySchemes')
  const parameters = Object.values<{ get: { parameters?: { in: string; name: string; schema: object }[] } }>(
    document.paths,
  ).flatMap(({ get }) => get.parameters ?? [])
  expect(parameters.length).toBeGreaterThan(100)
  for (const parameter of parameters) {
    if (parameter.in === 'header') expect(parameter.name).toMatch(/^(if-)?range$/)
    else expect(['path', 'query']).toContain(parameter.in)
    expect(parameter.name).not.toMatch(/ur[il]|callback|webhook|redirect|token|password/i)
  }
})

test('the explorer is found by no roundabout way', async () => {
  const server = await buildApp({ snapshot: () => snapshot, today: () => today })
  const { port } = new URL(await server.listen({ port: 0, host: '127.0.0.1' }))
  // As it stands, which `inject` and `fetch` would not send.
  const statusOf = async (path: string) => {
    const asked = request({ port, path, agent: false }).end()
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    answer.resume()
    return answer.statusCode
  }
  for (const path of ['/docs/static/swagger-ui.css', '/docs?a=b', 'http://localhost/docs'])
    expect({ [path]: await statusOf(path) }).toEqual({ [path]: 200 })
  for (const path of [
    '/docs/static/./swagger-ui.css',
    '/docs/static/../json',
    '/docs/static/%2e%2e/json',
    '/docs/x/../json',
  ])
    expect({ [path]: await statusOf(path) }).toEqual({ [path]: 404 })
  await server.close()
})

test('no path is served that the contract does not name, but for the files of the pages', () => {
  const above: string[] = []
  const served = app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part = '', methods = ''] = /^(.*?)[├└]── (\S+)(?: \((.*)\))?$/.exec(line) ?? []
      above.splice(indent.length / 4, above.length, part)
      return methods.includes('GET') ? [above.join('')] : []
    })
  const named = operations.map((path) => path.replace(/\{(\w+)\}/g, ':$1'))
  expect(served).toEqual(expect.arrayContaining(named))
  for (const path of served.filter((path) => !named.includes(path))) expect(path).toMatch(/^\/(docs|assets)([/*]|$)/)
})

describe('who asks', () => {
  const from = (forwarded: string | undefined, hops: number) =>
    clientOf(
      {
        socket: { remoteAddress: '10.0.0.9' },
        headers: { 'x-forwarded-for': forwarded },
      } as unknown as IncomingMessage,
      hops,
    )

  test('is whoever is connected, whatever X-Forwarded-For says, where no proxy is trusted', () => {
    expect(from('192.0.2.1', 0)).toBe('10.0.0.9')
  })

  test('is believed of as many proxies as are trusted, from the end: what a client writes itself stands further left', () => {
    expect(from('198.51.100.7, 192.0.2.1', 1)).toBe('192.0.2.1')
    expect(from('198.51.100.7, 192.0.2.1, 10.1.1.1', 2)).toBe('192.0.2.1')
    for (const forwarded of [undefined, '', 'nobody', '192.0.2.1, "', '<script>'])
      expect(from(forwarded, 1)).toBe('10.0.0.9')
  })

  test('is one client for a whole /64 of IPv6, however its address is written', () => {
    const one = networkOf('2001:db8:0:1::5')
    expect(networkOf('2001:db8:0:1:ffff:ffff:ffff:ffff')).toBe(one)
    expect(networkOf('2001:0db8:0000:0001:0:0:0:9')).toBe(one)
    expect(networkOf('2001:db8:0:2::5')).not.toBe(one)
    expect(networkOf('::ffff:192.0.2.1')).toBe('192.0.2.1')
  })
})

test('nothing that serves can open a connection', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(ts|js)$/.test(file) && !file.startsWith('client'),
  )
  expect(files.length).toBeGreaterThan(50)
  const outward =
    /\bfetch\(|\bWebSocket\b|undici|'node:(https|http2|tls|dgram|dns)|\b(connect|createConnection|request)\b[^\n]*from 'node:(http|net)'/
  expect(outward.test("import { connect } from 'node:net'")).toBe(true)
  expect(files.filter((file) => outward.test(readFileSync(`src/${file}`, 'utf8')))).toEqual([])
})

describe('docs/security.md', () => {
  const text = readFileSync('docs/security.md', 'utf8')
  const named = [...text.matchAll(/`(tests\/[\w/-]+\.test\.ts): ([^`]+)`/g)].map(([, file = '', name = '']) => ({
    file,
    name,
  }))

  test.each(named)('$file has the test that it names: $name', ({ file, name }) => {
    const source = readFileSync(file, 'utf8').replaceAll("\\'", "'")
    expect([`'${name}'`, `"${name}"`].some((written) => source.includes(written))).toBe(true)
  })

  test('goes through all ten points of the OWASP API Security Top 10, each with a test that shows it', () => {
    const points = text.split(/^### (?=API\d)/m).slice(1)
    expect(points.map((point) => /^API\d+/.exec(point)?.[0])).toEqual(
      Array.from({ length: 10 }, (_, i) => `API${i + 1}`),
    )
    for (const point of points) expect(point).toMatch(/`tests\/[\w/-]+\.test\.ts: /)
  })

  test('tells the versions that are installed', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
    const rows = [...text.matchAll(/^\| `([@\w/-]+)` \| ([\d.]+(?:, [\d.]+)*) \|/gm)]
    expect(rows.length).toBeGreaterThan(5)
    const installed = (name: string) =>
      Object.entries<{ version: string; dev?: boolean }>(packages)
        .filter(([path, { dev }]) => path.endsWith(`node_modules/${name}`) && !dev)
        .map(([, { version }]) => version)
    for (const [, name = '', versions = ''] of rows)
      expect([name, [...new Set(installed(name))].sort()]).toEqual([name, versions.split(', ')])
  })
})
