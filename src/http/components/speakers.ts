import { speakerKinds } from '../../domain/evidence.ts'
import { Type } from '../../json-schema.ts'
import { list, one } from './answers.ts'
import { component, Text, TextOrNull, words } from './component.ts'
import { Links, RefOrNull, SourceRef } from './references.ts'

export const Speaker = component(
  'Speaker',
  Type.Object(
    {
      id: Text,
      kind: words(speakerKinds, 'Who or what speaks.'),
      name: Text,
      state: RefOrNull,
      note: TextOrNull,
      printed: Type.Array(
        Type.Object({ name: TextOrNull, role: TextOrNull, source: SourceRef, statements: Type.Integer() }),
        { description: 'Name and role as each source prints them, and in how many statements.' },
      ),
      printedIn: Type.Integer({ description: 'In how many sources; `printed` has the first 200 by id.' }),
      links: Links,
    },
    { description: 'A person, a body, a newsroom, a collective without a name, or a document.' },
  ),
)

export const SpeakerAnswer = one('SpeakerAnswer', Speaker)

export const SpeakerList = list('SpeakerList', Speaker)
