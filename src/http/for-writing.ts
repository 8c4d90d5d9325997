import type { Schema } from 'fast-json-stringify'
import { componentNamed } from './components/component.ts'

/**
 * A schema as a writer of answers reads it best: what is a thing or null is that thing, `nullable`. Of a union a writer
 * would ask a validator, at each value, which of its members the value is. What the schema says to people is left out, so that
 * schemas of the same answers are the same.
 */
export function forWriting(schema: unknown): Schema {
  return rewritten(schema) as Schema
}

// A property may have such a name too; what it is, is no text.
const forPeople = ['title', 'description']

function rewritten(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null) return schema
  if (Array.isArray(schema)) return schema.map(rewritten)
  const [thing, nothing, ...others] = 'anyOf' in schema ? (schema.anyOf as { $ref?: string; type?: string }[]) : []
  if (thing && nothing?.type === 'null' && others.length === 0) {
    const { $id: _, ...of } = (thing.$ref === undefined ? thing : componentNamed(thing.$ref)) as { $id?: string }
    return { ...(rewritten(of) as object), nullable: true }
  }
  const parts = Object.entries(schema).filter(([name, part]) => !(forPeople.includes(name) && typeof part === 'string'))
  return Object.fromEntries(parts.map(([name, part]) => [name, rewritten(part)]))
}
