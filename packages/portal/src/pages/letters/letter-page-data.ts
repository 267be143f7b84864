import type { LetterView } from '@yichuang/contracts';
import type { LetterFormName } from '../../letter-acts.ts';
import type { LetterDoor } from './letter-door.ts';

export interface LetterPageData {
  readonly view: LetterView;
  readonly door: LetterDoor;
  /** Head of the forms' idempotency keys. */
  readonly key: string;
  /** What was just done, to be said. */
  readonly done?: LetterFormName | undefined;
  readonly refused?: RefusedAct | undefined;
}

/** An act that was not done: the page comes again with everything that was typed. */
export interface RefusedAct {
  readonly act: LetterFormName;
  /** Without a field where no field of the page is to blame. */
  readonly problem: { readonly field?: string; readonly text: string };
  readonly typed: Readonly<Record<string, string>>;
}
