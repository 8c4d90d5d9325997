import type { ListFormat } from './list-format.ts'

/** One JSON object a line, each what `data` holds in the JSON answer. */
export const ndjson: ListFormat = {
  mediaType: 'application/x-ndjson',
  contentType: 'application/x-ndjson; charset=utf-8',
  begin: () => '',
  rows: (_, things) => things.map((thing) => `${JSON.stringify(thing)}\n`).join(''),
  describe: () =>
    'One JSON object a line, each what `data` holds in the JSON answer; without `limit` and `cursor`, all of them.',
}
