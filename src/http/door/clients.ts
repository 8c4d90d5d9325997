import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/**
 * The address of the client. Of `X-Forwarded-For` only as many entries count, from its end, as there are proxies in front
 * that are trusted (`hops`): whatever a client writes there itself stands further left.
 */
export function clientOf({ socket, headers }: IncomingMessage, hops: number): string {
  const near = socket.remoteAddress ?? 'gone'
  if (hops === 0) return near
  const passed = String(headers['x-forwarded-for'] ?? '').split(',')
  const address = passed.at(-hops)?.trim() ?? ''
  return isIP(address) ? address : near
}

/** What is counted as one client: an IPv4 address, or a network of IPv6, of which a client is given a whole /64. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const all =
    tail === undefined
      ? groups
      : [...groups, ...Array(Math.max(0, 8 - groups.length - after.length)).fill('0'), ...after]
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
