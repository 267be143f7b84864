import type { FlowProblemCode } from '@yichuang/kernel/flow';
import type { Language } from '../platform/refusal.ts';
import type { ShapeProblemCode } from './check-shape.ts';
import { packProblemTexts as en } from './messages.en.ts';
import { packProblemTexts as zh } from './messages.zh-CN.ts';

/** What is wrong with a pack, by element; the sentence is made by {@link packProblemText}. */
export type PackProblemCode =
  | 'file-missing'
  | 'not-json'
  | ShapeProblemCode
  | 'id-used-twice'
  | 'unknown-organisation'
  | 'organisation-order'
  | 'number-invalid'
  | 'outside-the-county'
  | 'unknown-post'
  | 'unknown-resident'
  | 'unknown-theme'
  | 'unknown-item'
  | 'unknown-limit-rule'
  | 'unknown-template'
  | 'unknown-form-field'
  | 'committed-longer-than-statutory'
  | 'steps-longer-than-committed'
  | 'shareable-but-required'
  | 'unknown-special-procedure'
  | 'pixel-range-empty'
  | 'field-in-no-section'
  | 'field-in-two-sections'
  | 'bad-pattern'
  | 'fee-field-not-a-required-number'
  | 'condition-does-not-parse'
  | 'condition-names-unknown-field'
  | 'online-without-flow'
  | 'certificate-never-issued'
  | 'certificate-undefined'
  | 'visit-without-reason'
  | 'reason-without-visit'
  | 'code-not-of-the-organisation'
  | `flow-${FlowProblemCode}`;

export interface PackProblem {
  /** Relative to the pack's folder. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** JSON pointer within the file; '' is the file as a whole. */
  readonly element: string;
  readonly code: PackProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

const texts = { 'zh-CN': zh, en } as const;

/** One sentence, without the place. */
export function packProblemText(problem: PackProblem, language: Language): string {
  return texts[language][problem.code].replace(/\{(\w+)\}/gu, (whole, name: string) =>
    String(problem.params[name] ?? whole),
  );
}

/** `items/a.json:12 /flow/main/children/0: …`, as a person reads it in a terminal. */
export function describePackProblem(problem: PackProblem, language: Language): string {
  const place = [`${problem.file}:${problem.line}`, problem.element].filter((part) => part !== '');
  return `${place.join(' ')}: ${packProblemText(problem, language)}`;
}

export class PackError extends Error {
  override readonly name = 'PackError';
  readonly problems: readonly PackProblem[];

  constructor(directory: string, problems: readonly PackProblem[]) {
    const lines = problems.map((problem) => `  ${describePackProblem(problem, 'zh-CN')}`);
    super(`${directory}: ${problems.length}\n${lines.join('\n')}`);
    this.problems = problems;
  }
}
