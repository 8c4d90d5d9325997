import type { IncomingMessage } from 'node:http'
import { isIP, type Socket } from 'node:net'

/**
 * The address of the client. Of `X-Forwarded-For` only as many entries count, from its end, as there are proxies in front
 * that are trusted (`hops`): whatever a client writes there itself stands further left.
 */
export function clientOf({ socket, headers }: Pick<IncomingMessage, 'headers' | 'socket'>, hops: number): string {
  const near = nearestOf(socket)
  if (hops === 0) return near
  const passed = String(headers['x-forwarded-for'] ?? '').split(',')
  const address = withoutPort(passed.at(-hops)?.trim() ?? '')
  return address.length <= longestAddress && isIP(address) ? address : near
}

/** The address of whoever the connection is with: the client, or the last proxy. */
export const nearestOf = ({ remoteAddress }: Socket): string => remoteAddress ?? 'gone'

/** An IPv6 address with an IPv4 one at its end, `%`, and the name of an interface of Linux; a zone may be any length otherwise. */
const longestAddress = 45 + 1 + 15

/** Some proxies write the port of the client as well: `203.0.113.1:5000`, `[2001:db8::1]:5000`. */
const withoutPort = (entry: string) => {
  const [, bracketed, plain] = /^(?:\[([^\]]*)\]|([\d.]+):\d{1,5})(?::\d{1,5})?$/.exec(entry) ?? []
  return bracketed ?? plain ?? entry
}

/** What is counted as one client: an IPv4 address, or a network of IPv6, of which a client is given a whole /64. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const dotted = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (dotted !== undefined) return dotted
  // One address is written in many ways; a URL has one of them: no leading zeros, the longest run of zero groups left out.
  const written = URL.parse(`http://[${address.split('%')[0]}]`)?.hostname.slice(1, -1)
  if (written === undefined) return address
  const [, high, low] = /^::ffff:([\da-f]+):([\da-f]+)$/.exec(written) ?? []
  if (high !== undefined && low !== undefined) return [high, low].flatMap(octetsOf).join('.')
  const [head = '', tail] = written.split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const between = Array(8 - groups.length - after.length).fill('0')
  return `${[...groups, ...between, ...after].slice(0, 4).join(':')}::/64`
}

const octetsOf = (group: string) => {
  const number = Number.parseInt(group, 16)
  return [number >> 8, number & 255]
}
