import type { Source } from '../../storage/sources.ts'

/** A source as it is published. */
export const showSource = (source: Source) => ({
  id: source.id,
  kind: source.kind,
  title: source.title,
  publisher: source.publisher,
  publisherNote: source.publisherNote,
  photoCredit: source.photoCredit,
  address: source.address,
  language: source.language,
  published: {
    given: source.dateGiven,
    assessed: source.dateAssessed,
    earliest: source.publishedEarliest,
    latest: source.publishedLatest,
    because: source.because,
  },
  digest: source.sha256 === null ? null : { sha256: source.sha256, characters: source.characters },
  statements: source.statements,
  note: source.note,
  links: { self: `/v1/sources/${source.id}`, statements: `/v1/statements?source=${source.id}` },
})
