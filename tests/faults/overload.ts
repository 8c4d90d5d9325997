import { client, percentile } from './client.ts'
import { count, type Finding, onGround, pause, tally, told } from './ground.ts'

const kept = '/v1/treaties/mine-ban'

/** Calls that nobody has made before: who is a member as known on a day, a day for each call. */
function newDays() {
  let day = Date.UTC(1999, 2, 1)
  return () => {
    day += 86_400_000
    return `/v1/treaties/mine-ban/members?knownOn=${new Date(day).toISOString().slice(0, 10)}&limit=200`
  }
}

/**
 * Many times as many requests as can be answered, for so many seconds: each is answered, or turned away with 503 and
 * Retry-After; probes and kept answers are answered all the while. Returns the latency of those that were answered, beside
 * what one costs alone and what is configured.
 */
export const overloaded = (seconds: number, connections: number, maxWait: number, path?: string): Promise<Finding> =>
  onGround(async (ground) => {
    const RECORD = path ?? (await ground.record(0))
    const settings = { MAX_WAIT_MS: String(maxWait), LOG_LEVEL: 'error' }
    const server = await ground.serve({ SEED: '/nowhere', RECORD, ...settings })
    const wrong: string[] = []
    const saw = new Map<string, number>()
    const next = newDays()
    const alone = client(server.port)
    for (let i = 0; i < 3; i++) await alone.ask(kept)
    const costs: number[] = []
    for (let i = 0; i < 10; i++) costs.push((await alone.ask(next())).ms)
    const cost = percentile(costs.slice(3), 50)

    let isOver = false
    const answered: number[] = []
    const refused: number[] = []
    const load = async () => {
      const { ask, close } = client(server.port)
      while (!isOver) {
        const { status, headers, body, ms } = await ask(next())
        count(saw, `${status}`)
        if (status === 200) answered.push(ms)
        else if (status !== 503) wrong.push(`a request is answered ${status}`)
        else {
          refused.push(ms)
          if (headers['retry-after'] !== '1') wrong.push(`503 with Retry-After: ${headers['retry-after']}`)
          if (!body.includes('urn:pacta:problem:overloaded')) wrong.push(`503 is ${body}`)
          // Far sooner than it is told: a client without manners.
          await pause(20)
        }
      }
      close()
    }
    const others: number[] = []
    // On connections of their own, as whoever runs a server probes it.
    const watch = async () => {
      for (const probe of ['/readyz', '/healthz', kept]) {
        const { ask, close } = client(server.port)
        const { status, ms } = await ask(probe)
        close()
        others.push(ms)
        if (status !== 200) wrong.push(`${probe} is answered ${status} meanwhile`)
      }
    }
    const loads = Array.from({ length: connections }, load)
    for (const end = performance.now() + seconds * 1000; performance.now() < end; await pause(50)) await watch()
    isOver = true
    await Promise.all(loads)
    await pause(100)
    const after = await alone.ask(next())
    if (after.status !== 200) wrong.push(`when the load is over a request is answered ${after.status}`)
    alone.close()

    if (refused.length === 0) wrong.push('nobody was turned away')
    if (answered.length === 0) wrong.push('nobody was answered')
    // Being let in, waiting for as long as is configured, and then for the four that are let in whatever they cost; here all
    // of it takes up to four times as long, since those who ask have the same processor.
    const bound = 4 * (maxWait + 5 * cost)
    const [half, most, probed] = [percentile(answered, 50), percentile(answered, 99), percentile(others, 99)]
    if (seconds >= 5 && most > bound)
      wrong.push(`99 of 100 within ${most.toFixed(0)} ms, which is beyond ${bound.toFixed(0)}`)
    if (seconds >= 5 && probed > bound / 2)
      wrong.push(`probes within ${probed.toFixed(0)} ms, which is beyond ${(bound / 2).toFixed(0)}`)
    const ms = (time: number) => `${time.toFixed(0)} ms`
    const seen = `${tally(saw)}; one alone ${ms(cost)}; half of the 200 within ${ms(half)}, 99 of 100 within ${ms(most)}; 503 within ${ms(percentile(refused, 99))}; probes and kept answers, on new connections, within ${ms(probed)}`
    return {
      fault: `${connections} connections ask without end, MAX_WAIT_MS=${maxWait}`,
      times: answered.length + refused.length,
      seen,
      wrong: told(wrong),
    }
  })

/**
 * Many clients ask for calendars that nobody has asked for before, each as long as many other answers together: each is
 * answered or turned away with 503 and Retry-After, and whoever asks for something short or probes is answered meanwhile.
 * Four clients alone are never turned away, neither from calendars nor from lists as files.
 */
export const longAnswers = (seconds: number, connections: number, path?: string): Promise<Finding> =>
  onGround(async (ground) => {
    const RECORD = path ?? (await ground.record(0))
    const server = await ground.serve({ SEED: '/nowhere', RECORD, LOG_LEVEL: 'error' })
    const wrong: string[] = []
    let day = Date.UTC(2000, 0, 1)
    const newDay = () => {
      day += 86_400_000
      return new Date(day).toISOString().slice(0, 10)
    }
    let isOver = false
    const load = async (paths: (() => string)[], saw: Map<string, number>, times: number[]) => {
      const { ask, close } = client(server.port)
      for (let turn = 0; !isOver; turn++) {
        const { status, headers, body, ms } = await ask(paths[turn % paths.length]?.() ?? '')
        count(saw, `${status}`)
        if (status === 200) times.push(ms)
        else if (status !== 503) wrong.push(`a long answer is ${status}`)
        else {
          if (headers['retry-after'] !== '1') wrong.push(`503 with Retry-After: ${headers['retry-after']}`)
          if (!body.includes('urn:pacta:problem:overloaded')) wrong.push(`503 is ${body}`)
          await pause(20)
        }
      }
      close()
    }
    const calendar = () => `/v1/calendar.ics?knownOn=${newDay()}`
    const list = () => `/v1/statements?format=csv&knownOn=${newDay()}`

    const handful = new Map<string, number>()
    const few = Array.from({ length: 4 }, () => load([calendar, list], handful, []))
    await pause((seconds * 1000) / 2)
    isOver = true
    await Promise.all(few)
    if (handful.has('503')) wrong.push(`four clients are turned away: ${tally(handful)}`)

    isOver = false
    const saw = new Map<string, number>()
    const times: number[] = []
    const others: number[] = []
    const { ask, close } = client(server.port)
    for (let i = 0; i < 3; i++) await ask(kept)
    const loads = Array.from({ length: connections }, () => load([calendar], saw, times))
    for (const end = performance.now() + seconds * 1000; performance.now() < end; await pause(50))
      for (const other of ['/readyz', kept, `/v1/treaties/mine-ban/members?knownOn=${newDay()}`]) {
        const { status, ms } = await ask(other)
        others.push(ms)
        if (status !== 200 && !(status === 503 && other.includes('?'))) wrong.push(`${other} is answered ${status}`)
      }
    isOver = true
    await Promise.all(loads)
    close()
    if (!saw.has('200')) wrong.push('nobody was answered')
    if (!saw.has('503')) wrong.push('nobody was turned away')
    const [half, most] = [percentile(others, 50).toFixed(0), percentile(others, 99).toFixed(0)]
    const seen = `${tally(saw)}; half of the calendars within ${percentile(times, 50).toFixed(0)} ms, all within ${percentile(times, 100).toFixed(0)}; half of what is short within ${half} ms, 99 of 100 within ${most}; four alone ${tally(handful)}`
    return {
      fault: `${connections} connections ask for calendars without end`,
      times: others.length,
      seen,
      wrong: told(wrong),
    }
  })
