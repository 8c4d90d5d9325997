import { describe, expect, test } from 'vitest'
import { expectProblem, get, idsOf, send, snapshot, theTwoArticles, today } from './exchange.ts'

describe('an answer repeats its pins', () => {
  test('with their defaults', async () => {
    const { pin } = await get('/v1/acts')
    expect(pin).toMatchObject({ knownOn: today, accordingTo: ['all'], record: snapshot.id })
  })

  test('as they were given', async () => {
    const { pin } = await get('/v1/acts?knownOn=2025-06-30&accordingTo=article,unnamed-ukraine-decree')
    const accordingTo = ['article', 'unnamed-ukraine-decree']
    expect(pin).toMatchObject({ knownOn: '2025-06-30', accordingTo, record: snapshot.id })
  })

  test('each source once, in the order in which they were given first', async () => {
    const { pin, links } = await get('/v1/acts?accordingTo=depositary,article,depositary,article')
    expect(pin.accordingTo).toEqual(['depositary', 'article'])
    expect(new URL(links.permalink, 'http://a').searchParams.get('accordingTo')).toBe('depositary,article')
  })

  test('"today" as the day that it is', async () => {
    expect((await get('/v1/acts?knownOn=today')).pin.knownOn).toBe(today)
  })

  test('white space around the names of sources does not count', async () => {
    const { pin } = await get('/v1/acts?accordingTo=article,%20depositary')
    expect(pin.accordingTo).toEqual(['article', 'depositary'])
  })

  test('what does not change by day or source is pinned to the record alone', async () => {
    expect((await get('/v1/states/UKR')).pin).toEqual({ record: snapshot.id })
  })
})

describe('the record that must answer', () => {
  test('is the one that is served', async () => {
    expect((await get(`/v1/acts?record=${snapshot.id}`)).pin.record).toBe(snapshot.id)
  })

  test.each([
    '/v1',
    '/v1/acts',
    '/v1/states/UKR',
    '/v1/treaties/mine-ban/clauses',
    '/v1/search?q=mine',
    '/v1/conflicts',
  ])('another one is a 409 at %s, which says which is served', async (path) => {
    const answer = await send(`${path}${path.includes('?') ? '&' : '?'}record=0000000000000000`)
    expectProblem(answer, 409, { parameter: 'record', allowed: [snapshot.id] })
  })
})

describe('knownOn: only what could be known by then', () => {
  test('what a depositary had been given is known, though its list was printed later, and the contract says so', async () => {
    const { data, pin } = await get('/v1/acts?knownOn=2006-01-01&treaty=mine-ban&state=UKR&accordingTo=untc-mine-ban')
    expect(data.map(({ kind }: { kind: string }) => kind)).toContain('ratification')
    expect(pin.notYetPublished).toEqual([])
    const contract = await get('/openapi.json')
    const words = 'what a depositary had been given or had notified'
    const { parameters } = contract.paths['/v1/acts'].get
    expect(parameters.find(({ name }: { name: string }) => name === 'knownOn').description).toContain(words)
    expect(contract.components.schemas.Pin.properties.knownOn.description).toContain(words)
    expect(contract.info.description.replaceAll(/\s+/g, ' ')).toContain(words)
  })

  test('the sources not yet published are articles and reports that print an earlier date than they are assessed', async () => {
    const { pin } = await get('/v1/acts?knownOn=2025-06-10')
    const later = await Promise.all(pin.notYetPublished.map(({ href }: { href: string }) => get(href)))
    expect(later.length).toBeGreaterThan(0)
    for (const { data } of later) {
      expect(data.kind).not.toBe('depositary')
      expect(data.published.given <= '2025-06-10').toBe(true)
      expect(data.published.latest > '2025-06-10').toBe(true)
    }
  })

  test('before the articles there is no act and no statement', async () => {
    expect(await idsOf(`/v1/acts?knownOn=2025-06-28&${theTwoArticles}`)).toEqual([])
    expect(await idsOf(`/v1/statements?knownOn=2025-06-28&${theTwoArticles}`)).toEqual([])
  })

  test('on the day of the articles, as assessed, all is known', async () => {
    const then = await idsOf(`/v1/acts?knownOn=2025-06-29&${theTwoArticles}`)
    expect(then).toEqual(await idsOf(`/v1/acts?${theTwoArticles}`))
    expect(then).toContain('ukr-withdrawal-decree')
  })

  test('the date that an article gives itself does not count where it is assessed otherwise', async () => {
    expect(await idsOf('/v1/acts?knownOn=2025-06-10&treaty=mine-ban&state=UKR&kind=head_of_state_decree')).toEqual([])
  })

  test.each([
    '/v1/acts/ukr-withdrawal-decree',
    '/v1/statements/reuters-newsroom-war-age',
    '/v1/conflicts/ukr-withdrawal-decree-date',
  ])('%s is there, but not yet: a 404 that says so', async (path) => {
    const problem = expectProblem(await send(`${path}?knownOn=2025-06-10`), 404)
    expect(problem.errors[0].message).toContain('under these pins')
    expect(problem.errors[0]).not.toHaveProperty('nearest')
  })
})

describe('accordingTo: only these sources', () => {
  test('an act keeps the evidence of the sources that are left', async () => {
    const { data } = await get('/v1/acts/ukr-withdrawal-decree?accordingTo=unnamed-ukraine-decree')
    const sources = data.evidence.map(({ source }: { source: { id: string } }) => source.id)
    expect(sources).toEqual(['unnamed-ukraine-decree'])
  })

  test('an act that only other sources tell of is not there', async () => {
    expectProblem(await send('/v1/acts/mine-ban-ukr-ratification?accordingTo=unnamed-ukraine-decree'), 404, {
      parameter: 'act',
      value: 'mine-ban-ukr-ratification',
    })
  })

  test('rival dates are no conflict where one source is left', async () => {
    expect(await idsOf('/v1/conflicts?accordingTo=reuters-ukraine-decree')).toEqual([])
    expectProblem(await send('/v1/conflicts/ukr-withdrawal-decree-date?accordingTo=reuters-ukraine-decree'), 404)
  })

  test('renderings in sources that are left out stay out', async () => {
    const url = '/v1/statements/reuters-zelenskiy-russian-killers'
    expect((await get(url)).data.renderings).toHaveLength(1)
    expect((await get(`${url}?accordingTo=reuters-ukraine-decree`)).data.renderings).toEqual([])
  })

  test('several sources together are one list', async () => {
    const ids = (pin: string) => idsOf(`/v1/statements?limit=200&${pin}`)
    const apart = [
      ...(await ids('accordingTo=reuters-ukraine-decree')),
      ...(await ids('accordingTo=unnamed-ukraine-decree')),
    ]
    expect(await ids(theTwoArticles)).toEqual(apart)
    expect(apart.length).toBeGreaterThan(40)
  })

  test('a kind of source is every source of that kind', async () => {
    const { data } = await get('/v1/statements?accordingTo=depositary&limit=200')
    const kinds = await Promise.all(
      [...new Set(data.map(({ source }: { source: { href: string } }) => source.href))].map(
        async (href) => (await get(String(href))).data.kind,
      ),
    )
    expect(new Set(kinds)).toEqual(new Set(['depositary']))
  })

  test('all is every source, whatever is named beside it; a name beside it is no less checked', async () => {
    const { pin, page } = await get('/v1/statements?accordingTo=article,all&limit=1')
    expect(pin.accordingTo).toEqual(['all'])
    expect(page.total).toBe((await get('/v1/statements?limit=1')).page.total)
    expectProblem(await send('/v1/statements?accordingTo=all,nonsense'), 400, {
      parameter: 'accordingTo',
      value: 'nonsense',
    })
  })

  test('a source that the record does not hold is a 400 that says which there are', async () => {
    expectProblem(await send('/v1/acts?accordingTo=articles'), 400, {
      parameter: 'accordingTo',
      value: 'articles',
      nearest: 'article',
      allowed: ['all', 'article', 'depositary', 'report', 'the id of a source'],
    })
  })
})
