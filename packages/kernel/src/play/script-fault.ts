/** What can be wrong with a script. The texts belong to the message files. */
export type ScriptProblemCode =
  | 'wrong-value'
  | 'field-missing'
  | 'field-unknown'
  | 'person-unknown'
  | 'person-twice'
  | 'nobody-to-file'
  | 'act-unknown'
  | 'step-unknown'
  | 'step-needed'
  | 'step-without-task'
  | 'time-unreadable'
  | 'time-goes-back';

/** What is wrong with a script, and where; the text belongs to the message files. */
export interface ScriptProblem {
  readonly code: ScriptProblemCode;
  /** Path in the script, e.g. `acts[2].to`. */
  readonly path: string;
  /** Number of the act, from 1; absent where it is not about an act. */
  readonly act?: number;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Ends the reading of one element; gathered by the reader, so that all problems are told. */
export class ScriptFault extends Error {
  readonly problem: ScriptProblem;

  constructor(
    code: ScriptProblemCode,
    path: string,
    params: Readonly<Record<string, string | number>> = {},
    act?: number,
  ) {
    super(`${path}: ${code}`);
    this.name = 'ScriptFault';
    this.problem = { code, path, params, ...(act === undefined ? {} : { act }) };
  }
}
