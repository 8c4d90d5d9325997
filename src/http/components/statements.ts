import { actKinds } from '../../domain/acts.ts'
import { modalities, relations, standings, topics, voices } from '../../domain/evidence.ts'
import { Type } from '../../json-schema.ts'
import { list, one } from './answers.ts'
import { component, described, orNull, Text, TextOrNull, words } from './component.ts'
import { DateKnown } from './dates.ts'
import { Links, Ref, RefOrNull, SourceRef } from './references.ts'

const BearsOn = component(
  'BearsOn',
  Type.Object(
    {
      on: Type.Enum(['act', 'standing', 'step', 'circumstance']),
      relation: words(relations, 'What the statement does to it.'),
      act: Type.Optional(Ref),
      date: Type.Optional(orNull(DateKnown)),
      state: Type.Optional(Ref),
      standings: Type.Optional(
        Type.Array(Type.Enum([...standings]), {
          description: 'The standing it gives the state; several are a disjunction.',
        }),
      ),
      during: Type.Optional(Type.String({ description: 'The time of which it says so, a partial date.' })),
      step: Type.Optional(words(actKinds, 'The step that it says is still needed.')),
      circumstance: Type.Optional(Type.Object({ id: Text, name: Text })),
      began: Type.Optional(TextOrNull),
      ended: Type.Optional(TextOrNull),
      reading: Type.Optional(TextOrNull),
    },
    { description: 'A fact that a statement supports, denies or requires.' },
  ),
)

export const Statement = component(
  'Statement',
  Type.Object(
    {
      id: Text,
      summary: Type.String({ description: 'What it says, in the words of this record.' }),
      words: Type.String({ description: 'What is printed: a speaker or a document whole, a newsroom in an excerpt.' }),
      speaker: Ref,
      as: Type.Object(
        { name: TextOrNull, role: TextOrNull },
        { description: 'Name and role as this source prints them.' },
      ),
      voice: words(voices, 'In whose words it is printed.'),
      modality: words(modalities, 'How it stands to what it says.'),
      medium: described(TextOrNull, 'Where it was said, as the source prints it.'),
      topic: words(topics, 'What it is about.'),
      source: SourceRef,
      locator: Type.Object(
        {
          start: described(orNull(Type.Integer()), 'The first code point of the words; null where no text is held.'),
          end: described(orNull(Type.Integer()), 'The code point after the last.'),
          place: described(TextOrNull, 'Of a list: the participant and the column or note.'),
          unit: Type.Literal('unicode_code_points'),
          normalisation: Type.Literal('white_space_to_single_spaces'),
          sha256: described(TextOrNull, 'Of the source as received, byte for byte.'),
        },
        {
          description:
            'Where the words stand in the text of the source, start included, end not, after every run of white space has become one space and the ends are trimmed.',
        },
      ),
      treaty: RefOrNull,
      states: Type.Array(Ref, { description: 'The states that it is about.' }),
      bearsOn: Type.Array(BearsOn),
      utterance: described(TextOrNull, 'Shared by the renderings of one utterance.'),
      renderings: Type.Array(Type.Object({ id: Text, source: SourceRef, words: Text, href: Text }), {
        description: 'The same utterance as other statements render it.',
      }),
      note: described(TextOrNull, 'What an editor of this record has to add.'),
      links: Links,
    },
    { description: 'Who said what, where, in which words.' },
  ),
)

export const StatementAnswer = one('StatementAnswer', Statement)

export const StatementList = list('StatementList', Statement)
