import type { CaseView } from '@yichuang/contracts';
import { textKey, type TextKey } from '../texts/locale.ts';
import type { ActType } from './act.ts';

/** What an act is called on this case: some have a name of their own where a letter is answered. */
export function verbKey(act: ActType, view: CaseView): TextKey {
  const own = view.letter === undefined ? undefined : textKey('letterAct', act);
  return own ?? `act.${act}`;
}
