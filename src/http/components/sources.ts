import { sourceKinds } from '../../domain/evidence.ts'
import { Type } from '../../json-schema.ts'
import { list, one } from './answers.ts'
import { component, described, orNull, Text, TextOrNull, words } from './component.ts'
import { Links } from './references.ts'

export const Source = component(
  'Source',
  Type.Object(
    {
      id: Text,
      kind: words(sourceKinds, 'What the source is.'),
      title: TextOrNull,
      publisher: described(TextOrNull, 'Null where none is printed.'),
      publisherNote: TextOrNull,
      photoCredit: TextOrNull,
      address: TextOrNull,
      language: Type.String({ description: 'ISO 639-1.' }),
      published: Type.Object(
        {
          given: described(TextOrNull, 'The date as the source prints it, never altered.'),
          assessed: Type.String({ description: 'The date that this record holds right, a partial date.' }),
          earliest: orNull(Type.String({ format: 'date' })),
          latest: orNull(Type.String({ format: 'date' })),
          because: Type.Array(Text, { description: 'Why.' }),
        },
        { description: 'When it was published; `knownOn` uses the assessed date.' },
      ),
      digest: orNull(
        Type.Object(
          {
            sha256: Text,
            characters: described(
              orNull(Type.Integer()),
              'Code points of the normalised text; null where it is not one of running words.',
            ),
          },
          { description: 'Of the source as received, so that its holder can check every quotation.' },
        ),
      ),
      statements: Type.Integer({ description: 'How many statements the record takes from it.' }),
      note: TextOrNull,
      links: Links,
    },
    { description: 'An article, a depositary list or a report.' },
  ),
)

export const SourceAnswer = one('SourceAnswer', Source)

export const SourceList = list('SourceList', Source)
