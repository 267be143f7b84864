import { attribute, flag, html, type Html, type HtmlValue } from '../html.ts';
import type { PageContext } from '../page-context.ts';

interface FieldBase {
  readonly name: string;
  readonly label: string;
  readonly hint?: HtmlValue;
  readonly error?: string | undefined;
  readonly isOptional?: boolean;
}

export interface TextField extends FieldBase {
  readonly value: string;
  readonly type?: 'text' | 'tel' | 'date' | 'password' | 'search';
  readonly inputMode?: 'numeric' | 'decimal' | 'tel' | 'text';
  readonly autocomplete?: string;
  readonly maxLength?: number;
  readonly unit?: string | undefined;
  /** How wide the answer is expected to be, in Chinese characters. */
  readonly width?: 4 | 8 | 12 | 20;
}

export interface ChoiceField extends FieldBase {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** The id of a field's control, for links from the error summary. */
export function fieldId(name: string): string {
  return `f-${name}`;
}

/**
 * Label, hint, error, control, in this order: a screen reader and a magnifier meet them as
 * everybody does. The error is part of the description, not only red.
 */
export function textField(ctx: PageContext, field: TextField): Html {
  const id = fieldId(field.name);
  const input = html`<input id="${id}" name="${field.name}" type="${field.type ?? 'text'}" value="${
    field.value
  }" class="input${widthOf(field)}"${attribute('inputmode', field.inputMode)}${attribute(
    'autocomplete',
    field.autocomplete,
  )}${attribute('maxlength', field.maxLength)}${describedBy(field)}>`;
  return wrapped(ctx, field, html`<label for="${id}">${labelText(ctx, field)}</label>`, [
    field.unit === undefined
      ? input
      : html`<span class="with-unit">${input}<span class="unit">${field.unit}</span></span>`,
  ]);
}

export function textArea(ctx: PageContext, field: TextField & { readonly rows?: number }): Html {
  const id = fieldId(field.name);
  return wrapped(ctx, field, html`<label for="${id}">${labelText(ctx, field)}</label>`, [
    html`<textarea id="${id}" name="${field.name}" rows="${field.rows ?? 4}"
 class="input"${attribute('maxlength', field.maxLength)}${describedBy(field)}>
${field.value}</textarea>`,
  ]);
}

export function selectField(ctx: PageContext, field: ChoiceField): Html {
  const id = fieldId(field.name);
  const options = [{ value: '', label: ctx.t('field.choose') }, ...field.options];
  return wrapped(ctx, field, html`<label for="${id}">${labelText(ctx, field)}</label>`, [
    html`<select id="${id}" name="${field.name}" class="input"${describedBy(field)}>
${options.map(
  ({ value, label }) =>
    html`<option value="${value}"${flag('selected', value === field.value)}>${label}</option>`,
)}</select>`,
  ]);
}

/** The group has the id, so that the summary's link leads to the question. */
export function radioField(ctx: PageContext, field: ChoiceField): Html {
  const id = fieldId(field.name);
  const isBad = field.error !== undefined;
  return html`<fieldset id="${id}" tabindex="-1"
 class="field${isBad ? ' field-bad' : ''}"${describedBy(field)}>
<legend>${labelText(ctx, field)}</legend>
${hintAndError(ctx, field)}
${field.options.map(
  ({ value, label }, i) => html`<div class="choice">
<input type="radio" id="${id}-${i}" name="${field.name}" value="${value}"${flag(
    'checked',
    value === field.value,
  )}><label for="${id}-${i}">${label}</label></div>`,
)}
</fieldset>`;
}

function wrapped(
  ctx: PageContext,
  field: FieldBase,
  label: Html,
  control: readonly HtmlValue[],
): Html {
  const isBad = field.error !== undefined;
  return html`<div class="field${isBad ? ' field-bad' : ''}">
${label}
${hintAndError(ctx, field)}
${control}
</div>`;
}

function labelText(ctx: PageContext, field: FieldBase): HtmlValue {
  if (field.isOptional !== true) return field.label;
  return html`${field.label} <span class="optional">${ctx.t('field.optional')}</span>`;
}

function hintAndError(ctx: PageContext, field: FieldBase): HtmlValue {
  const id = fieldId(field.name);
  return [
    field.hint !== undefined && html`<p class="hint" id="${id}-hint">${field.hint}</p>`,
    field.error !== undefined &&
      html`<p class="field-error" id="${id}-error"><span class="visually-hidden">${ctx.t(
        'error.word',
      )}</span> ${field.error}</p>`,
  ];
}

function describedBy(field: FieldBase): HtmlValue {
  const id = fieldId(field.name);
  const ids = [
    ...(field.hint === undefined ? [] : [`${id}-hint`]),
    ...(field.error === undefined ? [] : [`${id}-error`]),
  ];
  return [
    ids.length > 0 && attribute('aria-describedby', ids.join(' ')),
    field.error !== undefined && attribute('aria-invalid', 'true'),
  ];
}

function widthOf(field: TextField): string {
  return field.width === undefined ? '' : ` width-${field.width}`;
}
