import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { expectProblem, get, send, snapshot, theTwoArticles, today } from './exchange.ts'

/** The links of a `Link` header (RFC 8288) by their relation. */
function linksIn(header: unknown): Record<string, string> {
  const links = String(header ?? '').matchAll(/<([^>]+)>; rel="([a-z]+)"/g)
  return Object.fromEntries([...links].map(([, target, relation]) => [relation, target]))
}

const cursorIn = (link: string | undefined) =>
  link === undefined ? null : new URL(link, 'http://localhost').searchParams.get('cursor')

const lists = [
  '/v1/states?unStatus=member&limit=50',
  '/v1/states?limit=199',
  '/v1/treaties?limit=1',
  '/v1/treaties/mine-ban/clauses?limit=4',
  `/v1/acts?${theTwoArticles}&limit=3`,
  `/v1/acts?state=ukraine&${theTwoArticles}&limit=1`,
  `/v1/statements?${theTwoArticles}&limit=7`,
  `/v1/statements?q=mine&${theTwoArticles}&limit=2`,
  '/v1/speakers?limit=2',
  '/v1/sources?kind=article&limit=1',
  `/v1/conflicts?${theTwoArticles}&limit=1`,
  '/v1/search?q=mine&limit=5',
]

describe.each(lists)('%s', (url) => {
  test('the pages, followed by links.next, are the whole list, each thing once', async () => {
    const first = await get(url)
    const found = [...first.data]
    let { next } = first.links
    for (let turns = 0; next && turns < 500; turns++) {
      const page = await get(next)
      expect(page.page.total).toBe(first.page.total)
      found.push(...page.data)
      next = page.links.next
    }
    expect(found).toHaveLength(first.page.total)
    expect(new Set(found.map((thing) => JSON.stringify(thing))).size).toBe(found.length)
  })

  test('the Link header says what the body says', async () => {
    const answer = await send(url)
    const { links, page } = answer.json()
    expect(linksIn(answer.headers.link)).toEqual(links.next ? { next: links.next } : {})
    expect(page.next === null).toBe(links.next === undefined)
    if (links.next) expect(new URL(links.next, 'http://localhost').searchParams.get('cursor')).toBe(page.next)
  })
})

describe.each(['csv', 'ndjson'])('a page as %s', (format) => {
  test.each(lists)('has the links of %s and its total in headers', async (url) => {
    const json = (await send(url)).json()
    const { headers, body } = await send(`${url}&format=${format}`)
    const { next, bookmark, ...others } = linksIn(headers.link)
    expect(others).toEqual({})
    expect(Number(headers['x-total-count'])).toBe(json.page.total)
    expect(cursorIn(next)).toBe(json.page.next)
    const pins = Object.entries<string>({
      ...json.pin,
      ...(json.pin.accordingTo && { accordingTo: String(json.pin.accordingTo) }),
    })
    const given = new URL(bookmark ?? '', 'http://localhost').searchParams
    for (const [name, value] of pins)
      if (name !== 'notYetPublished') expect([name, given.get(name)]).toEqual([name, value])
    expect((await send(bookmark ?? '')).body).toBe(body)
  })

  test('is followed by its Link header through the whole list', async () => {
    const whole = (await send(`/v1/states?format=${format}`)).body
    let [body, next]: [string, string | undefined] = ['', `/v1/states?format=${format}&limit=60`]
    while (next) {
      const page = await send(next)
      body += format === 'csv' && body !== '' ? page.body.slice(page.body.indexOf('\n') + 1) : page.body
      next = linksIn(page.headers.link).next
    }
    expect(body).toBe(whole)
  })

  test('has links to the same format where it was asked for by Accept', async () => {
    const headers = { accept: format === 'csv' ? 'text/csv' : 'application/x-ndjson' }
    for (const query of [`?${theTwoArticles}&limit=1`, `?${theTwoArticles}`]) {
      const { headers: told, body } = await send({ url: `/v1/acts${query}`, headers })
      const { next, bookmark } = linksIn(told.link)
      const marked = await send(bookmark ?? '')
      expect([marked.headers['content-type'], marked.body]).toEqual([told['content-type'], body])
      if (next === undefined) continue
      const second = await send(next)
      expect(second.headers['content-type']).toBe(told['content-type'])
      const first = await send(linksIn(second.headers.link).first ?? '')
      expect([first.headers['content-type'], first.body]).toEqual([told['content-type'], body])
      const middle = await send({ url: next.replace(`&format=${format}`, ''), headers })
      expect(linksIn(middle.headers.link).first).toContain(`format=${format}`)
    }
  })

  test('whole, it names the record and the pins in its permalink, and the record in its file', async () => {
    const { headers } = await send(`/v1/acts?state=UKR&format=${format}`)
    expect(linksIn(headers.link)).toEqual({ bookmark: expect.stringContaining(`record=${snapshot.id}`) })
    expect(headers['content-disposition']).toBe(`inline; filename="acts-ukr-${snapshot.id}.${format}"`)
  })

  test.each([
    ['/v1/treaties/mine-ban/members?', 'members-mine-ban'],
    ['/v1/treaties/Ottawa%20Convention/members?', 'members-ottawa-convention'],
    ['/v1/states/C%C3%B4te%20d%27Ivoire/treaties?', 'state-treaties-cote-d-ivoire'],
    ['/v1/treaties/CCM/panel?from=2025-06-28&to=today&states=FIN', 'panel-ccm-from-2025-06-28-to-2025-07-01'],
    ['/v1/acts?to=2000-01-01', 'acts-to-2000-01-01'],
    ['/v1/acts?state=FIN&treaty=mine-ban', 'acts-mine-ban-fin'],
  ])('%s names its treaty, its state and its days in its file', async (url, name) => {
    const { headers } = await send(`${url}&format=${format}`)
    expect(headers['content-disposition']).toBe(`inline; filename="${name}-${snapshot.id}.${format}"`)
  })
})

test('a page in the middle links to the first and the next, in header and body', async () => {
  const { links } = await get('/v1/states?unStatus=member&limit=10')
  const answer = await send(links.next)
  const middle = answer.json()
  expect(linksIn(answer.headers.link)).toEqual({
    first: '/v1/states?unStatus=member&limit=10',
    next: middle.links.next,
  })
  expect(middle.links.first).toBe('/v1/states?unStatus=member&limit=10')
})

test('the last page has no next, and says null', async () => {
  const { page, links } = await get('/v1/states?limit=199')
  expect(page).toEqual({ total: 198, limit: 199, next: null })
  expect(links).not.toHaveProperty('next')
})

test('a list has 50 things on a page unless asked otherwise', async () => {
  const { data, page } = await get('/v1/states')
  expect(data).toHaveLength(50)
  expect(page).toMatchObject({ total: 198, limit: 50 })
})

test('a list that nothing matches is empty, not an error', async () => {
  const { data, page } = await get(`/v1/acts?state=FJI&${theTwoArticles}`)
  expect(data).toEqual([])
  expect(page).toEqual({ total: 0, limit: 50, next: null })
})

test('total counts what the filters leave', async () => {
  const all = await get('/v1/states')
  const observers = await get('/v1/states?unStatus=observer')
  expect(observers.page.total).toBe(observers.data.length)
  expect(observers.page.total).toBeLessThan(all.page.total)
})

describe('a cursor belongs to its list', () => {
  test('the cursor of another list is refused', async () => {
    const { page } = await get('/v1/states?limit=1')
    expectProblem(await send(`/v1/acts?cursor=${page.next}`), 400, { parameter: 'cursor', value: page.next })
  })

  test.each(['', 'abc', 'WyJhY3RzIl0', 'bnVsbA', 'WyJhY3RzIiwxLDJd', '%00', 'e30'])(
    '%j is no cursor',
    async (cursor) => {
      expectProblem(await send(`/v1/acts?cursor=${cursor}`), 400, { parameter: 'cursor' })
    },
  )

  test.each([
    '/v1/treaties/mine-ban/clauses?limit=1',
    '/v1/treaties/mine-ban/members?limit=1',
    '/v1/treaties/mine-ban/members?standing=party&limit=1',
    '/v1/treaties/mine-ban/history?limit=1',
    '/v1/treaties/mine-ban/panel?from=2025-06-28&to=2025-06-30&limit=1',
    '/v1/states/UKR/treaties?limit=1',
    '/v1/compare/sources?state=UKR&treaty=mine-ban&limit=1',
    '/v1/conflicts?limit=1',
    '/v1/changes?since=2025-06-28&limit=1',
    '/v1/search?q=mine&limit=1',
  ])('of %s one that leads to what is there no more says so, and does not begin anew', async (url) => {
    const { next } = (await get(url)).page
    const [list, ...keys] = JSON.parse(Buffer.from(next, 'base64url').toString())
    const cursor = Buffer.from(JSON.stringify([list, ...keys.map(() => 'gone')])).toString('base64url')
    const message = 'this cursor leads to nothing in this list any more; begin again without it'
    for (const format of ['json', 'csv'])
      expectProblem(await send(`${url}&cursor=${cursor}&format=${format}`), 400, {
        parameter: 'cursor',
        value: cursor,
        message,
      })
  })

  test('the limit may change from page to page', async () => {
    const whole = await get('/v1/states?limit=20')
    const { page } = await get('/v1/states?limit=5')
    const rest = await get(`/v1/states?limit=15&cursor=${page.next}`)
    expect(rest.data).toEqual(whole.data.slice(5))
  })
})

test.each(['/v1/acts', '/v1/acts?kind=ratification', '/v1/statements?q=convention'])(
  'what is asked of a page of %s counts nothing anew',
  async (list) => {
    await send(list)
    const prepared = vi.spyOn(snapshot.database.$client, 'prepare')
    onTestFinished(() => prepared.mockRestore())
    const and = list.includes('?') ? '&' : '?'
    await send(`${list}${and}limit=7&knownOn=${today}&record=${snapshot.id}`)
    const counts = prepared.mock.calls.filter(([sql]) => /count\(|sum\(/i.test(sql))
    expect({ prepared: prepared.mock.calls.length > 0, counts }).toEqual({ prepared: true, counts: [] })
  },
)
