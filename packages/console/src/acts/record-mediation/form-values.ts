import { dayOf } from '../../format/format-day.ts';
import { missing, taskOf, type ActSubject, type CommandOf, type Problems } from '../act.ts';

export const KINDS = ['mediation', 'settlement'] as const;

export interface RecordMediationValues {
  readonly kind: (typeof KINDS)[number];
  /** Shanghai day, `YYYY-MM-DD`. */
  readonly heldOn: string;
  readonly text: string;
}

export function toForm({ view }: ActSubject): RecordMediationValues {
  const heldOn = dayOf(view.timeline.at(-1)?.at ?? view.receivedAt);
  return { kind: 'mediation', heldOn, text: '' };
}

export function toCommand(
  { kind, heldOn, text }: RecordMediationValues,
  subject: ActSubject,
): CommandOf<'RecordMediation'> {
  return { type: 'RecordMediation', taskId: taskOf(subject), kind, heldOn, text: text.trim() };
}

export function problemsOf({ heldOn, text }: RecordMediationValues): Problems {
  return {
    ...missing(heldOn === '', 'heldOn', 'letters.dayMissing'),
    ...missing(text.trim() === '', 'text', 'act.wordsMissing'),
  };
}
