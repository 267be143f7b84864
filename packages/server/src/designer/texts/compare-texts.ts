type Listed = 'materials' | 'fees' | 'section' | 'branch' | 'part';
type Kind = 'step' | 'sequence' | 'choice' | 'parallel' | 'subcases' | 'automatic' | 'wait';

/** `{name}` stands for a parameter. */
export type CompareKey =
  | 'set'
  | 'unset'
  | 'changed'
  | 'reordered'
  | 'more'
  | 'fewer'
  | 'replaced'
  | `${Listed}-${'added' | 'removed' | 'moved' | 'subject'}`
  | `node-${'added' | 'removed' | 'moved' | 'subject'}`
  | `field-${'added' | 'removed' | 'moved' | 'in-order' | 'subject'}`
  | 'kind-changed'
  | `kind-${Kind}`
  | 'place-first'
  | 'place-after'
  | 'way-main'
  | 'way-denied'
  | 'way-branch'
  | 'way-subject';

export interface CompareTexts {
  readonly sentences: Readonly<Record<CompareKey, string>>;
  /** What a setting is called. */
  readonly labels: Readonly<Record<string, string>>;
  /** What a word of a setting means, by setting and word. */
  readonly choices: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** How many must agree, by rule. */
  readonly agreements: Readonly<Record<string, string>>;
  readonly limit: string;
  readonly money: string;
  readonly yes: string;
  readonly no: string;
  readonly nothing: string;
  readonly separator: string;
  readonly colon: string;
}
