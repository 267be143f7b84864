import { readFile } from 'node:fs/promises';
import {
  readPublishedRoots,
  verifyHeads,
  verifyReceipt,
  type ConsistencyVerdict,
  type PublishedRoots,
  type ReceiptVerdict,
} from '@yichuang/kernel/ledger';
import { sha256 } from '../cases/index.ts';

/**
 * Checks a receipt from a file, without a database.
 *
 * @param published from the portal or a newspaper: without it, the receipt proves only that it
 * agrees with itself
 * @throws the file system's error when the file cannot be read
 */
export async function verifyReceiptFile(
  path: string,
  published?: PublishedRoots,
): Promise<ReceiptVerdict> {
  return verifyReceipt(await jsonIn(path), sha256, published);
}

/** Checks an answer of `/api/ledger/consistency` from a file: the older log begins the newer. */
export async function verifyHeadsFile(path: string): Promise<ConsistencyVerdict> {
  return verifyHeads(await jsonIn(path), sha256);
}

/**
 * Roots that somebody kept: a saved feed, saved answers of the interface, or one root as text.
 *
 * @returns undefined for a file without a root
 */
export async function readKnownFile(path: string): Promise<PublishedRoots | undefined> {
  return readPublishedRoots(await readFile(path, 'utf8'));
}

/** What is no JSON is no receipt either: the kernel calls it malformed. */
async function jsonIn(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
