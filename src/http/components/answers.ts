import { type TObject, type TProperties, type TSchema, Type } from '../../json-schema.ts'
import { component, described, orNull, Text, TextOrNull } from './component.ts'
import { Links } from './references.ts'

export const Pin = component(
  'Pin',
  Type.Object(
    {
      asOf: Type.Optional(
        Type.String({
          format: 'date',
          description: 'The day that the answer is about, where it is derived for a day.',
        }),
      ),
      knownOn: Type.Optional(
        Type.String({
          format: 'date',
          description:
            'Only what could be known by this day was used: what had been published, and what a depositary had been given or had notified.',
        }),
      ),
      accordingTo: Type.Optional(
        Type.Array(Text, { description: 'Only these sources or kinds of source were used; `all` for every source.' }),
      ),
      record: Type.String({ description: 'The id of the record that answered: a digest of its facts.' }),
      notYetPublished: Type.Optional(
        Type.Array(
          Type.Object({
            id: Text,
            publisher: TextOrNull,
            href: Text,
            given: described(TextOrNull, 'The date that the source prints.'),
            assessed: Type.String({ description: 'The date that this record holds right, by which it is left out.' }),
          }),
          {
            description:
              'The articles and reports, among the sources used, that print a date not after `knownOn` but, as assessed, had not certainly been published by then: with the date as given and as assessed.',
          },
        ),
      ),
    },
    { description: 'What the answer was pinned to. The same pins on the same record give the same answer.' },
  ),
)

export const PageOf = component(
  'Page',
  Type.Object(
    {
      total: Type.Integer({ description: 'How many things match the filters, on all pages.' }),
      limit: Type.Integer({ description: 'How many a page holds at most.' }),
      next: orNull(Type.String({ description: 'The `cursor` of the next page; null on the last.' })),
    },
    { description: 'Which part of the list this is.' },
  ),
)

export const Problem = component(
  'Problem',
  Type.Object(
    {
      type: Type.String({ description: 'The kind of problem, as a URI that does not change.' }),
      title: Type.String({ description: 'The kind of problem in words.' }),
      status: Type.Integer(),
      detail: Type.String({ description: 'What is wrong with this request.' }),
      instance: Type.String({ description: 'The path that was asked for.' }),
      errors: Type.Optional(
        Type.Array(
          Type.Object({
            parameter: Text,
            value: Type.Optional(Text),
            message: Text,
            allowed: Type.Optional(Type.Array(Text)),
            nearest: Type.Optional(Text),
            near: Type.Optional(Type.Array(Text, { description: 'Names of which each may be meant.' })),
          }),
          {
            description:
              'Each parameter, or `Accept`, that is wrong: its value, what is allowed, and the nearest allowed value.',
          },
        ),
      ),
    },
    { description: 'An error (RFC 9457).' },
  ),
)

/** An answer about one thing. */
export const one = <T extends TSchema>(name: string, data: T) =>
  component(
    name,
    Type.Object({ data, pin: Pin, links: Links } satisfies TProperties) as TObject<{
      data: T
      pin: typeof Pin
      links: typeof Links
    }>,
  )

/** An answer with a part of a list, and what is told beside it. */
export const list = <T extends TSchema, B extends TProperties = Record<never, never>>(
  name: string,
  item: T,
  beside = {} as B,
) => component(name, Type.Object({ data: Type.Array(item), ...beside, page: PageOf, pin: Pin, links: Links }))
