import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAddressPolicy } from './addressPolicy.ts';

const hostile = [
  ['127.0.0.1', 'loopback'],
  ['127.255.255.254', 'loopback'],
  ['10.0.0.1', 'private'],
  ['10.255.255.255', 'private'],
  ['172.16.0.1', 'private'],
  ['172.31.255.255', 'private'],
  ['192.168.0.1', 'private'],
  ['169.254.169.254', 'link local'],
  ['169.254.170.2', 'link local'],
  ['100.64.0.1', 'carrier'],
  ['100.100.100.200', 'carrier'],
  ['168.63.129.16', 'cloud platform'],
  ['192.0.0.192', 'reserved'],
  ['0.0.0.0', 'unspecified'],
  ['0.1.2.3', 'unspecified'],
  ['224.0.0.1', 'multicast'],
  ['239.255.255.250', 'multicast'],
  ['240.0.0.1', 'reserved'],
  ['255.255.255.255', 'broadcast'],
  ['192.0.2.1', 'reserved'],
  ['198.51.100.1', 'reserved'],
  ['203.0.113.1', 'reserved'],
  ['198.18.0.1', 'reserved'],
  ['192.88.99.1', 'reserved'],
  ['::1', 'loopback'],
  ['::', 'unspecified'],
  ['fe80::1', 'link local'],
  ['fc00::1', 'unique local'],
  ['fd00:ec2::254', 'unique local'],
  ['fec0::1', 'site local'],
  ['ff02::1', 'multicast'],
  ['::ffff:127.0.0.1', 'loopback'],
  ['::ffff:7f00:1', 'loopback'],
  ['0:0:0:0:0:ffff:a00:1', 'private'],
  ['::ffff:169.254.169.254', 'link local'],
  ['::127.0.0.1', 'unassigned'],
  ['::7f00:1', 'unassigned'],
  ['::1.1.1.1', 'unassigned'],
  ['::ffff:0:127.0.0.1', 'rfc6145'],
  ['64:ff9b::127.0.0.1', 'loopback'],
  ['64:ff9b::a9fe:a9fe', 'link local'],
  ['64:ff9b:1::a00:1', 'rfc6052'],
  ['2002:7f00:1::', '6to4'],
  ['2002:a00:1::1', '6to4'],
  ['2001::1', 'teredo'],
  ['2001:db8::1', 'reserved'],
  ['100::1', 'discard'],
  ['3fff::1', 'reserved'],
  ['4000::1', 'unassigned'],
  ['1::2', 'unassigned'],
  ['127.1', 'no IP address'],
  ['0x7f000001', 'no IP address'],
  ['2130706433', 'no IP address'],
  ['0177.0.0.1', 'no IP address'],
  ['127.0.0.01', 'no IP address'],
  ['fe80::1%eth0', 'no IP address'],
  ['localhost', 'no IP address'],
  ['', 'no IP address'],
] as const;

describe('which addresses may be connected to', () => {
  test.each(hostile)('%s is refused as %s', (address, why) => {
    const verdict = createAddressPolicy()(address, 80);

    expect(verdict).toEqual({ allowed: false, why: expect.stringContaining(why) });
  });

  test.each(['1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '::ffff:1.1.1.1', '64:ff9b::1.1.1.1'])(
    '%s is public',
    (address) => {
      expect(createAddressPolicy()(address, 443)).toEqual({ allowed: true, listed: false });
    },
  );

  test.each([22, 25, 3306, 5432, 6379, 9200, 11211])('port %i of a public address is refused', (port) => {
    expect(createAddressPolicy()('1.1.1.1', port)).toMatchObject({ allowed: false });
  });

  test('the allow-list opens a network on any port, also when it is written as IPv6', () => {
    const policy = createAddressPolicy(['10.1.0.0/16', 'fd12::/16']);

    expect(policy('10.1.2.3', 4780)).toEqual({ allowed: true, listed: true });
    expect(policy('::ffff:10.1.2.3', 4780)).toEqual({ allowed: true, listed: true });
    expect(policy('fd12::1', 1)).toEqual({ allowed: true, listed: true });
    expect(policy('10.2.0.1', 80)).toMatchObject({ allowed: false });
  });

  test('no address inside a private block is allowed in any IPv6 clothes', () => {
    const octet = fc.integer({ min: 0, max: 255 });
    const clothes = fc.constantFrom('::ffff:', '::', '64:ff9b::', '::ffff:0:');
    fc.assert(
      fc.property(clothes, octet, octet, octet, (prefix, a, b, c) => {
        expect(createAddressPolicy()(`${prefix}10.${a}.${b}.${c}`, 80).allowed).toBe(false);
      }),
    );
  });
});
