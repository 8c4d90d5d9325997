import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { send } from './exchange.ts'

const urls = [
  '/v1/acts',
  '/v1/treaties/mine-ban/members',
  '/v1/acts?format=csv',
  '/openapi.json',
  '/v1/tables/states.csv',
]
const decode = { br: brotliDecompressSync, gzip: gunzipSync }
const ask = (url: string, encoding: string, headers = {}) =>
  send({ url, headers: { 'accept-encoding': encoding, ...headers } })

describe.each(['br', 'gzip'] as const)('%s', (encoding) => {
  test.each(urls)('%s is the same when it is unpacked, under an ETag of its own', async (url) => {
    const [plain, packed] = [await send(url), await ask(url, encoding)]
    expect(packed.headers['content-encoding']).toBe(encoding)
    expect(decode[encoding](packed.rawPayload).toString()).toBe(plain.body)
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length)
    expect(packed.headers.etag).toMatch(/^"[\w-]+"$/)
    expect(packed.headers.etag).not.toBe(plain.headers.etag)
    expect((await ask(url, encoding)).headers.etag).toBe(packed.headers.etag)
  })

  test.each(urls)('HEAD of %s tells what GET tells', async (url) => {
    const [body, head] = [
      await ask(url, encoding),
      await send({ method: 'HEAD', url, headers: { 'accept-encoding': encoding } }),
    ]
    expect(head.body).toBe('')
    for (const name of ['content-encoding', 'etag', 'vary', 'last-modified', 'content-type', 'cache-control'])
      expect({ [name]: head.headers[name] }).toEqual({ [name]: body.headers[name] })
  })

  test.each(urls)('whoever holds %s packed gets 304, whoever holds it plain the packed one', async (url) => {
    const [plain, packed] = [await send(url), await ask(url, encoding)]
    const again = await ask(url, encoding, { 'if-none-match': String(packed.headers.etag) })
    expect(again.statusCode).toBe(304)
    expect(again.body).toBe('')
    expect(again.headers).not.toHaveProperty('content-encoding')
    expect(again.headers).toMatchObject({ etag: packed.headers.etag, vary: packed.headers.vary })
    expect((await ask(url, encoding, { 'if-none-match': String(plain.headers.etag) })).statusCode).toBe(200)
  })
})

test.each([
  ['br, gzip', 'br'],
  ['gzip, br;q=0.5', 'gzip'],
  ['gzip;q=0.5, identity', undefined],
  ['br;q=0, gzip', 'gzip'],
  ['identity', undefined],
  ['zstd', undefined],
])('Accept-Encoding: %s is answered with %s', async (accepted, encoding) => {
  expect((await ask('/v1/acts', accepted)).headers['content-encoding']).toBe(encoding)
})

test('Vary names what the answer varies by, packed or not', async () => {
  for (const encoding of ['br', 'identity'])
    expect((await ask('/v1/acts', encoding)).headers.vary).toBe('Accept, Accept-Encoding')
  expect((await ask('/v1/record.sqlite', 'br')).headers).not.toHaveProperty('vary')
})

test('small answers are left alone', async () => {
  const answer = await ask('/readyz', 'br')
  expect(answer.headers).not.toHaveProperty('content-encoding')
})
