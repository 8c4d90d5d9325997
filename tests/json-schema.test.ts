import { Type as TypeBox } from 'typebox'
import { expect, test } from 'vitest'
import { Type } from '../src/json-schema.ts'

const schemas = (type: typeof Type) => ({
  any: type.Any({ description: 'a' }),
  anything: type.Any(),
  array: type.Array(type.Boolean({ description: 'b' }), { minItems: 1 }),
  enumeration: type.Enum(['x', 'y'], { type: 'string', description: 'c' }),
  integer: type.Integer({ minimum: 1, maximum: 200 }),
  word: type.Literal('today'),
  number: type.Literal(1, { description: 'd' }),
  nothing: type.Null(),
  real: type.Number(),
  object: type.Object(
    { a: type.String({ maxLength: 3 }), b: type.Optional(type.String()) },
    { additionalProperties: false },
  ),
  allOptional: type.Object({ a: type.Optional(type.Array(type.String())) }),
  empty: type.Object({}),
  spread: type.Object({ ...type.Object({ a: type.Optional(type.Null()) }).properties, b: type.Null() }),
  record: type.Record(type.String(), type.Number(), { description: 'e' }),
  union: type.Union([type.Null(), type.String()], { description: 'f' }),
  unsafe: type.Unsafe<string>({ $ref: 'Act#' }),
  optional: type.Object({ a: type.Optional(type.Unsafe({ $ref: 'Act#' })), b: type.Union([type.Null()]) }),
})

test('each schema is to the letter what TypeBox makes of it', () => {
  const [ours, theirs] = [schemas(Type), schemas(TypeBox)] as Record<string, unknown>[]
  for (const name of Object.keys(theirs ?? {}))
    expect(JSON.stringify(ours?.[name]), name).toBe(JSON.stringify(theirs?.[name]))
})

test('there is no builder that is not compared', () => {
  const text = schemas.toString()
  for (const name of Object.keys(Type)) expect(text).toContain(`type.${name}(`)
})
