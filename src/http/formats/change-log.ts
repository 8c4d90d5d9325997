import type { Change } from '../../storage/changes.ts'
import type { Snapshot } from '../../storage/snapshot.ts'

const headings = { added: 'Added', corrected: 'Corrected', withdrawn: 'Withdrawn' } as const

/** The change log between two records as Markdown, in the form of Keep a Changelog: the newer record's id and day, then what changed. */
export function changeLog({ id, builtAt }: Snapshot, before: Snapshot, changes: Change[]): string {
  const sections = Object.entries(headings).flatMap(([kind, heading]) => {
    const lines = changes.filter(({ change }) => change === kind).map(lineOf)
    return lines.length === 0 ? [] : [`### ${heading}\n\n${lines.join('\n')}`]
  })
  const day = builtAt.toISOString().slice(0, 10)
  return [
    `## [${id}] - ${day}\n\nSince [${before.id}].`,
    ...(sections.length > 0 ? sections : ['No fact has changed.']),
  ].join('\n\n')
}

function lineOf({ change, kind, id, name, facts }: Change): string {
  const line = `- ${kind} \`${id}\`: ${oneLine(name)}`
  if (change !== 'corrected') return line
  return [
    line,
    ...facts.map(({ name, before, after }) => `  - \`${name}\`: ${shown(before)} is now ${shown(after)}`),
  ].join('\n')
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ')
const shown = (value: string | number | null) => (value === null ? 'nothing' : `"${oneLine(String(value))}"`)
