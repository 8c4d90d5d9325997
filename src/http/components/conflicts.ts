import { Type } from '../../json-schema.ts'
import { conflictFacts } from '../../storage/conflicts.ts'
import { list, one } from './answers.ts'
import { component, described, Text, TextOrNull, words } from './component.ts'
import { DateKnown } from './dates.ts'
import { Links, Ref, RefOrNull, SourceRef } from './references.ts'

export const Conflict = component(
  'Conflict',
  Type.Object(
    {
      id: Text,
      fact: words(
        conflictFacts,
        'What the sources disagree on: the day of the act, or the day on which it takes effect.',
      ),
      act: Ref,
      treaty: Ref,
      state: RefOrNull,
      values: Type.Array(
        Type.Object({
          date: DateKnown,
          preferred: Type.Boolean(),
          statements: Type.Array(Type.Object({ id: Text, name: Text, href: Text, source: SourceRef })),
        }),
        { description: 'Every rival value with the statements that give it.' },
      ),
      preferred: described(TextOrNull, 'The value that this record holds right, or null while none is.'),
      because: Type.Array(Text, {
        description:
          'The arguments for the preferred value; one that rests on what the pins leave out is left out, and said to be.',
      }),
      links: Links,
    },
    { description: 'Rival values for one fact, kept side by side.' },
  ),
)

export const ConflictAnswer = one('ConflictAnswer', Conflict)

export const ConflictList = list('ConflictList', Conflict)
