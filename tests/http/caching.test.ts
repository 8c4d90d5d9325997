import { describe, expect, test } from 'vitest'
import { buildApp } from '../../src/http/app.ts'
import { expectProblem, get, send, snapshot, today } from './exchange.ts'

const urls = [
  '/v1',
  '/v1/acts',
  '/v1/acts/ukr-withdrawal-decree',
  '/v1/states?limit=3',
  '/v1/search?q=mine',
  '/openapi.json',
  '/',
]

describe('whoever holds an answer already is told so', () => {
  test.each(urls)('%s has a strong ETag, the same for the same answer', async (url) => {
    const [first, second] = [await send(url), await send(url)]
    expect(first.headers.etag).toMatch(/^"[\w-]{20,}"$/)
    expect(second.headers.etag).toBe(first.headers.etag)
  })

  test.each(urls)('%s answers 304 without a body and without a length', async (url) => {
    const { etag } = (await send(url)).headers
    const answer = await send({ url, headers: { 'if-none-match': String(etag) } })
    expect(answer.statusCode).toBe(304)
    expect(answer.body).toBe('')
    expect(answer.headers).toMatchObject({ etag, 'cache-control': expect.stringContaining('public') })
    expect(answer.headers).not.toHaveProperty('content-length')
  })

  test('a page of another origin may read the ETag of a 304', async () => {
    const { etag } = (await send('/v1/acts')).headers
    const { headers } = await send({ url: '/v1/acts', headers: { 'if-none-match': String(etag) } })
    expect(headers).toMatchObject({ 'access-control-allow-origin': '*', 'access-control-expose-headers': '*' })
  })

  test.each([
    ['a weak form of it, as a proxy that compresses sends it', (etag: string) => `W/${etag}`],
    ['a list with it', (etag: string) => `"other", ${etag}`],
    ['a list with a weak form of it', (etag: string) => `"other" , W/${etag}`],
    ['any answer at all', () => '*'],
  ])('%s counts', async (_, write) => {
    const { etag } = (await send('/v1/acts')).headers
    const answer = await send({ url: '/v1/acts', headers: { 'if-none-match': write(String(etag)) } })
    expect(answer.statusCode).toBe(304)
  })

  test('another ETag does not count', async () => {
    const answer = await send({ url: '/v1/acts', headers: { 'if-none-match': '"other", W/"another"' } })
    expect(answer.statusCode).toBe(200)
  })

  test('HEAD is told so too, and no length but that of the whole answer', async () => {
    const whole = await send('/v1/acts')
    const headers = { 'if-none-match': String(whole.headers.etag) }
    const answer = await send({ method: 'HEAD', url: '/v1/acts', headers })
    expect(answer.statusCode).toBe(304)
    expect(answer.headers['content-length']).toBe(whole.headers['content-length'])
  })

  test('an error is never held', async () => {
    expectProblem(await send({ url: '/v1/states/Ukrane', headers: { 'if-none-match': '*' } }), 404)
  })

  test('different answers have different ETags', async () => {
    const tags = await Promise.all(urls.map(async (url) => (await send(url)).headers.etag))
    // The front page is, for a program, the same record as /v1, under another `self`.
    expect(new Set(tags).size).toBe(urls.length)
  })
})

describe('how long an answer may be kept', () => {
  test('an answer that may change is asked about again', async () => {
    expect((await send('/v1/acts')).headers['cache-control']).toBe('public, no-cache')
  })

  test.each([
    '/v1/acts',
    '/v1/acts?state=ukraine&from=2025-06-01&limit=2',
    '/v1/acts?from=2005-01-01&to=today',
    '/v1/statements?speaker=roman-kostenko&accordingTo=article,reuters-ukraine-decree',
    '/v1/states/ukraine',
    '/v1/treaties/mine-ban/clauses',
    '/v1/search?q=anti-personnel+mines',
    '/v1',
  ])('the permalink of %s answers the same and is immutable', async (url) => {
    const asked = await get(url)
    const answer = await send(asked.links.permalink)
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const permanent = answer.json()
    expect(permanent.data).toEqual(asked.data)
    expect(permanent.pin).toEqual(asked.pin)
    expect(permanent.links).toMatchObject({ self: asked.links.permalink, permalink: asked.links.permalink })
  })

  test.each([
    '/v1/states/ukraine?format=jsonld',
    '/v1/statements/reuters-newsroom-ukraine-ratified?knownOn=2025-06-30&accordingTo=all&format=bibtex',
    '/v1/calendar.ics?state=ukraine&knownOn=2025-06-30&accordingTo=all',
  ])('%s, of one record, is immutable in its own format too', async (url) => {
    const answer = await send(`${url}&record=${snapshot.id}`)
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  test('a permalink says which day "today" was', async () => {
    const { links } = await get('/v1/acts?from=today&knownOn=today')
    expect(links.permalink).toBe(`/v1/acts?from=2025-07-01&knownOn=2025-07-01&accordingTo=all&record=${snapshot.id}`)
  })

  test('"today" among the words of a search is a word', async () => {
    const { links } = await get('/v1/search?q=today')
    expect(links.permalink).toBe(`/v1/search?q=today&record=${snapshot.id}`)
  })

  test('naming the record alone does not make an answer immutable: the day goes on', async () => {
    const answer = await send(`/v1/acts?record=${snapshot.id}`)
    expect(answer.headers['cache-control']).toBe('public, no-cache')
  })

  test('the health checks are never kept', async () => {
    expect((await send('/readyz')).headers['cache-control']).toBe('no-store')
  })

  test('the front page differs by Accept and says so', async () => {
    expect((await send('/')).headers.vary).toContain('Accept')
  })
})

describe('when an answer last changed', () => {
  const time = (text: unknown) => Date.parse(String(text))

  test.each(urls)('%s says it, and no later than it can be', async (url) => {
    const { headers } = await send(url)
    expect(headers['last-modified']).toMatch(/ GMT$/)
    expect(time(headers['last-modified'])).toBeGreaterThanOrEqual(snapshot.builtAt.getTime())
  })

  test('whoever has held it since gets 304, whoever held it before gets it', async () => {
    const modified = String((await send('/v1/acts')).headers['last-modified'])
    const before = new Date(time(modified) - 1000).toUTCString()
    const ask = async (since: string) =>
      (await send({ url: '/v1/acts', headers: { 'if-modified-since': since } })).statusCode
    expect(await ask(modified)).toBe(304)
    expect(await ask(before)).toBe(200)
    expect(await ask('not a time')).toBe(200)
  })

  test('If-None-Match counts before it', async () => {
    const modified = String((await send('/v1/acts')).headers['last-modified'])
    const headers = { 'if-modified-since': modified, 'if-none-match': '"another"' }
    expect((await send({ url: '/v1/acts', headers })).statusCode).toBe(200)
  })

  test('an error says nothing of it', async () => {
    expect((await send('/v1/states/Ukrane')).headers).not.toHaveProperty('last-modified')
  })

  test('a list that is streamed has an ETag too, and 304', async () => {
    const { headers } = await send('/v1/acts?format=csv')
    expect(headers.etag).toMatch(/^"[\w-]{20,}"$/)
    expect(headers.etag).not.toBe((await send('/v1/acts?format=ndjson')).headers.etag)
    const again = await send({ url: '/v1/acts?format=csv', headers: { 'if-none-match': String(headers.etag) } })
    expect({ status: again.statusCode, body: again.body }).toEqual({ status: 304, body: '' })
  })
})

test('what names the host that was asked has another tag for another host', async () => {
  const url = '/v1/treaties/mine-ban/members/ukraine?asOf=2025-07-01&format=bibtex'
  const [one, other] = [await send({ url, headers: { host: 'one' } }), await send({ url, headers: { host: 'other' } })]
  expect(one.body).not.toBe(other.body)
  expect(one.headers.etag).not.toBe(other.headers.etag)
})

test('a derived answer has another tag on another day, and the same where every pin is given', async () => {
  const nextDay = await buildApp({ snapshot: () => snapshot, today: () => '2025-07-02' })
  const unpinned = '/v1/treaties/mine-ban/members/ukraine?asOf=2025-06-01'
  const pinned = `${unpinned}&knownOn=${today}&accordingTo=all&record=${snapshot.id}`
  const tagsOf = async (url: string) =>
    [await send(url), await nextDay.inject(url)].map(({ statusCode, headers }) => {
      expect(statusCode).toBe(200)
      return headers.etag
    })
  const [tag, tagNextDay] = await tagsOf(unpinned)
  expect(tagNextDay).not.toBe(tag)
  const [tagPinned, tagPinnedNextDay] = await tagsOf(pinned)
  expect(tagPinnedNextDay).toBe(tagPinned)
  await nextDay.close()
})
