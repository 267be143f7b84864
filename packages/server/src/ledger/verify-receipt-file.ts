import { readFile } from 'node:fs/promises';
import { verifyReceipt, type PublishedRoots, type ReceiptVerdict } from '@yichuang/kernel/ledger';
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
  const text = await readFile(path, 'utf8');
  return verifyReceipt(parsed(text), sha256, published);
}

/** What is no JSON is no receipt either: `verifyReceipt` calls it malformed. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
