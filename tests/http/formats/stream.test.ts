import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { streamed } from '../../../src/http/formats/stream.ts'

test('a list that is streamed lets every other request have its turn between two parts', async () => {
  let turns = 0
  let counting = true
  const count = () => {
    turns++
    if (counting) setImmediate(count)
  }
  setImmediate(count)
  const parts = 20
  const read = ({ after }: { after: string[] | undefined }) => {
    const part = Number(after?.[0] ?? 0)
    return { rows: [part], total: parts, next: part + 1 < parts ? [String(part + 1)] : undefined }
  }
  const format = { begin: () => '', rows: (_: unknown, rows: unknown[]) => `${rows.join()}\n` }
  const list = { row: Type.Integer(), read, show: (row: number) => row }
  let text = ''
  for await (const part of streamed(list, format as never)) text += part
  counting = false
  expect(text.trim().split('\n')).toHaveLength(parts)
  expect(turns).toBeGreaterThanOrEqual(parts - 1)
})
