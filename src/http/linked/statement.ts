import type { Day } from '../../domain/partial-date.ts'
import type { Setting } from '../answers.ts'
import type { Linked } from '../formats/jsonld.ts'
import type { showStatement } from '../shown/statement.ts'
import { accountOf, dateLiteral, linkTo } from './terms.ts'

/**
 * A statement as a schema.org Claim that appears in a Quotation, which was quoted from its source (PROV-O), and the place
 * of the words as a Web Annotation (W3C Recommendation, 23 February 2017, section 4.2). `known` is the day on which it came.
 */
export function linkedStatement(
  statement: ReturnType<typeof showStatement>,
  known: Day | null,
  setting: Setting,
): Linked {
  const id = statement.links.self
  const source = {
    '@id': statement.source.href,
    ...(statement.source.publisher && { publisher: statement.source.publisher }),
  }
  const speaker = { ...linkTo(statement.speaker), '@type': 'prov:Agent' }
  const quotation = {
    '@id': `${id}#quotation`,
    '@type': ['Quotation', 'prov:Entity'],
    text: statement.words,
    creator: speaker,
    'pacta:voice': statement.voice,
    'pacta:nameAsPrinted': statement.as.name ?? undefined,
    'pacta:roleAsPrinted': statement.as.role ?? undefined,
    isPartOf: source,
    'prov:wasQuotedFrom': source,
    'prov:wasAttributedTo': speaker,
    'prov:generatedAtTime': dateLiteral(known),
  }
  return {
    '@id': id,
    '@type': ['Claim', 'prov:Entity'],
    name: statement.summary,
    'pacta:modality': statement.modality,
    'pacta:topic': statement.topic,
    about: [...(statement.treaty ? [statement.treaty] : []), ...statement.states].map(linkTo),
    'pacta:bearsOn': statement.bearsOn.flatMap((bearing) =>
      bearing.on === 'act' ? [{ ...linkTo(bearing.act), 'pacta:relation': bearing.relation }] : [],
    ),
    appearance: quotation,
    'prov:wasDerivedFrom': { '@id': quotation['@id'] },
    'prov:wasAttributedTo': speaker,
    'prov:generatedAtTime': dateLiteral(known),
    subjectOf: {
      '@id': `${id}#annotation`,
      '@type': ['oa:Annotation', 'CreativeWork'],
      'oa:motivatedBy': { '@id': 'oa:identifying' },
      'oa:hasBody': { '@id': quotation['@id'] },
      'oa:hasTarget': target(statement),
    },
    mainEntityOfPage: accountOf(setting, [{ '@id': id }]),
  }
}

/** The words in their source: by what they are, and by where they stand; of a list, by its row or note. */
function target({ words, source, locator }: ReturnType<typeof showStatement>): Linked {
  const { start, end, place, unit, normalisation, sha256 } = locator
  const quote = { '@type': 'oa:TextQuoteSelector', 'oa:exact': words }
  const position = {
    '@type': 'oa:TextPositionSelector',
    'oa:start': { '@type': 'xsd:nonNegativeInteger', '@value': String(start) },
    'oa:end': { '@type': 'xsd:nonNegativeInteger', '@value': String(end) },
    'pacta:unit': unit,
    'pacta:normalisation': normalisation,
  }
  return {
    '@type': 'oa:SpecificResource',
    'oa:hasSource': { '@id': source.href, 'pacta:sha256': sha256 ?? undefined },
    'oa:hasSelector': start === null ? [quote] : [quote, position],
    'pacta:place': place ?? undefined,
  }
}
