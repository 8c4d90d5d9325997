import { Type } from '../../json-schema.ts'
import { component, described, orNull, Text, TextOrNull } from './component.ts'

export const Links = component(
  'Links',
  Type.Object(
    { self: Type.String({ description: 'This answer or thing.' }) },
    { additionalProperties: Type.String(), description: 'Where to go from here; paths on this server.' },
  ),
)

export const Ref = component(
  'Ref',
  Type.Object(
    { id: Text, name: Text, href: Type.String({ description: 'Its path on this server.' }) },
    { description: 'Another thing of the record, by id, name and path.' },
  ),
)

export const RefOrNull = orNull(Ref)

export const SourceRef = component(
  'SourceRef',
  Type.Object(
    { id: Text, publisher: described(TextOrNull, 'Null where the source prints none.'), href: Text },
    { description: 'A source, by id and publisher.' },
  ),
)
