import type { TSchema } from '../../json-schema.ts'

/** A format in which a list is written thing by thing, so that it can be streamed. */
export type ListFormat = {
  mediaType: string
  contentType: string
  /** What stands before the first thing. */
  begin: (row: TSchema) => string
  /** Some things, one after the other. */
  rows: (row: TSchema, things: unknown[]) => string
  /** What the OpenAPI document says of the format for rows of this schema. */
  describe: (row: TSchema) => string
}
