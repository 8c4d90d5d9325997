import { type PartialDate, type Precision, precisionOf } from '../../domain/partial-date.ts'
import type { Setting } from '../answers.ts'
import type { Linked } from '../formats/jsonld.ts'

type Reference = { id: string; name?: string; href: string }

/** Another thing, by its path and name. */
export const linkTo = (thing: Reference | null): Linked | undefined =>
  thing === null ? undefined : { '@id': thing.href, ...(thing.name !== undefined && { name: thing.name }) }

const datatypes: Record<Precision, string> = {
  day: 'xsd:date',
  month: 'xsd:gYearMonth',
  year: 'xsd:gYear',
  interval: 'edtf:EDTF',
}

/** A date as a literal of just its precision; an interval as EDTF (ISO 8601-2). */
export function dateLiteral(date: PartialDate | null) {
  return date === null ? undefined : { '@type': datatypes[precisionOf(date)], '@value': date }
}

/** What this record says of a thing, apart from the thing itself (PROV-O: an entity, derived and attributed). */
export const accountOf = ({ permalink, record }: Setting, derivedFrom: Linked[]): Linked => ({
  '@id': permalink,
  '@type': ['CreativeWork', 'prov:Entity'],
  'prov:wasAttributedTo': { '@id': '/', '@type': ['Organization', 'prov:Agent'], name: 'Pacta' },
  'prov:wasDerivedFrom': derivedFrom,
  isPartOf: { '@id': `urn:pacta:record:${record}`, '@type': ['Dataset', 'prov:Entity'], version: record },
})
