import type { Measured } from './rounds.ts'

/** What one part of the bench found: a table, what has to be known to read it, and what fell short of a goal. */
export type Section = {
  title: string
  columns: string[]
  rows: string[][]
  notes: string[]
  /** Answers that were not as they should be: the figures do not count then. */
  failures: string[]
}

/** How a part is run: in short, for a first look, or in full; it says what it does meanwhile. */
export type Run = { quick: boolean; progress: (line: string) => void }

/** The value in the middle. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** One list divided by another, pair by pair. */
export const ratios = (above: number[], below: number[]): number[] =>
  above.map((value, index) => value / (below[index] ?? Number.NaN))

/** A number with as many digits as it deserves. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (Number.isInteger(value)) return value.toLocaleString('en-GB')
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-GB')
  return value.toPrecision(Math.abs(value) >= 10 ? 3 : 2)
}

/** The median of some values, and the range of them all. */
export function spread(values: number[]): string {
  const finite = values.filter((value) => Number.isFinite(value))
  if (finite.length === 0) return '–'
  const [least, most] = [Math.min(...finite), Math.max(...finite)]
  return `${figure(median(finite))} (${figure(least)}${least < 0 ? ' to ' : '–'}${figure(most)})`
}

export const comparisonColumns = [
  'call',
  'server',
  'answer, bytes',
  'requests/s',
  "Pacta's rate to it",
  'CPU ms/request',
  "Pacta's to it, by CPU",
  'instructions/request, thousands',
  "Pacta's to it, by instructions",
  'its core',
  'goal',
]

/** What the columns of a comparison mean. */
export const comparisonNotes = [
  'The servers take turns on one core, the load comes from the others; medians of the rounds, with the range of them all ' +
    'in brackets, and ratios pair by pair: above 1, Pacta is the faster. By CPU is the processor time, user and system, ' +
    'that a request costs the other divided by what it costs Pacta: right also where the rate is not the server’s; its ' +
    'last figure is that of each server’s cheapest round, which others on the machine have disturbed the least. ' +
    'Instructions are those outside the system, counted by `perf` where there is one: how fast they are run is the ' +
    'machine’s affair, how many there are is not.',
  'Its core: how much of it the server used. "Not saturated" where the core had time to rest, so that the rate is the ' +
    'load generator’s; "shared" where others used the core, so that all rates are low. Goals are held against the ratio ' +
    'of rates where both cores were saturated and not shared, otherwise against the last figure of those by CPU. Where ' +
    'they are missed so, and the ratio of instructions would reach them, that is said.',
]

/** The rows of a comparison; the first of the measured is Pacta, and `goal` is what it should reach of `node:http`. */
export function comparison(call: string, measured: Measured[], goal?: number): string[][] {
  const [pacta] = measured
  if (pacta === undefined) return []
  return measured.map((one) => {
    const itself = one === pacta
    const rate = ratios(pacta.rates, one.rates)
    const cpu = ratios(one.cpu, pacta.cpu)
    const quietest = Math.min(...one.cpu) / Math.min(...pacta.cpu)
    const instructions = median(one.instructions) / median(pacta.instructions)
    const decisive = (saturated(one) && saturated(pacta)) || cpu.length === 0 ? median(rate) : quietest
    return [
      call,
      one.name + (one.failed > 0 ? `: ${figure(one.failed)} failed` : ''),
      figure(one.bytes),
      spread(one.rates),
      itself ? '' : spread(rate),
      spread(one.cpu),
      itself ? '' : `${spread(cpu)}, ${figure(quietest)}`,
      spread(one.instructions),
      itself ? '' : figure(instructions),
      coreOf(one),
      goal === undefined || one.name !== 'node:http'
        ? ''
        : verdict(decisive >= goal, `at least ${goal}`) +
          (decisive < goal && instructions >= goal ? ', reached by instructions' : ''),
    ]
  })
}

/** Whether a goal is reached, in words. */
export const verdict = (reached: boolean, goal: string): string =>
  reached ? `${goal}: reached` : `${goal}: **missed**`

/** What was wrong with the answers, if anything. */
export const failuresOf = (call: string, measured: Measured[]): string[] =>
  measured.flatMap(({ name, failed, again }) => [
    ...(failed > 0 ? [`${call}: ${failed} requests to ${name} failed`] : []),
    ...(again ? [`${call}: some of what ${name} was asked was not new`] : []),
  ])

const saturated = ({ rest, busy }: Measured) => rest.length > 0 && median(rest) < 0.05 && median(busy) > 0.9

function coreOf({ busy, rest }: Measured): string {
  if (busy.length === 0) return '–'
  const percent = (value: number) => `${Math.min(100, Math.round(value * 100))} %`
  const shared = 1 - median(busy) - median(rest)
  if (median(rest) >= 0.05) return `${percent(median(busy))}, not saturated`
  return percent(median(busy)) + (shared > 0.1 ? ', shared' : '')
}

/** A section in Markdown. */
export function markdown({ title, columns, rows, notes, failures }: Section): string {
  const cells = [columns, ...rows]
  const widths = columns.map((_, index) => Math.max(3, ...cells.map((row) => row[index]?.length ?? 0)))
  const line = (row: string[]) => `| ${widths.map((width, index) => (row[index] ?? '').padEnd(width)).join(' | ')} |`
  return [
    `## ${title}`,
    '',
    line(columns),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map(line),
    '',
    ...failures.map((failure) => `- **These figures do not count:** ${failure}.`),
    ...notes.map((note) => `- ${note}`),
    '',
  ].join('\n')
}
