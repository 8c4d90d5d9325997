import { execFileSync } from 'node:child_process'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { settleV8, spareAbove } from '../src/v8.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What V8 is told while the process holds so much at one look after the other, but for what it is told at once. */
function toldWhileHolding(...amounts: (number | Error)[]): string[] {
  const flags: string[] = []
  let held: number | Error = 0
  settleV8(
    () => {
      if (typeof held === 'number') return held
      throw held
    },
    (flag) => void flags.push(flag),
  )
  const atOnce = flags.length
  for (const amount of amounts) {
    held = amount
    vi.advanceTimersToNextTimer()
  }
  return flags.slice(atOnce)
}

test('V8 saves memory from when the process holds much until it holds little, and is told once', () => {
  const [much, little] = [spareAbove + 1, spareAbove]
  expect(toldWhileHolding(little, much, much, little, little, much)).toEqual([
    '--memory-saver-mode',
    '--no-memory-saver-mode',
    '--memory-saver-mode',
  ])
})

test('where the system does not tell how much it is, all stays as it is until it does', () => {
  const untold = new Error('EMFILE: too many open files')
  expect(toldWhileHolding(untold, spareAbove + 1, untold, spareAbove)).toEqual([
    '--memory-saver-mode',
    '--no-memory-saver-mode',
  ])
})

test('V8 has every setting that it is told', () => {
  const told: string[] = []
  settleV8(
    () => Number.POSITIVE_INFINITY,
    (flag) => void told.push(flag),
  )
  vi.advanceTimersToNextTimer()
  const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' })
  const names = told.map((flag) => flag.replace('--no-', '--').replace(/=.*/, ''))
  for (const name of names) expect(known).toMatch(new RegExp(`^  ${name} `, 'm'))
  expect(told).toHaveLength(4)
})
