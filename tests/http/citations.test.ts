import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-csl'
import { describe, expect, test } from 'vitest'
import { expectProblem, get, send, snapshot } from './exchange.ts'

const cited = [
  [
    '/v1/statements/reuters-kostenko-approval-needed',
    'parliamentary approval was still needed to withdraw from the treaty',
  ],
  ['/v1/acts/ukr-withdrawal-decree', 'putting his war-torn country on track to leave'],
  ['/v1/treaties/mine-ban/members/ukraine', 'Ukraine ratified the convention in 2005.'],
] as const

describe.each(cited)('%s', (path, words) => {
  const url = (format: string) => `${path}?knownOn=2025-07-01&format=${format}`
  const permalinkOf = async () => `http://localhost${(await get(`${path}?knownOn=2025-07-01`)).links.permalink}`

  test('in words: the words, the place, the day, the permalink', async () => {
    const answer = await send(url('citation'))
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(answer.body).toContain(words)
    expect(answer.body).toMatch(/characters \d+ to \d+/)
    expect(answer.body).toMatch(/\((headed \d{4}-\d\d-\d\d, assessed as )?\d{4}-\d\d-\d\d\)\./)
    expect(answer.body).toContain(`record ${snapshot.id}, as known on 2025-07-01`)
    expect(answer.body.trimEnd().endsWith(await permalinkOf())).toBe(true)
    expect(answer.body).not.toMatch(/\.\.|undefined|null/)
  })

  test('its permalink answers what was cited', async () => {
    const permalink = (await permalinkOf()).slice('http://localhost'.length)
    expect((await get(permalink)).data).toEqual((await get(`${path}?knownOn=2025-07-01`)).data)
  })

  test('as BibTeX, read by another program', async () => {
    const answer = await send(url('bibtex'))
    expect(answer.headers['content-type']).toBe('application/x-bibtex; charset=utf-8')
    const [item] = new Cite(answer.body).data
    expect(item).toMatchObject({
      title: expect.any(String),
      URL: await permalinkOf(),
      issued: { 'date-parts': [[2025, expect.any(Number), expect.any(Number)]] },
    })
    expect(item?.note).toContain(words)
  })

  test('as CSL-JSON, taken and set by another program', async () => {
    const answer = await send(url('csl'))
    expect(answer.headers['content-type']).toBe('application/vnd.citationstyles.csl+json; charset=utf-8')
    const [item] = answer.json()
    expect(item).toMatchObject({ id: expect.any(String), type: expect.any(String), URL: await permalinkOf() })
    expect(item?.note).toContain(words)
    const set = new Cite(answer.json()).format('bibliography', { template: 'apa', format: 'text' })
    expect(set).toContain('2025')
    expect(set).toContain(item.title.slice(0, 30))
  })

  test.each([
    ['text/plain', 'text/plain'],
    ['application/x-bibtex', 'application/x-bibtex'],
    ['application/vnd.citationstyles.csl+json', 'application/vnd.citationstyles.csl+json'],
    ['*/*', 'application/json'],
  ])('Accept: %s', async (accept, type) => {
    const answer = await send({ url: path, headers: { accept } })
    expect(answer.headers['content-type']).toContain(type)
    expect(answer.headers.vary).toContain('Accept')
  })

  test('what there is not is a 406 that lists what there is, and a 400 by name', async () => {
    const { detail } = expectProblem(await send({ url: path, headers: { accept: 'image/png' } }), 406)
    for (const type of ['text/plain', 'application/x-bibtex', 'csl+json']) expect(detail).toContain(type)
    expectProblem(await send(`${path}?format=ris`), 400, { parameter: 'format', value: 'ris' })
  })
})

test('a date that is only a year is cited as a year', async () => {
  const url = '/v1/acts/mine-ban-ukr-ratification?accordingTo=reuters-ukraine-decree'
  expect((await send(`${url}&format=csl`)).json()[0].issued).toEqual({ 'date-parts': [[2005]] })
  const bibtex = (await send(`${url}&format=bibtex`)).body
  expect(bibtex).toContain('year = {2005}')
  expect(bibtex).not.toContain('month =')
})

test('the permalink is absolute by the server that was asked', async () => {
  const answer = await send({
    url: '/v1/acts/ukr-withdrawal-decree?format=csl',
    headers: { host: 'pacta.example:8443' },
  })
  expect(answer.json()[0].URL).toMatch(/^http:\/\/pacta\.example:8443\/v1\/acts\/ukr-withdrawal-decree\?/)
})

test('every statement of the articles makes BibTeX that can be read', async () => {
  const { data } = await get('/v1/statements?accordingTo=article&limit=200')
  for (const { id, words } of data) {
    const [item] = new Cite((await send(`/v1/statements/${id}?format=bibtex`)).body).data
    expect(item?.note).toContain(words.slice(0, 20))
  }
})

const kostenko = '/v1/statements/reuters-kostenko-approval-needed'
const asBibtex = async (url: string) => new Cite((await send(`${url}?format=bibtex`)).body).data[0]
const asCsl = async (url: string) => (await send(`${url}?format=csl`)).json()[0]
const inStyle = (item: object | undefined) =>
  new Cite([item]).format('bibliography', { template: 'apa', format: 'text' }) as string

describe('a statement is cited from the source that prints it', () => {
  test.each([
    ['bibtex', asBibtex],
    ['csl', asCsl],
  ])(
    '%s: the publisher is the author, nobody whom it reports, and its title is none that Pacta wrote',
    async (_, read) => {
      const item = await read(kostenko)
      expect(item.author).toHaveLength(1)
      expect(Object.values(item.author[0])).toEqual(['Reuters'])
      expect(item.title).toMatch(/^\[article without a recorded title\]/)
      expect(inStyle(item)).toMatch(/^Reuters\. \(2025, June 29\)\. \[article without a recorded title\]/)
      for (const pactas of [item.title, inStyle(item)]) {
        expect(pactas).not.toContain('Kostenko')
        expect(pactas).not.toContain('cannot withdraw before')
      }
      expect(item.note).toContain('Summary by Pacta: A Ukrainian member of parliament said')
    },
  )

  test.each([
    ['bibtex', asBibtex],
    ['csl', asCsl],
  ])('%s: a printed date that is not the one assessed stands beside it in every style', async (_, read) => {
    const item = await read(kostenko)
    expect(item.issued).toEqual({ 'date-parts': [[2025, 6, 29]] })
    expect(inStyle(item)).toContain('[headed 2025-06-09, assessed as 2025-06-29]')
  })

  test('in words: both dates', async () => {
    expect((await send(`${kostenko}?format=citation`)).body).toContain('(headed 2025-06-09, assessed as 2025-06-29)')
  })

  test('a source that gives no date says so', async () => {
    const body = (await send('/v1/statements/leta-newsroom-66-votes?format=citation')).body
    expect(body).toContain('(no date given, assessed as 2025-04-16)')
  })

  test('a source of one date says it once, and one without a publisher names none', async () => {
    const { body } = await send('/v1/statements/unnamed-groups-condemned?format=citation')
    expect(body).toContain('[article without a recorded title or publisher, unnamed-ukraine-decree] (2025-06-29).')
    expect(await asCsl('/v1/statements/unnamed-groups-condemned')).not.toHaveProperty('author')
  })

  test('a report has its own title and address', async () => {
    const item = await asCsl('/v1/statements/espreso-newsroom-decree-441')
    expect(item).toMatchObject({
      type: 'report',
      title: 'Ukraine officially exits Ottawa Convention on anti-personnel mines',
      author: [{ literal: 'Espreso' }],
    })
    expect(item.note).toContain('https://uanews.net/')
  })
})

describe.each(['citation', 'bibtex', 'csl'])('as %s, words', (format) => {
  const read = async (path: string) =>
    (await send(`${path}?knownOn=2025-07-01&format=${format}`)).body.replaceAll('\\"', '"')

  test('reported indirectly are the words of the source, on a statement and on an act alike', async () => {
    const reporting = "indirect speech: the source's own words, reporting"
    expect(await read(kostenko)).toContain(`${reporting} Roman Kostenko, senior Ukrainian lawmaker`)
    expect(await read('/v1/acts/ukr-withdrawal-decree')).toContain(`${reporting} Volodymyr Zelenskiy, President`)
  })

  test('quoted directly are those of the speaker', async () => {
    expect(await read('/v1/statements/unnamed-ministry-compelled')).toContain(
      'direct quote: words of Ukraine’s foreign ministry, as the source prints them',
    )
  })

  test("of a newsroom are its own, of a document the document's", async () => {
    expect(await read('/v1/statements/reuters-newsroom-ukraine-ratified')).toContain("newsroom: the source's own words")
    expect(await read('/v1/statements/reuters-decree-withdraw-ukraine')).toContain(
      'document: in the words of The decree',
    )
  })

  test('have their place in a file that its digest tells from every other', async () => {
    const { data } = await get(kostenko)
    expect(await read(kostenko)).toContain(`characters 1791 to 1858 in the file with SHA-256 ${data.locator.sha256}`)
    for (const path of ['/v1/acts/ukr-withdrawal-decree', '/v1/treaties/mine-ban/members/ukraine'])
      expect(await read(path)).toContain(`in the file with SHA-256 ${data.locator.sha256}`)
  })
})
