import type { FastifyReply } from 'fastify'

/**
 * A part of an answer that is shown again and again, and never changed once it is made: it is written once. Its properties
 * stand in the order of its schema and are no more than the schema's, because it is written as it is.
 */
export function piece<T extends object>(part: T): T {
  pieces.set(part, { written: undefined })
  return part
}

const pieces = new WeakMap<object, { written: Buffer | undefined }>()

/** Writes an answer as JSON: its pieces as they were written before, all else anew. */
export function writeInPieces(answer: object): Buffer {
  const from = end
  const before = text
  text = ''
  writeParts(answer)
  writeText()
  const written = Buffer.from(sheet.subarray(from, end))
  end = from
  text = before
  return written
}

// All answers are written on one sheet, one after the other: `end` is where what is written ends, `text` what comes next.
let sheet = Buffer.allocUnsafe(1 << 16)
let end = 0
let text = ''

function writeParts(value: object): void {
  if (Array.isArray(value)) {
    text += '['
    for (let index = 0; index < value.length; index++) {
      if (index > 0) text += ','
      write(value[index])
    }
    text += ']'
    return
  }
  let before = '{'
  for (const name in value) {
    const part = value[name as keyof typeof value]
    if (part === undefined) continue
    text += `${before}"${name}":`
    before = ','
    write(part)
  }
  text += before === '{' ? '{}' : '}'
}

function write(value: unknown): void {
  if (typeof value !== 'object' || value === null) {
    text += JSON.stringify(value)
    return
  }
  const known = pieces.get(value)
  if (known === undefined) {
    writeParts(value)
    return
  }
  known.written ??= writeInPieces(value)
  writeText()
  makeRoom(known.written.length)
  sheet.set(known.written, end)
  end += known.written.length
}

function writeText(): void {
  // A character takes three bytes at most.
  makeRoom(text.length * 3)
  end += sheet.write(text, end)
  text = ''
}

function makeRoom(bytes: number): void {
  if (end + bytes <= sheet.length) return
  const larger = Buffer.allocUnsafe(2 * (end + bytes))
  larger.set(sheet.subarray(0, end))
  sheet = larger
}

/** Answers with JSON that is written in pieces; an answer in another form has been sent already. */
export function sendInPieces<T>(reply: FastifyReply, answer: T): T {
  // Fastify sends bytes as well as text, though its type says text.
  if ((answer as unknown) !== reply)
    reply.type('application/json; charset=utf-8').serializer(writeInPieces as unknown as (answer: unknown) => string)
  return answer
}
