import { Type } from '../../json-schema.ts'

/** A filter by one of the values of a list. */
export const oneOf = <T extends string>(list: readonly T[], description: string, example: T) =>
  Type.Optional(Type.Enum([...list] as [T, ...T[]], { type: 'string', description, examples: [example] }))

/** A treaty in a path. */
export const treatyParams = Type.Object({
  treaty: Type.String({
    maxLength: 500,
    description: 'A treaty: its id, its UN reference, or any recorded name, in any case.',
    examples: ['ottawa-convention'],
  }),
})

/** A state in a path. */
export const stateParams = Type.Object({
  state: Type.String({
    maxLength: 200,
    description: 'A state: ISO alpha-3 or alpha-2, M49, or any recorded name, in any case.',
    examples: ['ukraine'],
  }),
})
