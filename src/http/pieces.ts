import type { FastifyReply } from 'fastify'

/**
 * A part of an answer that is shown again and again, and never changed once it is made: it is written once. Its properties
 * stand in the order of its schema and are no more than the schema's, because it is written as it is.
 */
export function piece<T extends object>(part: T): T {
  if (!pieces.has(part)) pieces.set(part, { written: undefined })
  return part
}

// The bytes of a piece are held as a string of one byte a letter: a small Buffer would hold on to the whole block of 64 kB
// that Node cut it from.
const pieces = new WeakMap<object, { written: string | undefined }>()

/**
 * Writes an answer as JSON: its pieces as they were written before, all else anew. The bytes stand on a sheet that nobody else
 * writes on.
 */
export function writeInPieces(answer: object): Buffer {
  sheet = free.pop() ?? newSheet(1)
  end = 0
  text = ''
  write(answer)
  writeText()
  return sheet.subarray(0, end)
}

/**
 * Answers with JSON that is written in pieces, for what is derived: with all its properties, in their order, which are to be
 * those of its schema. An answer in another form has been sent already. It is sent from the sheet that it was written on, which
 * is free for another answer when it has gone out.
 */
export function sendInPieces<T>(reply: FastifyReply, answer: T): T {
  if ((answer as unknown) === reply) return answer
  const write = (part: object): Buffer => {
    const written = writeInPieces(part)
    const used = sheet
    // The sheet of an answer that never went out, because its client had gone, is not used again.
    reply.raw.once('finish', () => free.length < mostFree && free.push(used))
    return written
  }
  reply.request.derived = true
  // Fastify sends bytes as well as text, though its type says text.
  reply.type('application/json; charset=utf-8').serializer(write as unknown as (answer: unknown) => string)
  return answer
}

// To each buffer that is made anew for an answer belongs a share of a search for garbage through the whole heap.
const free: Buffer<ArrayBuffer>[] = []
const mostFree = 4

/** A sheet with room for so many bytes, in whole blocks of 64 kB. */
const newSheet = (bytes: number) => Buffer.allocUnsafeSlow(Math.ceil(bytes / (1 << 16)) * (1 << 16))

// The sheet that is written on, where what is written ends, and the text that comes next.
let sheet = newSheet(1)
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
    text += typeof value === 'string' ? JSON.stringify(value) : value
    return
  }
  const known = pieces.get(value)
  if (known === undefined) {
    // What is written at once takes a third of the time.
    if (hasPieces(value)) writeParts(value)
    else text += JSON.stringify(value)
    return
  }
  writeText()
  known.written ??= writtenAside(value)
  makeRoom(known.written.length)
  end += sheet.write(known.written, end, 'latin1')
}

function hasPieces(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (pieces.has(value)) return true
  if (Array.isArray(value)) return value.some(hasPieces)
  for (const name in value) if (hasPieces(value[name as keyof typeof value])) return true
  return false
}

/** Writes a piece behind what is written, takes it, and goes back to where it was. */
function writtenAside(part: object): string {
  const from = end
  writeParts(part)
  writeText()
  const taken = sheet.toString('latin1', from, end)
  end = from
  return taken
}

function writeText(): void {
  // A character takes three bytes at most; to count those of a short text would take longer than to have room.
  makeRoom(text.length < 4096 ? text.length * 3 : Buffer.byteLength(text))
  end += sheet.write(text, end)
  text = ''
}

function makeRoom(bytes: number): void {
  if (end + bytes <= sheet.length) return
  const larger = newSheet(end + bytes)
  larger.set(sheet.subarray(0, end))
  sheet = larger
}
