import { fileURLToPath } from 'node:url'

/** The server's configuration, read from the environment and nowhere else. */
export type Config = {
  port: number
  host: string
  origin: string | undefined
  record: string
  kept: string
  seed: string
  logLevel: string
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']
const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** Every setting: its default and what it means; the README and `pacta serve --help` list them. */
export const settings = {
  PORT: { default: '8080', meaning: 'The port to listen on; 0 takes any that is free.' },
  HOST: { default: '127.0.0.1', meaning: 'The address to listen on; 0.0.0.0 listens on all.' },
  ORIGIN: {
    default: '',
    meaning: 'The scheme and host by which clients reach it, behind a proxy: https://pacta.example. Else as they ask.',
  },
  RECORD: { default: 'record.sqlite', meaning: "The record's file, built from the seed where it is missing or older." },
  RECORDS_KEPT: {
    default: 'records-kept',
    meaning: 'The folder of earlier records, to tell what has changed since; `pacta seed --keep` fills it.',
  },
  SEED: { default: 'seed', meaning: 'The folder of the seed.' },
  LOG_LEVEL: { default: 'info', meaning: `How much is logged: ${logLevels.join(', ')}.` },
} as const

/** The environment cannot be used; the message names every setting that is wrong. */
export class ConfigInvalid extends Error {}

/** Reads and checks the configuration. Throws {@link ConfigInvalid}. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const wrong: string[] = []
  const value = (name: keyof typeof settings) => environment[name] || settings[name].default
  const port = Number(value('PORT'))
  if (!/^\d+$/.test(value('PORT')) || port > 65535)
    wrong.push(`PORT is "${value('PORT')}"; it is a number from 0 to 65535`)
  const logLevel = value('LOG_LEVEL')
  if (!logLevels.includes(logLevel)) wrong.push(`LOG_LEVEL is "${logLevel}"; it is one of ${logLevels.join(', ')}`)
  const origin = value('ORIGIN') || undefined
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).origin !== origin))
    wrong.push(`ORIGIN is "${origin}"; it is a scheme and a host, such as https://pacta.example, and nothing more`)
  if (wrong.length > 0) throw new ConfigInvalid(wrong.join('\n'))
  const path = (name: 'RECORD' | 'RECORDS_KEPT' | 'SEED') => environment[name] || inProject(settings[name].default)
  return {
    port,
    host: value('HOST'),
    origin,
    record: path('RECORD'),
    kept: path('RECORDS_KEPT'),
    seed: path('SEED'),
    logLevel,
  }
}
