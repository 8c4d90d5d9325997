import { parse as parseCsv } from 'csv-parse/sync'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import { csv } from '../../src/http/formats/csv.ts'
import { expectProblem, get, send } from './exchange.ts'

type Thing = Record<string, unknown>

const document = await get('/openapi.json')
type Operation = {
  parameters?: { name: string; in: string; required?: boolean; example?: unknown; schema: { enum?: string[] } }[]
}
const lists = Object.entries<{ get: Operation }>(document.paths)
  .filter(([, { get }]) => get.parameters?.some(({ name }) => name === 'cursor'))
  .map(([path, { get }]) => {
    const needed = (get.parameters ?? []).filter((one) => one.in === 'path' || one.required)
    const filled = needed.reduce((text, { name, example }) => text.replace(`{${name}}`, String(example)), path)
    const query = needed.filter((one) => one.in === 'query').map(({ name, example }) => [name, String(example)])
    const formats = get.parameters?.find(({ name }) => name === 'format')?.schema.enum ?? []
    return { path: filled, query: new URLSearchParams(query), formats }
  })

/** The URL of a list with some more of a query. */
const urlOf = ({ path, query }: (typeof lists)[number], more: Record<string, string>) =>
  `${path}?${new URLSearchParams([...query, ...Object.entries(more)])}`

/** Every row of a list, page after page. */
async function everyRow(list: (typeof lists)[number]): Promise<Thing[]> {
  const rows: Thing[] = []
  for (let next: string | undefined = urlOf(list, { limit: '200' }); next; ) {
    const answer: { data: Thing[]; links: { next?: string } } = await get(next)
    rows.push(...answer.data)
    next = answer.links.next
  }
  return rows
}

const csvRows = (text: string): Record<string, string>[] => parseCsv(text, { columns: true })
const jsonLines = (text: string): Thing[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

/** What a cell of the column `path` holds of a thing, as text; several values are not compared here. */
function cellOf(thing: Thing, path: string): string | undefined {
  let value: unknown = thing
  for (const name of path.split('.')) value = (value as Thing | null | undefined)?.[name]
  if (Array.isArray(value)) return undefined
  if (typeof value === 'object' && value !== null) return JSON.stringify(value)
  return value === null || value === undefined ? '' : String(value).replace(/^(?=[=+\-@\t\r＝＋－＠])/u, "'")
}

test('there is something to try: every list in each flat format, two lists as feeds', () => {
  expect(lists.length).toBeGreaterThan(12)
  for (const { formats } of lists) expect(formats).toEqual(expect.arrayContaining(['json', 'csv', 'ndjson']))
  expect(lists.filter(({ formats }) => formats.includes('atom')).map(({ path }) => path)).toEqual([
    '/v1/acts',
    '/v1/statements',
  ])
})

describe.each(lists)('$path in every format', (list) => {
  test('CSV holds the same rows in the same order (RFC 4180, read by another parser)', async () => {
    const [whole, answer] = [await everyRow(list), await send(urlOf(list, { format: 'csv' }))]
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8; header=present')
    const rows = csvRows(answer.body)
    expect(rows).toHaveLength(whole.length)
    for (const [i, row] of rows.entries()) {
      for (const [column, cell] of Object.entries(row)) {
        const expected = cellOf(whole[i] ?? {}, column)
        if (expected !== undefined) expect({ i, column, cell }).toEqual({ i, column, cell: expected })
      }
    }
    expect(answer.body.endsWith('\r\n')).toBe(true)
    expect(answer.headers['x-total-count']).toBe(String(rows.length))
  })

  test('NDJSON holds the same things in the same order', async () => {
    const answer = await send(urlOf(list, { format: 'ndjson' }))
    expect(answer.headers['content-type']).toBe('application/x-ndjson; charset=utf-8')
    expect(jsonLines(answer.body)).toEqual(await everyRow(list))
    expect(answer.headers['x-total-count']).toBe(String(jsonLines(answer.body).length))
  })

  test('a limit holds in every format, and the cursor of JSON goes on in the others', async () => {
    const first = await get(urlOf(list, { limit: '2' }))
    const lines = jsonLines((await send(urlOf(list, { limit: '2', format: 'ndjson' }))).body)
    expect(lines).toEqual(first.data)
    expect(csvRows((await send(urlOf(list, { limit: '2', format: 'csv' }))).body)).toHaveLength(first.data.length)
    if (first.page.next === null) return
    const more = { limit: '2', cursor: first.page.next }
    const second = await get(urlOf(list, more))
    expect(jsonLines((await send(urlOf(list, { ...more, format: 'ndjson' }))).body)).toEqual(second.data)
  })

  test.each([
    ['text/csv', 'text/csv'],
    ['application/x-ndjson', 'application/x-ndjson'],
    ['application/json', 'application/json'],
    ['*/*', 'application/json'],
    ['', 'application/json'],
    ['image/png, text/csv;q=0.1', 'text/csv'],
    ['application/json; charset=utf-8', 'application/json'],
    ['text/csv; charset="utf-8, or not"; header=present', 'text/csv'],
    ['application/json;charset=utf-8;q=0.5, text/csv;q=0.9, */*;q=0.1', 'text/csv'],
  ])('Accept: %s is answered with %s, and the answer says that it depends on it', async (accept, type) => {
    const answer = await send({ url: urlOf(list, { limit: '1' }), headers: { accept } })
    expect(answer.headers['content-type']).toContain(type)
    expect(answer.headers.vary).toContain('Accept')
  })

  test('what there is not is a 406 that lists what there is', async () => {
    const answer = await send({ url: urlOf(list, { limit: '1' }), headers: { accept: 'image/png' } })
    const { detail } = expectProblem(answer, 406, {
      parameter: 'Accept',
      allowed: expect.arrayContaining(['text/csv']),
    })
    for (const type of ['application/json', 'text/csv', 'application/x-ndjson']) expect(detail).toContain(type)
  })

  test('a format that is not offered is a 400 that names those that are', async () => {
    const answer = await send(urlOf(list, { format: 'xlsx' }))
    expectProblem(answer, 400, { parameter: 'format', value: 'xlsx', allowed: list.formats })
  })

  test('HEAD answers as GET does, without the body', async () => {
    for (const format of list.formats) {
      const url = urlOf(list, { format, limit: '1' })
      const [whole, head] = [await send(url), await send({ method: 'HEAD', url })]
      expect(head.statusCode).toBe(200)
      expect(head.body).toBe('')
      expect(head.headers['content-type']).toBe(whole.headers['content-type'])
      expect(head.headers.etag).toBe(whole.headers.etag)
    }
  })
})

describe('CSV as spreadsheets read it', () => {
  const row = {
    type: 'object',
    properties: { id: { type: 'string' }, words: { type: 'string' } },
  } as unknown as Parameters<typeof csv.rows>[0]

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('%j is not a formula', (words) => {
    const [cells] = parseCsv(csv.rows(row, [{ id: 'a', words }])) as string[][]
    expect(cells).toEqual(['a', `'${words}`])
  })

  test.each(['a "b", c', 'line\nline', 'line\r\nline', ' x ', 'é “ü” 中'])('%j is read back as it was', (words) => {
    const [cells] = parseCsv(csv.rows(row, [{ id: 'a', words }])) as string[][]
    expect(cells).toEqual(['a', words])
  })
})

describe.each(['/v1/acts', '/v1/statements'])('%s as a feed', (path) => {
  const url = (format: string, query = 'treaty=mine-ban&knownOn=2025-07-01&limit=20') =>
    `${path}?${query}&format=${format}`

  test('Atom is well-formed XML that two other parsers read (RFC 4287)', async () => {
    const answer = await send(url('atom'))
    expect(answer.headers['content-type']).toBe('application/atom+xml; charset=utf-8')
    expect(XMLValidator.validate(answer.body)).toBe(true)
    const { feed } = new XMLParser({ ignoreAttributes: false }).parse(answer.body)
    expect(feed).toMatchObject({
      id: expect.stringMatching(/^tag:/),
      title: expect.any(String),
      updated: expect.any(String),
    })
    expect(feed.author.name).toBe('Pacta')
    const read = parseAtomFeed(answer.body)
    expect(read.entries).toHaveLength(20)
    for (const entry of read.entries ?? [])
      expect(entry).toMatchObject({
        id: expect.stringMatching(/^tag:pacta,2025:/),
        title: { value: expect.any(String) },
        updated: expect.any(String),
      })
  })

  test('JSON Feed says what Atom says, as version 1.1 demands', async () => {
    const answer = await send(url('jsonfeed'))
    expect(answer.headers['content-type']).toBe('application/feed+json; charset=utf-8')
    const raw = answer.json()
    expect(raw).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', title: expect.any(String) })
    const feed = parseJsonFeed(raw)
    const atom = parseAtomFeed((await send(url('atom'))).body)
    expect(feed.items?.map(({ id, title, content_text }) => ({ id, title, content_text }))).toEqual(
      atom.entries?.map(({ id, title, content }) => ({ id, title: title?.value, content_text: content?.value })),
    )
    for (const item of raw.items) {
      expect(item).toMatchObject({
        id: expect.any(String),
        url: expect.stringMatching(/^http/),
        content_text: expect.stringMatching(/./),
      })
      for (const day of [item.date_published, item.date_modified]) expect(day).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/)
      expect(item.date_modified >= item.date_published).toBe(true)
    }
  })

  test('two subscriptions are told apart by their titles: the treaty and the state by name, other filters as given', async () => {
    const titleOf = async (query: string) => {
      const { title } = (await send(url('jsonfeed', query))).json()
      expect(parseAtomFeed((await send(url('atom', query))).body).title?.value).toBe(title)
      return title
    }
    const name = `Pacta: ${path.slice('/v1/'.length)}`
    expect(await titleOf('limit=1')).toBe(name)
    expect(await titleOf('limit=1&treaty=torture')).toBe(`${name}, Convention against Torture`)
    expect(await titleOf('limit=1&state=ua&treaty=CAT')).toBe(`${name}, Convention against Torture, Ukraine`)
    expect(await titleOf('limit=1&state=UKR&accordingTo=article,report')).toBe(
      `${name}, Ukraine, accordingTo=article,report`,
    )
  })

  test('the newest stand first, none is newer than the day of knowledge, and the feed is as new as its first', async () => {
    const { items } = (await send(url('jsonfeed'))).json()
    const days = items.map(({ date_modified }: { date_modified: string }) => date_modified)
    expect(days).toEqual(days.toSorted().reverse())
    expect(days[0] <= '2025-07-01T00:00:00Z').toBe(true)
    expect(parseAtomFeed((await send(url('atom'))).body).updated).toBe(days[0])
  })

  test('it has the things that the list has under the same filters', async () => {
    const query = 'state=ukraine&accordingTo=article&knownOn=2025-07-01&limit=200'
    const { items } = (await send(url('jsonfeed', query))).json()
    const { data } = await get(`${path}?${query}`)
    const ids = items.map((item: { id: string }) => item.id.split('/').at(-1))
    expect(ids.toSorted()).toEqual(data.map(({ id }: { id: string }) => id).toSorted())
  })

  test('an id is the same whatever the server is called and however it is pinned', async () => {
    const one = (await send({ url: url('jsonfeed'), headers: { host: 'pacta.example:8443' } })).json()
    const other = (await send(url('jsonfeed', 'treaty=mine-ban&knownOn=2025-07-01&accordingTo=all&limit=20'))).json()
    const ids = (feed: { items: { id: string }[] }) => feed.items.map(({ id }) => id)
    expect(ids(one)).toEqual(ids(other))
    expect(one.items[0].url).toMatch(/^http:\/\/pacta\.example:8443\/v1\//)
  })

  test('a feed without things is a feed', async () => {
    const answer = await send(url('atom', 'knownOn=1900-01-01'))
    expect(XMLValidator.validate(answer.body)).toBe(true)
    expect(parseAtomFeed(answer.body).updated).toBe('1900-01-01T00:00:00Z')
  })

  test('it has no pages', async () => {
    const { page } = await get(`${path}?limit=1`)
    expectProblem(await send(`${path}?limit=1&format=atom&cursor=${page.next}`), 400, { parameter: 'cursor' })
  })

  test('Accept asks for it too', async () => {
    for (const accept of ['application/atom+xml', 'application/feed+json']) {
      const answer = await send({ url: `${path}?limit=1`, headers: { accept } })
      expect(answer.headers['content-type']).toContain(accept)
      expect(answer.headers.vary).toContain('Accept')
    }
  })
})

describe.each([
  ['/v1', 'application/json'],
  ['/v1/compare?states=UKR&treaties=mine-ban', 'application/json'],
  ['/v1/treaties/mine-ban/overview', 'application/json'],
  ['/v1/treaties/mine-ban/members/UKR/projection', 'application/json'],
  ['/v1/treaties/mine-ban/members/UKR/evidence', 'application/json'],
  ['/v1/conflicts/ukr-withdrawal-decree-date', 'application/json'],
  ['/v1/speakers/roman-kostenko', 'application/json'],
  ['/v1/treaties/mine-ban/history.svg', 'image/svg+xml'],
  ['/v1/treaties/mine-ban/members.svg', 'image/svg+xml'],
  ['/v1/treaties/mine-ban/members/UKR/withdrawal.svg', 'image/svg+xml'],
])('%s, which is there in one format,', (url, type) => {
  test('is a 406 that names it for whoever accepts others only', async () => {
    const { detail } = expectProblem(await send({ url, headers: { accept: 'text/csv' } }), 406)
    expect(detail).toContain(type)
  })

  test('answers whoever accepts it, or anything, or says nothing', async () => {
    const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
    const family = type.replace(/\/.*/, '/*')
    for (const accept of ['*/*', type, family, `text/csv, ${type};q=0.1`, browser, '', ' ', undefined]) {
      const answer = await send({ url, headers: accept === undefined ? {} : { accept } })
      expect({ accept, status: answer.statusCode }).toEqual({ accept, status: 200 })
      expect(answer.headers['content-type']).toContain(type)
      expect(answer.headers.vary).toContain('Accept')
    }
  })
})

test('an empty Accept accepts everything', async () => {
  expect((await send({ url: '/v1/states/UKR', headers: { accept: '' } })).statusCode).toBe(200)
})
