import { describe, expect, test } from 'vitest'
import { app, expectProblem, send } from './exchange.ts'

const paths = [
  '/',
  '/v1',
  '/v1/acts',
  '/v1/states/UKR',
  '/v1/treaties/mine-ban/clauses',
  '/v1/search',
  '/openapi.json',
  '/healthz',
]

describe.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)(
  '%s is not allowed, and the answer says what is',
  (method) => {
    test.each(paths)('%s', async (url) => {
      const answer = await send({ method, url })
      expectProblem(answer, 405)
      expect(answer.headers.allow).toBe('GET, HEAD, OPTIONS')
    })
  },
)

test('a body that is sent where nothing is written changes nothing about that', async () => {
  const headers = { 'content-type': 'application/json' }
  expectProblem(await send({ method: 'POST', url: '/v1/acts', headers, payload: '{not json' }), 405)
})

describe('what would change something is refused before its body is read', () => {
  const headers = { 'content-type': 'application/json' }
  test.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)('%s where there is nothing, as a 404', async (method) => {
    expectProblem(await send({ method, url: '/nothing', headers, payload: '{not json' }), 404)
  })

  test.each(['/v1/st%61tes', '/v1/states?x=1', '/v1/states#f', '/docs', '/docs/', '/docs/static/swagger-ui.css'])(
    'POST %s, as a 405',
    async (url) => {
      expectProblem(await send({ method: 'POST', url, headers, payload: '{not json' }), 405)
    },
  )

  test('a method that is for other servers, as a 405', async () => {
    expectProblem(await send({ method: 'PROPFIND' as 'GET', url: '/nothing' }), 405)
    expectProblem(await send({ method: 'PROPFIND' as 'GET', url: '/v1/acts' }), 405)
  })
})

describe('OPTIONS', () => {
  test.each(paths)('says what is allowed at %s', async (url) => {
    const answer = await send({ method: 'OPTIONS', url })
    expect(answer.statusCode).toBe(204)
    expect(answer.headers.allow).toBe('GET, HEAD, OPTIONS')
    expect(answer.body).toBe('')
  })

  test('allows a script of any page to read', async () => {
    const headers = { origin: 'https://example.org', 'access-control-request-method': 'GET' }
    const answer = await send({ method: 'OPTIONS', url: '/v1/acts', headers })
    expect(answer.headers['access-control-allow-origin']).toBe('*')
    expect(answer.headers['access-control-allow-methods']).toBe('GET, HEAD, OPTIONS')
    expect(Number(answer.headers['access-control-max-age'])).toBeGreaterThan(0)
  })

  test('allows a script to write nothing', async () => {
    const headers = { origin: 'https://example.org', 'access-control-request-method': 'DELETE' }
    const answer = await send({ method: 'OPTIONS', url: '/v1/acts', headers })
    expect(answer.headers['access-control-allow-methods']).not.toContain('DELETE')
  })
})

describe('HEAD', () => {
  test.each([...paths.filter((path) => path !== '/v1/search'), '/v1/search?q=mine', '/docs', '/openapi.yaml'])(
    'tells of %s what GET tells, without the body',
    async (url) => {
      const [head, body] = [await send({ method: 'HEAD', url }), await send(url)]
      expect(head.statusCode).toBe(200)
      expect(head.body).toBe('')
      for (const name of ['content-type', 'content-length', 'etag', 'cache-control', 'link', 'vary'])
        expect({ [name]: head.headers[name] }).toEqual({ [name]: body.headers[name] })
    },
  )

  test.each([
    ['/v1/states/Ukrane', 404],
    ['/v1/acts?stat=UKR', 400],
  ])('tells of %s that it is a %i', async (url, status) => {
    const answer = await send({ method: 'HEAD', url })
    expect(answer.statusCode).toBe(status)
    expect(answer.headers['content-type']).toBe('application/problem+json')
    expect(answer.body).toBe('')
  })
})

describe('reading is open to any page', () => {
  test.each(['/v1/acts', '/v1/states/Ukrane', '/nothing', '/v1/states/%zz', '/openapi.json'])('%s', async (url) => {
    const answer = await send({ url, headers: { origin: 'https://example.org' } })
    expect(answer.headers['access-control-allow-origin']).toBe('*')
  })

  test('a script may read every header', async () => {
    const answer = await send({ url: '/v1/acts', headers: { origin: 'https://example.org' } })
    expect(answer.headers['access-control-expose-headers']).toBe('*')
  })
})

test('no answer names the software that gives it', async () => {
  const answer = await app.inject('/v1')
  expect(answer.headers).not.toHaveProperty('x-powered-by')
  expect(answer.headers).not.toHaveProperty('server')
})
