import { readdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { sql } from '../../src/storage/drizzle.ts'
import { closeSnapshot, openToServe } from '../../src/storage/snapshot.ts'
import { client } from './client.ts'
import { count, type Finding, onGround, pause, tally, told, until } from './ground.ts'

/** The id of the record at a path; throws where it is not whole from end to end. */
export function idOfWhole(path: string): string {
  const snapshot = openToServe(path)
  try {
    const { integrity_check } = snapshot.database.get<{ integrity_check: string }>(sql`PRAGMA integrity_check`)
    if (integrity_check !== 'ok') throw new Error(`integrity_check: ${integrity_check}`)
    return snapshot.id
  } finally {
    closeSnapshot(snapshot)
  }
}

/** What lies beside a record that is neither it nor the records that are kept. */
export const leftBeside = (path: string) =>
  readdirSync(dirname(path)).filter((name) => name !== basename(path) && name !== 'kept')

/**
 * `pacta seed --keep` is killed so many times, each time at another moment of its run, while a server serves its record. The
 * record at the path stays whole, the old one or the new one, and what is served is one of both; the next build succeeds, and
 * leaves nothing beside its record.
 */
export const seedKilled = (times: number): Promise<Finding> =>
  onGround(async (ground) => {
    const RECORD = await ground.record(0)
    const RECORDS_KEPT = `${dirname(RECORD)}/kept`
    const ids = [idOfWhole(RECORD), idOfWhole(await ground.record(1))]
    const server = await ground.serve({ SEED: '/nowhere', RECORD, LOG_LEVEL: 'error' })
    const { ask, close } = client(server.port)
    const wrong: string[] = []
    const saw = new Map<string, number>()

    const settings = (which: 0 | 1) => ({ SEED: ground.seed(which), RECORD, RECORDS_KEPT })
    const begun = performance.now()
    await ground.run(['seed', '--keep'], settings(0))
    const whole = performance.now() - begun

    for (let kill = 0; kill < times; kill++) {
      const before = idOfWhole(RECORD)
      // The other one, so that the record changes if the build comes to its end.
      const { child, ended } = ground.begin(['seed', '--keep'], settings(before === ids[0] ? 1 : 0))
      // In turns: at any moment of the run or a little after it, and at any moment of the writing, which is the shorter part.
      if (kill % 2 === 0) await pause(Math.random() * whole * 1.1)
      else {
        await until(() => leftBeside(RECORD).some((name) => name.includes(`-${child.pid}-`)), whole / 200, 1)
        await pause(Math.random() * whole * 0.5)
      }
      child.kill('SIGKILL')
      const { signal } = await ended
      const left = leftBeside(RECORD).length > 0
      try {
        const after = idOfWhole(RECORD)
        if (!ids.includes(after)) wrong.push(`the record is ${after}, neither of the two`)
        const moment =
          signal !== 'SIGKILL' ? 'after its end' : after === before ? 'before the change' : 'after the change'
        count(saw, `killed ${moment}${left ? ', its folder left behind' : ''}`)
      } catch (error) {
        wrong.push(`the record is not whole: ${(error as Error).message}`)
      }
      const { status, body } = await ask('/v1/speakers/roman-kostenko')
      const served = status === 200 ? JSON.parse(body.toString()).pin.record : status
      if (!ids.includes(served)) wrong.push(`the server answered ${served}`)

      if ((kill + 1) % 20 !== 0 && kill + 1 !== times) continue
      const { code, said } = await ground.run(['seed', '--keep'], settings(1))
      if (code !== 0) wrong.push(`the next build ended with ${code}: ${said}`)
      if (idOfWhole(RECORD) !== ids[1]) wrong.push('the next build did not put its record in place')
      const beside = leftBeside(RECORD)
      if (beside.length > 0) wrong.push(`the next build left ${beside.join(', ')}`)
      const halves = readdirSync(RECORDS_KEPT).filter((name) => !/^[0-9a-f]{16}\.sqlite$/.test(name))
      if (halves.length > 0) wrong.push(`the next build left ${halves.join(', ')} among the records kept`)
      for (const name of readdirSync(RECORDS_KEPT).filter((name) => name.endsWith('.sqlite')))
        if (!ids.includes(idOfWhole(`${RECORDS_KEPT}/${name}`)))
          wrong.push(`${name} is kept and is not a record of these`)
    }
    close()
    if (server.child.exitCode !== null) wrong.push('the server ended')
    return { fault: 'pacta seed --keep is killed (SIGKILL)', times, seen: tally(saw), wrong: told(wrong) }
  })
