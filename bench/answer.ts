import { request } from 'node:http'

/** One answer, its body as it came, compressed where it is. */
export type Answer = {
  status: number
  type: string
  coding: string | undefined
  tag: string | undefined
  body: Buffer
}

/** Asks once. `fetch` would take the coding off; the yardsticks shall send the same bytes. */
export function ask(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) =>
    request(url, { headers }, (response) => {
      const parts: Buffer[] = []
      response
        .on('data', (part) => parts.push(part))
        .once('error', reject)
        .once('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            type: response.headers['content-type'] ?? '',
            coding: response.headers['content-encoding'],
            tag: response.headers.etag,
            body: Buffer.concat(parts),
          }),
        )
    })
      .once('error', reject)
      .end(),
  )
}
