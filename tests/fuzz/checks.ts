import { createHash } from 'node:crypto'
import { parse as parseCsv } from 'csv-parse/sync'
import { XMLValidator } from 'fast-xml-parser'
import ical from 'ical.js'
import { parse as parseYaml } from 'yaml'
import type { Contract, Operation } from './contract.ts'
import type { FuzzRequest } from './requests.ts'

/** An answer as it came, its content decoded. */
export type FuzzAnswer = {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
  ms: number
}

/** What no answer may tell of the inside: stacks, paths of files, the words of SQLite and of the libraries. */
const inside =
  /node_modules|SQLITE_|SqliteError|\bFST_|ERR_[A-Z]{3}|near ".{0,80}": syntax error|fts5:|no such (column|table)|\n\s+at .+:\d+:\d+|(?<!\/)\/(work|home|usr|app|tmp)\/[a-z]|TypeError|RangeError|Cannot read propert|is not a function|is not iterable|Invalid URL|Unexpected token|\[object Object\]/

/** The statuses that HTTP itself has for a request, whatever its path; none where the contract alone says them. */
function statusesOfHttp(request: FuzzRequest, operation: Operation | undefined): number[] {
  const letters = Object.entries(request.headers).flat().join('').length + request.target.length
  // Node counts 16 KiB with the line ends and what the client adds.
  return letters > 15_000 ? [431, ...statusesOfMethod(request, operation)] : statusesOfMethod(request, operation)
}

function statusesOfMethod({ method, target }: FuzzRequest, operation: Operation | undefined): number[] {
  const reads = method === 'GET' || method === 'HEAD'
  if (!isReadable(target)) return [400]
  if (operation === undefined) return method === 'OPTIONS' ? [204, 404] : reads ? [400, 404] : [400, 404, 405]
  if (method === 'OPTIONS') return [204]
  if (reads) return []
  // Whose name is empty is nothing that could be read.
  return /^[^?]+\/(\?|$)/.test(target) ? [404, 405] : [405]
}

/** Whether a path is percent-encoded UTF-8. */
function isReadable(target: string): boolean {
  try {
    decodeURIComponent(target.split('?')[0] ?? '')
    return true
  } catch {
    return false
  }
}

/** Everything that is wrong with an answer; nothing where it is what the contract promises. */
export function faultsOf(contract: Contract, request: FuzzRequest, answer: FuzzAnswer): string[] {
  const { status, headers, body } = answer
  const operation = operationOf(contract, request)
  const faults: string[] = []
  if (status >= 500) faults.push(`status ${status}`)
  const promised = operation?.responses[status]
  const ofHttp = statusesOfHttp(request, operation)
  const other = ofHttp.includes(status)
  const reads = request.method === 'GET' || request.method === 'HEAD'
  if (!other && (!promised || !reads)) faults.push(`undocumented status ${status}`)
  if (headers['set-cookie'] !== undefined) faults.push('a header that the request wrote')
  if (status === 405 && !headers.allow) faults.push('405 without Allow')
  const mediaType = String(headers['content-type'] ?? '').split(';')[0] ?? ''
  const problem = status >= 400
  if (problem && mediaType !== 'application/problem+json') faults.push(`an error as ${mediaType || 'nothing'}`)
  if (request.method === 'HEAD' || status === 304 || status === 204) {
    if (body.length > 0) faults.push(`${status} to ${request.method} with a body`)
    return faults
  }
  if (promised?.content && !other && !(mediaType in promised.content))
    return [...faults, `undocumented media type ${mediaType} of ${status}`]
  const { value, fault } = read(body, mediaType)
  if (fault !== undefined) return [...faults, `${mediaType} that cannot be read: ${fault}`]
  if (problem) faults.push(...faultsOfProblem(value, status, operation, request, body))
  if (operation && promised?.content) {
    const mismatch = contract.mismatch(operation, status, mediaType, value)
    if (mismatch !== undefined) faults.push(`a body that is not as documented: ${mismatch}`)
  }
  return faults
}

/** The operation that a request's path belongs to, whatever it was made from. */
export function operationOf(contract: Contract, { target }: FuzzRequest): Operation | undefined {
  return contract.operationAt(target.split('?')[0] ?? '')
}

type Problem = { type?: string; title?: string; status?: number; detail?: string; errors?: { parameter?: string }[] }

function faultsOfProblem(
  value: unknown,
  status: number,
  operation: Operation | undefined,
  { target }: FuzzRequest,
  body: Buffer,
): string[] {
  const problem = value as Problem
  const faults: string[] = []
  const leak = inside.exec(body.toString('utf8'))
  if (leak) faults.push(`a word of the inside: ${leak[0]}`)
  if (body.length > 64 * 1024) faults.push(`a problem of ${body.length} bytes`)
  if (problem.status !== status) faults.push(`a problem of status ${problem.status} with ${status}`)
  for (const name of ['type', 'title', 'detail'] as const)
    if (typeof problem[name] !== 'string' || problem[name] === '') faults.push(`a problem without ${name}`)
  const named = ['invalid-parameter', 'unknown-thing', 'not-acceptable', 'another-record'].some(
    (kind) => problem.type === `urn:pacta:problem:${kind}`,
  )
  if (named && !problem.errors?.length) faults.push(`${problem.type} that names no parameter`)
  const sent = new URLSearchParams(`&${target.slice(target.indexOf('?') + 1)}`)
  const names = new Set([...(operation?.parameters ?? []).map(({ name }) => name), ...sent.keys()])
  if (status === 406) names.add('Accept')
  for (const { parameter } of problem.errors ?? [])
    if (parameter === undefined || !names.has(parameter)) faults.push(`a problem with a parameter ${parameter}`)
  return faults
}

function read(body: Buffer, mediaType: string): { value: unknown; fault?: string } {
  if (/sqlite3|zip/.test(mediaType)) return { value: '' }
  const text = body.toString('utf8')
  try {
    if (/[/+]json$/.test(mediaType)) return { value: JSON.parse(text) }
  } catch (error) {
    return { value: text, fault: String(error) }
  }
  // Long texts come again and again, and reading one may take a second.
  const key = `${mediaType} ${createHash('sha1').update(text).digest('base64')}`
  const before = readBefore.get(key)
  if (before !== undefined) return { value: text, ...before }
  const fault = faultOfText(text, mediaType)
  if (text.length > 10_000) readBefore.set(key, fault)
  return { value: text, ...fault }
}

const readBefore = new Map<string, { fault?: string }>()

function faultOfText(text: string, mediaType: string): { fault?: string } {
  try {
    if (mediaType === 'text/csv' && parseCsv(text, { bom: true, to: 5000 }).length === 0) return { fault: 'no header' }
    if (mediaType === 'application/x-ndjson') for (const line of text.split('\n')) if (line !== '') JSON.parse(line)
    if (/[/+]xml$/.test(mediaType)) {
      const valid = XMLValidator.validate(text)
      if (valid !== true) return { fault: valid.err.msg }
    }
    if (mediaType === 'text/calendar') ical.parse(text)
    if (mediaType === 'application/yaml') parseYaml(text)
    return {}
  } catch (error) {
    return { fault: String(error).slice(0, 200) }
  }
}
