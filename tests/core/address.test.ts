// Which addresses are one network, and what is no address at all.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { networkOf } from '#core/address.ts';

describe('a network', () => {
  test('is one address in IPv4 and a /64 in IPv6, however it is spelled', () => {
    expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
    const home = '2001:db8:1:2::/64';
    for (const address of ['2001:db8:1:2::1', '2001:0DB8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2:0:0:192.0.2.7'])
      expect(networkOf(address), address).toBe(home);
    expect(networkOf('2001:db8:1:3::1')).not.toBe(home);
    expect(networkOf('::1')).toBe('0:0:0:0::/64');
  });

  test('of an IPv4 address written in IPv6 is that address', () => {
    for (const address of ['::ffff:192.0.2.7', '::FFFF:c000:207', '0:0:0:0:0:ffff:192.0.2.7'])
      expect(networkOf(address), address).toBe('192.0.2.7');
  });

  test('is nothing for what is no single address', () => {
    const wrong = ['', ' ', 'unknown', '1.2.3', '1.2.3.256', '01.2.3.4', '1.2.3.4, 5.6.7.8', '1.2.3.4:80', ':', ':::'];
    const wrong6 = [
      '1::2::3',
      '1:2:3:4:5:6:7',
      '1:2:3:4:5:6:7:8:9',
      '1:2:3:4:5:6:7::8',
      'fe80::1%eth0',
      '[::1]',
      '12345::',
    ];
    for (const address of [...wrong, ...wrong6]) expect(networkOf(address), address).toBeNull();
  });

  test('never throws, whatever a header holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...':0123456789abcdef.%,[] ') }), (text) => {
        const network = networkOf(text);
        expect(network === null || /^[\d.]+$|^([0-9a-f]{1,4}:){4}:\/64$/.test(network)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
