import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { effectDays } from '../../src/domain/effects.ts'
import { buildApp } from '../../src/http/app.ts'
import { heldNoMore } from '../../src/http/routes/calendar.ts'
import { recordOf, treatyNamed } from '../domain/law-cases.ts'
import { expectProblem, send, snapshot, today } from './exchange.ts'

const known = 'knownOn=2026-02-03'

/** The events of a calendar, read by another parser. */
async function eventsOf(query: string) {
  const answer = await send(`/v1/calendar.ics?${query}`)
  expect(answer.statusCode, answer.body).toBe(200)
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
  const calendar = new ICAL.Component(ICAL.parse(answer.body))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      day: event.startDate.toString(),
      wholeDay: event.startDate.isDate,
      summary: event.summary,
      description: event.description,
      status: String(component.getFirstPropertyValue('status')),
      stamp: String(component.getFirstPropertyValue('dtstamp')),
    }
  })
}

describe('who leaves the Mine Ban Convention', () => {
  test('each withdrawal stands on the day on which it takes effect, once', async () => {
    const events = await eventsOf(`treaty=ottawa-convention&${known}&from=2025-06-01`)
    const exits = events.filter(({ uid }) => uid.endsWith('.exit@pacta'))
    expect(exits.map(({ day, uid }) => [day, uid])).toEqual(
      expect.arrayContaining([
        ['2025-12-27', 'mine-ban-est-withdrawal-notification.exit@pacta'],
        ['2026-01-10', 'mine-ban-fin-withdrawal-notification.exit@pacta'],
      ]),
    )
    for (const exit of exits)
      expect(exit).toMatchObject({ wholeDay: true, summary: expect.stringMatching(/^Withdrawal of .* takes effect$/) })
  })

  test('the days are those of the history', async () => {
    const { body } = await send(`/v1/treaties/mine-ban/history?${known}&format=ndjson`)
    const rows = body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const left = rows.flatMap(({ day, left }: { day: string; left: { id: string }[] }) => left.map(() => day))
    const exits = (await eventsOf(`treaty=mine-ban&${known}`)).filter(({ uid }) => uid.includes('.exit@'))
    expect(exits.map(({ day }) => day)).toEqual(left)
  })
})

test('a withdrawal that was only foretold is tentative, and says what it depends on', async () => {
  const foretold = (await eventsOf('treaty=mine-ban&state=POL&from=2026-01-01&knownOn=2025-09-01'))[0]
  expect(foretold).toMatchObject({ day: '2026-02-20', status: 'TENTATIVE' })
  expect(foretold?.description).toContain('This was foretold: unless Poland is engaged in an armed conflict')
  const reported = (await eventsOf('treaty=mine-ban&state=POL&from=2026-01-01&knownOn=2026-02-20'))[0]
  expect(reported).toMatchObject({ day: '2026-02-20', status: 'CONFIRMED' })
})

test.each([
  [undefined, ['2006-06-01 entry_into_force', '2010-07-10 withdrawal_held']],
  ['2012-03-01', ['2006-06-01 entry_into_force', '2012-03-01 withdrawal']],
])('a withdrawal that a conflict held stands on one day, also when the conflict has ended (%s)', (ended, days) => {
  const acts = [
    { act: 'ratification' as const, id: 'deposit', of: 'Alpha', on: '2005-12-27' },
    { act: 'withdrawal_notification' as const, id: 'notice', of: 'Alpha', on: '2010-01-10' },
  ]
  const conflicts = [{ of: 'Alpha', began: '2008-08-01', ...(ended && { ended }) }]
  const record = recordOf(treatyNamed('the Mine Ban Convention'), { list: '2026-02-03', acts, conflicts })
  expect(heldNoMore(effectDays(record, ['Alpha'])).map(({ day, kind }) => `${day} ${kind}`)).toEqual(days)
})

test('a party has the day on which the treaty entered into force for it, and why', async () => {
  const [entry, ...others] = await eventsOf('treaty=mine-ban&state=ukraine&knownOn=2025-07-01')
  expect(others).toEqual([])
  expect(entry).toMatchObject({
    uid: 'mine-ban-ukr-ratification.entry@pacta',
    day: '2006-06-01',
    wholeDay: true,
    status: 'CONFIRMED',
    description: expect.stringContaining(
      'By article 17(2) the Mine Ban Convention enters into force for Ukraine on 2006-06-01.',
    ),
  })
})

test('what has no day of its own is not in it', async () => {
  expect(await eventsOf('treaty=mine-ban&state=ukraine&accordingTo=article')).toEqual([])
})

test('a window cuts it, ends included', async () => {
  const query = `treaty=mine-ban&state=ukraine&${known}`
  expect(await eventsOf(`${query}&from=2006-06-01&to=2006-06-01`)).toHaveLength(1)
  expect(await eventsOf(`${query}&from=2006-06-02`)).toHaveLength(0)
  expectProblem(await send('/v1/calendar.ics?from=2025-02-01&to=2025-01-01'), 400, { parameter: 'to' })
  expectProblem(await send('/v1/calendar.ics?treaty=otawa-convention'), 400, { parameter: 'treaty' })
})

test('what was learnt later is not in an earlier calendar', async () => {
  expect(await eventsOf('treaty=mine-ban&state=finland&knownOn=2025-07-01&from=2025-01-01')).toEqual([])
})

test('the whole calendar is one file: every id once, every stamp the day of the evidence, the same each time', async () => {
  const events = await eventsOf(known)
  expect(events.length).toBeGreaterThan(3000)
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
  for (const { stamp } of events) expect(stamp <= '2026-02-03T00:00:00Z').toBe(true)
  const [one, other] = [await send(`/v1/calendar.ics?${known}`), await send(`/v1/calendar.ics?${known}`)]
  expect(other.body).toBe(one.body)
})

test('lines are folded at 75 octets and end in CRLF (RFC 5545, section 3.1)', async () => {
  const { body } = await send(`/v1/calendar.ics?treaty=mine-ban&${known}`)
  expect(body.endsWith('END:VCALENDAR\r\n')).toBe(true)
  for (const line of body.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(line).not.toContain('\n')
  }
})

test('a calendar during which another record is served says that it is of the record that it is read from', async () => {
  const next = { ...snapshot, id: '0123456789abcdef' }
  let served = snapshot
  let swapped = false
  const app = await buildApp({ snapshot: () => served, today: () => today })
  app.addHook('preHandler', (_, __, done) => {
    setImmediate(() => {
      served = next
      swapped = true
    })
    done()
  })
  app.addHook('onSend', (_, __, payload, done) => {
    expect(swapped).toBe(true)
    done(null, payload)
  })
  const { headers, statusCode } = await app.inject(`/v1/calendar.ics?${known}`)
  expect(statusCode).toBe(200)
  expect(headers.link).toContain(`record=${snapshot.id}`)
  await app.close()
})
