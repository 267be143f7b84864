import type { Language } from '../platform/refusal.ts';
import { packProblemTexts as en } from './messages.en.ts';
import { packProblemTexts as zh } from './messages.zh-CN.ts';
import type { PackProblemCode } from './pack-problem-code.ts';

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
