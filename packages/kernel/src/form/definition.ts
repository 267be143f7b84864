/**
 * Forms are JSON Schema (draft 2020-12, the subset named here) plus an order of sections. The
 * extensions begin with `x-`, as JSON Schema asks of unknown keywords.
 */
export type FormValue = string | number | boolean | null;
export type FormData = Readonly<Record<string, FormValue>>;

export interface FieldSchema {
  readonly type: 'string' | 'number' | 'integer' | 'boolean';
  readonly title: string;
  readonly 'x-title-en'?: string;
  readonly description?: string;
  readonly 'x-description-en'?: string;
  readonly enum?: readonly string[];
  readonly 'x-enum-titles'?: Readonly<Record<string, string>>;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly 'x-pattern-hint'?: string;
  readonly format?: 'date' | 'citizen-id' | 'credit-code' | 'mobile' | 'multiline';
  readonly 'x-unit'?: string;
  /** Sealed before it is stored; masked wherever it is shown. */
  readonly 'x-sensitive'?: boolean;
  /** What the platform already knows and fills in, e.g. `applicant.name`. */
  readonly 'x-prefill'?: string;
  /** Asked only while another field has this value. */
  readonly 'x-when'?: { readonly field: string; readonly equals: FormValue };
}

export interface FormSection {
  readonly id: string;
  readonly title: string;
  readonly 'x-title-en'?: string;
  readonly fields: readonly string[];
}

export interface FormDefinition {
  readonly sections: readonly FormSection[];
  readonly schema: {
    readonly type: 'object';
    readonly properties: Readonly<Record<string, FieldSchema>>;
    readonly required: readonly string[];
  };
}

/** What is wrong with one field; the text belongs to the message files. */
export interface FieldProblem {
  readonly field: string;
  readonly code: FieldProblemCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type FieldProblemCode =
  | 'field-unknown'
  | 'field-required'
  | 'field-not-a-text'
  | 'field-not-a-number'
  | 'field-not-an-integer'
  | 'field-not-a-yes-or-no'
  | 'field-not-in-list'
  | 'field-too-short'
  | 'field-too-long'
  | 'field-too-small'
  | 'field-too-big'
  | 'field-wrong-pattern'
  | 'field-not-a-date'
  | 'field-not-a-citizen-id'
  | 'field-not-a-credit-code'
  | 'field-not-a-mobile';
