import { type Static, type TSchema, Type } from '../../json-schema.ts'

/** The named schemas of the OpenAPI document, in the order in which they were made. */
export const components: TSchema[] = []

/** Names a schema: registers it for the document, and returns a reference that keeps its type. */
export function component<T extends TSchema>(name: string, schema: T) {
  components.push({ ...schema, $id: name })
  return Type.Unsafe<Static<T>>({ $ref: `${name}#` })
}

/** The component that a reference names. */
export function componentNamed(reference: string): TSchema {
  const component = components.find((one) => `${(one as { $id?: string }).$id}#` === reference)
  if (!component) throw new Error(`no component is named ${reference}`)
  return component
}

export const described = <T extends TSchema>(schema: T, description: string): T => ({ ...schema, description })

export const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const Text = Type.String()

export const TextOrNull = orNull(Type.String())

export const words = <T extends string>(list: readonly T[], description: string) =>
  Type.Enum([...list] as [T, ...T[]], { type: 'string', description })
