import { Readable } from 'node:stream'
import type { TSchema } from '../../json-schema.ts'
import type { Page, Paged } from '../../storage/page.ts'
import { giveWay } from '../turns.ts'
import type { ListFormat } from './list-format.ts'

/** How many things a flat format reads and writes at a time. */
const atATime = 500

/** A whole list written in a flat format, read bit by bit. */
export function streamed<R, T>(
  list: { row: TSchema; read: (page: Page) => Paged<R>; show: (row: R) => T },
  format: ListFormat,
): Readable {
  const { row, read, show } = list
  async function* written() {
    yield format.begin(row)
    let next: Page = { limit: atATime, after: undefined }
    for (;;) {
      const found = read(next)
      yield format.rows(row, found.rows.map(show))
      if (found.next === undefined) return
      next = { limit: atATime, after: found.next }
      // A client that reads as fast as this writes would keep every other waiting for the end.
      await giveWay()
    }
  }
  return Readable.from(written())
}
