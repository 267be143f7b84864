/** Personal numbers in forms: sealed before the kernel sees them, opened or masked when shown. */
import { maskIdNumber, maskPhone } from '@yichuang/kernel/ids';
import { refuse, type Refusal } from '@yichuang/kernel/case';
import {
  checkForm,
  isSealed,
  type FieldSchema,
  type FormData,
  type FormDefinition,
  type FormValue,
} from '@yichuang/kernel/form';
import type { PlainDate } from '@yichuang/kernel/time';
import type { Secrets } from '../platform/secrets/index.ts';

const PREFIX = 'sealed:';
const COLUMN = 'case.form';

export interface FormSealer {
  /**
   * What somebody typed, sealed where the form says so. Ciphertext is typed text too: a receipt
   * shows it to others, and whoever sent it in their own form would be shown what it holds.
   */
  seal(form: FormDefinition, data: FormData): FormData;
  /** Opened for those who work on the case or own it. */
  open(data: FormData): FormData;
  /** `3708…0020` for everybody else. */
  mask(form: FormDefinition | undefined, data: FormData): FormData;
  sealText(text: string): string;
  openText(text: string): string;
}

export function createFormSealer(secrets: Secrets, tenantId: string): FormSealer {
  const place = { tenantId, column: COLUMN };
  const sealText = (text: string): string => `${PREFIX}${secrets.seal(text, place)}`;
  const openText = (text: string): string =>
    isSealed(text) ? secrets.open(text.slice(PREFIX.length), place) : text;
  const openValue = (value: FormValue): FormValue =>
    typeof value === 'string' ? openText(value) : value;
  return {
    sealText,
    openText,
    seal: (form, data) =>
      mapValues(data, (value, field) => {
        if (typeof value !== 'string') return value;
        const plain = withoutPrefix(value);
        const isSecret = form.schema.properties[field]?.['x-sensitive'] === true;
        return isSecret && plain !== '' ? sealText(plain) : plain;
      }),
    open: (data) => mapValues(data, openValue),
    mask: (form, data) =>
      mapValues(data, (value, field) =>
        isSealed(value) ? masked(form?.schema.properties[field], String(openValue(value))) : value,
      ),
  };
}

/**
 * What is wrong with personal numbers: the kernel sees them sealed and trusts that they were looked
 * at before. In the form's order; empty when they are as they should be.
 */
export function checkSecrets(
  sealer: Pick<FormSealer, 'open'>,
  form: FormDefinition | undefined,
  data: FormData,
  today: PlainDate,
): Refusal[] {
  if (form === undefined) return [];
  const secrets = Object.entries(sealer.open(data)).filter(
    ([field]) => form.schema.properties[field]?.['x-sensitive'] === true,
  );
  return checkForm(form, Object.fromEntries(secrets), { today, isPartial: true }).map((problem) =>
    refuse('form-incomplete', { field: problem.field, problem: problem.code }),
  );
}

/**
 * Without a typed prefix, which would make the kernel believe that the rest was checked, and this
 * file that it may be opened.
 */
export function withoutPrefix(typed: string): string {
  return typed.replace(/^(sealed:)+/u, '');
}

function masked(schema: FieldSchema | undefined, plain: string): string {
  return schema?.format === 'mobile' ? maskPhone(plain) : maskIdNumber(plain);
}

function mapValues(
  data: FormData,
  change: (value: FormValue, field: string) => FormValue,
): FormData {
  return Object.fromEntries(
    Object.entries(data).map(([field, value]) => [field, change(value, field)]),
  );
}
