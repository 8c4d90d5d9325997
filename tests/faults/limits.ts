import { type Answer, client } from './client.ts'
import { type Finding, onGround, pause, told } from './ground.ts'

const path = '/v1/speakers/roman-kostenko'

/** Waits until the minute of the clock, by which requests are counted, has as many seconds left. */
async function minuteWith(seconds: number): Promise<void> {
  const left = 60_000 - (Date.now() % 60_000)
  if (left < seconds * 1000) await pause(left + 50)
}

const times = (answer: Answer, name: string) =>
  answer.rawHeaders.filter((header, i) => i % 2 === 0 && header.toLowerCase() === name).length

/**
 * A limit of 6 in a minute, with no proxy, one and two that are trusted: the sixth request is answered and the seventh is not,
 * whether it is HEAD, kept or wrong, and whatever the client claims of itself; others have their own, an IPv6 /64 one.
 */
export const limitHolds = (hops: 0 | 1 | 2): Promise<Finding> =>
  onGround(async (ground) => {
    const RECORD = await ground.record(0)
    const wrong: string[] = []
    const server = await ground.serve({ SEED: '/nowhere', RECORD, RATE_LIMIT: '6', TRUSTED_HOPS: String(hops) })
    const { ask, close } = client(server.port)
    await minuteWith(8)
    /** As the proxies hand it on: what the client claims, its address as the first proxy saw it, and that of each but the last. */
    const from = (address: string, claim: number) => ({
      'x-forwarded-for': [
        `198.51.100.${claim}`,
        ...(hops > 0 ? [address] : []),
        ...(hops > 1 ? ['10.0.0.1'] : []),
      ].join(', '),
    })
    const expectLimit = async (address: string, next = address) => {
      for (let i = 0; i < 6; i++) {
        const answer = await ask(
          i === 2 ? '/v1/nothing' : path,
          from(i % 2 ? next : address, i),
          i === 4 ? 'HEAD' : 'GET',
        )
        if (answer.status !== (i === 2 ? 404 : 200)) wrong.push(`request ${i + 1} is answered ${answer.status}`)
        const { ratelimit } = answer.headers
        if (
          !new RegExp(`^"client";r=${5 - i};t=[1-6]?\\d$`).test(String(ratelimit)) ||
          times(answer, 'ratelimit') !== 1
        )
          wrong.push(`request ${i + 1} has RateLimit: ${ratelimit}`)
      }
      const over = await ask(path, from(next, 9))
      const { ratelimit, 'retry-after': after = '', 'content-type': type } = over.headers
      if (over.status !== 429) wrong.push(`request 7 is answered ${over.status}`)
      if (over.headers['ratelimit-policy'] !== '"client";q=6;w=60')
        wrong.push(`429 with RateLimit-Policy: ${over.headers['ratelimit-policy']}`)
      if (ratelimit !== `"client";r=0;t=${after}`) wrong.push(`429 with RateLimit: ${ratelimit}, Retry-After: ${after}`)
      if (!(Number(after) >= 1 && Number(after) <= 60)) wrong.push(`429 with Retry-After: ${after}`)
      if (type !== 'application/problem+json' || !over.body.includes('urn:pacta:problem:too-many-requests'))
        wrong.push(`429 is ${type}: ${over.body}`)
      const head = await ask(path, from(next, 9), 'HEAD')
      if (head.status !== 429 || head.body.length > 0) wrong.push(`HEAD is answered ${head.status}`)
    }
    await expectLimit('203.0.113.1')
    const ready = await ask('/readyz', from('203.0.113.1', 1))
    if (ready.status !== 200) wrong.push(`the probe is answered ${ready.status}`)
    if (hops > 0) {
      await expectLimit('203.0.113.2')
      await expectLimit('2001:db8:0:1::1', '2001:db8:0:1:ffff::2')
      const neighbour = await ask(path, from('2001:db8:0:2::1', 0))
      if (neighbour.status !== 200) wrong.push(`the /64 beside it is answered ${neighbour.status}`)
      // What no proxy has written counts for the one who sends it: it has passed none of them.
      const direct = await ask(path, { 'x-forwarded-for': 'unknown' })
      if (direct.headers.ratelimit?.toString().startsWith('"client";r=5') !== true)
        wrong.push(`without an address: ${direct.status} ${direct.headers.ratelimit}`)
    } else {
      const other = await ask(path, { 'x-forwarded-for': '203.0.113.77' })
      if (other.status !== 429) wrong.push(`a made-up X-Forwarded-For is answered ${other.status}`)
    }
    close()
    return {
      fault: `the limit of a client, ${hops} proxies trusted`,
      times: 1,
      seen: '6 answered, then 429',
      wrong: told(wrong),
    }
  })

/** Many connections to two workers: together they answer the limit, and what passes until they have told each other. */
export const limitShared = (): Promise<Finding> =>
  onGround(async (ground) => {
    const RECORD = await ground.record(0)
    const server = await ground.serve({ SEED: '/nowhere', RECORD, RATE_LIMIT: '100', WORKERS: '2' })
    await minuteWith(12)
    const clients = Array.from({ length: 8 }, () => client(server.port))
    let passed = 0
    let asked = 0
    const begun = performance.now()
    for (; asked < 240; asked++) {
      const { status } = (await clients[asked % clients.length]?.ask(path)) ?? {}
      if (status === 200) passed += 1
      await pause(10)
    }
    for (const { close } of clients) close()
    const rate = asked / ((performance.now() - begun) / 1000)
    const wrong = passed < 100 || passed > 150 ? [`${passed} of 240 were answered`] : []
    const seen = `${passed} of ${asked} answered at ${rate.toFixed(0)} a second`
    return { fault: 'a limit of 100 shared by two workers', times: 1, seen, wrong }
  })

/** Without a limit no answer speaks of one. */
export const limitOff = (): Promise<Finding> =>
  onGround(async (ground) => {
    const RECORD = await ground.record(0)
    const server = await ground.serve({ SEED: '/nowhere', RECORD })
    const { ask, close } = client(server.port)
    const wrong: string[] = []
    for (let i = 0; i < 20; i++) {
      const { status, headers } = await ask(path)
      if (status !== 200 || headers.ratelimit || headers['ratelimit-policy'])
        wrong.push(`${status} ${headers.ratelimit}`)
    }
    close()
    return { fault: 'no limit is set', times: 20, seen: '200 without RateLimit', wrong: told(wrong) }
  })
