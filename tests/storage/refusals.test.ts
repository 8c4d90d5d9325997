import { afterAll, describe, expect, test } from 'vitest'
import { databaseOfSeed } from '../record.ts'

const { $client: client } = databaseOfSeed()
client.exec(
  "INSERT INTO complete_lists (source, treaty, complete_as_at) VALUES ('reuters-ukraine-decree', 'mine-ban', '2025-06-29')",
)
const all = <T>(sql: string) => client.prepare(sql).all() as T[]

/** Every CHECK of the database, by its name, and a change that it must refuse. */
const refusals: Record<string, [sentence: string, change: string][]> = {
  states_id: [
    ['a state with a code of four letters', "INSERT INTO states VALUES ('UKRA', NULL, NULL, 'X', 'member', NULL)"],
  ],
  states_un_status: [['a status that the United Nations do not know', "UPDATE states SET un_status = 'guest'"]],
  states_un_member_since: [['a member since a 30 February', "UPDATE states SET un_member_since = '1945-02-30'"]],
  state_names_kind: [['a kind of name that is not in the list', "UPDATE state_names SET kind = 'nickname'"]],
  treaties_id: [['a treaty whose id is no slug', "UPDATE treaties SET id = 'Mine Ban'"]],
  treaty_dates_event: [['an event that no treaty has', "UPDATE treaty_dates SET event = 'celebrated'"]],
  treaty_dates_day: [
    ['a month in place of a day', "UPDATE treaty_dates SET day = '1997-09'"],
    ['a moment in place of a day', "UPDATE treaty_dates SET day = '1997-09-18 12:00:00'"],
  ],
  clauses_rule: [
    ['a rule that is not JSON', "UPDATE clauses SET rule = '{kind: withdrawal}'"],
    ['a rule without a kind', 'UPDATE clauses SET rule = \'{"months": 6}\''],
  ],
  speakers_kind: [['a speaker who is neither person nor body', "UPDATE speakers SET kind = 'ghost'"]],
  sources_kind: [['a kind of source that is not in the list', "UPDATE sources SET kind = 'rumour'"]],
  sources_published: [
    ['a publication that ends before it begins', "UPDATE sources SET published_earliest = '2099-01-01'"],
    ['a publication on a day that does not exist', "UPDATE sources SET published_latest = '2025-06-31'"],
  ],
  sources_sha256: [
    ['a digest that is too short', "UPDATE sources SET sha256 = 'abc'"],
    ['a digest in capitals', 'UPDATE sources SET sha256 = upper(sha256)'],
  ],
  statements_known: [
    ['a statement known on a day that does not exist', "UPDATE statements SET known_latest = '2025-06-31'"],
  ],
  statements_voice: [['a voice that is not in the list', "UPDATE statements SET voice = 'chorus'"]],
  statements_modality: [['a modality that is not in the list', "UPDATE statements SET modality = 'maybe'"]],
  statements_topic: [['a topic that is not in the list', "UPDATE statements SET topic = 'weather'"]],
  statements_locator: [
    ['a locator that is not as long as the words', 'UPDATE statements SET end_at = end_at + 1'],
    ['a locator before the beginning', 'UPDATE statements SET end_at = end_at - start_at - 1, start_at = -1'],
    ['a locator without its end', 'UPDATE statements SET end_at = NULL'],
  ],
  acts_kind: [['a kind of act that is not in the list', "UPDATE acts SET kind = 'decree'"]],
  acts_aim: [['an aim that is not in the list', "UPDATE acts SET aim = 'fame'"]],
  acts_rival_effects: [['rival effects that are neither there nor not', 'UPDATE acts SET rival_effects = 2']],
  acts_rival_dates: [['rival dates that are neither there nor not', 'UPDATE acts SET rival_dates = 2']],
  acts_doer: [['an act that nobody did', 'UPDATE acts SET state = NULL, actor = NULL']],
  acts_known: [
    ['an act known whole before it was known', "UPDATE acts SET known_from = '2025-07-01', known_whole = '2025-06-30'"],
  ],
  acts_date: [
    ['a date that ends before it begins', "UPDATE acts SET earliest = '2025-07-01', latest = '2025-06-30'"],
    ['a 30 February', "UPDATE acts SET earliest = '2025-02-30', latest = '2025-03-30'"],
    ['a 29 February of a common year', "UPDATE acts SET earliest = '2025-02-29', latest = '2025-03-30'"],
  ],
  act_targets_self: [['an act that answers itself', 'UPDATE act_targets SET target = act']],
  act_evidence_relation: [['a relation that is not in the list', "UPDATE act_evidence SET relation = 'hints'"]],
  act_evidence_date: [['evidence of a day that does not exist', "UPDATE act_evidence SET earliest = '2025-04-31'"]],
  act_evidence_basis: [
    ['a date without its basis', 'UPDATE act_evidence SET basis = NULL WHERE date IS NOT NULL'],
    ['a basis without its date', 'UPDATE act_evidence SET date = NULL WHERE basis IS NOT NULL'],
  ],
  standing_claims_standing: [['a standing that is not in the list', "UPDATE standing_claims SET standing = 'friend'"]],
  step_requirements_step: [['a step that is no kind of act', "UPDATE step_requirements SET step = 'dance'"]],
  circumstances_kind: [['a circumstance that no clause knows', "UPDATE circumstances SET kind = 'bad_weather'"]],
  argument_statements_fact: [
    ['an argument for what is no day of an act', "UPDATE argument_statements SET fact = 'signed'"],
  ],
  complete_lists_day: [['a list complete as at a month', "UPDATE complete_lists SET complete_as_at = '2025-06'"]],
}

afterAll(() => expect(client.pragma('integrity_check', { simple: true })).toBe('ok'))

describe.each(Object.entries(refusals))('the check %s refuses', (name, changes) => {
  test.each(changes)('%s', (_, change) => {
    expect(() => client.exec(change)).toThrow(`CHECK constraint failed: ${name}`)
  })
})

test('every check of the database is among these', () => {
  const schema = all<{ sql: string | null }>('SELECT sql FROM sqlite_master').map(({ sql }) => sql ?? '')
  const checks = schema.flatMap((sql) => [...sql.matchAll(/CONSTRAINT "(\w+)" CHECK/g)].map(([, name]) => name))
  expect(Object.keys(refusals).sort()).toEqual(checks.sort())
})

type Key = { table: string; from: string; parent: string }
const keys = all<Key>(
  `SELECT m.name AS "table", k."from", k."table" AS parent FROM sqlite_master m, pragma_foreign_key_list(m.name) k
   WHERE m.type = 'table' AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\'`,
)

describe('a reference that leads nowhere is refused', () => {
  test.each(keys)('$table.$from to $parent', ({ table, from }) => {
    const change = client.prepare(
      `UPDATE ${table} SET "${from}" = 'nothing' WHERE rowid = (SELECT min(rowid) FROM ${table})`,
    )
    expect(() => change.run()).toThrow('FOREIGN KEY constraint failed')
  })

  test('what something refers to cannot be taken away', () => {
    expect(() => client.exec("DELETE FROM sources WHERE id = 'reuters-ukraine-decree'")).toThrow('FOREIGN KEY')
  })
})

describe('what must be one is one', () => {
  test.each([
    ['a second state with one alpha-2 code', "UPDATE states SET alpha2 = 'UA' WHERE id = 'FIN'"],
    ['a second state with one number', "UPDATE states SET m49 = '804' WHERE id = 'FIN'"],
    [
      'a second statement with one id',
      "UPDATE statements SET id = 'reuters-newsroom-war-age' WHERE id <> 'reuters-newsroom-war-age'",
    ],
    ['a second evidence of one statement for one act', 'INSERT INTO act_evidence SELECT * FROM act_evidence'],
  ])('%s is refused', (_, change) => {
    expect(() => client.exec(change)).toThrow(/UNIQUE constraint failed|FOREIGN KEY constraint failed/)
  })
})

test('a number in place of a text is refused or written as text, never kept as a number', () => {
  expect(() => client.exec("UPDATE acts SET rival_dates = 'yes'")).toThrow('cannot store TEXT value in INTEGER column')
})
