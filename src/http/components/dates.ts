import { dateBases } from '../../domain/evidence.ts'
import { precisions } from '../../domain/partial-date.ts'
import { Type } from '../../json-schema.ts'
import { component, orNull, Text, words } from './component.ts'

export const DateKnown = component(
  'DateKnown',
  Type.Object(
    {
      value: Type.String({
        description:
          'The date as far as it is known: `2005`, `2025-03`, `2025-06-29`, or an interval `../2025-06-29` (EDTF).',
      }),
      precision: words(precisions, 'How much of the date is known.'),
      earliest: orNull(
        Type.String({ format: 'date', description: 'The first day it may mean; null where nothing bounds it.' }),
      ),
      latest: orNull(
        Type.String({ format: 'date', description: 'The last day it may mean; null where nothing bounds it.' }),
      ),
      basis: words(dateBases, 'Whether the date is printed, or inferred from the words together with something else.'),
      readings: Type.Array(Text, { description: 'How an inferred date was read.' }),
    },
    { description: 'A date, never padded: what is not known stays open.' },
  ),
)
