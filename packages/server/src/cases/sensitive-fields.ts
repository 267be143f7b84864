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
import { SecretError, type Secrets } from '../platform/secrets/index.ts';

const PREFIX = 'sealed:';
const COLUMN = 'case.form';

export interface FormSealer {
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
  // Somebody may type the prefix: only what really opens counts as sealed.
  const isGenuine = (value: string): boolean => {
    if (!isSealed(value)) return false;
    try {
      secrets.open(value.slice(PREFIX.length), place);
      return true;
    } catch (error) {
      if (error instanceof SecretError) return false;
      throw error;
    }
  };
  const openValue = (value: FormValue): FormValue =>
    typeof value === 'string' ? openText(value) : value;
  return {
    sealText,
    openText,
    seal: (form, data) =>
      mapValues(data, (value, field) => {
        const schema = form.schema.properties[field];
        const isSecret = schema?.['x-sensitive'] === true && typeof value === 'string';
        return isSecret && value !== '' && !isGenuine(value) ? sealText(bare(value)) : value;
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

/** Without a typed prefix, which would make the kernel believe that the rest was checked. */
function bare(typed: string): string {
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
