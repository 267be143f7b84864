/** How who wrote a review can be called back: sealed with it, opened for the office alone. */
import { parseMobile } from '@yichuang/kernel/ids';
import type { Secrets } from '../platform/secrets/index.ts';

export interface Contact {
  readonly name?: string;
  readonly phone?: string;
}

interface Place {
  readonly secrets: Secrets;
  readonly tenantId: string;
}

const COLUMN = 'review_author.contact_sealed';

export function sealContact({ secrets, tenantId }: Place, contact: Contact): string {
  return secrets.seal(JSON.stringify(contact), { tenantId, column: COLUMN });
}

export function openContact({ secrets, tenantId }: Place, sealed: string | null): Contact {
  if (sealed === null) return {};
  const read: unknown = JSON.parse(secrets.open(sealed, { tenantId, column: COLUMN }));
  return typeof read === 'object' && read !== null ? read : {};
}

/** @returns undefined where there is no phone that could be called */
export function typedContact(name: string | undefined, phone: string | undefined) {
  const parsed = parseMobile(phone ?? '');
  if (!parsed.ok) return undefined;
  const called = (name ?? '').normalize('NFC').trim();
  return { phone: parsed.value, ...(called === '' ? {} : { name: called }) };
}
