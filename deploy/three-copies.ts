/**
 * Three copies of Pacta behind nginx with nginx.conf from this folder, under load from many clients, while one copy is killed
 * and begun again, and another is told to end and begun again: `node deploy/three-copies.ts`. It tells what was answered, how
 * soon and by whom, and ends with exit code 1 if a single request failed. nginx has to be installed (Debian: nginx-light).
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'

const usage = `npx node deploy/three-copies.ts [--seconds N] [--clients N]

Three copies of Pacta behind nginx, under load, while one is killed and another ended; tells what was answered.

  --seconds N    how long the clients ask. Default: 24.
  --clients N    how many clients there are. Default: 60.
  --help         prints this`

/** How long, and by how many, is asked; ends where the command line asks for help or cannot be read. */
function readOptions(): [seconds: number, clients: number] {
  try {
    const { help, ...counts } = parseArgs({
      options: {
        seconds: { type: 'string', default: '24' },
        clients: { type: 'string', default: '60' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
    for (const [option, count] of Object.entries(counts))
      if (!/^[1-9]\d*$/.test(count)) throw new Error(`--${option} is "${count}"; it is a number from 1`)
    if (!help) return [Number(counts.seconds), Number(counts.clients)]
    console.log(usage)
    process.exit(0)
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`)
    process.exit(1)
  }
}
const [seconds, clients] = readOptions()

/** Below the 20 requests in a second that the edge allows each client. */
const requestsPerSecond = 12

const nginx = [...(process.env.PATH ?? '').split(':').map((folder) => join(folder, 'nginx')), '/usr/sbin/nginx'].find(
  existsSync,
)
if (nginx === undefined) {
  console.error('nginx is missing; nothing was tried. On Debian: apt-get install nginx-light')
  process.exit(2)
}

const project = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'pacta-three-copies-'))
// Begun by root, nginx works as a user without rights, who has to reach what is in it.
chmodSync(folder, 0o755)
const children = new Set<ChildProcess>()
let edge: ChildProcess | undefined
process.on('exit', () => {
  // Without its master, nginx would leave its workers running for ever.
  for (const child of children) child.kill(child === edge ? 'SIGTERM' : 'SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1))

/** Ports that are free now. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => new Promise((resolve) => server.once('listening', resolve))))
  const ports = servers.map((server) => (server.address() as { port: number }).port)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}
const [edgePort = 0, ...copyPorts] = await freePorts(4)

type Copy = { process: ChildProcess; ended: Promise<number | null> }

/** Starts a copy and waits until it can answer. */
async function begin(port: number): Promise<Copy> {
  const child = spawn(process.execPath, ['src/pacta.js', 'serve'], {
    cwd: project,
    env: {
      PATH: process.env.PATH,
      ...(process.env.RECORD && { RECORD: process.env.RECORD }),
      PORT: String(port),
      TRUSTED_HOPS: '1',
      // Copies, edge and clients share one machine here, so that a copy often waits for the others and not for its own work.
      MAX_WAIT_MS: '5000',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'inherit', openSync(join(folder, `${port}.log`), 'a')],
  })
  children.add(child)
  const ended = new Promise<number | null>((resolve) =>
    child.once('exit', (code) => {
      children.delete(child)
      resolve(code)
    }),
  )
  while (child.exitCode === null && child.signalCode === null) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
    if (ready?.ok) return { process: child, ended }
    await pause(50)
  }
  throw new Error(`a copy ended as it began:\n${readFileSync(join(folder, `${port}.log`), 'utf8')}`)
}

/** nginx.conf with the addresses and folders of this run; nothing else is changed. */
function edgeConfiguration(): string {
  let text = readFileSync(join(import.meta.dirname, 'nginx.conf'), 'utf8')
  const replace = (from: string, to: string) => {
    if (!text.includes(from)) throw new Error(`nginx.conf has no "${from}"`)
    text = text.replaceAll(from, to)
  }
  for (const [i, port] of copyPorts.entries()) replace(`server pacta-${i + 1}:8080`, `server 127.0.0.1:${port}`)
  replace('listen 8080;', `listen ${edgePort};`)
  replace('/dev/stdout asked', `${folder}/asked.log asked`)
  replace('/dev/stdout passed_on', `${folder}/passed-on.log passed_on`)
  replace('/dev/stderr', `${folder}/nginx.log`)
  replace('/var/cache/nginx', folder)
  replace('/tmp/nginx.pid', `${folder}/nginx.pid`)
  replace('/tmp/pacta-beyond-cache.sock', `${folder}/beyond-cache.sock`)
  return text
}

/** What is asked: some of it often, some of it new each time, in several formats and encodings. */
const states = ['UKR', 'FIN', 'LVA', 'LTU', 'EST', 'POL', 'FRA', 'DEU', 'NOR', 'KEN', 'CHL', 'JPN']
const pick = <T>(from: T[]): T => from[Math.floor(Math.random() * from.length)] as T
const day = () =>
  `${2000 + Math.floor(Math.random() * 25)}-0${1 + Math.floor(Math.random() * 9)}-1${Math.floor(Math.random() * 10)}`
const calls: (() => string)[] = [
  () => `/v1/treaties/mine-ban/members/${pick(states)}`,
  () => `/v1/states/${pick(states)}`,
  () => '/v1/acts?treaty=mine-ban&limit=20',
  () => '/v1/treaties/mine-ban/history.svg',
  () => '/v1/search?q=withdrawal',
  () => '/',
  () => `/v1/treaties/mine-ban/members/${pick(states)}?asOf=${day()}`,
  () => `/v1/acts?state=${pick(states)}&format=csv&limit=${1 + Math.floor(Math.random() * 200)}`,
  () => `/v1/treaties/mine-ban/members?asOf=${day()}&limit=50`,
]

type Answer = { at: number; ms: number; status: number; failure?: string }
type Exchange = { status: number; headers: IncomingHttpHeaders; octets: number }

function ask(path: string, agent: Agent, client: string, headers: Record<string, string>): Promise<Exchange> {
  return new Promise((resolve, reject) => {
    const asking = request(
      { host: '127.0.0.1', port: edgePort, path, agent, localAddress: client, headers, timeout: 20_000 },
      (answer) => {
        let octets = 0
        answer.on('data', (part: Buffer) => {
          octets += part.length
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, octets }))
        answer.on('error', reject)
        answer.on('aborted', () => reject(new Error('the answer broke off')))
      },
    )
    asking.on('timeout', () => asking.destroy(new Error('no answer within 20 s')))
    asking.on('error', reject).end()
  })
}

const answers: Answer[] = []
/** The ETag that each address and encoding has had; every copy has to give the same. */
const tags = new Map<string, string>()
const began = performance.now()
const since = () => performance.now() - began

/** One client, with an address of its own, that asks until `end`. */
async function client(number: number, end: number): Promise<void> {
  const address = `127.1.${Math.floor(number / 250)}.${1 + (number % 250)}`
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const encoding = pick(['br', 'gzip', 'identity'])
  while (since() < end) {
    const path = pick(calls)()
    const key = `${path} ${encoding}`
    const held = tags.get(key)
    const headers: Record<string, string> = { 'accept-encoding': encoding }
    if (held && Math.random() < 0.2) headers['if-none-match'] = held
    const at = since()
    try {
      const { status, headers: got, octets } = await ask(path, agent, address, headers)
      const tag = got.etag ?? ''
      const failure =
        status !== 200 && status !== 304
          ? `${status}`
          : status === 200 && got['content-length'] !== undefined && Number(got['content-length']) !== octets
            ? 'fewer octets than said'
            : tag === ''
              ? 'no ETag'
              : held !== undefined && held !== tag
                ? 'another ETag than before'
                : undefined
      if (failure === undefined) tags.set(key, tag)
      answers.push({ at, ms: since() - at, status, ...(failure && { failure: `${failure}: ${path}` }) })
    } catch (error) {
      answers.push({ at, ms: since() - at, status: 0, failure: `${(error as Error).message}: ${path}` })
    }
    await pause(Math.max(0, at + 1000 / requestsPerSecond - since()))
  }
  agent.destroy()
}

/** How one client fares that asks for more than the edge allows. */
async function greedy(): Promise<string> {
  const agent = new Agent({ keepAlive: true, maxSockets: 20 })
  const all = await Promise.all(
    Array.from({ length: 1000 }, () => ask('/v1/states/UKR', agent, '127.2.0.1', { 'accept-encoding': 'gzip' })),
  )
  agent.destroy()
  const refused = all.filter(({ status }) => status === 429)
  const isPolite = refused.every(
    ({ headers }) => headers['retry-after'] === '1' && headers['content-type'] === 'application/problem+json',
  )
  if (refused.length === 0 || !isPolite) process.exitCode = 1
  return `${all.length - refused.length} of its ${all.length} requests answered, ${refused.length} refused with 429`
}

/** How the files are answered to who resumes a download or holds what there is; a part, or word that it is the same, is expected. */
async function files(): Promise<string> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const seen: string[] = []
  const expectOf = async (path: string, headers: Record<string, string>, status: number, octets = 0) => {
    const got = await ask(path, agent, '127.2.0.2', headers)
    seen.push(`${got.status}`)
    if (got.status === status && (octets === 0 || got.octets === octets)) return
    process.exitCode = 1
    console.log(`  ${path} ${JSON.stringify(headers)} is answered ${got.status}, ${got.octets} octets`)
  }
  for (const path of ['/v1/record.sqlite', '/v1/datapackage.zip', '/v1/tables/acts.csv']) {
    const { headers } = await ask(path, agent, '127.2.0.2', {})
    await expectOf(path, { 'if-none-match': headers.etag ?? '' }, 304)
    if (headers['accept-ranges'] !== 'bytes') continue
    await expectOf(path, { range: 'bytes=100-115' }, 206, 16)
    await expectOf(path, { range: 'bytes=100-115', 'if-range': headers.etag ?? '' }, 206, 16)
    await expectOf(path, { range: `bytes=${headers['content-length']}-` }, 416)
  }
  agent.destroy()
  return counted(seen.sort())
}

const linesOf = (file: string): Record<string, string>[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

const counted = (values: string[]) => {
  const counts = Map.groupBy(values, (value) => value)
  return [...counts].map(([value, { length }]) => `${value} ${length}`).join(', ')
}

const tell = (text: string) => console.log(`${(since() / 1000).toFixed(1).padStart(5)} s  ${text}`)

// The first builds the record if it has to; the others find it.
const copies = [await begin(copyPorts[0] as number)]
for (const port of copyPorts.slice(1)) copies.push(await begin(port))
mkdirSync(join(folder, 'answers'))
writeFileSync(join(folder, 'nginx.conf'), edgeConfiguration())
const arguments_ = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'nginx.log')]
const checked = spawnSync(nginx, ['-t', ...arguments_], { encoding: 'utf8' })
if (checked.status !== 0) throw new Error(checked.stderr)
edge = spawn(nginx, [...arguments_, '-g', 'daemon off;'], { stdio: 'inherit' })
children.add(edge)
for (let tries = 0; !(await fetch(`http://127.0.0.1:${edgePort}/healthz`).catch(() => undefined))?.ok; tries++) {
  if (tries === 100)
    throw new Error(`nginx does not answer:\n${readFileSync(join(folder, 'nginx.log'), 'utf8').slice(0, 2000)}`)
  await pause(50)
}

tell(`three copies behind nginx at http://127.0.0.1:${edgePort}; ${clients} clients, ${seconds} s`)
const start = since()
const end = start + seconds * 1000
const load = Promise.all(Array.from({ length: clients }, (_, number) => client(number, end)))
const events: number[] = []
const happening = async (part: number, text: string) => {
  await pause(Math.max(0, start + part * seconds * 1000 - since()))
  events.push(since())
  tell(text)
}

await happening(1 / 6, 'SIGKILL to the first copy')
copies[0]?.process.kill('SIGKILL')
await happening(2 / 6, 'the first copy begins again')
await begin(copyPorts[0] as number)
await happening(3 / 6, 'SIGTERM to the second copy')
copies[1]?.process.kill('SIGTERM')
const code = await copies[1]?.ended
tell(`the second copy has ended with exit code ${code}`)
await happening(4 / 6, 'the second copy begins again')
await begin(copyPorts[1] as number)
await load
tell('the load ends')

const failed = answers.filter(({ failure }) => failure !== undefined)
const times = answers.map(({ ms }) => ms).sort((a, b) => a - b)
const share = (part: number) => (times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0).toFixed(1)
const asked = linesOf('asked.log').filter(({ url }) => url !== '/healthz')
const passedOn = linesOf('passed-on.log')
const again = passedOn.filter(({ copies = '' }) => copies.includes(','))
const lasts = passedOn.map(({ copies = '' }) => copies.split(', ').at(-1) ?? '')
const named = (address: string) => {
  const copy = copyPorts.findIndex((port) => address.endsWith(`:${port}`))
  return copy < 0 ? 'none' : `copy ${copy + 1}`
}

console.log(`
requests            ${answers.length}, ${Math.round(answers.length / seconds)} in a second
failed              ${failed.length}
by status           ${counted(answers.map(({ status }) => String(status)))}
by the cache        ${counted(asked.map(({ cache }) => cache || 'none'))}
by copy             ${counted(lasts.map(named).sort())}
asked again         ${again.length}, of the next copy, as one was gone
milliseconds        p50 ${share(0.5)}, p90 ${share(0.9)}, p99 ${share(0.99)}, most ${share(1)}
one greedy client   ${await greedy()}
files, in part      ${await files()}`)
for (const [failure, all] of [...Map.groupBy(failed, ({ failure = '' }) => failure)].slice(0, 10))
  console.log(`  ${all.length} × ${failure}`)
if (failed.length > 0) console.log(readFileSync(join(folder, 'nginx.log'), 'utf8').slice(-3000))
if (failed.length > 0 || code !== 0 || answers.length === 0) process.exitCode = 1
const edgeEnded = once(edge, 'exit')
edge.kill('SIGTERM')
await Promise.race([edgeEnded, pause(10_000)])
process.exit()
