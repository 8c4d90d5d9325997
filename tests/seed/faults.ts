import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { compileSeed } from '../../src/seed/compile.ts'
import { readSeed, SeedInvalid, type SeedProblem } from '../../src/seed/read.ts'

/** A new empty folder that is gone after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pacta-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** A copy of the seed without the depositary's lists: small enough to be built anew in every test. */
export function smallSeed(): string {
  const folder = emptyFolder()
  cpSync('seed', folder, { recursive: true, filter: (path) => !path.endsWith('.csv') || !path.includes('depositary') })
  writeFileSync(join(folder, 'depositary', 'lists.yaml'), '[]\n')
  return folder
}

/** A copy of the small seed in which `before` stands no more, but `after`: at its first place, or after `from`. */
export function seedWith(file: string, before: string, after: string, from = '') {
  const folder = smallSeed()
  return { folder, line: edit(folder, file, before, after, from) }
}

/** Replaces a text in a copy of the seed; returns the line on which it stands. */
export function edit(folder: string, file: string, before: string, after: string, from = ''): number {
  const path = join(folder, file)
  const text = readFileSync(path, 'utf8')
  const at = text.indexOf(before, text.indexOf(from))
  expect(at, `${file} holds no ${JSON.stringify(before)} after ${JSON.stringify(from)}`).toBeGreaterThanOrEqual(0)
  writeFileSync(path, text.slice(0, at) + after + text.slice(at + before.length))
  return text.slice(0, at).split('\n').length
}

/** Everything that is wrong with a seed. */
export function faultsOf(folder: string): SeedProblem[] {
  try {
    compileSeed(readSeed(folder))
  } catch (error) {
    if (error instanceof SeedInvalid) return error.problems
    throw error
  }
  return []
}

/** The one thing that is wrong with a seed. */
export function expectFault(folder: string, expected: { file: string; line: number; path: string; says: string[] }) {
  const faults = faultsOf(folder)
  expect(faults).toHaveLength(1)
  for (const { file, line, path, message } of faults) {
    expect(file.endsWith(`/${expected.file}`), file).toBe(true)
    expect({ line, path, message }).toEqual({ line: expected.line, path: expected.path, message })
    for (const words of expected.says) expect(message).toContain(words)
  }
}
