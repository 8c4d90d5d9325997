import { Ajv, type AnySchema, type ErrorObject, type ValidateFunction } from 'ajv'
import fastJson, { type Schema } from 'fast-json-stringify'
import type { FastifySchema, FastifySchemaCompiler } from 'fastify'
import type { FastifySerializerCompiler } from 'fastify/types/schema.js'
import { formats } from '../explain.ts'
import { componentNamed } from './components/component.ts'
import { forWriting } from './for-writing.ts'

type Compilers = {
  validator: FastifySchemaCompiler<FastifySchema>
  serializer: FastifySerializerCompiler<FastifySchema>
}
type Validate = { (data: unknown): boolean; errors?: ErrorObject[] | null }

/**
 * What makes the validators of requests and the writers of answers from their schemas: each when it is first needed, as
 * making all of them would be most of the time to start.
 */
export function compilers(): Compilers {
  let ajv: Ajv | undefined
  // Some operations answer alike, and the code of a writer can be a quarter of a megabyte.
  const writers = new Map<string, (data: unknown) => string>()
  return {
    validator: ({ schema }) => {
      let made: ValidateFunction | undefined
      const numbers = wholeNumbersIn(schema as QuerySchema)
      const validate: Validate = (data) => {
        ajv ??= newAjv()
        readWholeNumbers(data as Record<string, unknown>, numbers)
        made ??= ajv.compile(schema as AnySchema)
        const valid = made(data)
        validate.errors = made.errors
        return valid
      }
      return validate as never
    },
    serializer: ({ schema }) => {
      let write: ((data: unknown) => string) | undefined
      return (data) => {
        if (write === undefined) {
          const written = forWriting(schema)
          const text = JSON.stringify(written)
          write = writers.get(text) ?? writerOf(written)
          writers.set(text, write)
        }
        return write(data)
      }
    },
  }
}

type WholeNumber = { type?: unknown; minimum?: number; maximum?: number }
type QuerySchema = { properties?: Record<string, WholeNumber> }

const wholeNumbersIn = ({ properties = {} }: QuerySchema) =>
  Object.entries(properties).filter(([, { type }]) => type === 'integer')

/**
 * Makes numbers of the parameters that are digits and no less or more than allowed; what else stands there stays as it was
 * sent, for the error to name. Ajv would take 0x10, 5e0 and white space for numbers too.
 */
function readWholeNumbers(query: Record<string, unknown>, numbers: [string, WholeNumber][]): void {
  for (const [name, { minimum = 0, maximum = Number.MAX_SAFE_INTEGER }] of numbers) {
    const text = query[name]
    if (typeof text !== 'string' || !/^\d+$/.test(text)) continue
    const number = Number(text)
    if (number >= minimum && number <= maximum) query[name] = number
  }
}

const writerOf = (schema: Schema): ((data: unknown) => string) => fastJson(schema, { schema: componentsIn(schema) })

/** The components that a schema refers to, and those that these refer to: a writer reads and keeps all that it is given. */
function componentsIn(schema: unknown, found: Record<string, Schema> = {}): Record<string, Schema> {
  for (const [, name = ''] of JSON.stringify(schema).matchAll(/"\$ref":"([^"#]+)#"/g)) {
    if (name in found) continue
    found[name] = forWriting(componentNamed(`${name}#`))
    componentsIn(found[name], found)
  }
  return found
}

// A misspelt parameter is an error, never silence; all errors at once, with the values, so that the answer can name them.
const newAjv = () =>
  new Ajv({
    allErrors: true,
    verbose: true,
    removeAdditional: false,
    useDefaults: true,
    addUsedSchema: false,
    formats,
    // The compiler refuses a faulty schema itself; another schema that says what schemas are would have to be made first.
    validateSchema: false,
  })
