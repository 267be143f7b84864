import { describe, expect, it } from 'vitest';
import { createSecrets } from '../secrets/index.ts';
import { addressKey, networkOf } from './address-key.ts';

const secrets = createSecrets([{ id: 'k1', bytes: Buffer.alloc(32, 7) }]);

describe('the key of an address', () => {
  it('does not hold the address', () => {
    const key = addressKey({ secrets, tenantId: 'yunxi' }, '192.0.2.17');
    expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect(key).not.toBe(addressKey({ secrets, tenantId: 'yunxi' }, '192.0.2.18'));
  });

  it.each([
    ['192.0.2.17', '192.0.2.17'],
    ['::ffff:192.0.2.17', '192.0.2.17'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2:ffff::9', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('counts %s as %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });
});
