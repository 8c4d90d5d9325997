import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { End } from '../process.ts'
import { client } from './client.ts'
import { type Finding, type Ground, onGround, told } from './ground.ts'
import { idOfWhole, leftBeside } from './kills.ts'

const mount = (...args: string[]) => spawnSync('mount', args).status === 0
/** Anybody but the superuser, for whom permissions do not count. */
const nobody = 65534

/** A folder on a disk of its own of `size`, or undefined where nothing can be mounted. */
function smallDisk(ground: Ground, size: string): string | undefined {
  const folder = ground.folder()
  if (!mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder)) return undefined
  ground.after(() => void spawnSync('umount', ['-l', folder]))
  return folder
}

/** What did not hold after a build that could not be written: the error is clear, and the old record is whole and served. */
async function refused(end: End, record: string, id: string, port: number, clear: RegExp): Promise<string[]> {
  const wrong: string[] = []
  if (end.code !== 1) wrong.push(`the build ends with ${end.code ?? end.signal}`)
  if (!clear.test(end.said) || /^\s+at /m.test(end.said)) wrong.push(`the build says: ${end.said.slice(0, 400)}`)
  if (idOfWhole(record) !== id) wrong.push('the old record is not in its place')
  const { ask, close } = client(port)
  const { status, body } = await ask('/readyz')
  close()
  if (status !== 200 || !body.includes(id)) wrong.push(`the server answers ${status} ${body}`)
  return wrong
}

/** The disk is full, or files may not grow so long: the build ends with a clear error and leaves nothing, the old record stays. */
export const diskFull = (kind: 'disk' | 'file size limit'): Promise<Finding> =>
  onGround(async (ground) => {
    const fault = kind === 'disk' ? 'the disk is full (tmpfs)' : 'a file may not grow (ulimit -f)'
    const old = await ground.record(0)
    const folder = kind === 'disk' ? smallDisk(ground, '1200k') : ground.folder()
    if (folder === undefined) return { fault, times: 0, seen: '', wrong: [], skipped: 'nothing can be mounted here' }
    const RECORD = join(folder, 'record.sqlite')
    cpSync(old, RECORD)
    const id = idOfWhole(RECORD)
    const server = await ground.serve({ SEED: '/nowhere', RECORD })
    const wrong: string[] = []
    const saw = new Set<string>()
    // A limit is in blocks of 512 octets; each stops the build at another point: the first writes, the last, the copy.
    const limits = kind === 'disk' ? [undefined] : ['100', '500', '900']
    for (const blocks of limits) {
      const as = blocks === undefined ? {} : { limits: `ulimit -f ${blocks}` }
      const end = await ground.run(['seed'], { SEED: ground.seed(1), RECORD }, as)
      saw.add(end.said.trim())
      wrong.push(...(await refused(end, RECORD, id, server.port, /full|space|too large|limit/i)))
      if (leftBeside(RECORD).length > 0) wrong.push(`the build leaves ${leftBeside(RECORD)}`)
    }
    return { fault, times: limits.length, seen: [...saw].join('; '), wrong: told(wrong) }
  })

/**
 * The folder of the record may only be read: the build ends with a clear error, and the old record is served, also by whoever
 * starts on it with another seed.
 */
export const folderReadOnly = (): Promise<Finding> =>
  onGround(async (ground) => {
    const fault = 'the folder of the record may only be read'
    const old = await ground.record(0)
    const id = idOfWhole(old)
    const wrong: string[] = []
    const saw: string[] = []
    const outer = ground.folder()
    const folder = join(outer, 'record')
    mkdirSync(folder)
    const RECORD = join(folder, 'record.sqlite')
    cpSync(old, RECORD)
    const server = await ground.serve({ SEED: '/nowhere', RECORD })
    const build = async (as: { uid?: number }, how: string) => {
      const end = await ground.run(['seed'], { SEED: ground.seed(1), RECORD }, as)
      saw.push(`${how}: ${end.said.trim()}`)
      wrong.push(...(await refused(end, RECORD, id, server.port, /EROFS|EACCES|read-only|permission/i)))
      const start = await ground.run(['get', '/readyz'], { SEED: ground.seed(1), RECORD }, as)
      const isTold = start.said.includes('is of another seed') && start.said.includes(`${id}, is sound, and is served`)
      if (start.code !== 0 || !isTold || !start.said.includes(`"record": "${id}"`))
        wrong.push(`${how}: whoever starts on it with another seed ends with ${start.code}: ${start.said.trim()}`)
    }
    const isRoot = process.getuid?.() === 0
    for (const path of [outer, folder]) chmodSync(path, 0o555)
    ground.after(() => {
      for (const path of [outer, folder]) chmodSync(path, 0o755)
    })
    if (isRoot) chmodSync(ground.seed(1), 0o755)
    await build(isRoot ? { uid: nobody } : {}, 'without permission')
    if (isRoot && mount('--bind', folder, folder)) {
      ground.after(() => void spawnSync('umount', ['-l', folder]))
      if (mount('-o', 'remount,bind,ro', folder)) await build({}, 'mounted to be read only')
    }
    return { fault, times: saw.length, seen: saw.join('; '), wrong: told(wrong) }
  })
