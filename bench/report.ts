import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { generator } from './load.ts'
import { machine, stayAside } from './machine.ts'
import { hasJsonServer } from './servers/json-server.ts'
import { hasSoul } from './servers/soul-cli.ts'
import { markdown, type Run, type Section } from './table.ts'

const kept = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url))

/** Runs some parts, one after the other, and prints their tables; `--write` keeps them, `--quick` is for a first look. */
export async function report(parts: ((run: Run) => Promise<Section>)[]): Promise<void> {
  const quick = process.argv.includes('--quick')
  if (!hasJsonServer || !hasSoul)
    console.error('json-server and soul-cli are left out until you install them: npm ci --prefix bench')
  if (generator === undefined) {
    console.error('There is nothing to make the load with: install wrk, or autocannon by npm ci --prefix bench')
    process.exitCode = 1
    return
  }
  stayAside()
  const here = `${machine()}${generator === 'wrk' ? '' : ', load by autocannon'}`
  console.error(`${here}\n`)
  for (const part of parts) {
    const section = await part({ quick, progress: (line) => told(`${part.name}: ${line}`) })
    told('')
    // The machine's clock, at the end of the part.
    const day = new Date().toISOString().slice(0, 10)
    section.notes.unshift(`${day}${quick ? ', in short' : ''}, on: ${here}.`)
    const text = markdown(section)
    console.log(text)
    if (process.argv.includes('--write')) keep(section.title, text)
    if (section.failures.length > 0) process.exitCode = 1
  }
}

/** One line that is written over by the next; where nobody watches, nothing. */
function told(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${line.slice(0, process.stderr.columns - 1)}`)
  else if (line !== '') process.stderr.write(`${line}\n`)
}

/** Puts a section in the place of the one of the same title, or at the end, below what is said of them all. */
function keep(title: string, text: string): void {
  const before = existsSync(kept) ? readFileSync(kept, 'utf8') : introduction
  const [, ...sections] = before.split(/^(?=## )/m)
  const at = sections.findIndex((section) => section.startsWith(`## ${title}\n`))
  if (at === -1) sections.push(text)
  else sections[at] = text
  writeFileSync(kept, `${[introduction, ...sections].map((section) => section.trim()).join('\n\n')}\n`)
}

const introduction = `# Benchmarks

How fast Pacta is beside what is known to be fast, measured by one command and kept as it printed it:

\`\`\`sh
npm ci --prefix bench
npm run bench -- --write
\`\`\`

\`npm run bench -- hot cold\` runs only those parts, \`--quick\` is for a first look. Each table says when and on which
machine it was measured. Other machines give other figures; the ratios are what lasts.

Hot is what has been asked before and lies ready. Cold is what nobody has asked: each request names another day. \`node:http\` does
the least that Node can, one constant answer as long as Pacta's; bytes are those of a whole answer, its headers included. A goal
that is missed stands there as missed: one standing asked about day after day is kept for whole stretches of days, but a standing of
any state in any treaty is derived for each request, which costs many times what a constant answer does.
`
