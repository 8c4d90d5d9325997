import { createHash } from 'node:crypto'
import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { expectProblem, send, snapshot } from './exchange.ts'

const url = '/v1/record.sqlite'
const whole = await send(url)
const etag = String(whole.headers.etag)
const modified = String(whole.headers['last-modified'])
const bytes = whole.rawPayload
const part = (range: string, headers = {}) => send({ url, headers: { range, ...headers } })

describe('the record as a file', () => {
  test('is a SQLite database that holds what the server answers from', () => {
    const copy = new Sqlite(bytes)
    expect(copy.prepare('SELECT id FROM records').get()).toEqual({ id: snapshot.id })
    expect(copy.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
  })

  test('says what it is, how long, and its digest', () => {
    expect(whole.headers).toMatchObject({
      'content-type': 'application/vnd.sqlite3',
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="pacta-${snapshot.id}.sqlite"`,
      'accept-ranges': 'bytes',
      link: `<${url}?record=${snapshot.id}>; rel="bookmark"`,
      'repr-digest': `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`,
      'cache-control': 'public, no-cache',
    })
  })

  test('is never compressed', async () => {
    const answer = await send({ url, headers: { 'accept-encoding': 'br, gzip' } })
    expect(answer.headers).not.toHaveProperty('content-encoding')
    expect(answer.headers.etag).toBe(etag)
    expect(answer.rawPayload.equals(bytes)).toBe(true)
  })

  test('HEAD tells what GET tells, whatever range is asked for', async () => {
    const head = await send({ method: 'HEAD', url, headers: { range: 'bytes=0-15' } })
    expect(head.statusCode).toBe(200)
    expect(head.body).toBe('')
    for (const name of ['content-type', 'content-length', 'etag', 'last-modified', 'accept-ranges', 'repr-digest'])
      expect({ [name]: head.headers[name] }).toEqual({ [name]: whole.headers[name] })
  })

  test.each([
    ['If-None-Match', { 'if-none-match': etag }],
    ['If-Modified-Since', { 'if-modified-since': modified }],
    ['If-None-Match before Range', { 'if-none-match': etag, range: 'bytes=0-15' }],
  ])('whoever holds it gets 304: %s', async (_, headers) => {
    const answer = await send({ url, headers })
    expect(answer.statusCode).toBe(304)
    expect(answer.body).toBe('')
    expect(answer.headers.etag).toBe(etag)
    expect(answer.headers).not.toHaveProperty('content-range')
  })

  test('of a record that is named cannot change; another record is a 409', async () => {
    const named = await send(`${url}?record=${snapshot.id}`)
    expect(named.headers['cache-control']).toContain('immutable')
    expectProblem(await send(`${url}?record=0000000000000000`), 409)
  })
})

describe('a part of it', () => {
  const size = bytes.length
  test.each([
    ['bytes=0-15', 0, 15],
    ['bytes=100-', 100, size - 1],
    ['bytes=-100', size - 100, size - 1],
    [`bytes=${size - 1}-`, size - 1, size - 1],
    [`bytes=5-${size * 2}`, 5, size - 1],
    ['bytes=0-9,10-19', 0, 19],
  ])('%s is what it says', async (range, start, end) => {
    const answer = await part(range)
    expect(answer.statusCode).toBe(206)
    expect(answer.headers).toMatchObject({
      'content-range': `bytes ${start}-${end}/${size}`,
      'content-length': String(end - start + 1),
      etag,
    })
    expect(answer.rawPayload.equals(bytes.subarray(start, end + 1))).toBe(true)
  })

  test('parts put together are the whole', async () => {
    const step = Math.ceil(size / 3)
    const parts = await Promise.all([0, 1, 2].map((i) => part(`bytes=${i * step}-${(i + 1) * step - 1}`)))
    expect(Buffer.concat(parts.map(({ rawPayload }) => rawPayload)).equals(bytes)).toBe(true)
  })

  test.each(['bytes=0-1,100-101', 'lines=1-2', 'bytes=b-a', 'bytes'])(
    '%s is answered with the whole',
    async (range) => {
      const answer = await part(range)
      expect(answer.statusCode).toBe(200)
      expect(answer.rawPayload.length).toBe(size)
    },
  )

  test('beyond the end is a 416 that says how long the file is', async () => {
    const answer = await part(`bytes=${size}-`)
    expectProblem(answer, 416)
    expect(answer.headers['content-range']).toBe(`bytes */${size}`)
    for (const name of ['content-disposition', 'link']) expect(answer.headers).not.toHaveProperty(name)
  })

  test.each([
    ['the tag of this file', etag, 206],
    ['the time of this file', modified, 206],
    ['a weak tag', `W/${etag}`, 200],
    ['another tag', '"another"', 200],
    ['another time', 'Mon, 30 Jun 2025 00:00:00 GMT', 200],
  ])('If-Range with %s', async (_, held, status) => {
    expect((await part('bytes=0-15', { 'if-range': held })).statusCode).toBe(status)
  })
})
