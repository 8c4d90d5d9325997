import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { addDays } from '../../src/domain/partial-date.ts'
import { blocksOf, callsIn } from '../shown.ts'
import { type Answer, client } from './client.ts'
import { type Finding, onGround, told } from './ground.ts'

type Document = {
  paths: Record<
    string,
    Record<
      string,
      { responses: Record<string, { content?: Record<string, { examples?: Record<string, { summary: string }> }> }> }
    >
  >
}

/** Every call that the OpenAPI document shows as an example, and every call of docs/questions.md. */
function callsOf(document: Document): string[] {
  const media = Object.values(document.paths)
    .flatMap((path) => Object.values(path))
    .flatMap(({ responses }) => Object.values(responses))
    .flatMap(({ content = {} }) => Object.values(content))
  const examples = media.flatMap(({ examples = {} }) => Object.values(examples).map(({ summary }) => summary))
  const questions = callsIn(blocksOf(readFileSync('docs/questions.md', 'utf8'))).map(({ path }) => path)
  return [...new Set([...examples, ...questions])].filter((path) => path.startsWith('/'))
}

/** Questions that are asked of one day after another. */
const questionsOfDays = [
  '/v1/treaties/mine-ban/members/ukraine?',
  '/v1/treaties/mine-ban/members/ukraine?knownOn=2025-07-01&accordingTo=article&',
  '/v1/treaties/mine-ban/members/lithuania?',
  '/v1/treaties/cluster-munitions/members/LTU?format=json&',
  '/v1/treaties/biological-weapons/members/russian-federation?',
  '/v1/treaties/mine-ban/members?limit=200&',
  '/v1/treaties/arms-trade/members?standing=party&limit=200&',
]

/** Days of the treaties' years that are not in their order, then every day around a withdrawal, and days that are none. */
const days = [
  ...Array.from({ length: 40 }, (_, i) => addDays('1970-01-01', (i * 7919) % 22_000)),
  ...Array.from({ length: 40 }, (_, i) => addDays('2025-06-10', i)),
  '2025-02-30',
  'today',
  '9999-12-31',
  '0001-01-01',
]

/** All that two answers may differ in, but when they were given and under which id. */
function contentOf({ status, rawHeaders, body }: Answer): string {
  const headers = rawHeaders
    .flatMap((name, i) => (i % 2 === 0 ? [`${name.toLowerCase()}: ${rawHeaders[i + 1]}`] : []))
    .filter((header) => !/^(date|x-request-id): /.test(header))
    .sort()
  return [status, ...headers, createHash('sha256').update(body).digest('hex')].join('\n')
}

/**
 * Every example call is asked of two servers of one record, one of which keeps answers, three times in each way: plain,
 * encoded, by HEAD, and as one who holds the answer. What they answer differs in nothing but its time and its id.
 */
export const keptAnswersSame = (RECORD: string): Promise<Finding> =>
  onGround(async (ground) => {
    const settings = { SEED: '/nowhere', RECORD, MAX_WAIT_MS: '60000' }
    const servers = await Promise.all([ground.serve({ ...settings, KEPT_ANSWERS_MB: '0' }), ground.serve(settings)])
    // Answers with whole addresses name the host that was asked.
    const asking = ({ port }: { port: number }) => {
      const { ask, close } = client(port)
      const askHost = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
        ask(path, { host: 'pacta.example', ...headers }, method)
      return { ask: askHost, close }
    }
    const [off, on] = [asking(servers[0]), asking(servers[1])]
    const wrong: string[] = []
    const calls = callsOf(JSON.parse((await off.ask('/openapi.json')).body.toString()))
    let asked = 0
    for (const shown of calls) {
      const path = encodeURI(decodeURI(shown))
      const { headers } = await off.ask(path)
      const tag = headers.etag ?? '"none"'
      const zipped = (await off.ask(path, { 'accept-encoding': 'gzip' })).headers.etag ?? '"none"'
      const ways: [headers: Record<string, string>, method: string][] = [
        [{}, 'GET'],
        [{ 'accept-encoding': 'gzip' }, 'GET'],
        [{ 'accept-encoding': 'br;q=0.5, gzip' }, 'GET'],
        [{}, 'HEAD'],
        [{ 'accept-encoding': 'gzip' }, 'HEAD'],
        [{ 'if-none-match': tag }, 'GET'],
        [{ 'if-none-match': `"other", W/${zipped}`, 'accept-encoding': 'gzip' }, 'GET'],
        [{ 'if-none-match': '*' }, 'HEAD'],
        [{ 'if-modified-since': headers['last-modified'] ?? '' }, 'GET'],
        [{ accept: 'text/csv, */*;q=0.1' }, 'GET'],
        [{ origin: 'https://page.example' }, 'GET'],
      ]
      for (const [headers, method] of ways) {
        const expected = contentOf(await off.ask(path, headers, method))
        for (let time = 1; time <= 3; time++) {
          asked += 1
          const got = contentOf(await on.ask(path, headers, method))
          if (got === expected) continue
          const [less, more] = [expected.split('\n'), got.split('\n')]
          const differ = [
            ...less.filter((line) => !more.includes(line)),
            '->',
            ...more.filter((line) => !less.includes(line)),
          ]
          wrong.push(`${method} ${path} ${JSON.stringify(headers)}, time ${time}: ${differ.join(' ')}`)
        }
      }
    }
    const keptOnes = () => servers[1].log().split('"kept":true').length - 1
    const kept = keptOnes()
    if (kept < asked / 5) wrong.push(`only ${kept} of ${asked} answers were kept ones`)
    let askedOfDays = 0
    for (const path of questionsOfDays)
      for (const day of days) {
        const url = `${path}asOf=${day}`
        askedOfDays += 1
        const [expected, got] = [contentOf(await off.ask(url)), contentOf(await on.ask(url))]
        if (got !== expected) wrong.push(`GET ${url}: another answer`)
      }
    const keptOfDays = keptOnes() - kept
    if (keptOfDays < askedOfDays / 10)
      wrong.push(`only ${keptOfDays} of ${askedOfDays} answers about days were kept ones`)
    off.close()
    on.close()
    const seen =
      `${calls.length} calls, 11 ways each; ${kept} answers were kept ones; ` +
      `of ${questionsOfDays.length} questions about ${days.length} days each, ${keptOfDays}`
    return { fault: 'kept answers against none', times: asked + askedOfDays, seen, wrong: told(wrong) }
  })
