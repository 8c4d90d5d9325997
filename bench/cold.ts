import { type Answer, ask } from './answer.ts'
import { serverCore } from './machine.ts'
import { report } from './report.ts'
import { alternate } from './rounds.ts'
import { startBare } from './servers/bare-http.ts'
import { startPacta } from './servers/pacta.ts'
import type { Running } from './servers/running.ts'
import {
  comparison,
  comparisonColumns,
  comparisonNotes,
  failuresOf,
  median,
  type Run,
  type Section,
  verdict,
} from './table.ts'
import { anyStanding, day, idsOf, laterDay, unseen } from './unseen.ts'

/** What has not been asked before: every request names another day. */
export async function cold({ quick, progress }: Run): Promise<Section> {
  const core = [serverCore]
  const rounds = { rounds: quick ? 2 : 5, seconds: 1, warmUp: quick ? 1 : 4 }
  const section: Section = {
    title: 'Cold',
    columns: comparisonColumns,
    rows: [],
    notes: [
      ...comparisonNotes,
      '`node:http` answers whatever it is asked with one constant answer, that of middling length; so the ratio is what ' +
        'an answer that nobody has asked for costs beside one that lies ready. An answer about a day is kept for all days on ' +
        'which it says the same: where one question is asked of day after day, most new days need no derivation. Where ' +
        'nothing is kept, every one does, and nearly every one of any state or treaty, which are others with each request; ' +
        'what is compressed, and with another `knownOn`, is made anew each time.',
    ],
    failures: [],
  }
  const pacta = await startPacta(core)
  const deriving = await startPacta(core, { KEPT_ANSWERS_MB: '0' }, 'Pacta, nothing kept')
  const ids = await idsOf(pacta)
  const { treaties } = ids

  const calls = [
    {
      call: 'one standing, any state and treaty',
      path: anyStanding(ids),
      connections: 64,
      goal: 0.35,
    },
    {
      call: 'one standing, Ukraine and the Mine Ban Convention',
      path: (index: number) => `/v1/treaties/mine-ban/members/UKR?asOf=${day(index)}`,
      connections: 64,
      goal: 0.35,
    },
    {
      call: 'one standing, Ukraine and the Mine Ban Convention, nothing kept',
      path: (index: number) => `/v1/treaties/mine-ban/members/UKR?asOf=${day(index)}`,
      connections: 64,
      server: deriving,
    },
    {
      call: '198 standings of the Mine Ban Convention',
      path: (index: number) => `/v1/treaties/mine-ban/members?limit=200&asOf=${day(index)}`,
      connections: 4,
      milliseconds: 3,
    },
    {
      call: '198 standings of the Mine Ban Convention, nothing kept',
      path: (index: number) => `/v1/treaties/mine-ban/members?limit=200&asOf=${day(index)}`,
      connections: 4,
      milliseconds: 3,
      server: deriving,
    },
    {
      call: '198 standings of the Mine Ban Convention, br',
      path: (index: number) => `/v1/treaties/mine-ban/members?limit=200&asOf=${day(index)}&knownOn=2026-11-01`,
      connections: 4,
      coding: 'br',
    },
    {
      call: 'the standings of any treaty',
      path: (index: number) => `/v1/treaties/${treaties[index % treaties.length]}/members?limit=200&asOf=${day(index)}`,
      connections: 4,
      milliseconds: 3,
    },
    {
      call: 'one act, another knownOn',
      path: (index: number) => `/v1/acts/ukr-withdrawal-decree?knownOn=${laterDay(index)}`,
      // More at a time are more than is done in good time, and would be turned away.
      connections: 16,
    },
  ]
  for (const { call, path, connections, goal, milliseconds, coding, server = pacta } of calls) {
    const next = unseen(path)
    const headers: Record<string, string> = coding ? { 'accept-encoding': coding } : {}
    const bare = await startBare(await typical(next(51), pacta, headers), core)
    // As many as a server could answer at most: wrk begins anew when it has asked them all, which would be no longer cold.
    const paths = () => next(connections > 4 ? 60_000 : 20_000)
    const measured = await alternate(
      [
        { server, paths, headers },
        { server: bare, paths: ['/'], headers },
      ],
      { ...rounds, connections },
      (line) => progress(`${call}: ${line}`),
    )
    const rows = comparison(call, measured, goal)
    const cost = median(measured[0]?.cpu ?? [])
    if (milliseconds !== undefined && rows[0] !== undefined && Number.isFinite(cost))
      rows[0][comparisonColumns.indexOf('goal')] = verdict(cost < milliseconds, `under ${milliseconds} ms of CPU`)
    section.rows.push(...rows)
    section.failures.push(...failuresOf(call, measured))
    await bare.stop()
  }
  await pacta.stop()
  await deriving.stop()
  return section
}

/** The answer of middling length. */
async function typical(paths: string[], server: Running, headers: Record<string, string>): Promise<Answer> {
  const answers: Answer[] = []
  for (const path of paths) answers.push(await ask(server.address + path, headers))
  const sorted = answers.toSorted((a, b) => a.body.length - b.body.length)
  return sorted[Math.floor(sorted.length / 2)] as Answer
}

if (import.meta.main) await report([cold])
