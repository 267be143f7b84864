import type { Secrets } from '../secrets/index.ts';

/** Under which a limit counts: personal data too, so only a keyed hash of it is kept. */
export function limitKey(
  { secrets, tenantId }: { readonly secrets: Secrets; readonly tenantId: string },
  text: string,
): string {
  return secrets.blindIndex({ tenantId, column: 'rate_window.key' }, text).slice(0, 32);
}

/** The key of whoever asks from this address. */
export function addressKey(
  parts: { readonly secrets: Secrets; readonly tenantId: string },
  ip: string,
): string {
  return limitKey(parts, networkOf(ip));
}

/**
 * An IPv4 address as it is; of an IPv6 address the first 64 bits: the other 64 are the household's
 * own, who would otherwise have 2^64 addresses to try from.
 */
export function networkOf(ip: string): string {
  const bare = ip.toLowerCase().split('%', 1)[0] ?? '';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1];
  if (mapped !== undefined) return mapped;
  if (!bare.includes(':')) return bare;
  const [head = '', tail] = bare.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  const groups = [...before, ...zeros, ...after].map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.slice(0, 4).join(':')}::/64`;
}
