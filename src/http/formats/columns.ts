import type { TSchema } from '../../json-schema.ts'
import { componentNamed } from '../components/component.ts'

/** A column of a flat format: its name is the path of the value in the JSON, `date.earliest`, and its cell a text or a number. */
export type Column = { name: string; description: string; cellOf: (row: unknown) => string | number | boolean | null }

type Schema = TSchema & {
  $ref?: string
  anyOf?: Schema[]
  type?: string
  description?: string
  properties?: Record<string, Schema>
  items?: Schema
}

/**
 * The columns of a list's rows, from the schema of a row, so that they are the same whatever the rows hold. A thing that
 * is only referred to gives its id and name; several things give their ids, several values the values, with ` | ` between.
 */
export function columnsOf(row: TSchema): Column[] {
  return columnsBelow(resolved(row), '', (value) => value, '')
}

type Read = (row: unknown) => unknown

function columnsBelow(schema: Schema, path: string, read: Read, description: string): Column[] {
  const { properties, items } = schema
  if (properties) {
    return Object.entries(properties)
      .filter(([name]) => name !== 'links' && name !== 'href')
      .flatMap(([name, property]) => {
        const below = resolved(property)
        const readBelow: Read = (value) => (read(value) as Record<string, unknown> | null | undefined)?.[name]
        return columnsBelow(
          below,
          path ? `${path}.${name}` : name,
          readBelow,
          property.description ?? below.description ?? description,
        )
      })
  }
  if (items) {
    const item = resolved(items)
    return [{ name: path, description, cellOf: (row) => joined(read(row), item) }]
  }
  return [{ name: path, description, cellOf: (row) => (read(row) ?? null) as string | number | boolean | null }]
}

function joined(values: unknown, item: Schema): string | null {
  if (!Array.isArray(values) || values.length === 0) return null
  return values
    .map((value) => (item.properties ? identityOf(value as Record<string, unknown>) : String(value)))
    .join(' | ')
}

/** What stands for one of several things in a cell: its id, or that of the first thing it refers to, else the whole. */
function identityOf(value: Record<string, unknown>): string {
  if (typeof value.id === 'string') return value.id
  for (const part of Object.values(value)) {
    const { id, value: dated } = (part ?? {}) as { id?: unknown; value?: unknown }
    if (typeof id === 'string') return id
    if (typeof dated === 'string') return dated
  }
  const name = value.name ?? value.text
  return typeof name === 'string' ? name : JSON.stringify(value)
}

/** A schema without its reference, and without the null beside it. */
function resolved(schema: TSchema): Schema {
  const { $ref, anyOf } = schema as Schema
  if ($ref) return resolved(componentNamed($ref))
  const [only, ...others] = (anyOf ?? []).filter((branch) => branch.type !== 'null')
  return only && others.length === 0 ? resolved(only) : (schema as Schema)
}
