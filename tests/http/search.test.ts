import { describe, expect, test } from 'vitest'
import { get, send } from './exchange.ts'

type Found = { kind: string; id: string; name: string; snippet: string; href: string }
const find = async (query: string): Promise<Found[]> => (await get(`/v1/search?${query}`)).data

test('/v1/search?q=anti-personnel finds the treaty and statements, and marks the words', async () => {
  const found = await find('q=anti-personnel&limit=200')
  expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining(['mine-ban', 'reuters-zelenskiy-cynicism']))
  const cynicism = found.find(({ id }) => id === 'reuters-zelenskiy-cynicism')
  expect(cynicism?.snippet).toMatch(/<mark>anti<\/mark>-<mark>personnel<\/mark>/i)
})

test.each([
  ['q=UK', 'GBR'],
  ['q=u.k.', 'GBR'],
  ['q=IR&kind=state', 'IRN'],
  ['q=ir', 'IRN'],
  ['q=NER', 'NER'],
  ['q=Ottawa%20Convention', 'mine-ban'],
  ['q=xxvi-5', 'mine-ban'],
  ['q=CCW', 'conventional-weapons'],
])('%s finds first what has just that name or code: %s', async (query, id) => {
  expect((await find(query))[0]?.id).toBe(id)
})

test('the names that a speaker is printed by are listed with a comma after each, and no space before it', async () => {
  const found = await find('q=landmines&kind=speaker')
  expect(found.map(({ snippet }) => snippet)).toContainEqual(expect.stringContaining(' · ICBL, ICBL-CMC, The '))
  for (const { snippet } of await find('q=of&kind=speaker&limit=200')) expect(snippet).not.toMatch(/ ,|,(?! )|\s$/)
})

test('what is found leads to the thing itself', async () => {
  // The search goes over the whole record, of which some was published after the day of the tests.
  const whole = (kind: string) => (kind === 'statement' ? '?knownOn=2026-12-31' : '')
  for (const { kind, href, id } of await find('q=mine&limit=30'))
    expect((await get(`${href}${whole(kind)}`)).data.id).toBe(id)
})

test.each(['state', 'treaty', 'speaker', 'statement'])('every %s that is found leads somewhere', async (kind) => {
  const [first] = await find(`q=u&kind=${kind}`)
  expect(first?.kind).toBe(kind)
  expect((await send(first?.href ?? '')).statusCode).toBe(200)
})

describe('a snippet is safe to show as HTML', () => {
  test('it holds no tag but the mark', async () => {
    for (const { snippet } of await find('q=u&limit=200')) {
      expect(snippet.replaceAll(/<\/?mark>/g, '')).not.toMatch(/[<>]/)
      expect(snippet.split('<mark>').length).toBe(snippet.split('</mark>').length)
    }
  })

  test('what the record prints is escaped: the quotation marks of a name', async () => {
    const { data } = await get('/v1/search?q=antigua%20barbuda')
    expect(data[0].snippet.replaceAll(/<\/?mark>/g, '')).toContain('Antigua &amp; Barbuda')
  })

  test('what was typed is never repeated', async () => {
    const { data } = await get(`/v1/search?q=${encodeURIComponent('<script>alert(1)</script> ukraine')}`)
    expect(JSON.stringify(data)).not.toContain('script')
  })
})

describe('any text is safe', () => {
  test.each([
    '"',
    "'",
    '*',
    '%',
    '()',
    '🇺🇦',
    '-',
    'a"b',
    'mine*',
    'NEAR(a b)',
    'body:mine',
    'a AND',
    '^mine',
    '\\',
    '\u0000',
  ])('%j is no 500', async (q) => {
    expect([200, 400]).toContain((await send(`/v1/search?q=${encodeURIComponent(q)}`)).statusCode)
  })

  test('500 characters are searched for, 501 are refused', async () => {
    expect((await send(`/v1/search?q=${'a'.repeat(500)}`)).statusCode).toBe(200)
    expect((await send(`/v1/search?q=${'a'.repeat(501)}`)).statusCode).toBe(400)
  })
})

test('the total counts what is found on all pages', async () => {
  const { data, page } = await get('/v1/search?q=mine&limit=2')
  expect(data).toHaveLength(2)
  expect(page.total).toBeGreaterThan(10)
})
