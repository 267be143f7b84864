// Checks a ledger receipt in the reader's own browser. Written by hand after
// packages/kernel/src/ledger (a test holds the two against each other): canonical JSON
// (RFC 8785), the case's hash chain, the day's tree (RFC 9162).

import { sha256 } from './sha256.js';

const eventPrefix = 0x02;
const leafPrefix = 0x00;
const nodePrefix = 0x01;

/**
 * @returns {Promise<{verdict: 'anchored' | 'published' | 'not-yet' | 'malformed' | 'hash' |
 *   'inclusion' | 'root', day?: string}>}
 */
export async function verifyReceipt(receipt, publishedRoots) {
  if (!isReceipt(receipt)) return { verdict: 'malformed' };
  const { event, prevHash, hash, inclusion } = receipt;
  if ((await eventHash(prevHash, event)) !== hash) return { verdict: 'hash' };
  if (inclusion === undefined) return { verdict: 'not-yet' };
  const { day, root } = inclusion;
  if (!(await isIncluded(hash, inclusion))) return { verdict: 'inclusion', day };
  const published = publishedRoots[day];
  if (published === undefined) return { verdict: 'anchored', day };
  return { verdict: published === root ? 'published' : 'root', day };
}

async function eventHash(prevHash, event) {
  const text = new TextEncoder().encode(canonicalJson(event));
  const bytes = new Uint8Array(33 + text.length);
  bytes[0] = eventPrefix;
  if (prevHash !== null) bytes.set(fromHex(prevHash), 1);
  bytes.set(text, 33);
  return toHex(await sha256(bytes));
}

async function isIncluded(leafHex, { index, size, proof, root }) {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size)) return false;
  if (index < 0 || index >= size) return false;
  let position = index;
  let last = size - 1;
  let hash = await sha256(joined(leafPrefix, fromHex(leafHex)));
  for (const sister of proof) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      hash = await sha256(joined(nodePrefix, fromHex(sister), hash));
      while (position % 2 === 0 && position !== 0) {
        position /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = await sha256(joined(nodePrefix, hash, fromHex(sister)));
    }
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && toHex(hash) === root;
}

export function canonicalJson(value) {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('half a surrogate pair in a text');
    return JSON.stringify(value);
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const keys = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort();
  return `{${keys.map((key) => `${canonicalJson(key)}:${canonicalJson(value[key])}`).join(',')}}`;
}

function isReceipt(value) {
  if (!isRecord(value) || value.format !== 'yichuang-receipt-1') return false;
  const { tenantId, event, prevHash, hash, inclusion } = value;
  return (
    typeof tenantId === 'string' &&
    event !== undefined &&
    (prevHash === null || isHash(prevHash)) &&
    isHash(hash) &&
    (inclusion === undefined || isInclusion(inclusion))
  );
}

function isInclusion(value) {
  return (
    isRecord(value) &&
    typeof value.day === 'string' &&
    typeof value.index === 'number' &&
    typeof value.size === 'number' &&
    isHash(value.root) &&
    Array.isArray(value.proof) &&
    value.proof.every(isHash)
  );
}

function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isHash(value) {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

function joined(prefix, ...parts) {
  const bytes = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0));
  bytes[0] = prefix;
  let at = 1;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function toHex(bytes) {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromHex(hex) {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}
