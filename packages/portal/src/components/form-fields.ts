/** A form's questions, drawn from its schema, and its problems in words. */
import { maskIdNumber, maskPhone } from '@yichuang/kernel/ids';
import {
  isSealed,
  type FieldProblem,
  type FieldSchema,
  type FormValue,
} from '@yichuang/kernel/form';
import { fieldTitle, isSecret } from '../filing.ts';
import { html, type Html, type HtmlValue } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { longDay } from '../texts/dates.ts';
import type { TextKey } from '../texts/translate.ts';
import { radioField, selectField, textArea, textField } from './field.ts';

export interface FormField {
  readonly field: string;
  readonly schema: FieldSchema;
  readonly value: FormValue | undefined;
  readonly isRequired: boolean;
  readonly error?: string | undefined;
}

/** Long lists are a select; up to this many are seen at once. */
const radioLimit = 6;

export function formField(ctx: PageContext, field: FormField): Html {
  const control = controlOf(ctx, field);
  const when = field.schema['x-when'];
  if (when === undefined || 'anyOf' in when) return control;
  // The script hides it until the other answer makes it due; without scripts it says when it is.
  return html`<div data-when="${when.field}" data-equals="${String(when.equals)}">${control}</div>`;
}

function controlOf(ctx: PageContext, { field, schema, value, isRequired, error }: FormField): Html {
  const isKept = error === undefined && isSecret(schema, value);
  const base = {
    name: field,
    label: fieldTitle(ctx, schema),
    ...hintOf(ctx, isKept, schema),
    error,
    isOptional: !isRequired,
    value: isKept || isSealed(value) || value === null || value === undefined ? '' : String(value),
  };
  if (schema.type === 'boolean') {
    const options = (['true', 'false'] as const).map((each) => ({
      value: each,
      label: ctx.t(`answer.${each}`),
    }));
    return radioField(ctx, { ...base, options });
  }
  if (schema.enum !== undefined) {
    const titles = schema['x-enum-titles'];
    const options = schema.enum.map((each) => ({ value: each, label: titles?.[each] ?? each }));
    return options.length <= radioLimit
      ? radioField(ctx, { ...base, options })
      : selectField(ctx, { ...base, options });
  }
  if (schema.format === 'multiline') {
    return textArea(ctx, { ...base, maxLength: schema.maxLength ?? 2000 });
  }
  return textField(ctx, { ...base, ...inputOf(schema) });
}

function hintOf(ctx: PageContext, isKept: boolean, schema: FieldSchema) {
  const own =
    ctx.locale === 'en' ? (schema['x-description-en'] ?? schema.description) : schema.description;
  const parts = [own, isKept ? ctx.t('field.sealed') : undefined].filter(
    (part) => part !== undefined,
  );
  return parts.length === 0 ? {} : { hint: parts.join(' ') };
}

function inputOf(schema: FieldSchema) {
  const unit = { unit: schema['x-unit'] };
  if (schema.type === 'integer') return { ...unit, inputMode: 'numeric', width: 8 } as const;
  if (schema.type === 'number') return { ...unit, inputMode: 'decimal', width: 8 } as const;
  switch (schema.format) {
    case 'date':
      return { type: 'date', width: 8 } as const;
    case 'mobile':
      return { type: 'tel', autocomplete: 'tel', width: 12 } as const;
    case 'citizen-id':
    case 'credit-code':
      return { autocomplete: 'off', width: 20 } as const;
    case 'multiline':
    case undefined:
    default:
      return { ...unit, maxLength: schema.maxLength ?? 2000 };
  }
}

/** An answer as it would stand on the paper. */
export function answerText(
  ctx: PageContext,
  schema: FieldSchema,
  value: FormValue | undefined,
): HtmlValue {
  if (value === undefined || value === null || value === '') {
    return html`<span class="none">${ctx.t('answer.none')}</span>`;
  }
  if (isSealed(value)) return ctx.t('answer.sealed');
  if (schema['x-sensitive'] === true) return masked(schema, String(value));
  if (typeof value === 'boolean') return ctx.t(value ? 'answer.true' : 'answer.false');
  if (schema.format === 'date' && /^\d{4}-\d\d-\d\d$/.test(String(value))) {
    return longDay(ctx.t, String(value));
  }
  const shown = schema['x-enum-titles']?.[String(value)] ?? String(value);
  const unit = schema['x-unit'];
  return html`<span class="answer">${shown}${unit !== undefined && ` ${unit}`}</span>`;
}

function masked(schema: FieldSchema, text: string): string {
  return schema.format === 'mobile' ? maskPhone(text) : maskIdNumber(text);
}

/** What is wrong with one field, said so that one knows what to type. */
export function problemText(ctx: PageContext, problem: FieldProblem, schema: FieldSchema): string {
  const { t } = ctx;
  const title = fieldTitle(ctx, schema);
  const detail = problem.params?.['problem'];
  switch (problem.code) {
    case 'field-not-a-citizen-id':
      return t(`citizen-id.${detail}` as TextKey, { title });
    case 'field-not-a-credit-code':
      return t(`credit-code.${detail}` as TextKey, { title });
    case 'field-wrong-pattern': {
      const hint = String(problem.params?.['hint'] ?? '');
      return hint === ''
        ? t('problem.field-wrong-pattern', { title })
        : t('problem.field-wrong-pattern-hint', { title, hint });
    }
    case 'field-required':
      return t(isChoice(schema) ? 'problem.field-required-choice' : 'problem.field-required', {
        title,
      });
    default:
      return t(`problem.${problem.code}`, { title, ...problem.params });
  }
}

function isChoice(schema: FieldSchema): boolean {
  return schema.enum !== undefined || schema.type === 'boolean';
}
