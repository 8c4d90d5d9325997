/**
 * A part of an answer that is shown again and again, and never changed once it is made: its text is kept with it. Its
 * properties stand in the order of its schema and are no more than the schema's, because it is written as it is.
 */
export function piece<T extends object>(part: T): T {
  texts.set(part, { text: undefined })
  return part
}

const texts = new WeakMap<object, { text: string | undefined }>()

/** Writes an answer as JSON: its pieces as they were written before, all else anew. */
export function writeInPieces(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const known = texts.get(value)
  if (known) {
    known.text ??= JSON.stringify(value)
    return known.text
  }
  let text = ''
  if (Array.isArray(value)) {
    for (const item of value) text += `${text === '' ? '' : ','}${writeInPieces(item)}`
    return `[${text}]`
  }
  for (const [name, part] of Object.entries(value))
    if (part !== undefined) text += `${text === '' ? '' : ','}"${name}":${writeInPieces(part)}`
  return `{${text}}`
}
