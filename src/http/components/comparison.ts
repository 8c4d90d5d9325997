import { sourceKinds, standings } from '../../domain/evidence.ts'
import { withdrawalStages } from '../../domain/withdrawal.ts'
import { Type } from '../../json-schema.ts'
import { list, one } from './answers.ts'
import { component, orNull, Text, words } from './component.ts'
import { DateKnown } from './dates.ts'
import { confirmationFields, Since, standingOrUnknown } from './members.ts'
import { Ref, SourceRef } from './references.ts'

export const compared = {
  standing: standingOrUnknown,
  possible: Type.Array(Type.Enum([...standings])),
  certain: Type.Boolean(),
  since: orNull(Since),
  ...confirmationFields,
  withdrawalStage: words(withdrawalStages, 'How far a withdrawal has come.'),
}

const Comparison = component(
  'Comparison',
  Type.Object(
    {
      rows: Type.Array(
        Type.Object({
          state: Ref,
          standings: Type.Array(Type.Object({ treaty: Ref, ...compared, href: Text })),
        }),
      ),
    },
    { description: 'States down, treaties across.' },
  ),
)

export const SourceComparison = component(
  'SourceComparison',
  Type.Object(
    {
      source: SourceRef,
      kind: words(sourceKinds, 'What the source is.'),
      ...compared,
      acts: Type.Array(Type.Object({ act: Ref, date: orNull(DateKnown) }), {
        description: 'The acts that it tells of, with the date that it gives.',
      }),
    },
    { description: 'What one source alone supports.' },
  ),
)

export const ComparisonAnswer = one('ComparisonAnswer', Comparison)

export const SourceComparisonList = list('SourceComparisonList', SourceComparison)
