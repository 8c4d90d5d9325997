import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { documented, type Example } from './examples.ts'
import { serverCore } from './machine.ts'
import { report } from './report.ts'
import { alternate } from './rounds.ts'
import { startPacta } from './servers/pacta.ts'
import { figure, type Run, ratios, type Section, spread, verdict } from './table.ts'
import { temporary } from './temporary.ts'
import { laterDay, unseen } from './unseen.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What a record a hundred times as large costs: to build it, to start with it, and for each documented call. */
export async function large({ quick, progress }: Run): Promise<Section> {
  const section: Section = {
    title: 'A record a hundred times as large',
    columns: [
      'call',
      "today's p99, ms",
      'the large one’s',
      'ratio of p99',
      'of the quietest rounds',
      'ratio of CPU',
      'goal',
    ],
    rows: [],
    notes: [
      'One request at a time, from another core, the two servers in turn; the p99 of each round, their median and range, ' +
        'and the ratio of each pair: above 1, the large record is the slower. A call that can be asked of a day is asked ' +
        'of another day each time, so that nothing lies ready; the others are asked again and again. Goals are held against the p99 of each server’s ' +
        'quietest round, which others on the machine have disturbed the least.',
    ],
    failures: [],
  }
  const SEED = join(temporary(), 'large-seed')
  const RECORD = join(temporary(), 'large.sqlite')
  progress('writing the large seed')
  await run([here('large-record.ts'), SEED, ...(quick ? ['300'] : [])], {}, progress)
  progress('building the large record')
  const began = performance.now()
  const { lines } = await run([here('../src/pacta.js'), 'seed'], { SEED, RECORD }, (line) => progress(`seed: ${line}`))
  const seconds = (performance.now() - began) / 1000
  section.rows.push([
    '`pacta seed`',
    '',
    `${figure(seconds)} s`,
    '',
    '',
    '',
    quick ? '' : verdict(seconds < 60, 'within a minute'),
  ])
  section.notes.push(
    `\`pacta seed\` printed ${lines} lines while it built the record${quick ? ', here a tenth of the large one' : ''}.`,
  )

  const today = await startPacta([serverCore], {}, 'today')
  const hundredfold = await startPacta([serverCore], { RECORD }, 'large')
  section.rows.push([
    'start to ready',
    `${figure(today.startedIn)} ms`,
    `${figure(hundredfold.startedIn)} ms`,
    figure(hundredfold.startedIn / today.startedIn),
    '',
    '',
    '',
  ])
  const rounds = { rounds: quick ? 2 : 5, seconds: 1, warmUp: 1, connections: 1 }
  const examples = (await documented(today)).filter(
    ({ status, path }, index) => status === 200 && !path.includes('format=') && (!quick || index % 5 === 0),
  )
  for (const [index, example] of examples.entries()) {
    const next = varied(example)
    const paths = next ? () => next(5000) : [example.path]
    const measured = await alternate(
      [today, hundredfold].map((server) => ({ server, paths })),
      rounds,
      (line) => progress(`${index + 1} of ${examples.length}, ${example.path}: ${line}`),
    )
    const [small, big] = measured
    if (small === undefined || big === undefined) continue
    const quietest = Math.min(...big.p99) / Math.min(...small.p99)
    section.rows.push([
      `\`${example.path}\`${next ? ', other days' : ''}`,
      spread(small.p99),
      spread(big.p99),
      spread(ratios(big.p99, small.p99)),
      figure(quietest),
      spread(ratios(big.cpu, small.cpu)),
      verdict(quietest <= 2, 'within twice'),
    ])
    for (const { name, failed } of measured)
      if (failed > 0) section.failures.push(`${example.path}: ${failed} requests failed (${name})`)
  }
  const [small, big] = [today.memory(), hundredfold.memory()]
  if (small !== undefined && big !== undefined)
    section.rows.push([
      'memory afterwards',
      `${figure(small)} MB`,
      `${figure(big)} MB`,
      figure(big / small),
      '',
      '',
      '',
    ])
  await today.stop()
  await hundredfold.stop()
  return section
}

/** The same call for another day each time, where it takes a day; later than all that is known, so that it finds the same. */
function varied({ path, parameters }: Example): ((count: number) => string[]) | undefined {
  const name = ['asOf', 'knownOn'].find((parameter) => parameters.includes(parameter))
  if (name === undefined || path.startsWith('/v1/record')) return undefined
  const url = new URL(path, 'http://example.invalid')
  return unseen((index) => {
    url.searchParams.set(name, laterDay(index))
    return url.pathname + url.search
  })
}

function run(
  command: string[],
  environment: Record<string, string>,
  progress: (line: string) => void,
): Promise<{ lines: number }> {
  const child = spawn(process.execPath, command, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [lines, last] = [0, '']
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split(/[\r\n]+/).filter((line) => line.trim() !== '')) {
        lines++
        last = line
        progress(line)
      }
    })
  return new Promise((resolve, reject) =>
    child.once('error', reject).once('close', (code) => {
      if (code === 0) resolve({ lines })
      else reject(new Error(`${command.join(' ')} ended with ${code}: ${last}`))
    }),
  )
}

if (import.meta.main) await report([large])
