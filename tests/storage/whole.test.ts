import { expect, test, vi } from 'vitest'
import { checkWhole, SnapshotUnusable } from '../../src/storage/snapshot.ts'

vi.mock('node:worker_threads', async (original) => {
  const { Worker } = await original<typeof import('node:worker_threads')>()
  return {
    Worker: class extends Worker {
      constructor() {
        super('process.exit(0)', { eval: true })
      }
    },
  }
})

test('a reader that ends without a word is waited for no longer: the record is not whole', async () => {
  const checked = checkWhole('record.sqlite')
  await expect(checked).rejects.toThrow(SnapshotUnusable)
  await expect(checked).rejects.toThrow('record.sqlite is damaged: its reader ended without a word')
})
