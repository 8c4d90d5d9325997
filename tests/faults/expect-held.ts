import { expect } from 'vitest'
import type { Finding } from './ground.ts'

/** A fault that was done, or could not be done here, and nothing that was wrong. */
export function expectHeld({ fault, times, wrong, skipped }: Finding): void {
  expect(wrong, fault).toEqual([])
  if (skipped === undefined) expect(times, fault).toBeGreaterThan(0)
  else console.warn(`${fault}: not done, ${skipped}`)
}
