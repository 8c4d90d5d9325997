import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
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
    const kept = servers[1].log().split('"kept":true').length
    if (kept < asked / 5) wrong.push(`only ${kept - 1} of ${asked} answers were kept ones`)
    off.close()
    on.close()
    const seen = `${calls.length} calls, 11 ways each; ${kept - 1} answers were kept ones`
    return { fault: 'kept answers against none', times: asked, seen, wrong: told(wrong) }
  })
