import type { Element } from 'domhandler'
import { textContent } from 'domutils'
import { describe, expect, test } from 'vitest'
import { expectProblem, get, idsOf, send } from './exchange.ts'
import { readSvg } from './formats/svg.ts'

const pictures = {
  history: '/v1/treaties/mine-ban/history.svg',
  members: '/v1/treaties/mine-ban/members.svg',
  withdrawal: '/v1/treaties/mine-ban/members/ukraine/withdrawal.svg',
}

async function draw(url: string) {
  const answer = await send(url)
  expect(answer.statusCode, answer.body).toBe(200)
  return readSvg(answer.body)
}

describe.each(Object.values(pictures))('%s', (url) => {
  test('is SVG that any page may show, and that runs and loads nothing', async () => {
    const { headers } = await send(url)
    expect(headers).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'cross-origin-resource-policy': 'cross-origin',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'access-control-allow-origin': '*',
    })
  })

  test('is cached: an ETag, a 304 for whoever holds it, for ever under its permalink', async () => {
    const { headers } = await send(url)
    expect(headers).toMatchObject({ etag: expect.any(String), 'cache-control': 'public, no-cache' })
    const again = await send({ url, headers: { 'if-none-match': String(headers.etag) } })
    expect(again.statusCode).toBe(304)
    const [, permalink = ''] = /^<([^>]+)>; rel="bookmark"$/.exec(String(headers.link)) ?? []
    const pinned = await send(permalink)
    expect(pinned.headers['cache-control']).toContain('immutable')
    expect(pinned.headers.etag).toBe(headers.etag)
  })

  test('answers a problem where it cannot be drawn', async () => {
    expectProblem(await send(url.replace('mine-ban', 'mine-bam')), 404, { parameter: 'treaty', nearest: 'mine-ban' })
    expectProblem(await send(`${url}?knownOn=2025-02-30`), 400, { parameter: 'knownOn' })
    expectProblem(await send(`${url}?format=png`), 400, { parameter: 'format' })
    expectProblem(await send(`${url}?record=0000000000000000`), 409)
  })
})

test('a state that is not known is a 404 that suggests the nearest', async () => {
  const answer = await send('/v1/treaties/mine-ban/members/Ukrane/withdrawal.svg')
  expectProblem(answer, 404, { parameter: 'state', nearest: 'Ukraine' })
})

describe('the numbers in the pictures are those of the answers', () => {
  test.each(['', 'knownOn=2000-01-01', 'accordingTo=article'])('of a history, under ?%s', async (query) => {
    const known = new URLSearchParams(query).get('knownOn') ?? '2025-07-01'
    const { data } = await get(`/v1/treaties/mine-ban/history?limit=200&${query}`)
    const { page } = await get(`/v1/treaties/mine-ban/history?limit=200&${query}`)
    const rest = page.next
      ? (await get(`/v1/treaties/mine-ban/history?limit=200&cursor=${page.next}&${query}`)).data
      : []
    const now = [...data, ...rest].findLast(({ day }: { day: string }) => day <= known)
    const { description } = await draw(`${pictures.history}?${query}`)
    const parties = `${now.inForce} ${now.inForce === 1 ? 'party' : 'parties'} in force, ${now.byDeposit} by deposit`
    expect(description).toContain(`On ${known}: ${parties}.`)
  })

  test.each(['', 'asOf=1998-09-01', 'asOf=2010-01-01&knownOn=2012-01-01', 'accordingTo=article'])(
    'of a map, under ?%s',
    async (query) => {
      const { counts } = await get(`/v1/treaties/mine-ban/members?${query}`)
      const { words } = await draw(`${pictures.members}?${query}`)
      const { party, contracting_state, signatory, former_party, not_party, unknown } = counts.byStanding
      const legend = [
        `Party: ${party}`,
        `Contracting state: ${contracting_state}`,
        `Signatory: ${signatory}`,
        `Former party: ${former_party}`,
        `Not a party: ${not_party}`,
        `Not known: ${unknown}`,
      ]
      expect(words).toEqual(expect.arrayContaining(legend))
    },
  )

  test.each(['ukraine', 'estonia', 'france', 'usa'])('of the track of %s', async (state) => {
    const { withdrawal } = (await get(`/v1/treaties/mine-ban/members/${state}`)).data
    const { description } = await draw(`/v1/treaties/mine-ban/members/${state}/withdrawal.svg`)
    const told = withdrawal.steps.map(
      ({ kind, plane, status }: Record<string, string>) => `${kind?.replaceAll('_', ' ')}, ${plane}, ${status}`,
    )
    const steps = [...description.matchAll(/\d+\. ([A-Z][a-z ]+, [a-z]+, [a-z]+):/g)].map(([, step]) =>
      step?.toLowerCase(),
    )
    expect(steps).toEqual(told)
    if (withdrawal.takesEffect) expect(description).toContain(withdrawal.takesEffect.earliest)
  })
})

test('the track of a state is told of it as a sentence speaks of it', async () => {
  const { description } = await draw('/v1/treaties/nuclear-test-ban/members/russia/withdrawal.svg')
  expect(description).toMatch(/^The withdrawal of the Russian Federation from the /)
})

test('the track of Ukraine tells a step that was taken for a suspension only from one that was not taken', async () => {
  const track = (asOf: string) =>
    draw(`/v1/treaties/mine-ban/members/ukraine/withdrawal.svg?asOf=${asOf}&knownOn=2025-09-01`)
  const approval = 'Parliamentary approval, domestic, required:'
  expect((await track('2025-07-14')).description).toContain(`${approval} not done yet.`)
  expect((await track('2025-07-15')).description).toContain(`${approval} not yet, only for a suspension.`)
})

test('every state of the record is on the map exactly once', async () => {
  const states = await idsOf('/v1/states?limit=200')
  const { states: drawn } = await draw(pictures.members)
  expect(drawn).toEqual(states.sort())
})

test('the pins are told in the picture', async () => {
  const { words, description } = await draw(
    `${pictures.members}?asOf=2010-01-01&knownOn=2012-01-01&accordingTo=depositary`,
  )
  for (const text of [words.join(' '), description])
    expect(text).toContain('As of 2010-01-01; known on 2012-01-01; according to depositary')
})

/** How wide a text of 17 px is in a wide font, DejaVu Sans: a digit, and the hyphen of a month. */
const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (letter === '-' ? 6.1 : 10.8), 0)

/** The room of labels of 17 px around their middles, and of bars. */
const roomOf = ({ name, attribs, children }: Element) => {
  const [x, y] = [Number(attribs.x), Number(attribs.y)]
  if (name === 'rect') return { x, y, width: Number(attribs.width), height: Number(attribs.height) }
  const width = widthOf(textContent(children))
  return { x: x - width / 2, y: y - 12.4, width, height: 12.4 }
}

/** Labels that overlap another or a bar. */
function overlapping(labels: Element[], bars: Element[]) {
  const all = [...labels, ...bars].map((one) => ({ one, ...roomOf(one) }))
  return all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter((b) => labels.includes(a.one) || labels.includes(b.one))
      .filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)
      .map((b) => [a.one, b.one].map((one) => textContent(one) || one.attribs.class).join(' and ')),
  )
}

test('no number of a history overlaps another, or runs into a bar', async () => {
  for (const treaty of await idsOf('/v1/treaties?limit=200')) {
    const { byClass } = await draw(`/v1/treaties/${treaty}/history.svg?knownOn=2026-11-22`)
    const labels = [...byClass('joinedText'), ...byClass('leftText')]
    const bars = [...byClass('joined'), ...byClass('left')]
    if (bars.length > 0) expect(labels.length, treaty).toBeGreaterThan(0)
    expect({ treaty, overlapping: overlapping(labels, bars) }).toEqual({ treaty, overlapping: [] })
  }
})

test('no month below a withdrawal touches the one before it', async () => {
  for (const asOf of ['2025-07-01', '2026-03-01', '2026-07-01', '2026-11-22', '2027-06-01', '2030-01-01'])
    for (const state of ['EST', 'FIN', 'POL', 'UKR']) {
      const { byClass } = await draw(
        `/v1/treaties/mine-ban/members/${state}/withdrawal.svg?asOf=${asOf}&knownOn=2026-11-22`,
      )
      const months = byClass('quiet').filter((one) => /^\d{4}(-\d\d)?$/.test(textContent(one)))
      expect(months.length).toBeGreaterThan(1)
      expect({ asOf, state, overlapping: overlapping(months, []) }).toEqual({ asOf, state, overlapping: [] })
    }
})

test('every treaty and every withdrawal can be drawn', async () => {
  const treaties = await idsOf('/v1/treaties?limit=200')
  for (const treaty of treaties) {
    await draw(`/v1/treaties/${treaty}/history.svg`)
    await draw(`/v1/treaties/${treaty}/members.svg`)
  }
  const { data } = await get('/v1/acts?kind=withdrawal_notification&limit=200')
  for (const { state, treaty } of data) await draw(`/v1/treaties/${treaty.id}/members/${state.id}/withdrawal.svg`)
}, 120_000)

test('what is drawn as known on a day before the list says of which day that is, and to which it is read back', async () => {
  const { body } = await send('/v1/treaties/mine-ban/members.svg?asOf=2025-06-30&knownOn=2025-06-30')
  expect(body).toContain('list of parties as at 2026-02-03, read back to 2025-06-30 (for 2 states further)')
})
