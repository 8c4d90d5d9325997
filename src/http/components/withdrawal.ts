import { actKinds, planes } from '../../domain/acts.ts'
import { ruleNames } from '../../domain/reasons.ts'
import { stepStatuses, withdrawalStages } from '../../domain/withdrawal.ts'
import { Type } from '../../json-schema.ts'
import { one } from './answers.ts'
import { component, described, orNull, TextOrNull, words } from './component.ts'
import { DateKnown } from './dates.ts'
import { Links, Ref, RefOrNull } from './references.ts'

export const BecauseStep = component(
  'Because',
  Type.Object(
    {
      rule: words(ruleNames, 'The rule that this step applies.'),
      article: described(TextOrNull, 'The article of the treaty that governs it.'),
      act: described(RefOrNull, 'The act that it reads.'),
      statements: Type.Array(Ref, { description: 'The statements that it rests on.' }),
      text: Type.String({ description: 'The step as a sentence.' }),
    },
    { description: 'One step of a derivation, in its order.' },
  ),
)

export const WithdrawalStep = component(
  'WithdrawalStep',
  Type.Object(
    {
      kind: words([...actKinds, 'taking_effect'] as const, 'What is done.'),
      plane: words(planes, 'Where it has effect.'),
      status: words(stepStatuses, 'Whether it is done, still required, waiting for its day, or blocked.'),
      date: orNull(DateKnown),
      act: RefOrNull,
      because: Type.Array(BecauseStep),
    },
    { description: 'One step on the way out of a treaty.' },
  ),
)

export const TakesEffect = component(
  'TakesEffect',
  Type.Object(
    {
      earliest: orNull(Type.String({ format: 'date' })),
      latest: orNull(Type.String({ format: 'date', description: 'Null while nothing on record bounds it.' })),
      condition: described(
        TextOrNull,
        'What it depends on; where an armed conflict would hold it and none is on record, that too.',
      ),
      article: TextOrNull,
    },
    { description: 'When a withdrawal takes effect.' },
  ),
)

export const Withdrawal = component(
  'Withdrawal',
  Type.Object(
    {
      stage: words(withdrawalStages, 'How far it has come.'),
      steps: Type.Array(WithdrawalStep),
      next: orNull(WithdrawalStep),
      takesEffect: orNull(TakesEffect),
    },
    { description: 'The track of a withdrawal, on every plane.' },
  ),
)

export const Projection = component(
  'Projection',
  Type.Object(
    {
      state: Ref,
      treaty: Ref,
      notifiedOn: orNull(Type.String({ format: 'date' })),
      conflictEndedOn: orNull(Type.String({ format: 'date' })),
      earliest: orNull(Type.String({ format: 'date' })),
      latest: orNull(Type.String({ format: 'date', description: 'Null while nothing on record bounds it.' })),
      held: Type.Boolean({ description: 'Whether an armed conflict on record holds it.' }),
      article: TextOrNull,
      condition: described(
        TextOrNull,
        'What it depends on beside what is supposed: an armed conflict that is not on record would hold it too.',
      ),
      because: Type.Array(BecauseStep),
      links: Links,
    },
    { description: 'When a withdrawal would take effect, on days supposed.' },
  ),
)

export const ProjectionAnswer = one('ProjectionAnswer', Projection)
