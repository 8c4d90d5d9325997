import type { OneFormat } from './one-format.ts'

/** A node of linked data: its keys are terms of the context below. */
export type Linked = { '@id'?: string; '@type'?: string | string[]; [term: string]: unknown }

/** A thing as linked data, and the origin against which its ids, all of them paths, are resolved. */
export type LinkedThing = { origin: string; thing: Linked }

/**
 * The terms, given in every document so that nothing has to be fetched: schema.org where nothing else is said, PROV-O, the
 * Web Annotation vocabulary, Dublin Core terms, and `pacta` for the words that this record alone has.
 */
const terms = {
  '@version': 1.1,
  '@vocab': 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  dcterms: 'http://purl.org/dc/terms/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  edtf: 'http://id.loc.gov/datatypes/edtf/',
  pacta: 'urn:pacta:term:',
}

/** JSON-LD 1.1 (W3C Recommendation, 16 July 2020). */
export const jsonld: OneFormat<LinkedThing> = {
  mediaType: 'application/ld+json',
  contentType: 'application/ld+json; charset=utf-8',
  describe:
    'JSON-LD 1.1 with its context in it: schema.org, PROV-O, Web Annotation. Every `@id` is a path of this API, to be resolved against the `@base` that the context gives: the server that answered. A day is an `xsd:date`, a date that is known less exactly keeps its precision.',
  write: ({ origin, thing }) => JSON.stringify({ '@context': { '@base': `${origin}/`, ...terms }, ...thing }),
}
