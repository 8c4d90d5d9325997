import { describe, expect, test } from 'vitest'
import { get, send, snapshot } from './exchange.ts'

describe('/v1 says what this is', () => {
  test('the record, when it was built, and what it covers', async () => {
    const { data } = await get('/v1')
    expect(data).toMatchObject({
      name: 'Pacta',
      record: { id: snapshot.id, builtAt: '2025-07-01T00:00:00.000Z' },
      coverage: { states: 198, sources: expect.arrayContaining([{ kind: 'article', sources: expect.any(Number) }]) },
    })
    expect(data.coverage.treaties).toContainEqual(
      expect.objectContaining({ id: 'mine-ban', href: '/v1/treaties/mine-ban' }),
    )
  })

  test('it says that a state which did not exist yet looks like one that stayed away', async () => {
    const { coverage } = (await get('/v1')).data
    expect(coverage.notCovered.join('\n')).toContain('when a state came into being')
    const panel = '/v1/treaties/mine-ban/panel?from=2000-06-30&to=2012-01-01&every=year&states=SSD&knownOn=2025-07-01'
    const rows: { day: string; standing: string }[] = (await get(panel)).data
    expect(rows[0]).toMatchObject({ day: '2000-06-30', standing: 'not_party' })
    expect(rows[1]).toMatchObject({ day: '2001-01-01', standing: 'not_party' })
    expect(rows.at(-1)).toMatchObject({ day: '2012-01-01', standing: 'party' })
  })

  test('the reasons that it says it does not cover are in no list', async () => {
    const { coverage } = (await get('/v1')).data
    expect(coverage.notCovered.join('\n')).toContain(
      'the reasons that Estonia, Finland, Latvia, Lithuania and Poland gave',
    )
    const reasons = '/v1/statements?topic=reasons&knownOn=2099-12-31'
    expect((await get(`${reasons}&state=UKR`)).data).not.toEqual([])
    for (const state of ['EST', 'FIN', 'LVA', 'LTU', 'POL'])
      expect((await get(`${reasons}&state=${state}`)).data).toEqual([])
  })

  test('its numbers are those of the lists', async () => {
    const { coverage } = (await get('/v1')).data
    for (const list of ['states', 'speakers', 'acts', 'statements'])
      expect({ [list]: coverage[list] }).toEqual({
        [list]: (await get(`/v1/${list}?limit=1${/acts|statements/.test(list) ? '&knownOn=2099-12-31' : ''}`)).page
          .total,
      })
  })

  test('every link of it leads somewhere', async () => {
    const { links } = await get('/v1')
    expect(Object.keys(links)).toEqual(expect.arrayContaining(['compare', 'calendar', 'dataPackage', 'zip']))
    const given: Record<string, string> = { words: 'mine', states: 'FIN,UKR', treaty: 'mine-ban', since: '2025-06-28' }
    for (const link of Object.values<string>(links)) {
      const url = link.replace(/\{(\w+)\}/, (_, name) => given[name] ?? '')
      expect({ url, status: (await send(url)).statusCode }).toEqual({ url, status: 200 })
    }
  })
})

describe('/', () => {
  test('is for a program the same as /v1', async () => {
    const [home, v1] = [await get('/'), await get('/v1')]
    expect(home.data).toEqual(v1.data)
  })

  test.each([
    'application/json',
    '*/*',
    'application/json, text/html;q=0.5',
    'text/html;q=0, application/json',
    'text/html;q=0.5, application/json;q=0.9',
    'text/csv',
    undefined,
  ])('is JSON for Accept: %s', async (accept) => {
    const answer = await send({ url: '/', headers: accept ? { accept } : {} })
    expect(answer.headers['content-type']).toContain('application/json')
  })

  test('is a page where that is preferred by its weight', async () => {
    const answer = await send({ url: '/', headers: { accept: 'application/json;q=0.1, text/html;q=0.9' } })
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  })

  const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }

  test('is a page for a person', async () => {
    const answer = await send({ url: '/', headers: browser })
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.body).toMatch(/^<!doctype html>/i)
    expect(answer.body).toContain(snapshot.id)
    expect(answer.body).not.toMatch(/\{\{|undefined|NaN/)
  })

  test('every link of the page leads somewhere on this server', async () => {
    const { body } = await send({ url: '/', headers: browser })
    const links = [...body.matchAll(/(?:href|src)="([^"#]+)"/g)].map(([, link]) => link?.replaceAll('&amp;', '&') ?? '')
    const here = links.filter((link) => link.startsWith('/'))
    expect(here.length).toBeGreaterThan(8)
    for (const url of new Set(here)) expect({ url, status: (await send(url)).statusCode }).toEqual({ url, status: 200 })
  })

  test.each(['/', '/docs'])('%s fetches nothing from elsewhere', async (url) => {
    const { body } = await send({ url, headers: browser })
    expect(body).not.toMatch(/(?:src|href)="(?:https?:)?\/\/[^"]+\.(?:js|css|woff2?|png|svg|ico)"/)
    expect(body).not.toMatch(/@import|url\(\s*['"]?https?:/)
  })

  test('every asset of the explorer is served here', async () => {
    const { body } = await send('/docs')
    const assets = [...body.matchAll(/(?:href|src)="([^"#]+)"/g)].map(([, asset]) => asset ?? '')
    expect(assets.length).toBeGreaterThan(3)
    for (const asset of assets) {
      const url = new URL(asset, 'http://localhost/docs').pathname
      expect({ url, status: (await send(url)).statusCode }).toEqual({ url, status: 200 })
    }
  })
})

describe('for whoever runs the server', () => {
  test('/healthz says that it lives', async () => {
    expect(await get('/healthz')).toEqual({ status: 'alive' })
  })

  test('/readyz says which record it can answer from', async () => {
    expect(await get('/readyz')).toEqual({ status: 'ready', record: snapshot.id })
  })
})
