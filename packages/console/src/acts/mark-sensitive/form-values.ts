import { missing, type ActSubject, type CommandOf, type Problems } from '../act.ts';

export interface MarkSensitiveValues {
  readonly isSensitive: boolean;
  readonly reason: string;
}

/** The other of what it is now: nobody marks again what is marked. */
export function toForm({ view }: ActSubject): MarkSensitiveValues {
  return { isSensitive: view.letter?.isSensitive !== true, reason: '' };
}

export function toCommand({
  isSensitive,
  reason,
}: MarkSensitiveValues): CommandOf<'MarkSensitive'> {
  return { type: 'MarkSensitive', isSensitive, reason: reason.trim() };
}

export function problemsOf({ reason }: MarkSensitiveValues): Problems {
  return missing(reason.trim() === '', 'reason', 'act.reasonMissing');
}
