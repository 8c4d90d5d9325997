import type { IncomingMessage } from 'node:http'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clientOf, networkOf } from '../../../src/http/door/clients.ts'

const request = (remoteAddress: string | undefined, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as IncomingMessage

describe('who asks', () => {
  test.each([
    ['without a proxy, the one at the other end, whatever is claimed', 0, '203.0.113.9', '10.0.0.1'],
    ['behind one proxy, whom the proxy saw', 1, '198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['behind two, whom the first of them saw', 2, '198.51.100.1, 203.0.113.9, 10.0.0.2', '203.0.113.9'],
    ['without spaces', 2, '198.51.100.1,203.0.113.9,10.0.0.2', '203.0.113.9'],
    ['IPv6', 1, '2001:db8::1', '2001:db8::1'],
    ['without the port that a proxy has written', 1, '198.51.100.1, 203.0.113.9:5000', '203.0.113.9'],
    ['IPv6 without the port', 1, '[2001:db8::1]:5000', '2001:db8::1'],
    ['IPv6 in brackets', 1, '[2001:db8::1]', '2001:db8::1'],
    ['the proxy itself, where there is a port of no address', 1, '203.0.113:5000', '10.0.0.1'],
    ['the proxy itself, where something else follows the address', 1, '[2001:db8::1]x', '10.0.0.1'],
    ['the proxy itself, where there are fewer entries than proxies', 2, '203.0.113.9', '10.0.0.1'],
    ['the proxy itself, where the entry is no address', 1, '203.0.113.9, unknown', '10.0.0.1'],
    ['IPv6 with the zone of a link', 1, 'fe80::1%eth0', 'fe80::1%eth0'],
    ['the proxy itself, where the zone is longer than any', 1, `fe80::1%${'a'.repeat(5000)}`, '10.0.0.1'],
    ['the proxy itself, where nothing is handed on', 1, undefined, '10.0.0.1'],
    ['the proxy itself, where it is empty', 1, '', '10.0.0.1'],
  ])('%s', (_, hops, forwarded, client) => {
    expect(clientOf(request('10.0.0.1', forwarded), hops)).toBe(client)
  })

  test('one whose connection is gone still has a name', () => {
    expect(clientOf(request(undefined), 0)).toBe('gone')
  })

  test('what a client claims changes nothing, however much of it there is', () => {
    const claims = fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string({ unit: 'grapheme-ascii' })), { maxLength: 5 })
    fc.assert(
      fc.property(claims, fc.ipV4(), fc.array(fc.ipV4(), { maxLength: 3 }), (claims, address, proxies) => {
        const forwarded = [...claims, address, ...proxies].join(', ')
        expect(clientOf(request('10.0.0.1', forwarded), proxies.length + 1)).toBe(address)
      }),
    )
  })
})

describe('what counts as one client', () => {
  test.each([
    ['an IPv4 address', '203.0.113.9', '203.0.113.9'],
    ['an IPv4 address as a socket of IPv6 gives it', '::ffff:203.0.113.9', '203.0.113.9'],
    ['the same in hexadecimal digits', '::ffff:0102:0304', '1.2.3.4'],
    ['the same with its zeros written out', '0:0:0:0:0:FFFF:203.0.113.9', '203.0.113.9'],
    ['what only looks like it', '::ffff:1:102:304', '0:0:0:0::/64'],
    ['where few zeros are left out', '2001::4:5:6:7:8', '2001:0:0:4::/64'],
    ['the first half of an IPv6 address', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['where zeros are left out at the end', '2001:db8::', '2001:db8:0:0::/64'],
    ['where they are left out in the middle', '2001:db8::1', '2001:db8:0:0::/64'],
    ['where they are left out at the beginning', '::1', '0:0:0:0::/64'],
    ['where they are written out', '2001:0DB8:0000:0000::0001', '2001:db8:0:0::/64'],
    ['without the zone of an address of this link', 'fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['what is no address', 'gone', 'gone'],
  ])('%s', (_, address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  test('two addresses are one client if and only if their first four groups are the same', () => {
    const groups = fc.tuple(...Array.from({ length: 8 }, () => fc.constantFrom(0, 1, 0xffff)))
    /** As an address is written for people: the longest run of zeros left out (RFC 5952). */
    const short = (groups: number[]) =>
      new URL(`http://[${groups.map((group) => group.toString(16)).join(':')}]`).hostname.slice(1, -1)
    fc.assert(
      fc.property(groups, groups, (a, b) => {
        const mapped = [a, b].some((groups) => groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff)
        fc.pre(!mapped)
        const same = a.slice(0, 4).join() === b.slice(0, 4).join()
        expect(networkOf(short(a)) === networkOf(short(b))).toBe(same)
        expect(networkOf(short(a))).toBe(networkOf(a.map((group) => group.toString(16)).join(':')))
      }),
    )
  })
})
