import { actKinds, aims, planes } from '../../domain/acts.ts'
import { knownBases, modalities, relations } from '../../domain/evidence.ts'
import { Type } from '../../json-schema.ts'
import { list, one } from './answers.ts'
import { component, described, orNull, Text, TextOrNull, words } from './component.ts'
import { DateKnown } from './dates.ts'
import { Links, Ref, RefOrNull, SourceRef } from './references.ts'

export const Evidence = component(
  'Evidence',
  Type.Object(
    {
      statement: Ref,
      relation: words(relations, 'What the statement does to the act.'),
      modality: words(modalities, 'How the statement stands to what it says.'),
      source: SourceRef,
      speaker: Ref,
      date: described(orNull(DateKnown), 'The date that this statement gives the act.'),
      effective: described(
        orNull(DateKnown),
        'The day of effect that this statement gives the act; `inferred` from what it says of something else, as `readings` tell.',
      ),
      knownSince: Type.Object(
        {
          earliest: orNull(Type.String({ format: 'date' })),
          latest: orNull(Type.String({ format: 'date' })),
          basis: words(knownBases, 'What tells so.'),
        },
        { description: 'Since when it could be known; `knownOn` asks for this.' },
      ),
    },
    { description: 'A statement that bears on an act.' },
  ),
)

export const Act = component(
  'Act',
  Type.Object(
    {
      id: Text,
      kind: words(actKinds, 'What was done.'),
      plane: words(planes, 'Where it has effect: under the treaty, inside a state, or in politics only.'),
      aim: described(orNull(Type.Enum([...aims])), 'What a domestic or political act leads towards.'),
      treaty: Ref,
      state: described(RefOrNull, 'The state whose act it is.'),
      actor: described(RefOrNull, 'The speaker who acted, where one is named.'),
      summary: Text,
      date: described(orNull(DateKnown), 'The date that the evidence gives; rival dates are a conflict.'),
      effective: described(
        TextOrNull,
        'A day of effect that a source states. Where none does, the clause of the treaty gives the day; standings, histories and withdrawals derive it.',
      ),
      targets: Type.Array(Ref, { description: 'The acts that it answers.' }),
      targetedBy: Type.Array(Ref, { description: 'The acts that answer it.' }),
      evidence: Type.Array(Evidence),
      independentSources: Type.Integer({
        description: 'How many sources support it independently; renderings of one utterance count once.',
      }),
      conflicts: Type.Array(Ref, { description: 'Where its evidence gives rival dates.' }),
      links: Links,
    },
    { description: 'Something that somebody did about a treaty, with the statements that say so.' },
  ),
)

export const ActAnswer = one('ActAnswer', Act)

export const ActList = list('ActList', Act)
