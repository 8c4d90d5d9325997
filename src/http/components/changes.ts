import { Type } from '../../json-schema.ts'
import { changeKinds } from '../../storage/changes.ts'
import { thingKinds } from '../../storage/facts.ts'
import { list } from './answers.ts'
import { component, described, orNull, Text, TextOrNull, words } from './component.ts'
import { Ref } from './references.ts'

const Value = Type.Union([Type.String(), Type.Number(), Type.Null()])

export const ChangeOfThing = component(
  'Change',
  Type.Object(
    {
      change: words(changeKinds, 'What became of it.'),
      kind: words(thingKinds, 'What kind of thing it is.'),
      id: Text,
      name: described(Text, 'Its name or summary; of a thing withdrawn, the last it had.'),
      treaty: orNull(Ref),
      known: described(
        orNull(Type.String({ format: 'date' })),
        'The day by which it was certainly known, where a day was asked about.',
      ),
      facts: Type.Array(
        Type.Object({
          name: described(Text, 'Which fact: a column, or a row that belongs to the thing and its column.'),
          before: Value,
          after: Value,
        }),
        { description: 'Of a thing corrected, every fact that changed; of one withdrawn, all that it stated.' },
      ),
      href: described(TextOrNull, 'Its path on this server; null where it is no more.'),
    },
    { description: 'What became of one thing of the record.' },
  ),
)

export const ChangeList = list('ChangeList', ChangeOfThing, {
  since: Text,
  counts: Type.Object(
    { added: Type.Integer(), corrected: Type.Integer(), withdrawn: Type.Integer() },
    { description: 'How many things, whatever the filters.' },
  ),
  basis: described(Text, 'What was compared.'),
})
