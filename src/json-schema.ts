import type { Static, TObject, TProperties, TSchema, Type as TypeBox } from 'typebox'

export type { Static, TObject, TProperties, TSchema }

type Builders = Pick<
  typeof TypeBox,
  | 'Any'
  | 'Array'
  | 'Boolean'
  | 'Enum'
  | 'Integer'
  | 'Literal'
  | 'Null'
  | 'Number'
  | 'Object'
  | 'Optional'
  | 'Record'
  | 'String'
  | 'Union'
  | 'Unsafe'
>
type Options = Record<string, unknown>
type Schema = Options

/** Marks a property that need not be there; it is no part of the schema as it is printed. */
const optional = Symbol('optional')

/**
 * TypeBox's builders of JSON Schema, those that Pacta uses: the types are TypeBox's own, the schemas are the same to the
 * letter (a test compares them). They are made here because TypeBox is loaded in 374 modules, a fifth of the time to start.
 */
export const Type = {
  Any: (options: Options) => ({ ...options }),
  Array: (items: Schema, options: Options) => ({ type: 'array', items, ...options }),
  Boolean: (options: Options) => ({ type: 'boolean', ...options }),
  Enum: (values: unknown[], options: Options) => ({ enum: [...values], ...options }),
  Integer: (options: Options) => ({ type: 'integer', ...options }),
  Literal: (value: unknown, options: Options) => ({ type: typeof value, const: value, ...options }),
  Null: (options: Options) => ({ type: 'null', ...options }),
  Number: (options: Options) => ({ type: 'number', ...options }),
  Object: (properties: Record<string, Schema>, options: Options) => {
    const required = Object.keys(properties).filter((name) => !(optional in (properties[name] as object)))
    return { type: 'object', ...(required.length > 0 && { required }), properties, ...options }
  },
  Optional: (schema: Schema) => Object.defineProperty({ ...schema }, optional, { value: true }),
  Record: (_: Schema, values: Schema, options: Options) => ({
    type: 'object',
    patternProperties: { '^.*$': values },
    ...options,
  }),
  String: (options: Options) => ({ type: 'string', ...options }),
  Union: (anyOf: Schema[], options: Options) => ({ anyOf, ...options }),
  Unsafe: (schema: Schema) => ({ ...schema }),
} as unknown as Builders
