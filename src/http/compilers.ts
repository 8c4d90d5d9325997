import { Ajv, type AnySchema, type ErrorObject, type ValidateFunction } from 'ajv'
import fastJson, { type Schema } from 'fast-json-stringify'
import type { FastifySchema, FastifySchemaCompiler } from 'fastify'
import type { FastifySerializerCompiler } from 'fastify/types/schema.js'
import { formats } from '../explain.ts'
import { componentNamed, forWriting } from './for-writing.ts'

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
  return {
    validator: ({ schema }) => {
      let made: ValidateFunction | undefined
      const validate: Validate = (data) => {
        ajv ??= newAjv()
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
        write ??= writerOf(schema)
        return write(data)
      }
    },
  }
}

function writerOf(schema: unknown): (data: unknown) => string {
  const written = forWriting(schema)
  return fastJson(written, { schema: componentsIn(written) })
}

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
    coerceTypes: 'array',
    // 1e999 is coerced to Infinity, which strict numbers would take past every minimum and maximum.
    strictNumbers: false,
    useDefaults: true,
    addUsedSchema: false,
    formats,
    // The compiler refuses a faulty schema itself; another schema that says what schemas are would have to be made first.
    validateSchema: false,
  })
