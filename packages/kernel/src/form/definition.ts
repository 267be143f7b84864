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
  readonly 'x-enum-titles-en'?: Readonly<Record<string, string>>;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly 'x-pattern-hint'?: string;
  /** `org`: the id of a unit of the tenant, chosen from its tree. */
  readonly format?: 'date' | 'citizen-id' | 'credit-code' | 'mobile' | 'multiline' | 'org';
  readonly 'x-unit'?: string;
  readonly 'x-unit-en'?: string;
  /** Sealed before it is stored; masked wherever it is shown. */
  readonly 'x-sensitive'?: boolean;
  /** Shown only to staff with this capability, e.g. `supervise`. */
  readonly 'x-capability'?: string;
  /** What the platform already knows and fills in, e.g. `applicant.name`. */
  readonly 'x-prefill'?: string;
  /** Asked only while other answers make it due. */
  readonly 'x-when'?: AskedWhen;
  /** Worked out by the platform; what a client sends for it is not taken. */
  readonly readOnly?: boolean;
  /** What an empty form begins with; `today` in a field of days is the day it is opened. */
  readonly 'x-default'?: FormValue;
  /** Words that are put in by one touch. */
  readonly 'x-phrases'?: readonly string[];
  /** Never typed: worked out from other fields whenever the form is filed. */
  readonly 'x-computed'?: ComputedField;
}

/** How a field follows from others; see `computeForm`. */
export type ComputedField =
  | {
      readonly by: 'days';
      /** Fields with the first and the last day, both counted. */
      readonly from: string;
      readonly to: string;
      /** Fields that say `am` or `pm`: from which half of the first day, to which of the last. */
      readonly fromHalf?: string;
      readonly toHalf?: string;
      readonly unit: 'WD' | 'CD';
      /** Where this field has one of these values, calendar days are counted instead. */
      readonly calendarDays?: { readonly field: string; readonly in: readonly string[] };
    }
  | { readonly by: 'sum'; readonly of: readonly string[] };

export interface FieldIs {
  readonly field: string;
  readonly equals: FormValue;
}

/** Due while one answer has this value, or while any of several has its own. */
export type AskedWhen = FieldIs | { readonly anyOf: readonly FieldIs[] };

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
