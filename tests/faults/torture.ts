import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runFuzz, serveOwn } from '../fuzz/run.ts'
import { diskFull, folderReadOnly } from './disk.ts'
import {
  halfAskedForFigures,
  stoppedAsItStarts,
  stoppedUnderLoad,
  stoppedWhileStalled,
  supervisorKilled,
  workerKilled,
} from './ending.ts'
import { figuresCount } from './figures.ts'
import { type Finding, onGround } from './ground.ts'
import { keptAnswersSame } from './kept.ts'
import { seedKilled } from './kills.ts'
import { limitHolds, limitOff, limitShared } from './limits.ts'
import { longAnswers, overloaded } from './overload.ts'
import {
  behindLongAnswer,
  connectionsBounded,
  idleConnections,
  longHeaders,
  pipelined,
  slowClients,
  stubbornClients,
  unread,
} from './slow.ts'
import { recordSpoiled } from './spoiled.ts'
import { recordSwapped } from './swap.ts'

type Options = { kills: number; requests: number; seed: number; only: string }

/** The project's own record, built from its seed. */
const withRecord = (act: (record: string) => Promise<Finding>) =>
  onGround(async (ground) => {
    const RECORD = join(ground.folder(), 'record.sqlite')
    const { code, said } = await ground.run(['seed'], { RECORD })
    if (code !== 0) throw new Error(`the record cannot be built:\n${said}`)
    return act(RECORD)
  })

async function fuzzed(requests: number, seed: number): Promise<Finding> {
  const own = await serveOwn()
  try {
    const onProgress = (sent: number) => sent % 10_000 === 0 && console.error(`    ${sent} requests`)
    const result = await runFuzz({ origin: own.origin, pid: own.pid, requests, seed, concurrency: 8, onProgress })
    const wrong = [
      ...result.faults.map(
        ({ what, operation, times, request }) =>
          `${operation}: ${what} (${times} times), as ${JSON.stringify(request).slice(0, 500)}`,
      ),
      ...result.broken,
    ]
    const seen = Object.entries(result.byStatus).map(([status, times]) => `${times} × ${status}`)
    return {
      fault: `requests made from the document, seed ${seed}`,
      times: result.requests,
      seen: seen.join(', '),
      wrong,
    }
  } finally {
    await own.stop()
  }
}

const programme: [name: string, run: (options: Options) => Promise<Finding>][] = [
  ['swap', () => recordSwapped(10, 1)],
  ['swap, 2 workers', () => recordSwapped(10, 2)],
  ['kills', ({ kills }) => seedKilled(kills)],
  ['disk full', () => diskFull('disk')],
  ['file size limit', () => diskFull('file size limit')],
  ['read only', folderReadOnly],
  ['spoiled', () => recordSpoiled()],
  ['SIGTERM', () => stoppedUnderLoad(10, 1, 1)],
  ['SIGTERM, 2 workers', () => stoppedUnderLoad(5, 2, 1)],
  ['SIGTERM twice', () => stoppedUnderLoad(3, 1, 2)],
  ['SIGTERM twice, 2 workers', () => stoppedUnderLoad(3, 2, 2)],
  ['SIGTERM, stalled', () => stoppedWhileStalled(1)],
  ['SIGTERM, stalled, 2 workers', () => stoppedWhileStalled(2)],
  ['SIGTERM, figures', () => halfAskedForFigures(1)],
  ['SIGTERM, figures, 2 workers', () => halfAskedForFigures(2)],
  ['SIGTERM at the start', () => stoppedAsItStarts(20)],
  ['worker killed', () => workerKilled(10)],
  ['supervisor killed', supervisorKilled],
  ['overload', () => withRecord((record) => overloaded(10, 200, 500, record))],
  ['overload, calendars', () => withRecord((record) => longAnswers(10, 40, record))],
  ['overload, 1000 connections', () => withRecord((record) => overloaded(10, 1000, 500, record))],
  ['limit', () => limitHolds(0)],
  ['limit, 1 proxy', () => limitHolds(1)],
  ['limit, 2 proxies', () => limitHolds(2)],
  ['limit, shared', limitShared],
  ['limit, off', limitOff],
  ['slow clients', slowClients],
  ['slow clients that hold on', () => stubbornClients(50)],
  ['long headers', longHeaders],
  ['connections', () => connectionsBounded(1)],
  ['connections, 2 workers', () => connectionsBounded(2)],
  ['idle connections', () => idleConnections(5000)],
  ['pipelining', () => pipelined(1000)],
  ['requests behind a long answer', () => behindLongAnswer(1_000_000)],
  ['answers that nobody reads', () => unread(8, 800)],
  ['kept answers', () => withRecord(keptAnswersSame)],
  ['figures', () => figuresCount(1)],
  ['figures, 2 workers', () => figuresCount(2)],
  ['fuzz', ({ requests, seed }) => fuzzed(requests, seed)],
]

const usage = `npm run torture -- [--only NAME] [--kills N] [--requests N] [--seed N]

Does all that can go wrong to a server, one fault after the other, and counts what held.

  --only NAME     only the faults whose name has this in it
  --kills N       how many builds of the record are killed, in "kills". Default: 200.
  --requests N    how many requests are made from the document, in "fuzz". Default: 100000.
  --seed N        what these are drawn from; the same seed makes the same. Default: another each time.
  --help          prints this

The names:
${programme.map(([name]) => `  ${name}`).join('\n')}`

/** The options of the command line. Throws where it cannot be read, or names nothing. */
function readOptions(): Options | 'help' {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '200' },
      requests: { type: 'string', default: '100000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      only: { type: 'string', default: '' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const { only, help, ...counts } = values
  if (help) return 'help'
  for (const [option, count] of Object.entries(counts))
    if (!/^\d+$/.test(count)) throw new Error(`--${option} is "${count}"; it is a number`)
  if (!programme.some(([name]) => name.includes(only)))
    throw new Error(`--only is "${only}"; no fault has that in its name`)
  return { kills: Number(counts.kills), requests: Number(counts.requests), seed: Number(counts.seed), only }
}

/** Does the faults that are chosen, one after the other, and prints what was seen of each. */
async function torture(options: Options): Promise<void> {
  const findings: Finding[] = []
  const chosen = programme.filter(([name]) => name.includes(options.only))
  for (const [i, [name, run]] of chosen.entries()) {
    const begun = performance.now()
    console.error(`${i + 1} of ${chosen.length}: ${name}`)
    const failed = (error: Error): Finding => ({
      fault: name,
      times: 0,
      seen: '',
      wrong: [error.stack ?? error.message],
    })
    const finding = await run(options).catch(failed)
    findings.push(finding)
    const outcome = finding.skipped ?? (finding.wrong.length > 0 ? 'DID NOT HOLD' : 'held')
    console.error(`    ${outcome}, ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  }

  console.log('| fault | times | what was seen | held |\n|---|---:|---|---|')
  for (const { fault, times, seen, wrong, skipped } of findings) {
    const held = skipped === undefined ? (wrong.length > 0 ? '**no**' : 'yes') : `not done: ${skipped}`
    console.log(`| ${fault} | ${times} | ${seen.replaceAll(/[|\n]/g, ' ')} | ${held} |`)
  }
  const broken = findings.filter(({ wrong }) => wrong.length > 0)
  for (const { fault, wrong } of broken)
    console.log(`\n${fault}:\n${wrong.map((sentence) => `  - ${sentence}`).join('\n')}`)
  console.log(`\n${findings.length - broken.length} of ${findings.length} held`)
  process.exitCode = broken.length > 0 ? 1 : 0
}

try {
  const options = readOptions()
  if (options === 'help') console.log(usage)
  else await torture(options)
} catch (error) {
  console.error(`${(error as Error).message}\n\n${usage}`)
  process.exitCode = 1
}
