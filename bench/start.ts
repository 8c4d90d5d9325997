import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask } from './answer.ts'
import { serverCore } from './machine.ts'
import { report } from './report.ts'
import { startBare } from './servers/bare-http.ts'
import { hasJsonServer, startJsonServer } from './servers/json-server.ts'
import { record, seed, startPacta } from './servers/pacta.ts'
import type { Running } from './servers/running.ts'
import { hasSoul, startSoul } from './servers/soul-cli.ts'
import { figure, median, type Run, type Section, spread, verdict } from './table.ts'
import { temporary } from './temporary.ts'

/** From the start of the process to its first answer. */
export async function start({ quick, progress }: Run): Promise<Section> {
  const times = quick ? 3 : 11
  const core = [serverCore]
  // A copy, as a server with the seed at hand would build the record anew where it is older.
  const copy = join(temporary(), 'started.sqlite')
  copyFileSync(record(), copy)
  const first = await startPacta(core)
  const answer = await ask(`${first.address}/readyz`)
  await first.stop()

  const starts: { name: string; goal?: number; begin: () => Promise<Running> }[] = [
    { name: 'Pacta, as deployed: a record and no seed', goal: 500, begin: () => startPacta(core) },
    {
      name: 'Pacta in a checkout: the seed is looked through too',
      begin: () => startPacta(core, { RECORD: copy, SEED: seed }),
    },
    { name: 'node:http', begin: () => startBare(answer, core) },
    ...(hasJsonServer ? [{ name: 'json-server', begin: () => startJsonServer(core) }] : []),
    ...(hasSoul ? [{ name: 'soul-cli', begin: () => startSoul(core) }] : []),
  ]
  const measured = starts.map((one) => ({ ...one, ready: [] as number[], cpu: [] as number[], memory: [] as number[] }))
  for (let time = 0; time < times; time++)
    for (const { name, begin, ready, cpu, memory } of measured) {
      progress(`start ${time + 1} of ${times}: ${name}`)
      const server = await begin()
      ready.push(server.startedIn)
      const [used, held] = [server.cpu(), server.memory()]
      if (used !== undefined) cpu.push(used * 1000)
      if (held !== undefined) memory.push(held)
      await server.stop()
    }
  return {
    title: 'Start',
    columns: ['server', 'ms to the first answer', 'fastest', 'CPU ms', 'memory, MB', 'goal'],
    rows: measured.map(({ name, goal, ready, cpu, memory }) => [
      name,
      spread(ready),
      figure(Math.min(...ready)),
      spread(cpu),
      spread(memory),
      goal === undefined ? '' : verdict(median(ready) < goal, `under ${goal} ms`),
    ]),
    notes: [
      'In turn, on one core, the files in the system’s cache; median and range. The first answer is that of `/readyz`, ' +
        'which comes from the record. The fastest is what it takes where nobody else is on the machine.',
    ],
    failures: [],
  }
}

if (import.meta.main) await report([start])
