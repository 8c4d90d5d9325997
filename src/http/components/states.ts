import { Type } from '../../json-schema.ts'
import { nameKinds, unStatuses } from '../../storage/tables.ts'
import { list, one } from './answers.ts'
import { component, described, orNull, Text, TextOrNull, words } from './component.ts'
import { Links } from './references.ts'

export const State = component(
  'State',
  Type.Object(
    {
      id: Type.String({ description: 'ISO 3166-1 alpha-3; `EUE` for the European Union is a label of this record.' }),
      name: Type.String({ description: 'The name that the United Nations uses.' }),
      alpha2: TextOrNull,
      alpha3: TextOrNull,
      m49: described(TextOrNull, 'UN M49 and ISO 3166-1 numeric code, three digits.'),
      unStatus: words(unStatuses, 'Its status at the United Nations.'),
      unMemberSince: orNull(Type.String({ format: 'date' })),
      names: Type.Array(Type.Object({ name: Text, kind: words(nameKinds, 'Who uses the name.') }), {
        description: 'Every name by which the state is found.',
      }),
      links: Links,
    },
    { description: 'A state, or an organisation that can be a party to a treaty.' },
  ),
)

export const StateAnswer = one('StateAnswer', State)

export const StateList = list('StateList', State)
