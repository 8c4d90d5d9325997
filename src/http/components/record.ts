import { sourceKinds } from '../../domain/evidence.ts'
import { Type } from '../../json-schema.ts'
import { one } from './answers.ts'
import { component, described, orNull, Text, words } from './component.ts'
import { Ref } from './references.ts'

export const RecordDescription = component(
  'Record',
  Type.Object(
    {
      name: Text,
      description: Text,
      version: Type.String({
        description:
          'The version of the contract, which begins with that of the paths; the code has a version of its own.',
      }),
      record: Type.Object({
        id: Type.String({ description: 'A digest of the facts.' }),
        builtAt: Type.String({ format: 'date-time' }),
      }),
      coverage: Type.Object({
        states: Type.Integer(),
        treaties: Type.Array(Ref, {
          description: 'The treaties, or the first 200 of them by id; `/v1/treaties` has all.',
        }),
        treatiesTotal: Type.Integer({ description: 'How many treaties the record covers.' }),
        acts: Type.Integer(),
        statements: Type.Integer(),
        speakers: Type.Integer(),
        sources: Type.Array(Type.Object({ kind: words(sourceKinds, 'The kind of source.'), sources: Type.Integer() })),
        latestSource: described(
          orNull(Type.String({ format: 'date' })),
          'The day of the latest source; of later days the record knows nothing of its own.',
        ),
        notCovered: Type.Array(Text, { description: 'What the record leaves out.' }),
        completeLists: Type.Array(Type.Object({ treaty: Ref, completeAsAt: Type.String({ format: 'date' }) }), {
          description:
            'The treaties whose participants are all listed, and the day of the list; or the first 200 by id, `/v1/tables/complete_lists.csv` has all.',
        }),
        completeListsTotal: Type.Integer({ description: 'How many such lists there are.' }),
      }),
    },
    { description: 'What this is, and what it covers.' },
  ),
)

export const RecordAnswer = one('RecordAnswer', RecordDescription)
