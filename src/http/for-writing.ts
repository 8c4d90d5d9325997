import type { Schema } from 'fast-json-stringify'
import { components } from './components/component.ts'

/**
 * A schema as a writer of answers reads it best: what is a thing or null is that thing, `nullable`. Of a union a writer
 * would ask a validator, at each value, which of its members the value is.
 */
export function forWriting(schema: unknown): Schema {
  return withNullables(schema) as Schema
}

/** The component that a reference names. */
export function componentNamed(reference: string): object {
  const component = components.find((one) => `${(one as { $id?: string }).$id}#` === reference)
  if (!component) throw new Error(`no component is named ${reference}`)
  return component
}

function withNullables(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null) return schema
  if (Array.isArray(schema)) return schema.map(withNullables)
  const [thing, nothing, ...others] = 'anyOf' in schema ? (schema.anyOf as { $ref?: string; type?: string }[]) : []
  if (thing && nothing?.type === 'null' && others.length === 0) {
    const { $id: _, ...of } = (thing.$ref === undefined ? thing : componentNamed(thing.$ref)) as { $id?: string }
    return { ...(withNullables(of) as object), nullable: true }
  }
  return Object.fromEntries(Object.entries(schema).map(([name, part]) => [name, withNullables(part)]))
}
