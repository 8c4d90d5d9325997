import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { stringify as stringifyCsv } from 'csv-stringify/sync'
import { parse as parseYaml, stringify as stringifyYaml } from 'yaml'

// Writes a seed a hundred times as large as the real one, by variation of it, to measure what size costs:
//
//   node bench/large-record.ts FOLDER [TREATIES]
//   SEED=FOLDER RECORD=FOLDER.sqlite node src/pacta.js seed
//
// The first part of it is the real seed as it is, so that the same calls can be asked of both records. Each variation
// after it has every treaty again, under another id, other names and another reference; the acts of about half of the
// states; and the articles with their speakers, statements and conflicts: all of it some years earlier. Nothing is left to
// chance: the same arguments write the same files.

const [folder, count = '3000'] = process.argv.slice(2)
if (folder === undefined || !/^[1-9]\d*$/.test(count)) {
  console.error('usage: node bench/large-record.ts FOLDER [TREATIES]')
  process.exit(2)
}
const seed = fileURLToPath(new URL('../seed', import.meta.url))

/** Of this share of states a variation of a treaty has the acts: 3,000 treaties have 500,000 acts. */
const shareOfStates = 0.517

type Value = string | number | boolean | null | Value[] | { [key: string]: Value }
type Entry = { [key: string]: Value }
type Row = Record<string, string>

const filesOf = (part: string, ending: string) =>
  readdirSync(join(seed, part))
    .filter((name) => name.endsWith(ending))
    .sort()
const read = (...path: string[]) => parseYaml(readFileSync(join(seed, ...path), 'utf8'), { schema: 'core' })
const readAll = (part: string) => filesOf(part, '.yaml').map((name) => read(part, name) as Entry)

const treaties = readAll('treaties')
const sources = readAll('sources')
const acts = readAll('acts') as { treaty: string; acts: Entry[] }[]
const lists = read('depositary', 'lists.yaml') as Entry[]
const speakers = read('speakers.yaml') as Entry[]
const circumstances = read('circumstances.yaml') as Entry[]
const states = (parse(readFileSync(join(seed, 'states', 'states.csv'), 'utf8'), { columns: true }) as Row[]).map(
  ({ id }) => id,
)
const depositary = new Map(
  filesOf('depositary', '.csv').map((name) => [
    name.slice(0, -'.csv'.length),
    parse(readFileSync(join(seed, 'depositary', name), 'utf8'), { columns: true }) as Row[],
  ]),
)

/** The treaty of each act; the ids of both are told from other words by being here. */
const treatyOfAct = new Map([
  ...[...depositary].flatMap(([treaty, rows]) => rows.map(({ id }) => [id, treaty] as const)),
  ...acts.flatMap(({ treaty, acts }) => acts.map(({ id }) => [id, treaty] as const)),
])
const treatyIds = new Set(treaties.map(({ id }) => id))
const idsThatVary = new Set(
  [speakers, sources, circumstances, sources.flatMap(({ statements }) => statements as Entry[])]
    .flat()
    .flatMap(({ id, utterance = null }) => [id, utterance]),
)
/** Who speaks for the depositary in every list. */
idsThatVary.delete('secretary-general-depositary')

/** The acts that articles tell of, and with them what their states did: no variation leaves these out. */
const toldInArticles = new Set(
  [
    ...acts.flatMap(({ acts }) => acts),
    ...sources.flatMap(({ statements }) => (statements as Entry[]).flatMap(({ bears }) => bears as Entry[])),
  ].flatMap((one) => [one.id, one.act]),
)
const statesToldOf = new Set(
  [...depositary].flatMap(([treaty, rows]) =>
    rows.filter(({ id }) => toldInArticles.has(id)).map(({ state }) => `${treaty} ${state}`),
  ),
)

/** A number from 0 to 1 that a text always has. */
const shareOf = (text: string) => createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32

function writeVariation(number: number): number {
  const years = (number * 7) % 24
  const treatyId = (id: string) => `${id}-v${number}`
  const actId = (id: string) => {
    const treaty = treatyOfAct.get(id) ?? ''
    return id.startsWith(`${treaty}-`) ? `${treatyId(treaty)}${id.slice(treaty.length)}` : `${id}-v${number}`
  }
  const earlier = (date: string) =>
    date.replace(/\d{4}(-\d\d-\d\d)?/g, (day) => {
      const other = `${Number(day.slice(0, 4)) - years}${day.slice(4)}`
      return other.endsWith('-02-29') && years % 4 !== 0 ? other.replace('-29', '-28') : other
    })
  const isDate = (text: string) => /^(\.\.|\d{4}(-\d\d){0,2})(\/(\.\.|\d{4}(-\d\d){0,2}))?$/.test(text)
  const varied = (value: Value): Value => {
    if (Array.isArray(value)) return value.map(varied)
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, varied(part)]))
    if (typeof value !== 'string') return value
    if (treatyIds.has(value)) return treatyId(value)
    if (treatyOfAct.has(value)) return actId(value)
    if (idsThatVary.has(value)) return `${value}-v${number}`
    return isDate(value) ? earlier(value) : value
  }
  const named = (name: Value) => `${name} (variation ${number})`
  const digest = (of: Value) => createHash('sha256').update(`${of} ${number}`).digest('hex')
  // IV-3-a is a reference of the real chapter; number 3 becomes 103, 203, …
  const reference = (untc: Value) => String(untc).replace(/\d+/, (part) => String(Number(part) + 100 * number))

  for (const treaty of treaties) {
    const references = treaty.references as Entry
    writeYaml(`treaties/${treatyId(String(treaty.id))}.yaml`, {
      ...(varied(treaty) as Entry),
      name: named(treaty.name ?? null),
      shortName: named(treaty.shortName ?? null),
      aliases: (treaty.aliases as string[]).map(named),
      references: { ...references, untc: reference(references.untc ?? null) },
    })
  }
  for (const source of sources) {
    const other = varied(source) as Entry
    if (other.file) other.file = { ...(other.file as Entry), sha256: digest((other.file as Entry).sha256 ?? null) }
    writeYaml(`sources/${other.id}.yaml`, other)
  }
  for (const file of acts) writeYaml(`acts/${treatyId(file.treaty)}.yaml`, varied(file))

  let written = 0
  for (const [treaty, rows] of depositary) {
    const has = (row: Row) =>
      statesToldOf.has(`${treaty} ${row.state}`) || shareOf(`${treaty} ${row.state} ${number}`) < shareOfStates
    const kept = rows.filter(has)
    const keptIds = new Set(kept.map(({ id }) => id))
    const targetsOf = ({ targets = '' }: Row) =>
      targets.split(' ').filter((target) => keptIds.has(target) || toldInArticles.has(target))
    writeFileSync(
      join(folder ?? '', 'depositary', `${treatyId(treaty)}.csv`),
      stringifyCsv(
        kept.map((row) => ({
          ...row,
          ...Object.fromEntries(['date', 'effective', 'notified'].map((day) => [day, earlier(row[day] ?? '')])),
          id: actId(row.id ?? ''),
          words: row.words?.replace(/\b(\d\d? [A-Z][a-z]{2,8} )(\d{4})\b/g, (_, day, year) => `${day}${year - years}`),
          targets: targetsOf(row).map(actId).join(' '),
        })),
        { header: true, columns: Object.keys(rows[0] ?? {}) },
      ),
    )
    written += kept.length
  }
  allLists.push(
    ...lists.map((list) => ({
      ...list,
      treaty: treatyId(String(list.treaty)),
      untc: reference(list.untc ?? null),
      page: { sha256: digest((list.page as Entry).sha256 ?? null) },
    })),
  )
  allSpeakers.push(
    ...speakers.filter(({ id }) => idsThatVary.has(id ?? null)).map((speaker) => varied(speaker) as Entry),
  )
  // Another state each time: no state is in a hundred armed conflicts.
  const state = states[(number * 7) % states.length] ?? null
  allCircumstances.push(...circumstances.map((circumstance) => ({ ...(varied(circumstance) as Entry), state })))
  return written + acts.reduce((sum, file) => sum + file.acts.filter(({ id }) => !isListed(id ?? null)).length, 0)
}

const listed = new Set([...depositary.values()].flatMap((rows) => rows.map(({ id }) => id)))
const isListed = (id: Value) => typeof id === 'string' && listed.has(id)

function writeYaml(path: string, content: unknown): void {
  writeFileSync(join(folder ?? '', path), stringifyYaml(content, { schema: 'core', aliasDuplicateObjects: false }))
}

mkdirSync(folder, { recursive: true })
if (readdirSync(folder).length > 0) {
  console.error(`${folder} is not empty`)
  process.exit(1)
}
cpSync(seed, folder, { recursive: true })
const [allLists, allSpeakers, allCircumstances] = [[...lists], [...speakers], [...circumstances]]
let written = treatyOfAct.size
const variations = Math.ceil(Number(count) / treaties.length) - 1
for (let number = 1; number <= variations; number++) {
  written += writeVariation(number)
  if (number % 10 === 0 || number === variations)
    console.error(`${(number + 1) * treaties.length} treaties, ${written} acts`)
}
writeYaml('depositary/lists.yaml', allLists)
writeYaml('speakers.yaml', allSpeakers)
writeYaml('circumstances.yaml', allCircumstances)
console.log(`${(variations + 1) * treaties.length} treaties, ${written} acts in ${folder}`)
