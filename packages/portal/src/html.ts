/**
 * HTML that escapes by default. Only `html` and `raw` make an `Html`; every other value put into a
 * template becomes text, so that nothing a person typed can become markup. Attributes must be
 * quoted, which a test of all pages checks.
 */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

export type HtmlValue = string | number | Html | false | null | undefined | readonly HtmlValue[];

/** `false`, `null` and `undefined` give nothing, lists are joined. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = parts[0] ?? '';
  for (const [i, value] of values.entries()) text += textOf(value) + (parts[i + 1] ?? '');
  return new Html(text);
}

/** Markup of our own making that is no template, such as a drawn picture. */
export function raw(text: string): Html {
  return new Html(text);
}

/** ` name` or nothing: for `checked`, `selected`, `open`. */
export function flag(name: string, isSet: boolean): Html | undefined {
  return isSet ? new Html(` ${name}`) : undefined;
}

/** ` name="value"`, or nothing for an absent value. */
export function attribute(name: string, value: string | number | undefined): Html | undefined {
  return value === undefined ? undefined : new Html(` ${name}="${escapeHtml(String(value))}"`);
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

function textOf(value: HtmlValue): string {
  if (value === undefined || value === null || value === false) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(textOf).join('');
  return escapeHtml(String(value));
}
