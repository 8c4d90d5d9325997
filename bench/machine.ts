import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism, cpus, release, totalmem, type } from 'node:os'
import Database from 'better-sqlite3'

const taskset = ['/usr/bin/taskset', '/bin/taskset'].find((path) => existsSync(path))

/** The processors that this run may use, by number; where the system does not tell, as many as it says there are. */
export const processors: number[] = allowed()

/** The processor of the server under load, and those of the load. On a machine of one they are the same. */
export const [serverCore = 0, ...loadCores] = processors

/** A command that keeps to some processors, where the system can be asked for that. */
export const pinned = (command: string[], cores: number[]): string[] =>
  taskset && cores.length > 0 ? [taskset, '-c', cores.join(','), ...command] : command

/** Keeps this process, which starts and watches the others, off the server's processor. */
export function stayAside(): void {
  if (taskset && loadCores.length > 0)
    execFileSync(taskset, ['-a', '-c', '-p', loadCores.join(','), String(process.pid)], { stdio: 'ignore' })
}

/** What this machine is, in one line. */
export function machine(): string {
  const memory = new Database(':memory:')
  const sqlite = memory.prepare('SELECT sqlite_version()').pluck().get()
  memory.close()
  const model = cpus()[0]?.model.trim() ?? 'unknown processor'
  return [
    `${model}, ${processors.length} cores${virtual() ? ' of a virtual machine' : ''}`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    `${type()} ${release()}`,
    `Node ${process.versions.node}`,
    `SQLite ${sqlite}`,
    ...versionOf('nginx', ['-v'], /nginx\/(\S+)/, 'nginx'),
    ...versionOf('wrk', ['-v'], /(\d+\.\d+\.\d+)/, 'wrk'),
    taskset ? 'servers and load pinned to cores' : 'nothing pinned to cores: there is no taskset',
  ].join(', ')
}

function allowed(): number[] {
  try {
    const list = readFileSync('/proc/self/status', 'utf8').match(/^Cpus_allowed_list:\s*(\S+)/m)?.[1] ?? ''
    const numbers = list.split(',').flatMap((part) => {
      const [first = 0, last = first] = part.split('-').map(Number)
      return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    })
    if (numbers.length > 0) return numbers
  } catch {
    // Not Linux.
  }
  return Array.from({ length: availableParallelism() }, (_, index) => index)
}

function virtual(): boolean {
  return existsSync('/proc/cpuinfo') && /^flags.*\bhypervisor\b/m.test(readFileSync('/proc/cpuinfo', 'utf8'))
}

function versionOf(name: string, options: string[], pattern: RegExp, program: string): string[] {
  try {
    // Some tell their version on the second channel and end with an error.
    const told = execFileSync('/bin/sh', ['-c', `PATH=$PATH:/usr/sbin ${program} ${options.join(' ')} 2>&1 || true`], {
      encoding: 'utf8',
    })
    const version = told.match(pattern)?.[1]
    return version ? [`${name} ${version}`] : []
  } catch {
    return []
  }
}
