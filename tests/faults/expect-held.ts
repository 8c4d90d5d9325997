import { expect, TestRunner } from 'vitest'
import type { Finding } from './ground.ts'

/** A fault that was done, and nothing that was wrong; the test of one that could not be done here counts as skipped. */
export function expectHeld({ fault, times, wrong, skipped }: Finding): void {
  expect(wrong, fault).toEqual([])
  if (skipped !== undefined) TestRunner.getCurrentTest()?.context.skip(skipped)
  expect(times, fault).toBeGreaterThan(0)
}
