import type { Secrets } from '../platform/secrets/index.ts';

const phoneColumn = 'person.phone_sealed';
const idNumberColumn = 'person.id_number_sealed';

export interface SealedNumber {
  readonly sealed: string;
  readonly index: string;
}

/** Personal numbers as the table keeps them. Numbers must be in their one form (kernel/ids). */
export interface PersonNumbers {
  phone(normalised: string): SealedNumber;
  idNumber(normalised: string): SealedNumber;
  openPhone(sealed: string | null): string | undefined;
  openIdNumber(sealed: string | null): string | undefined;
}

export function personNumbers(secrets: Secrets, tenantId: string): PersonNumbers {
  const seal = (column: string, text: string): SealedNumber => ({
    sealed: secrets.seal(text, { tenantId, column }),
    index: secrets.blindIndex({ tenantId, column }, text),
  });
  const open = (column: string, sealed: string | null): string | undefined =>
    sealed === null ? undefined : secrets.open(sealed, { tenantId, column });
  return {
    phone: (text) => seal(phoneColumn, text),
    idNumber: (text) => seal(idNumberColumn, text),
    openPhone: (sealed) => open(phoneColumn, sealed),
    openIdNumber: (sealed) => open(idNumberColumn, sealed),
  };
}
