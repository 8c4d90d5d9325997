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
    expect(answer.body).toMatch(/\(\d{4}-\d\d-\d\d\)\./)
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
