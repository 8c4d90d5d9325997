import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { cachedDataVersionTag } from 'node:v8'
import { Script } from 'node:vm'
import { crc32 } from 'node:zlib'
import { inProject, madeOf } from './made-of.js'

const bundle = inProject('dist/pacta.cjs')

/**
 * What the bundle exports, with `keepCompiled`, by which what V8 has compiled of it so far is kept for the next start; null
 * where there is no bundle (src/bundle.js), or what it was made of has changed since (src/made-of.js).
 *
 * Node's own cache holds what is compiled when a module is loaded. Functions are compiled when they are first called, and of
 * a start that is most of the work; V8 tells of these too, but only of a script that one has made oneself.
 */
export function bundled() {
  const code = readAt(bundle)
  if (!code?.latin1Slice(0, 100).startsWith(`// made of ${madeOf()}\n`)) return null
  // V8 knows the code by its length alone, and does not look for faults in what it is given.
  const cache = inProject(`node_modules/.cache/pacta/${cachedDataVersionTag()}-${crc32(code)}`)
  const cachedData = keptAt(cache)
  // It is all ASCII: Latin-1 is read in one octet a letter.
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${code.latin1Slice()}\n})`
  const script = new Script(wrapped, { filename: bundle, cachedData })
  const module = { exports: {} }
  script.runInThisContext()(module.exports, createRequire(bundle), module, bundle, dirname(bundle))
  const isKept = cachedData !== undefined && !script.cachedDataRejected
  return { ...module.exports, keepCompiled: () => isKept || keep(cache, script.createCachedData()) }
}

function keptAt(path) {
  const kept = readAt(path)
  const compiled = kept?.subarray(4)
  return kept?.length > 4 && kept.readUInt32LE() === crc32(compiled) ? compiled : undefined
}

function readAt(path) {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

/** Where nothing can be written, as in an image that is read only, it goes on without, and says nothing. */
function keep(path, compiled) {
  const sum = Buffer.alloc(4)
  sum.writeUInt32LE(crc32(compiled))
  const unfinished = `${path}.${process.pid}`
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(unfinished, Buffer.concat([sum, compiled]))
    renameSync(unfinished, path)
  } catch {}
}
