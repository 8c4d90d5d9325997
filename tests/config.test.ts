import { join } from 'node:path'
import { expect, test } from 'vitest'
import { misspeltSettings, readConfig, settings, urlOf } from '../src/config.ts'

test.each([
  ['RATELIMIT', 'RATE_LIMIT'],
  ['WORKER', 'WORKERS'],
  ['LOGLEVEL', 'LOG_LEVEL'],
  ['RECORD_KEPT', 'RECORDS_KEPT'],
  ['TRUSTED_HOP', 'TRUSTED_HOPS'],
  ['Origin_', 'ORIGIN'],
  ['workers', 'WORKERS'],
  ['Port', 'PORT'],
  ['WROKERS', 'WORKERS'],
  ['PROT', 'PORT'],
  ['RECORDS_KETP', 'RECORDS_KEPT'],
  ['hots', 'HOST'],
])('%s in the environment is told to be %s', (given, meant) => {
  expect(misspeltSettings({ [given]: '5' })).toEqual([`${given} is not a setting and is passed over; ${meant} is one`])
})

test('where the environment knows no case, as on Windows, a setting in another case is taken and not told', () => {
  const environment = Object.defineProperty({ Workers: '3' }, 'WORKERS', { value: '3', enumerable: false })
  expect(misspeltSettings(environment)).toEqual([])
})

test.each(['PORTS', 'HOSTS', 'SEEDS'])('%s, one letter off a name of four, is another word', (given) => {
  expect(misspeltSettings({ [given]: '5' })).toEqual([])
})

test('settings, and what an image, npm and Kubernetes put into an environment, are not held for misspelt', () => {
  const usual = [
    ...Object.keys(settings),
    ...[
      'HOSTNAME',
      'HOME',
      'PATH',
      'PWD',
      'SHLVL',
      'TERM',
      'USER',
      'LANG',
      'TZ',
      'NODE_VERSION',
      'YARN_VERSION',
      'NODE_ENV',
    ],
    ...[
      'PORTS',
      'POST',
      'HOSTS',
      'SEEDS',
      'NODE',
      'COLOR',
      'EDITOR',
      'INIT_CWD',
      'npm_package_name',
      'npm_lifecycle_event',
    ],
    ...[
      'KUBERNETES_PORT',
      'KUBERNETES_SERVICE_HOST',
      'PACTA_PORT',
      'PACTA_SERVICE_PORT',
      'PACTA_PORT_8080_TCP',
      'REDIS_PORT',
    ],
    ...['MALLOC_ARENA_MAX', 'UV_THREADPOOL_SIZE', 'NODE_UNIQUE_ID', 'WEB_CONCURRENCY', 'MEMORY_LIMIT'],
  ]
  expect(misspeltSettings(Object.fromEntries(usual.map((name) => [name, '1'])))).toEqual([])
})

test('a folder of earlier records that is not there yet may be set', () => {
  const RECORDS_KEPT = join(import.meta.dirname, 'not-there-yet')
  expect(readConfig({ RECORDS_KEPT }).kept).toBe(RECORDS_KEPT)
})

test.each([
  ['127.0.0.1', 'http://127.0.0.1:8080'],
  ['::', 'http://[::]:8080'],
  ['localhost', 'http://localhost:8080'],
])('a server that listens on %s is announced as %s', (host, address) => {
  expect(urlOf(host, 8080)).toBe(address)
})
