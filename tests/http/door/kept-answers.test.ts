import type { IncomingMessage } from 'node:http'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../src/domain/partial-date.ts'
import { type KeptAnswer, keepAnswers } from '../../../src/http/door/kept-answers.ts'

const limit = 400_000
type Headers = Record<string, string>
const request = (url: string, headers: Headers = {}) =>
  ({ url, headers: { host: 'pacta', ...headers } }) as unknown as IncomingMessage

const headersOf = (etag: string): Headers => ({
  etag,
  'last-modified': 'Tue, 01 Jul 2025 00:00:00 GMT',
  'content-type': 'text/plain',
})

/** The names of the headers in a head, after its status line. */
const namesOf = (head = '') =>
  head
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(':')[0])

/** An edition that is another as soon as it is turned. */
function editions() {
  let edition = {}
  return {
    edition: () => edition,
    turn: () => {
      edition = {}
    },
  }
}

/** The body of an answer, as whoever is sent it reads it. */
const bodyOf = (answer: KeptAnswer | undefined) =>
  answer && (Buffer.isBuffer(answer.body) ? answer.body : Buffer.from(answer.body.join(''), 'latin1')).toString()

/** A request that comes in: the kept answer, or it is answered anew from now on. */
function meet(kept: ReturnType<typeof keepAnswers>, asked: IncomingMessage) {
  const found = kept.find(asked)
  if (found === undefined) kept.begun(asked)
  return found
}

/** A request that is met and answered, as it comes in: the kept answer, or the one that is given and offered. */
function ask(kept: ReturnType<typeof keepAnswers>, url: string, body: string, headers: Headers = {}) {
  const asked = request(url, headers)
  const found = meet(kept, asked)
  if (found === undefined) kept.offer(asked, headersOf(`"${body.length}-${body.slice(0, 20)}"`), body, '/route')
  return bodyOf(found)
}

describe('what is kept', () => {
  test('an answer is kept when it is asked for the second time', () => {
    const kept = keepAnswers(limit, editions().edition)
    expect([1, 2, 3].map(() => ask(kept, '/a', 'an answer'))).toEqual([undefined, undefined, 'an answer'])
  })

  test('many who ask in one way at once do not drive out who asks in another', () => {
    const kept = keepAnswers(limit, editions().edition)
    for (let i = 0; i < 2; i++) ask(kept, '/a', 'an answer', { 'accept-encoding': 'gzip' })
    const together = Array.from({ length: 9 }, () => request('/a', { 'accept-encoding': 'br' }))
    for (const one of together) meet(kept, one)
    for (const one of together) kept.offer(one, headersOf('"br"'), 'another', '/route')
    expect(ask(kept, '/a', '', { 'accept-encoding': 'gzip' })).toBe('an answer')
    expect(ask(kept, '/a', '', { 'accept-encoding': 'br' })).toBe('another')
  })

  test('a body that is long is kept as it is, and so is one that is not ASCII', () => {
    const kept = keepAnswers(limit, editions().edition)
    for (const body of ['é'.repeat(20), 'ö'.repeat(20_000)]) {
      for (let i = 0; i < 2; i++) ask(kept, `/${body.length}`, body)
      const found = kept.find(request(`/${body.length}`))
      expect(bodyOf(found)).toBe(body)
      expect(found?.head).toContain(`content-length: ${Buffer.byteLength(body)}\r\n`)
    }
  })

  test.each([
    ['another format', { accept: 'text/csv' }],
    ['another encoding', { 'accept-encoding': 'gzip' }],
    ['another host', { host: 'pacta.example' }],
  ])('who asks for %s is not given the answer of another', (_, headers) => {
    const kept = keepAnswers(limit, editions().edition)
    for (let i = 0; i < 3; i++) ask(kept, '/a', 'plain')
    expect(ask(kept, '/a', 'other', headers as Headers)).toBeUndefined()
    expect(ask(kept, '/a', 'other', headers as Headers)).toBe('other')
    expect(ask(kept, '/a', 'plain')).toBe('plain')
  })

  test('headers that belong to one answer are not kept with it', () => {
    const kept = keepAnswers(limit, editions().edition)
    const own = {
      ratelimit: '"client";r=1;t=1',
      'ratelimit-policy': '"client";q=2;w=60',
      connection: 'close',
      'x-request-id': 'mine',
    }
    for (let i = 0; i < 2; i++) {
      const asked = request('/a')
      meet(kept, asked)
      kept.offer(asked, { ...headersOf('"a"'), ...own, 'content-encoding': 'gzip' }, 'a', '/route')
    }
    const found = kept.find(request('/a'))
    const kinds = ['content-encoding', 'content-length', 'content-type', 'etag', 'last-modified']
    expect(namesOf(found?.head).sort()).toEqual(kinds)
    expect(found?.etag).toBe('"a"')
    for (const head of [found?.head, found?.notModified]) expect(head).toContain('etag: "a"\r\n')
    for (const name of [...Object.keys(own), 'content-encoding', 'content-length'])
      expect(namesOf(found?.notModified)).not.toContain(name)
  })
})

test.each(['one\r\nset-cookie: a', 'one\u0000', 'Łódź'])(
  'an answer with a header that cannot be sent is not kept',
  (value) => {
    const kept = keepAnswers(limit, editions().edition)
    for (let i = 0; i < 3; i++) {
      const asked = request('/a')
      expect(meet(kept, asked)).toBeUndefined()
      kept.offer(asked, { ...headersOf('"a"'), link: value }, 'a', '/route')
    }
  },
)

describe('when an edition is over', () => {
  test('nothing of it is given', () => {
    const { edition, turn } = editions()
    const kept = keepAnswers(limit, edition)
    for (let i = 0; i < 3; i++) ask(kept, '/a', 'old')
    turn()
    expect(ask(kept, '/a', 'new')).toBeUndefined()
    expect(kept.size()).toBe(0)
  })

  test('an answer to a request that was met before is not taken', () => {
    const { edition, turn } = editions()
    const kept = keepAnswers(limit, edition)
    const late = [request('/a'), request('/a'), request('/a')]
    for (const asked of late) meet(kept, asked)
    turn()
    kept.find(request('/b'))
    for (const asked of late) kept.offer(asked, headersOf('"old"'), 'old', '/route')
    expect(kept.find(request('/a'))).toBeUndefined()
  })
})

describe('of questions about a day', () => {
  const stretch = { from: '2020-01-01', through: '2029-12-31', counted: [(day: string) => day] }
  const at = (day: string) => `/v1/a?asOf=${day}`
  const tagAt = (url: string) => `"${url}"`
  const write = (url: string) => `It is ${url.slice(-10)}, and this is an answer.`

  /** Asks on days that follow one another; `said` is what the routes would answer. */
  async function askDaily(kept: ReturnType<typeof keepAnswers>, first: string, times: number, said = write) {
    const found: (string | undefined)[] = []
    for (let i = 0; i < times; i++) {
      const url = at(addDays(first, i))
      const asked = request(url)
      const answer = meet(kept, asked)
      found.push(bodyOf(answer))
      if (answer)
        for (const told of [answer.head, answer.notModified]) expect(told).toContain(`\r\netag: ${tagAt(url)}\r\n`)
      if (answer) continue
      const answerAt = async (other: string) => ({ headers: headersOf(tagAt(other)), body: Buffer.from(said(other)) })
      const body = Buffer.from(said(url))
      const of = { headers: headersOf(tagAt(url)), body, route: '/route', stretch: () => stretch, tagAt, answerAt }
      await kept.offerForDays(asked, of)
    }
    return found
  }

  test('one is answered for every day of its stretch when it has been asked often enough', async () => {
    const kept = keepAnswers(limit, editions().edition)
    const found = await askDaily(kept, '2025-07-01', 10)
    expect(found.slice(0, 7)).toEqual(Array(7).fill(undefined))
    expect(found.slice(7)).toEqual(['2025-07-08', '2025-07-09', '2025-07-10'].map((day) => write(at(day))))
    for (const day of ['2020-01-01', '2029-12-31']) expect(bodyOf(kept.find(request(at(day))))).toBe(write(at(day)))
    for (const day of ['2019-12-31', '2030-01-01', '2025-02-30', 'today', ' ', ''])
      expect(kept.find(request(at(day)))).toBeUndefined()
    expect(kept.find(request(at('2025-07-01'), { host: 'another' }))).toBeUndefined()
    expect(kept.find(request(at('2025-07-01'), { 'accept-encoding': 'br' }))).toBeUndefined()
  })

  test.each([
    [
      'something begins within what was taken for a stretch',
      (url: string) => write(url) + (url > at('2027') ? '!' : ''),
    ],
    ['its beginning says another thing', (url: string) => (url === at('2020-01-01') ? 'It began.' : write(url))],
  ])('none is answered for other days where %s', async (_, said) => {
    const kept = keepAnswers(limit, editions().edition)
    expect(await askDaily(kept, '2025-07-01', 20, said)).toEqual(Array(20).fill(undefined))
    expect(kept.size()).toBe(0)
  })

  test('a day that is named whatever is asked stays as it is', async () => {
    const kept = keepAnswers(limit, editions().edition)
    const said = (url: string) => `${write(url)} So it was on 2025-07-08.`
    const found = await askDaily(kept, '2025-07-01', 20, said)
    const expected = found.map((_, i) => said(at(addDays('2025-07-01', i))))
    expect(found.filter((text) => text !== undefined).length).toBeGreaterThan(5)
    for (const [i, text] of found.entries()) if (text !== undefined) expect(text).toBe(expected[i])
  })

  test('another way of asking is not kept from its own answer by the first', async () => {
    const kept = keepAnswers(limit, editions().edition)
    for (const host of ['one', 'other']) {
      const asked = (day: string) => request(at(day), { host })
      for (let i = 0; i < 9; i++) {
        const one = asked(addDays('2025-07-01', i))
        const url = one.url as string
        if (meet(kept, one)) continue
        const answerAt = async (to: string) => ({
          headers: headersOf(tagAt(to)),
          body: Buffer.from(`${host} ${write(to)}`),
        })
        const body = Buffer.from(`${host} ${write(url)}`)
        await kept.offerForDays(one, {
          headers: headersOf(tagAt(url)),
          body,
          route: '/route',
          stretch: () => stretch,
          tagAt,
          answerAt,
        })
      }
      expect(bodyOf(kept.find(asked('2026-01-01')))).toBe(`${host} ${write(at('2026-01-01'))}`)
    }
  })

  test('none is answered from an edition that ended while the answer was made', async () => {
    const { edition, turn } = editions()
    const kept = keepAnswers(limit, edition)
    await askDaily(kept, '2025-07-01', 6)
    const asked = request(at('2025-07-07'))
    meet(kept, asked)
    const answerAt = async (url: string) => {
      turn()
      return { headers: headersOf(tagAt(url)), body: Buffer.from(write(url)) }
    }
    const [headers, body] = [headersOf(tagAt(at('2025-07-07'))), Buffer.from(write(at('2025-07-07')))]
    await kept.offerForDays(asked, { headers, body, route: '/route', stretch: () => stretch, tagAt, answerAt })
    expect(kept.find(request(at('2025-07-09')))).toBeUndefined()
    expect(kept.size()).toBe(0)
  })
})

test('whatever is asked, each is given its own answer of this edition, and no more is held than is allowed', () => {
  // Most are small, some are as large as is kept, some larger.
  const size = fc.oneof(fc.nat(100), fc.nat(limit / 5))
  const step = fc.oneof(
    {
      weight: 60,
      arbitrary: fc.record({ path: fc.nat(5), format: fc.nat(2), host: fc.nat(2), size }),
    },
    { weight: 1, arbitrary: fc.constant('turn' as const) },
  )
  let given = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 50, maxLength: 400 }), (steps) => {
      const { edition, turn } = editions()
      const kept = keepAnswers(limit, edition)
      let number = 0
      for (const step of steps) {
        if (step === 'turn') {
          turn()
          number += 1
          continue
        }
        const { path, format, host, size } = step
        const name = `${number} ${path} ${format} ${host} `
        const found = ask(kept, `/${path}`, name + 'x'.repeat(size), { accept: `text/${format}`, host: `host-${host}` })
        if (found !== undefined) {
          given += 1
          expect(found.startsWith(name)).toBe(true)
        }
        expect(kept.size()).toBeLessThanOrEqual(limit)
        expect(kept.size()).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 200 },
  )
  expect(given).toBeGreaterThan(100)
})

test('what is asked for again and again stays while much else comes and goes', () => {
  const kept = keepAnswers(limit, editions().edition)
  let missed = 0
  for (let i = 0; i < 2000; i++) {
    if (ask(kept, '/often', 'often') === undefined) missed += 1
    for (let times = 0; times < 2; times++) ask(kept, `/seldom-${i}`, 'x'.repeat(10_000))
  }
  expect(missed).toBe(2)
})

test('one address in many forms does not hold more than its part', () => {
  const kept = keepAnswers(limit, editions().edition)
  for (let host = 0; host < 20; host++)
    for (let i = 0; i < 3; i++) ask(kept, '/a', `${host} ${'x'.repeat(limit / 9)}`, { host: `host-${host}` })
  expect(kept.size()).toBeLessThanOrEqual(limit / 2)
  expect(kept.size()).toBeGreaterThan(0)
})

test('an address of no measure is not kept', () => {
  const kept = keepAnswers(limit, editions().edition)
  const url = `/a?q=${'x'.repeat(3000)}`
  for (let i = 0; i < 5; i++) expect(ask(kept, url, 'an answer')).toBeUndefined()
  expect(kept.size()).toBe(0)
})
