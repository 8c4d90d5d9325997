import type { Setting } from '../answers.ts'
import type { Linked } from '../formats/jsonld.ts'
import type { showTreaty } from '../shown/treaty.ts'
import { accountOf, dateLiteral } from './terms.ts'

/** A treaty as schema.org Legislation, with its numbers in the collections of the United Nations. */
export function linkedTreaty(treaty: ReturnType<typeof showTreaty>, setting: Setting): Linked {
  const { adopted, openedForSignature, entryIntoForce } = treaty.dates
  const { untc, unts, registration } = treaty.references
  const day = (date: { day: string } | null) => dateLiteral(date?.day ?? null)
  return {
    '@id': treaty.links.self,
    '@type': ['Legislation', 'prov:Entity'],
    name: treaty.name,
    alternateName: [...new Set([treaty.shortName, ...treaty.aliases])],
    legislationType: 'treaty',
    legislationIdentifier: untc,
    identifier: Object.entries({
      'UN Treaty Collection': untc,
      'UN Treaty Series': unts,
      'UN registration': registration,
    })
      .filter(([, value]) => value !== null)
      .map(([propertyID, value]) => ({ '@type': 'PropertyValue', propertyID, value })),
    legislationDate: day(adopted),
    ...(adopted?.place && { locationCreated: { '@type': 'Place', name: adopted.place } }),
    'pacta:openedForSignature': day(openedForSignature),
    legislationDateOfApplicability: day(entryIntoForce),
    legislationLegalForce: {
      '@id': entryIntoForce === null ? 'https://schema.org/NotInForce' : 'https://schema.org/InForce',
    },
    about: treaty.subject,
    'pacta:depositary': treaty.depositary,
    mainEntityOfPage: accountOf(setting, []),
  }
}
