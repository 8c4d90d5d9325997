import { ask } from './answer.ts'
import { loadCores, processors } from './machine.ts'
import { report } from './report.ts'
import { alternate, type Contender } from './rounds.ts'
import { startBare } from './servers/bare-http.ts'
import { hasSetting, startPacta } from './servers/pacta.ts'
import type { Running } from './servers/running.ts'
import { failuresOf, figure, median, type Run, ratios, type Section, spread, verdict } from './table.ts'
import { anyStanding, day, idsOf, unseen } from './unseen.ts'

/** How the rate grows with the processors that `WORKERS=auto` may use. */
export async function workers({ quick, progress }: Run): Promise<Section> {
  const section: Section = {
    title: 'Workers',
    columns: [
      'call',
      'server',
      'cores',
      'requests/s',
      'to one core',
      'each further core gives',
      'CPU ms/request',
      'cores at work',
      'goal',
    ],
    rows: [],
    notes: [
      'One server a row, with `WORKERS=auto` and as many cores as the row says; they take turns, and the load comes from ' +
        'all cores that the server does not have. `node:http` is as many workers of `node:cluster`, which answer with the ' +
        'same bytes: what a further core of this machine gives at best, with this load beside it. Where fewer cores are at ' +
        'work than the server has, the load has come to its end and not the server: then the rate tells nothing of the goal.',
    ],
    failures: [],
  }
  if (!hasSetting('WORKERS') || processors.length < 3) {
    section.notes.push(
      processors.length < 3
        ? 'This machine has too few cores: two for the server and one for the load are needed.'
        : 'Pacta has no setting WORKERS: there is nothing to measure.',
    )
    return section
  }
  const most = processors.length - Math.max(1, Math.floor(processors.length / 4))
  const sizes = [1, 2, most].filter((size, index, all) => size <= most && all.indexOf(size) === index)
  const act = '/v1/acts/ukr-withdrawal-decree'
  const servers: Running[] = []
  for (const size of sizes) servers.push(await startPacta(processors.slice(0, size), { WORKERS: 'auto' }))
  const [one] = servers
  if (one === undefined || loadCores.length === 0) return section
  const answer = await ask(one.address + act)
  const bare: Running[] = []
  for (const size of sizes) bare.push(await startBare(answer, processors.slice(0, size), size))
  const ids = await idsOf(one)
  const rounds = { rounds: quick ? 2 : 7, seconds: 1 }
  const calls: { call: string; among: Running[]; connections: number; paths: () => Contender['paths'] }[] = [
    { call: 'one act, hot', among: [...servers, ...bare], connections: 96, paths: () => [act] },
    {
      call: 'one standing, Ukraine and the Mine Ban Convention, cold',
      among: servers,
      connections: 96,
      paths: () => {
        const next = unseen((index) => `/v1/treaties/mine-ban/members/UKR?asOf=${day(index)}`)
        return () => next(30_000 * rounds.seconds * most)
      },
    },
    {
      call: 'one standing, any state and treaty, cold',
      among: servers,
      // More at a time are more than one core does in good time, and would be turned away.
      connections: 24,
      paths: () => {
        const next = unseen(anyStanding(ids))
        return () => next(15_000 * rounds.seconds * most)
      },
    },
  ]
  for (const { call, among, connections, paths } of calls) {
    const contenders = among.map((server, index) => ({
      server,
      paths: paths(),
      load: processors.slice(sizes[index % sizes.length]),
    }))
    const measured = await alternate(contenders, { ...rounds, connections }, (line) => progress(`${call}: ${line}`))
    for (const [index, contender] of measured.entries()) {
      const { rates, cpu, busy, name } = contender
      const size = sizes[index % sizes.length] ?? 1
      const gain = ratios(rates, measured[index - (index % sizes.length)]?.rates ?? [])
      const further = gain.map((value) => (value - 1) / (size - 1))
      section.rows.push([
        call,
        name,
        String(size),
        spread(rates),
        size === 1 ? '' : spread(gain),
        size === 1 ? '' : spread(further),
        spread(cpu),
        figure(median(busy)),
        size === 1 || name !== one.name ? '' : told(median(busy) / size, median(further)),
      ])
      section.failures.push(...failuresOf(`${call}, on ${size} cores`, [contender]))
    }
  }
  for (const server of [...servers, ...bare]) await server.stop()
  return section
}

const told = (atWork: number, further: number) =>
  atWork < 0.95 ? 'at least 0.8: the load ended first' : verdict(further >= 0.8, 'at least 0.8')

if (import.meta.main) await report([workers])
