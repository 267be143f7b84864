import type { Language } from '../platform/refusal.ts';
import type { ImportProblemCode } from './import-problem-code.ts';
import { importProblemTexts as en } from './messages.en.ts';
import { importProblemTexts as zh } from './messages.zh-CN.ts';

/** Where in the file, as a spreadsheet shows it: row from 1 with the header, `C7` for a cell. */
export interface ImportProblem {
  readonly row: number;
  /** Header of the column as the file writes it; absent where the whole row is meant. */
  readonly column?: string;
  readonly cell?: string;
  readonly code: ImportProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** Errors stop the import; warnings are told and the row is taken. */
  readonly severity: 'error' | 'warning';
}

const texts = { 'zh-CN': zh, en } as const;

export function importProblemText(problem: ImportProblem, language: Language): string {
  return texts[language][problem.code].replace(/\{(\w+)\}/gu, (whole, name: string) =>
    String(problem.params[name] ?? whole),
  );
}
