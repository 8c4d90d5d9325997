import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { formats } from '../../src/explain.ts'

type Schema = {
  type?: string
  enum?: string[]
  items?: Schema
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  pattern?: string
  format?: string
}

/** A parameter as the OpenAPI document describes it. */
export type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  schema: Schema
  example?: unknown
}

/** An operation as the OpenAPI document describes it: its template, its parameters, and what it answers by status. */
export type Operation = {
  id: string
  template: string
  parameters: Parameter[]
  responses: Record<string, { content?: Record<string, unknown> }>
}

/** What the OpenAPI document promises, and nothing else that is known of the server. */
export type Contract = {
  operations: Operation[]
  /** The operation that answers a path, if any does. */
  operationAt: (path: string) => Operation | undefined
  /** What is wrong with a body by the schema that is promised for it; nothing where all is right. */
  mismatch: (operation: Operation, status: number, mediaType: string, body: unknown) => string | undefined
}

type Described = { operationId: string; parameters?: Parameter[]; responses: Operation['responses'] }

/** Reads an OpenAPI 3.1 document, as JSON text. */
export function readContract(json: string): Contract {
  const document = JSON.parse(json) as { paths: Record<string, { get: Described }> }
  const operations = Object.entries(document.paths).map(([template, { get }]) => ({
    id: get.operationId,
    template,
    parameters: get.parameters ?? [],
    responses: get.responses,
  }))
  // A path that is written out comes before one with a parameter in the same place.
  const patterns = operations
    .map((operation) => ({ operation, pattern: patternOf(operation.template) }))
    .sort((a, b) => Number(a.operation.template.includes('{')) - Number(b.operation.template.includes('{')))
  const ajv = new Ajv2020({ strict: false, allErrors: false, formats, logger: false })
  ajv.addSchema(document, 'contract')
  const validators = new Map<string, ValidateFunction>()
  return {
    operations,
    operationAt: (path) => patterns.find(({ pattern }) => pattern.test(path))?.operation,
    mismatch: ({ template }, status, mediaType, body) => {
      const pointer = ['paths', template, 'get', 'responses', status, 'content', mediaType, 'schema']
        .map((part) => encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1')))
        .join('/')
      let validate = validators.get(pointer)
      if (!validate) {
        validate = ajv.compile({ $ref: `contract#/${pointer}` })
        validators.set(pointer, validate)
      }
      return validate(body) ? undefined : ajv.errorsText(validate.errors)
    },
  }
}

/** The paths of a template: every parameter stands for the letters between two slashes, the rest for itself. */
function patternOf(template: string): RegExp {
  const parts = template.split(/\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[^/]*')}$`)
}
