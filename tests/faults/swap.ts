import { client } from './client.ts'
import { count, type Finding, names, onGround, pause, tally, told, until } from './ground.ts'
import { idOfWhole } from './kills.ts'

/** Answers in which the name stands that the two records have each of its own, by the record that the answer names. */
const paths = [
  '/v1/speakers/roman-kostenko',
  '/v1/speakers?limit=200',
  '/v1/statements?speaker=roman-kostenko',
  '/v1/statements/reuters-kostenko-approval-needed',
  '/v1/search?q=kostenko',
  '/v1/speakers?limit=200&format=csv',
  '/v1/tables/speakers.csv',
]

/**
 * A record is built over the one that is served, so many times, the two in turn, while 4 clients load the server as fast as
 * it answers: no request fails, no answer has the name of one record and the id or the entity tag of the other, and on a
 * connection the record changes once for each.
 */
export const recordSwapped = (times: number, workers: number): Promise<Finding> =>
  onGround(async (ground) => {
    const RECORD = await ground.record(0)
    const ids = [idOfWhole(RECORD), idOfWhole(await ground.record(1))]
    const server = await ground.serve({ SEED: '/nowhere', RECORD, WORKERS: String(workers) })
    const wrong: string[] = []
    const saw = new Map<number, number>()
    /** Which record answers under an entity tag, by path and encoding. */
    const tags = new Map<string, string>()
    let isOver = false

    const load = async (encoding: string | undefined) => {
      const { ask, close } = client(server.port)
      const changes: string[] = []
      for (let turn = 0; !isOver; turn++) {
        const path = paths[turn % paths.length] ?? ''
        try {
          // What is asked for without an encoding can be read here; with one, it is another answer that is kept.
          const { status, headers, body } = await ask(path, encoding ? { 'accept-encoding': encoding } : {})
          count(saw, status)
          if (status !== 200) {
            wrong.push(`${path} is answered with ${status}`)
            continue
          }
          const place = `${path} ${encoding} ${headers.etag}`
          const text = body.toString('base64')
          if ((tags.get(place) ?? text) !== text) wrong.push(`${path}: two answers under one entity tag`)
          tags.set(place, text)
          if (encoding) continue
          // The first of the names also stands in what was printed, whatever he is called.
          const which = body.includes(names[1]) ? 1 : 0
          if (!body.includes(names[which])) wrong.push(`${path} has neither of the names`)
          const record = /^application\/json/.test(headers['content-type'] ?? '')
            ? JSON.parse(body.toString()).pin.record
            : undefined
          if (record !== undefined && record !== ids[which])
            wrong.push(`${path} has the name of ${ids[which]}, not of ${record}`)
          if (changes.at(-1) !== ids[which]) changes.push(ids[which] ?? '')
        } catch (error) {
          wrong.push(`${path} fails: ${(error as Error).message}`)
          await pause(50)
        }
      }
      close()
      return changes
    }

    const loads = [load(undefined), load(undefined), load('gzip'), load(undefined)]
    const readings = server.log
    for (let swap = 0; swap < times; swap++) {
      const next = swap % 2 === 0 ? 1 : 0
      const { code, said } = await ground.run(['seed'], { SEED: ground.seed(next), RECORD })
      if (code !== 0) wrong.push(`the build ended with ${code}: ${said}`)
      const taken = () => readings().split('a new record is served').length - 1 === (swap + 1) * workers
      if (!(await until(taken, 15))) wrong.push('the new record is not taken up')
      await pause(100)
    }
    isOver = true
    const expected = Array.from({ length: times + 1 }, (_, i) => ids[i % 2]).join()
    for (const changes of (await Promise.all(loads)).filter((changes) => changes.length > 0))
      if (changes.join() !== expected) wrong.push(`a connection had the records ${changes.join(', ')}`)
    if (!readings().includes('"kept":true')) wrong.push('no answer was a kept one')
    const kept = readings().split('"kept":true').length - 1
    return {
      fault: `a new record replaces the old under 4 clients, WORKERS=${workers}`,
      times,
      seen: `${tally(saw)}, ${kept} of them kept`,
      wrong: told(wrong),
    }
  })
