import type { Setting } from '../answers.ts'
import type { Linked } from '../formats/jsonld.ts'
import type { showSource } from '../shown/source.ts'
import { accountOf, dateLiteral } from './terms.ts'

const types = { article: 'NewsArticle', depositary: 'Dataset', report: 'Report' } as const

/** A source as a schema.org NewsArticle, Dataset or Report, published on the day that this record holds right. */
export function linkedSource(source: ReturnType<typeof showSource>, setting: Setting): Linked {
  const { given, assessed, earliest, latest } = source.published
  return {
    '@id': source.links.self,
    '@type': [types[source.kind], 'prov:Entity'],
    name: source.title ?? undefined,
    ...(source.kind === 'article' && source.title !== null && { headline: source.title }),
    ...(source.publisher !== null && {
      publisher: { '@type': ['Organization', 'prov:Agent'], name: source.publisher },
      'prov:wasAttributedTo': { '@type': ['Organization', 'prov:Agent'], name: source.publisher },
    }),
    ...(source.address !== null && { url: { '@id': source.address } }),
    inLanguage: source.language,
    datePublished: dateLiteral(assessed),
    ...(earliest !== null && earliest === latest && { 'prov:generatedAtTime': dateLiteral(earliest) }),
    'pacta:dateAsPrinted': given ?? undefined,
    'pacta:sha256': source.digest?.sha256,
    mainEntityOfPage: accountOf(setting, [{ '@id': source.links.self }]),
  }
}
