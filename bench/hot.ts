import { ask } from './answer.ts'
import { loadCores, serverCore } from './machine.ts'
import { report } from './report.ts'
import { alternate, type Contender } from './rounds.ts'
import { startBare } from './servers/bare-http.ts'
import { startFastify } from './servers/fastify-plain.ts'
import { hasJsonServer, jsonServerPaths, startJsonServer } from './servers/json-server.ts'
import { hasNginx, startNginx } from './servers/nginx.ts'
import { startPacta } from './servers/pacta.ts'
import type { Running } from './servers/running.ts'
import { hasSoul, soulPaths, startSoul } from './servers/soul-cli.ts'
import { comparison, comparisonColumns, comparisonNotes, failuresOf, type Run, type Section } from './table.ts'

const calls = {
  act: { name: 'one act', path: '/v1/acts/ukr-withdrawal-decree' },
  list: { name: 'a list of 50 acts', path: '/v1/acts?limit=50' },
  standings: { name: '198 standings', path: '/v1/treaties/mine-ban/members?limit=200' },
}
type Call = keyof typeof calls

/** What has been asked before: each answer plain, compressed, and as a 304, against all yardsticks. */
export async function hot({ quick, progress }: Run): Promise<Section> {
  // What bare Node does for an answer is fully machine code after some 40,000 of them, what Pacta does as well.
  const rounds = { rounds: quick ? 2 : 9, seconds: 1, warmUp: quick ? 2 : 5, connections: 64 }
  const core = [serverCore]
  const section: Section = {
    title: 'Hot',
    columns: comparisonColumns,
    rows: [],
    notes: [...comparisonNotes],
    failures: [],
  }
  section.notes.push(
    '"Once more" is the same server a second time: as far as its ratio differs from that of the first, all is noise.',
  )
  if (loadCores.length === 0) section.notes.push('This machine has one core: the server shares it with the load.')
  if (!hasNginx) section.notes.push('There is no nginx on this machine.')
  if (!hasJsonServer || !hasSoul)
    section.notes.push('json-server and soul-cli are not installed: npm ci --prefix bench.')
  else
    section.notes.push(
      'json-server and soul-cli answer rows of the record’s table of acts, which is the nearest thing they can do; they ' +
        'derive nothing. Fastify reads the rows that the answer rests on and writes the same bytes as Pacta.',
    )

  const pacta = await startPacta(core)
  const rows = [
    ...(hasJsonServer ? [{ server: await startJsonServer(core), paths: jsonServerPaths }] : []),
    ...(hasSoul ? [{ server: await startSoul(core), paths: soulPaths }] : []),
  ]

  async function compare(call: string, path: string, headers: Record<string, string>, others: Contender[]) {
    const answer = await ask(pacta.address + path, headers)
    const nginx = hasNginx && answer.status === 200 ? [true, false] : []
    const yardsticks: Running[] = [await startBare(answer, core)]
    for (const logs of nginx) yardsticks.push(await startNginx(answer, logs, core))
    const contenders: Contender[] = [
      { server: pacta, paths: [path], headers },
      ...yardsticks.map((server) => ({ server, paths: ['/answer'], headers })),
      ...others,
    ]
    for (const { server, paths, headers } of contenders) {
      const { status, body, coding } = await ask(server.address + String(paths), headers)
      if (status !== answer.status) section.failures.push(`${call}: ${server.name} answers ${status}`)
      else if (yardsticks.includes(server) && (!body.equals(answer.body) || coding !== answer.coding))
        section.failures.push(`${call}: ${server.name} does not send the same bytes`)
    }
    const measured = await alternate(contenders, rounds, (line) => progress(`${call}: ${line}`))
    section.rows.push(...comparison(call, measured, 0.9))
    section.failures.push(...failuresOf(call, measured))
    for (const server of yardsticks) await server.stop()
  }

  for (const [key, { name, path }] of Object.entries(calls) as [Call, (typeof calls)[Call]][]) {
    const fastify = await startFastify(await ask(pacta.address + path), key, core)
    const again = await startBare(await ask(pacta.address + path), core)
    await compare(name, path, {}, [
      { server: again, name: 'node:http, once more', paths: ['/answer'] },
      { server: fastify, paths: ['/answer'] },
      ...rows.map(({ server, paths }) => ({ server, paths: [paths[key]] })),
    ])
    await fastify.stop()
    await again.stop()
    for (const coding of ['br', 'gzip']) await compare(`${name}, ${coding}`, path, { 'accept-encoding': coding }, [])
    const { tag = '' } = await ask(pacta.address + path)
    await compare(`${name}, 304`, path, { 'if-none-match': tag }, [])
  }
  for (const { server } of rows) await server.stop()
  await pacta.stop()
  return section
}

if (import.meta.main) await report([hot])
