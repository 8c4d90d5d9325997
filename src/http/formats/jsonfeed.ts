import { type FeedFormat, instantOf, tagOf } from './feed.ts'

/** JSON Feed 1.1 (jsonfeed.org). */
export const jsonfeed: FeedFormat = {
  mediaType: 'application/feed+json',
  contentType: 'application/feed+json; charset=utf-8',
  write: ({ title, origin, self, list, entries }) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title,
      home_page_url: origin + list,
      feed_url: origin + self,
      language: 'en',
      authors: [{ name: 'Pacta' }],
      items: entries.map(({ path, title, text, author, known, updated, categories }) => ({
        id: tagOf(path),
        url: origin + path,
        title,
        content_text: text,
        date_published: instantOf(known),
        date_modified: instantOf(updated),
        ...(author !== null && { authors: [{ name: author }] }),
        tags: categories,
      })),
    }),
  describe: 'A JSON Feed (version 1.1) of the newest, with the ids and days of the Atom feed.',
}
