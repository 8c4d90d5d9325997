import { cold } from './cold.ts'
import { hot } from './hot.ts'
import { large } from './large.ts'
import { memory } from './memory.ts'
import { report } from './report.ts'
import { start } from './start.ts'
import { workers } from './workers.ts'

const parts = { hot, cold, start, memory, workers, large }

const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const unknown = named.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`${unknown.join(', ')}: there are ${Object.keys(parts).join(', ')}; with --quick, --write`)
  process.exitCode = 1
} else {
  const chosen = Object.entries(parts).filter(([name]) => named.length === 0 || named.includes(name))
  await report(chosen.map(([, part]) => part))
}
