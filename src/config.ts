import { existsSync, statSync } from 'node:fs'
import { isIPv6 } from 'node:net'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { isOneEditFrom, isOneSwapFrom } from './domain/names.ts'
import { inProject } from './project.ts'

/** The server's configuration, read from the environment and nowhere else. */
export type Config = {
  port: number
  host: string
  origin: string | undefined
  record: string
  kept: string
  seed: string
  logLevel: string
  workers: number
  /** Requests of one client in a minute; 0 for any number. */
  rateLimit: number
  trustedHops: number
  /** Octets of answers that are kept. */
  keptAnswers: number
  maxConnections: number
  /** Milliseconds. */
  maxWait: number
  /** Seconds. */
  slowClient: number
  idleClient: number
  drain: number
  grace: number
  metricsPort: number | undefined
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** Every setting: its default and what it means; the README and `pacta serve --help` list them. */
export const settings = {
  PORT: { default: '8080', meaning: 'The port to listen on; 0 takes any that is free.' },
  HOST: { default: '127.0.0.1', meaning: 'The address to listen on; 0.0.0.0 listens on all.' },
  ORIGIN: {
    default: '',
    meaning: 'The scheme and host by which clients reach it, behind a proxy: https://pacta.example. Else as they ask.',
  },
  RECORD: {
    default: 'record.sqlite',
    meaning: "The record's file, built from the seed where it is missing, or anew where it is of another seed.",
  },
  RECORDS_KEPT: {
    default: 'records-kept',
    meaning: 'The folder of earlier records, to tell what has changed since; `pacta seed --keep` fills it.',
  },
  SEED: {
    default: 'seed',
    meaning: 'The folder of the seed; where it does not exist, the record is served as it is.',
  },
  LOG_LEVEL: {
    default: 'info',
    meaning: `How much is logged: ${logLevels.join(', ')}. A line for each request is info.`,
  },
  METRICS_PORT: {
    default: '',
    meaning: 'The port, on the same address, that answers `/metrics` for Prometheus; none without it.',
  },
  WORKERS: { default: '1', meaning: 'How many processes answer; auto is one for each processor.' },
  RATE_LIMIT: {
    default: '0',
    meaning: 'How many requests a client may make in a minute, an IPv6 /64 counting as one; 0 is any number.',
  },
  TRUSTED_HOPS: {
    default: '0',
    meaning: 'How many proxies stand in front; so many entries of X-Forwarded-For, from its end, are believed.',
  },
  KEPT_ANSWERS_MB: {
    default: '4',
    meaning: 'Megabytes of answers that each process keeps to give again; 0 keeps none.',
  },
  MAX_CONNECTIONS: { default: '10000', meaning: 'How many connections each process holds open; more are closed.' },
  MAX_WAIT_MS: {
    default: '500',
    meaning:
      'How long a request may wait for its turn, in milliseconds; where more than four wait, it is then turned away with 503.',
  },
  SLOW_CLIENT_SECONDS: { default: '15', meaning: 'How long a client may take to send its request.' },
  IDLE_CLIENT_SECONDS: { default: '60', meaning: 'How long a connection may stand still before it is closed.' },
  DRAIN_SECONDS: {
    default: '1',
    meaning: 'How long after SIGTERM `/readyz` says no while all is still answered, so that balancers turn away first.',
  },
  GRACE_SECONDS: { default: '8', meaning: 'How long requests in flight may take to finish after that.' },
} as const

type Setting = keyof typeof settings

/** The environment cannot be used; the message names every setting that is wrong. */
export class ConfigInvalid extends Error {}

/** The address of a server as a URL has it: one of IPv6 in brackets (RFC 3986, section 3.2.2). */
export const urlOf = (host: string, port: number): string => `http://${isIPv6(host) ? `[${host}]` : host}:${port}`

/** What cannot be listened on: {@link ConfigInvalid} where a setting is at fault, otherwise the error itself. */
export function notListening(error: unknown, setting: 'PORT' | 'METRICS_PORT', port: number, host: string): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (code === 'EADDRINUSE') {
    const message = `the port ${port} of ${host} is taken (EADDRINUSE); set ${setting} to another, or to 0 for any that is free`
    return new ConfigInvalid(message)
  }
  if (!['ENOTFOUND', 'EAI_AGAIN', 'EADDRNOTAVAIL', 'EINVAL'].includes(code)) return error
  return new ConfigInvalid(
    `HOST is "${host}"; it is an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all (${code})`,
  )
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** Throws {@link ConfigInvalid} where what is given as a folder is none. */
export function expectFolder(name: string, path: string, meaning: string): void {
  if (!isFolder(path)) throw new ConfigInvalid(`${name} is "${path}"; it is ${meaning}, and there is none`)
}

/** The folder of the seed, for whoever reads it. Throws {@link ConfigInvalid} where no seed is there. */
export function seedFolder({ seed }: Config): string {
  if (!isFolder(join(seed, 'treaties')))
    throw new ConfigInvalid(`SEED is "${seed}"; it is the folder of a seed, which has a folder treaties`)
  return seed
}

/**
 * The names of an environment that are a setting's but for one letter, two that have changed places, or their case, and the
 * setting meant, in sentences.
 */
export function misspeltSettings(environment: Record<string, string | undefined>): string[] {
  const isMeant = (name: string, given: string) =>
    given === name
      ? // Windows takes a setting in any case.
        environment[name] === undefined
      : // One letter away from a name as short as PORT are other words, too.
        isOneSwapFrom(given, name) || (name.length >= 5 && isOneEditFrom(given, name))
  return Object.keys(environment).flatMap((given) => {
    const meant =
      given in settings ? undefined : Object.keys(settings).find((name) => isMeant(name, given.toUpperCase()))
    return meant === undefined ? [] : [`${given} is not a setting and is passed over; ${meant} is one`]
  })
}

/** Reads and checks the configuration. Throws {@link ConfigInvalid}. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const wrong: string[] = []
  const value = (name: Setting) => environment[name] || settings[name].default
  const path = (name: 'RECORD' | 'RECORDS_KEPT' | 'SEED') => environment[name] || inProject(settings[name].default)
  const number = (name: Setting, least: number, most: number) => {
    const given = Number(value(name))
    if (!/^\d+$/.test(value(name)) || given < least || given > most)
      wrong.push(
        `${name} is "${value(name)}"; it is a number from ${least} to ${most}${name === 'WORKERS' ? ', or auto' : ''}`,
      )
    return given
  }

  const origin = value('ORIGIN') || undefined
  const config: Config = {
    port: number('PORT', 0, 65535),
    host: value('HOST'),
    origin,
    record: path('RECORD'),
    kept: path('RECORDS_KEPT'),
    seed: path('SEED'),
    logLevel: value('LOG_LEVEL'),
    workers: value('WORKERS') === 'auto' ? availableParallelism() : number('WORKERS', 1, 256),
    rateLimit: number('RATE_LIMIT', 0, 1_000_000_000),
    trustedHops: number('TRUSTED_HOPS', 0, 10),
    keptAnswers: number('KEPT_ANSWERS_MB', 0, 4096) * 1024 * 1024,
    maxConnections: number('MAX_CONNECTIONS', 1, 1_000_000),
    maxWait: number('MAX_WAIT_MS', 1, 60_000),
    slowClient: number('SLOW_CLIENT_SECONDS', 1, 3600),
    idleClient: number('IDLE_CLIENT_SECONDS', 1, 3600),
    drain: number('DRAIN_SECONDS', 0, 600),
    grace: number('GRACE_SECONDS', 0, 600),
    metricsPort: value('METRICS_PORT') === '' ? undefined : number('METRICS_PORT', 0, 65535),
  }
  if (config.metricsPort !== undefined && config.metricsPort !== 0 && config.metricsPort === config.port)
    wrong.push(`METRICS_PORT and PORT are both ${config.port}; each needs a port of its own`)
  if (!logLevels.includes(config.logLevel))
    wrong.push(`LOG_LEVEL is "${config.logLevel}"; it is one of ${logLevels.join(', ')}`)
  if (origin !== undefined && (URL.parse(origin)?.origin !== origin || !/^https?:/.test(origin)))
    wrong.push(`ORIGIN is "${origin}"; it is http or https and a host, such as https://pacta.example, and nothing more`)
  // One that is not there yet is made when a record is kept.
  if (environment.RECORDS_KEPT && existsSync(config.kept) && !isFolder(config.kept))
    wrong.push(`RECORDS_KEPT is "${config.kept}"; it is the folder of earlier records, and what is there is no folder`)
  if (wrong.length > 0) throw new ConfigInvalid(wrong.join('\n'))
  return config
}
