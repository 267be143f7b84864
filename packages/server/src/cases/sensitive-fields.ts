/** Personal numbers in forms: sealed before the kernel sees them, opened or masked when shown. */
import { maskIdNumber, maskPhone } from '@yichuang/kernel/ids';
import {
  isSealed,
  type FieldSchema,
  type FormData,
  type FormDefinition,
  type FormValue,
} from '@yichuang/kernel/form';
import type { Secrets } from '../platform/secrets/index.ts';

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
  const openValue = (value: FormValue): FormValue =>
    typeof value === 'string' ? openText(value) : value;
  return {
    sealText,
    openText,
    seal: (form, data) =>
      mapValues(data, (value, field) => {
        const schema = form.schema.properties[field];
        const isSecret = schema?.['x-sensitive'] === true && typeof value === 'string';
        return isSecret && value !== '' && !isSealed(value) ? sealText(value) : value;
      }),
    open: (data) => mapValues(data, openValue),
    mask: (form, data) =>
      mapValues(data, (value, field) =>
        isSealed(value) ? masked(form?.schema.properties[field], String(openValue(value))) : value,
      ),
  };
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
