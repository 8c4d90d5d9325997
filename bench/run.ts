import { parseArgs } from 'node:util'
import { cold } from './cold.ts'
import { hot } from './hot.ts'
import { large } from './large.ts'
import { memory } from './memory.ts'
import { report } from './report.ts'
import { start } from './start.ts'
import { workers } from './workers.ts'

const parts = { hot, cold, start, memory, workers, large }

const usage = `npm run bench -- [PART...] [--quick] [--write]

Measures Pacta beside others and prints tables; without a part, all parts, one after the other.

  hot        what has been asked before: each answer plain, compressed, and as a 304
  cold       what has not been asked before: every request names another day
  start      how long until the first answer
  memory     what is held in memory
  workers    several processes on one port
  large      a record a hundred times as large

  --quick    fewer and shorter rounds, for a first look
  --write    puts the tables into docs/benchmarks.md as well
  --help     prints this`

/** The parts that the command line names. Throws where it cannot be read, or names one that there is not. */
function readParts(): string[] | 'help' {
  // What --quick and --write mean is read where it is heeded.
  const { values, positionals } = parseArgs({
    options: { quick: { type: 'boolean' }, write: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  })
  if (values.help) return 'help'
  const unknown = positionals.filter((name) => !Object.hasOwn(parts, name))
  if (unknown.length > 0) throw new Error(`there is no part ${unknown.join(', ')}`)
  return positionals
}

let named: string[] | 'help' | undefined
try {
  named = readParts()
} catch (error) {
  console.error(`${(error as Error).message}\n\n${usage}`)
  process.exitCode = 1
}
if (named === 'help') console.log(usage)
else if (named !== undefined) {
  const chosen = Object.entries(parts).filter(([name]) => named.length === 0 || named.includes(name))
  await report(chosen.map(([, part]) => part))
}
