import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { compileSeed } from '../../src/seed/compile.ts'
import { readSeed, SeedInvalid, type SeedProblem } from '../../src/seed/read.ts'

/** A new empty folder that is gone after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pacta-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

const sources = ['sources/reuters-ukraine-decree.yaml', 'sources/unnamed-ukraine-decree.yaml']

/**
 * Writes the part of the seed that rests on the two articles about Ukraine's decree: small enough to be built anew in every
 * test. Files are copied as they are, except that acts and circumstances of which these do not tell are left out, and what
 * others state as an argument's ground.
 */
export function writeSmallSeed(folder: string): string {
  const told = sources.map((file) => readFileSync(join('seed', file), 'utf8')).join('')
  const tell = (key: string, id = '') => new RegExp(`\\b${key}: ${id}$`, 'm').test(told)
  for (const file of ['states/states.csv', 'states/names.csv', 'treaties/mine-ban.yaml', 'speakers.yaml', ...sources])
    cpSync(join('seed', file), join(folder, file))
  for (const [file, key] of [
    ['acts/mine-ban.yaml', 'act'],
    ['circumstances.yaml', 'circumstance'],
  ] as const) {
    const parts = readFileSync(join('seed', file), 'utf8').split(/^(?= *- id: )/m)
    const kept = parts.filter((part) => !/^ *- id: /.test(part) || tell(key, /- id: (.+)/.exec(part)?.[1]))
    mkdirSync(join(folder, dirname(file)), { recursive: true })
    const grounded = kept.join('').replace(
      /restsOn: \[(.*)\]/g,
      (_, ids) =>
        `restsOn: [${ids
          .split(', ')
          .filter((id: string) => tell('id', id))
          .join(', ')}]`,
    )
    writeFileSync(join(folder, file), grounded)
  }
  mkdirSync(join(folder, 'depositary'))
  writeFileSync(join(folder, 'depositary', 'lists.yaml'), '[]\n')
  return folder
}

/** A copy of the small seed that is gone after the test. */
export const smallSeed = () => writeSmallSeed(emptyFolder())

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
