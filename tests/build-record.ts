import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildSnapshot } from '../src/seed/build.ts'

declare module 'vitest' {
  interface ProvidedContext {
    record: string | null
  }
}

/**
 * Builds the project's own record once for all tests, which read it into memory. Where the seed cannot be built, the tests
 * that need a record say why, each for itself, and all others run.
 */
export default function buildRecord({ provide }: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'pacta-record-'))
  const path = join(folder, 'record.sqlite')
  try {
    buildSnapshot('seed', path)
    provide('record', path)
  } catch {
    provide('record', null)
  }
  return () => rmSync(folder, { recursive: true })
}
