import { Type } from '../../json-schema.ts'
import { searchKinds } from '../../storage/search.ts'
import { list } from './answers.ts'
import { component, Text, words } from './component.ts'

export const Found = component(
  'Found',
  Type.Object(
    {
      kind: words(searchKinds, 'What was found.'),
      id: Text,
      name: Text,
      snippet: Type.String({
        description: 'Where it matches: HTML-escaped text in which the matching words are marked with `<mark>`.',
      }),
      href: Text,
    },
    { description: 'One thing that matches a search.' },
  ),
)

export const FoundList = list('FoundList', Found)
