import { freePort, workersOf } from '../process.ts'
import { client, wire } from './client.ts'
import { type Finding, onGround, told, until } from './ground.ts'
import { idOfWhole } from './kills.ts'

const path = '/v1/speakers/roman-kostenko'

/** The sum of all values of a figure in Prometheus's text whose labels include these. */
const figure = (text: string, name: string, ...labels: string[]) =>
  text
    .split('\n')
    .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
    .filter((line) => labels.every((label) => line.includes(label)))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)

/** The figures that only rise, counters and histograms, each with its labels and its value. */
function rising(text: string): [sample: string, value: number][] {
  const types = new Map([...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type = '']) => [name, type]))
  return text.split('\n').flatMap((line) => {
    const [, sample = '', name = '', value] = /^((\w+)\S*(?: [^ ]+)*?) (\S+)$/.exec(line) ?? []
    const type = types.get(name) ?? types.get(name.replace(/_(bucket|count|sum)$/, ''))
    return type === 'counter' || type === 'histogram' ? [[sample, Number(value)]] : []
  })
}

/** The figures count every request, kept and not, of all workers, on their own port; a port that is taken ends the start. */
export const figuresCount = (workers: number): Promise<Finding> =>
  onGround(async (ground) => {
    const RECORD = await ground.record(0)
    const METRICS_PORT = String(await freePort())
    const settings = { SEED: '/nowhere', RECORD, WORKERS: String(workers), METRICS_PORT }
    const server = await ground.serve(settings)
    const wrong: string[] = []
    const clients = [client(server.port), client(server.port), client(server.port), client(server.port)]
    for (const { ask } of clients) for (let i = 0; i < 10; i++) await ask(path)
    await clients[0]?.ask('/v1/speakers/nobody')
    for (const { close } of clients) close()
    const metrics = client(Number(METRICS_PORT))
    const read = async () => (await metrics.ask('/metrics')).body.toString()

    const route = 'route="/v1/speakers/{speaker}"'.replace('{speaker}', ':speaker')
    const all = async () => figure(await read(), 'pacta_requests_total', route)
    if (!(await until(async () => (await all()) === 41, 5))) wrong.push(`${await all()} of 41 requests are counted`)
    const text = await read()
    const kept = figure(text, 'pacta_requests_total', route, 'kept="true"')
    if (kept < 40 - 2 * workers || kept >= 40) wrong.push(`${kept} of 40 are counted as kept`)
    if (figure(text, 'pacta_requests_total', route, 'status="404"') !== 1) wrong.push('the 404 is not counted')
    if (figure(text, 'pacta_request_duration_seconds_count', route) !== 41 - kept)
      wrong.push('the durations are not of those not kept')
    if (figure(text, 'pacta_record_info', `record="${idOfWhole(RECORD)}"`) !== 1) wrong.push('the record is not told')
    if (figure(text, 'pacta_kept_answers_bytes') <= 0) wrong.push('the octets that are kept are not told')
    if (figure(text, 'process_cpu_seconds_total') <= 0) wrong.push('the processor is not told of')
    if ((await metrics.ask('/v1')).status !== 404) wrong.push('the port of the figures answers more than figures')
    const other = await client(server.port).ask('/metrics')
    if (other.status !== 404) wrong.push(`/metrics on the public port is answered ${other.status}`)

    if (workers > 1) {
      const begun = workersOf(server)
      process.kill(Number(begun[0]), 'SIGKILL')
      if (!(await until(() => workersOf(server).length > begun.length, 20))) wrong.push('no other takes its place')
      const after = new Map(rising(await read()))
      for (const [sample, value] of rising(text))
        if (!((after.get(sample) ?? 0) >= value))
          wrong.push(`when a worker has died, ${sample} falls from ${value} to ${after.get(sample)}`)
    }

    const second = await ground.run(['serve'], { ...settings, PORT: '0' })
    if (second.code !== 1 || !second.said.includes(`the port ${METRICS_PORT}`) || /^\s+at /m.test(second.said))
      wrong.push(`a port of figures that is taken: ${second.code} ${second.said}`)
    const third = await ground.run(['serve'], { ...settings, PORT: String(server.port), METRICS_PORT: '0' })
    if (third.code !== 1 || !third.said.includes(`the port ${server.port}`) || /^\s+at /m.test(third.said))
      wrong.push(`a port that is taken: ${third.code} ${third.said}`)
    // A scraper keeps its connection: it must not keep the server from ending.
    await read()
    server.child.kill('SIGINT')
    if ((await server.ended) !== 0) wrong.push('it does not end with 0')
    if (await wire(Number(METRICS_PORT)).catch(() => undefined)) wrong.push('the port of the figures is still held')
    metrics.close()
    return {
      fault: `the figures for Prometheus, WORKERS=${workers}`,
      times: 41,
      seen: `${kept} kept`,
      wrong: told(wrong),
    }
  })
