import { Rule } from '../../domain/clauses.ts'
import { Type } from '../../json-schema.ts'
import { list, one } from './answers.ts'
import { component, described, orNull, Text, TextOrNull } from './component.ts'
import { Links } from './references.ts'

const TreatyDate = component(
  'TreatyDate',
  Type.Object(
    {
      day: Type.String({ format: 'date' }),
      place: TextOrNull,
      article: TextOrNull,
      note: TextOrNull,
      citation: Text,
    },
    { description: "A day in a treaty's own life, with where it is recorded." },
  ),
)

export const Treaty = component(
  'Treaty',
  Type.Object(
    {
      id: Text,
      name: Text,
      shortName: Text,
      aliases: Type.Array(Text),
      subject: Text,
      references: Type.Object({
        untc: Type.String({
          description: 'Its number among the multilateral treaties deposited with the Secretary-General.',
        }),
        chapter: Text,
        unts: described(TextOrNull, 'Volume and page of the United Nations Treaty Series.'),
        registration: TextOrNull,
      }),
      depositary: Text,
      dates: Type.Object({
        adopted: orNull(TreatyDate),
        openedForSignature: orNull(TreatyDate),
        thresholdReached: described(orNull(TreatyDate), 'The day of the instrument that brought it into force.'),
        entryIntoForce: orNull(TreatyDate),
      }),
      links: Links,
    },
    { description: 'A treaty: its names, references and days.' },
  ),
)

export const RuleOfClause = component('Rule', Rule)

export const Clause = component(
  'Clause',
  Type.Object(
    {
      id: Text,
      article: described(TextOrNull, 'Null where the clause tells what the treaty does not provide for.'),
      rule: RuleOfClause,
      summary: Text,
      words: described(TextOrNull, 'The deciding words of the article.'),
      citation: Text,
    },
    { description: 'A final clause: its article, its rule as data, and its deciding words.' },
  ),
)

export const TreatyAnswer = one('TreatyAnswer', Treaty)

export const TreatyList = list('TreatyList', Treaty)

export const ClauseList = list('ClauseList', Clause)
