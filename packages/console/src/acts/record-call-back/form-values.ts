import { missing, type CommandOf, type Problems } from '../act.ts';

export const MANNERS = ['phone', 'visit', 'message'] as const;

export interface RecordCallBackValues {
  readonly manner: (typeof MANNERS)[number];
  /** Undefined until it is said: nobody is counted as satisfied by default. */
  readonly isSatisfied: boolean | undefined;
  readonly note: string;
}

export function toForm(): RecordCallBackValues {
  return { manner: 'phone', isSatisfied: undefined, note: '' };
}

/** Only called without problems: then it was said. */
export function toCommand(values: RecordCallBackValues): CommandOf<'RecordCallBack'> {
  const { manner, isSatisfied = false, note } = values;
  return { type: 'RecordCallBack', manner, isSatisfied, note: note.trim() };
}

export function problemsOf({ isSatisfied, note }: RecordCallBackValues): Problems {
  return {
    ...missing(isSatisfied === undefined, 'isSatisfied', 'act.RecordCallBack.missing'),
    ...missing(note.trim() === '', 'note', 'act.wordsMissing'),
  };
}
