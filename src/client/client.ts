import createClient, { type ClientOptions } from 'openapi-fetch'
import type { components, paths } from './schema.ts'

/** What the API answers, by the names of the OpenAPI document: `Schemas['Act']`. */
export type Schemas = components['schemas']

/** A client of the server at `baseUrl`: paths, parameters, answers and problems have the types of the OpenAPI document. */
export function createPactaClient(options: ClientOptions & { baseUrl: string }) {
  return createClient<paths, 'application/json' | 'application/problem+json'>(options)
}
