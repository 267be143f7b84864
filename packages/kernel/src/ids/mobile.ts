import { type IdResult, normaliseId, refuse } from './outcome.ts';

/**
 * A mobile number of mainland China, 11 digits. The country code and the dashes that phones and
 * people add are dropped, so that one person has one spelling.
 */
export function parseMobile(text: string): IdResult<object> {
  const value = normaliseId(text)
    .replace(/[-()]/g, '')
    .replace(/^(\+|00)86|^86(?=1\d{10}$)/, '');
  if (!/^\d*$/.test(value)) return refuse(value, 'charset');
  if (value.length !== 11) return refuse(value, 'length');
  return /^1[3-9]/.test(value) ? { ok: true, value } : refuse(value, 'prefix');
}
