import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/build-record.ts',
    // Processes and whole records are slower than functions, most of all beside each other.
    testTimeout: 30_000,
  },
})
