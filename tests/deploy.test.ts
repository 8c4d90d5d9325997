import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { settings } from '../src/config.ts'
import { send } from './http/exchange.ts'

const read = (file: string) => readFileSync(file, 'utf8')
const image = read('Dockerfile')
const edge = read('deploy/nginx.conf')
const { services } = parse(read('deploy/compose.yaml'))
const copies: Record<string, { environment: Record<string, string>; stop_grace_period: string }> = Object.fromEntries(
  Object.entries<never>(services).filter(([, { image }]) => image === 'pacta'),
)
const manifests = parseAllDocuments(read('deploy/kubernetes.yaml')).map((document) => document.toJS())
const manifest = (kind: string) => manifests.find((one) => one.kind === kind)
const pod = manifest('Deployment').spec.template.spec
const [container] = pod.containers
const inPod: Record<string, string> = Object.fromEntries(
  container.env.map(({ name, value }: { name: string; value: string }) => [name, value]),
)
const inImage = Object.fromEntries(
  [...image.matchAll(/^ENV (.*)$/gm)].flatMap(([, line = '']) => line.split(' ').map((pair) => pair.split('='))),
)

/** How long a copy may take to end, in seconds. */
const ending = (environment: Record<string, string>) =>
  Number(environment.DRAIN_SECONDS ?? settings.DRAIN_SECONDS.default) +
  Number(environment.GRACE_SECONDS ?? settings.GRACE_SECONDS.default)

test('what the image, compose.yaml and kubernetes.yaml set are settings', () => {
  const set = [inImage, inPod, ...Object.values(copies).map(({ environment }) => environment)].flatMap(Object.keys)
  expect(set.length).toBeGreaterThan(10)
  const others = set.filter((name) => !(name in settings))
  // Of Node and of the C library.
  expect(new Set(others)).toEqual(
    new Set(['NODE_ENV', 'MALLOC_ARENA_MAX', 'MALLOC_TRIM_THRESHOLD_', 'MALLOC_MMAP_THRESHOLD_']),
  )
})

describe('V8 is given the same settings', () => {
  const { scripts } = JSON.parse(read('package.json'))
  const [settings = ''] = /(--\S+ )+/.exec(scripts.start) ?? []
  test.each(['Dockerfile', 'README.md', 'bench/servers/pacta.ts'])('as by `npm start` in %s', (file) => {
    const words = read(file).replace(/[\s'",]+/g, ' ')
    expect(settings).toContain('--max-semi-space-size')
    expect(words.split(settings).length).toBe(words.split('--max-semi-space-size').length)
    expect(words).toContain(settings)
  })
})

test('a copy is given longer to end than it takes to turn away and to finish', () => {
  expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(ending(inPod))
  for (const { environment, stop_grace_period } of Object.values(copies))
    expect(Number.parseInt(stop_grace_period, 10)).toBeGreaterThan(ending(environment))
})

test('how many copies there are is said by the autoscaler alone, and more than may be missing', () => {
  expect(manifest('Deployment').spec).not.toHaveProperty('replicas')
  const { minReplicas, scaleTargetRef } = manifest('HorizontalPodAutoscaler').spec
  expect(scaleTargetRef).toMatchObject({ kind: 'Deployment', name: manifest('Deployment').metadata.name })
  expect(minReplicas).toBe(3)
  expect(manifest('PodDisruptionBudget').spec.minAvailable).toBeLessThan(minReplicas)
})

test('readiness is asked often enough that a copy is left alone before it closes', () => {
  const { periodSeconds, failureThreshold } = container.readinessProbe
  expect(periodSeconds * failureThreshold).toBeLessThan(Number(inPod.DRAIN_SECONDS))
})

describe('the probes', () => {
  test.each(['startupProbe', 'readinessProbe', 'livenessProbe'])('%s asks for what is served', async (probe) => {
    const { path, port } = container[probe].httpGet
    expect((await send(path)).statusCode).toBe(200)
    const ports = container.ports.map(({ name, containerPort }: never) => [name, containerPort])
    expect(Object.fromEntries(ports)[port]).toBe(Number(inImage.PORT))
  })
})

describe('the edge', () => {
  test('passes on to the copies that compose.yaml begins, on the port of the image', () => {
    const asked = [...edge.matchAll(/^\s*server ([\w.-]+):(\d+)/gm)].map(([, name, port]) => `${name}:${port}`)
    expect(asked).toEqual(Object.keys(copies).map((name) => `${name}:${inImage.PORT}`))
    expect(asked).toHaveLength(3)
  })

  test('limits rates in place of the copies, which believe it about who asks', () => {
    expect(edge).toMatch(/^\s*limit_req zone=clients/m)
    expect(edge).toContain('proxy_set_header X-Forwarded-For $remote_addr;')
    for (const { environment } of Object.values(copies))
      expect(environment).toMatchObject({ RATE_LIMIT: '0', TRUSTED_HOPS: '1' })
  })

  test('lets go of idle connections before the copies do', () => {
    const [, seconds] = /keepalive 64;\s+#[^\n]*\n\s+keepalive_timeout (\d+)s/.exec(edge) ?? []
    expect(Number(seconds)).toBeLessThan(Number(settings.IDLE_CLIENT_SECONDS.default))
  })

  test('refuses with the headers that the copies have', async () => {
    const { headers } = await send('/nothing')
    for (const name of [
      'Access-Control-Allow-Origin',
      'Access-Control-Expose-Headers',
      'Cache-Control',
      'Content-Security-Policy',
      'X-Content-Type-Options',
    ]) {
      const said = [...edge.matchAll(new RegExp(`add_header ${name} (?:"([^"]*)"|(\\S+)) always`, 'g'))]
        .map(([, quoted, plain]) => quoted ?? plain)
        .filter((value) => !value?.startsWith('$'))
      expect([name, ...said]).toEqual([name, ...Array(2).fill(headers[name.toLowerCase()])])
    }
  })
})

test('figures are published by nobody', () => {
  expect(services.edge.ports).toEqual(['8080:8080'])
  for (const copy of Object.values(copies)) expect(copy).not.toHaveProperty('ports')
  expect(manifest('Service').spec.ports.map(({ targetPort }: { targetPort: string }) => targetPort)).toEqual(['http'])
})

test('every copy is locked down', () => {
  for (const copy of [...Object.values(copies), services.edge])
    expect(copy).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] })
  expect(container.securityContext).toEqual({
    readOnlyRootFilesystem: true,
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
  })
  expect(pod.securityContext).toMatchObject({ runAsNonRoot: true })
  expect(image).toMatch(/^USER node\nEXPOSE/m)
})

test.runIf(existsSync('/usr/sbin/nginx') && inject('record'))(
  'with nginx installed: three copies behind it end, and leave none of its processes behind',
  { timeout: 90_000 },
  async () => {
    const child = spawn(process.execPath, ['deploy/three-copies.ts', '--seconds', '1', '--clients', '2'], {
      env: { PATH: process.env.PATH, RECORD: inject('record') ?? '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void child.kill())
    let said = ''
    child.stdout.on('data', (text) => {
      said += text
    })
    // The end of its output waits for all who have inherited it, which is each process of nginx.
    const ended = once(child, 'close')
    await once(child, 'exit')
    const bound = AbortSignal.timeout(5_000)
    const isLeft = await Promise.race([ended.then(() => false), once(bound, 'abort').then(() => true)])
    expect(said).toContain('one greedy client')
    // Through the edge as without it: parts of the record, and of each file that it has not changed.
    expect(said).toContain('files, in part      206 2, 304 3, 416 1')
    expect(isLeft).toBe(false)
  },
)
