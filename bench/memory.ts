import { ask } from './answer.ts'
import { drawing } from './drawing.ts'
import { examplesOf } from './examples.ts'
import { load } from './load.ts'
import { loadCores, serverCore } from './machine.ts'
import { report } from './report.ts'
import { startPacta } from './servers/pacta.ts'
import { figure, median, type Run, type Section, verdict } from './table.ts'
import { day, idsOf } from './unseen.ts'

type Sample = { requests: number; memory: number }

/** The memory that the process holds through many requests of every kind. */
export async function memory({ quick, progress }: Run): Promise<Section> {
  const goal = quick ? 20_000 : 1_000_000
  const pacta = await startPacta([serverCore])
  const started = pacta.memory() ?? Number.NaN
  const next = mixed(await examplesOf(pacta), await idsOf(pacta), drawing(1997))
  const statuses = { '200': 0, '4xx': 0, '429': 0, '503': 0, '5xx': 0, other: 0 }
  const samples: Sample[] = []
  let [requests, broken, seconds] = [0, 0, 0]
  let rate = 2000
  while (requests < goal) {
    // Not more than would be needed at the rate so far, half as much again.
    const run = { seconds: quick ? 2 : 5, connections: 32, statuses: true, cores: loadCores }
    const paths = Array.from({ length: Math.ceil(rate * run.seconds * 1.5) }, next)
    const before = requests
    const began = performance.now()
    const sampling = setInterval(() => {
      const done = before + (rate * (performance.now() - began)) / 1000
      samples.push({ requests: done, memory: pacta.memory() ?? Number.NaN })
    }, 250)
    const answered = await load({ address: pacta.address, paths, ...run })
    clearInterval(sampling)
    pacta.forget()
    requests += answered.requests
    seconds += answered.seconds
    broken += answered.broken
    rate = Math.max(1, answered.requests / answered.seconds)
    for (const status of Object.keys(statuses) as (keyof typeof statuses)[])
      statuses[status] += answered.statuses[status]
    progress(`${figure(requests)} of ${figure(goal)} requests, ${figure(pacta.memory() ?? Number.NaN)} MB`)
  }
  const filePages = pacta.filePages() ?? Number.NaN
  const alive = (await ask(`${pacta.address}/readyz`)).status === 200
  await pacta.stop()

  const quarter = (number: number) =>
    median(
      samples.filter((sample) => Math.ceil((sample.requests / requests) * 4) === number).map((sample) => sample.memory),
    )
  const most = Math.max(...samples.map((sample) => sample.memory))
  const late = samples.filter((sample) => sample.requests > requests / 2)
  const rise = slope(late) * (requests / 2)
  const row = (what: string, value: number, goal = '') => [what, figure(value), goal]
  return {
    title: 'Memory',
    columns: [`RSS, MB, over ${figure(requests)} mixed requests`, 'value', 'goal'],
    rows: [
      row('at start', started),
      row('first quarter, median', quarter(1)),
      row('second quarter', quarter(2)),
      row('third quarter', quarter(3)),
      row('last quarter', quarter(4), verdict(quarter(4) < 160, 'under 160 MB')),
      row('the most that was seen', most),
      row('of it at the end: parts of files, Node itself and the record among them', filePages),
      row(
        'rise over the second half, by a straight line',
        rise,
        verdict(rise < quarter(3) / 20, 'flat: under a twentieth of what it holds'),
      ),
    ],
    notes: [
      `${figure(requests / seconds)} requests/s on one core, 32 connections. The requests: half are standings of any state ` +
        'under any treaty on any day; a fifth are the standings of whole treaties and states with filters; a fifth are ' +
        'lists, searches and single things in all formats; the others are the documented example calls, with their ' +
        'errors. Two fifths accept Brotli, a fifth gzip.',
      `Answers: ${figure(statuses['200'])} of 200, ${figure(statuses['4xx'])} of 400, 404 and the like, ` +
        `${figure(statuses['503'])} of 503, turned away as there was more to do than could be done, ` +
        `${figure(statuses['5xx'])} others of 500 and above.`,
    ],
    failures: [
      ...(statuses['5xx'] > 0 ? [`${statuses['5xx']} answers of status 500 and above, other than 503`] : []),
      ...(statuses['429'] > 0 ? [`${statuses['429']} requests were refused as too many`] : []),
      ...(broken > 0 ? [`${broken} requests without an answer`] : []),
      ...(alive ? [] : ['it is no longer ready']),
    ],
  }
}

/** Paths of every kind, some with the coding to accept after a tab; the same in every run. */
function mixed(
  examples: string[],
  { states, treaties }: { states: string[]; treaties: string[] },
  { random, among }: ReturnType<typeof drawing>,
) {
  const anyDay = () => day(Math.floor(random() * 100_000))
  const kinds = ['signature', 'ratification', 'accession', 'succession', 'reservation', 'declaration', 'objection']
  const standings = ['party', 'not_party', 'former_party', 'signatory']
  const words = ['mines', 'withdrawal', 'convention', 'Ukraine', 'accession', 'torture', 'parliament', 'nothing-such']
  const format = () => (random() < 0.2 ? `&format=${among(['csv', 'ndjson'])}` : '')
  const lists = [
    () => `/v1/acts?state=${among(states)}&kind=${among(kinds)}${format()}`,
    () => `/v1/acts?treaty=${among(treaties)}&from=${anyDay()}&limit=${1 + Math.floor(random() * 100)}${format()}`,
    () => `/v1/statements?treaty=${among(treaties)}&limit=10`,
    () => `/v1/search?q=${among(words)}&limit=${1 + Math.floor(random() * 20)}`,
    () => `/v1/treaties/${among(treaties)}`,
    () => `/v1/states/${among(states)}`,
    () => `/v1/treaties/${among(treaties)}/clauses`,
    () => `/v1/treaties/${among(treaties)}/members/Nowhere${Math.floor(random() * 1e6)}`,
    () => `/v1/acts?nothing=${Math.floor(random() * 1e6)}`,
  ]
  const whole = [
    () => `/v1/treaties/${among(treaties)}/members?standing=${among(standings)}&asOf=${anyDay()}&limit=50${format()}`,
    () => `/v1/states/${among(states)}/treaties?asOf=${anyDay()}&limit=50${format()}`,
  ]
  return () => {
    const [kind, coding] = [random(), random()]
    const path =
      kind < 0.5
        ? `/v1/treaties/${among(treaties)}/members/${among(states)}?asOf=${anyDay()}`
        : kind < 0.7
          ? among(whole)()
          : kind < 0.9
            ? among(lists)()
            : among(examples)
    return coding < 0.4 ? `${path}\tbr` : coding < 0.6 ? `${path}\tgzip` : path
  }
}

/** By how much the memory rises with each request, by least squares. */
function slope(samples: Sample[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x, y] = [mean(samples.map(({ requests }) => requests)), mean(samples.map(({ memory }) => memory))]
  const above = samples.reduce((sum, { requests, memory }) => sum + (requests - x) * (memory - y), 0)
  return above / samples.reduce((sum, { requests }) => sum + (requests - x) ** 2, 0)
}

if (import.meta.main) await report([memory])
