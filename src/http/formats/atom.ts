import { type FeedEntry, type FeedFormat, instantOf, tagOf } from './feed.ts'
import { escaped } from './xml.ts'

/** The Atom Syndication Format (RFC 4287). */
export const atom: FeedFormat = {
  mediaType: 'application/atom+xml',
  contentType: 'application/atom+xml; charset=utf-8',
  write: ({ title, origin, self, list, updated, entries }) =>
    `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${escaped(tagOf(list))}</id>
  <title>${escaped(title)}</title>
  <updated>${instantOf(updated)}</updated>
  <author><name>Pacta</name></author>
  <link rel="self" type="application/atom+xml" href="${escaped(origin + self)}"/>
  <link rel="alternate" type="application/json" href="${escaped(origin + list)}"/>
${entries.map((entry) => written(entry, origin)).join('')}</feed>
`,
  describe:
    'An Atom feed (RFC 4287) of the newest, `limit` of them. `published` is the first day on which a thing could be known, `updated` the last on which evidence of it came; an id does not change.',
}

function written({ path, title, text, author, known, updated, categories }: FeedEntry, origin: string): string {
  return `  <entry>
    <id>${escaped(tagOf(path))}</id>
    <title>${escaped(title)}</title>
    <published>${instantOf(known)}</published>
    <updated>${instantOf(updated)}</updated>
${author === null ? '' : `    <author><name>${escaped(author)}</name></author>\n`}    <link rel="alternate" type="application/json" href="${escaped(origin + path)}"/>
${categories.map((term) => `    <category term="${escaped(term)}"/>\n`).join('')}    <content type="text">${escaped(text)}</content>
  </entry>
`
}
