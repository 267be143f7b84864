import { missing, type ActSubject, type CommandOf, type Problems } from '../act.ts';
import { daysProblems } from '../DaysField.tsx';

export interface StartSpecialProcedureValues {
  readonly kind: string;
  /** As typed; a whole number of days once it is sent. */
  readonly days: string;
  readonly reason: string;
}

export function toForm(subject: ActSubject): StartSpecialProcedureValues {
  const [only, ...others] = subject.allowed.procedures ?? [];
  if (only === undefined || others.length > 0) return { kind: '', days: '', reason: '' };
  return { kind: only.id, days: expectedDays(only.id, subject), reason: '' };
}

/** What the item says such a procedure usually takes. */
export function expectedDays(kind: string, subject: ActSubject): string {
  const found = subject.allowed.procedures?.find(({ id }) => id === kind);
  return found?.expectedDays === undefined ? '' : String(found.expectedDays);
}

export function toCommand(values: StartSpecialProcedureValues): CommandOf<'StartSpecialProcedure'> {
  return {
    type: 'StartSpecialProcedure',
    kind: values.kind,
    expectedDays: Number(values.days),
    reason: values.reason.trim(),
  };
}

/**
 * @basis 中华人民共和国行政许可法 第四十五条: 行政机关应当将所需时间书面告知申请人。
 */
export function problemsOf(values: StartSpecialProcedureValues): Problems {
  return {
    ...missing(values.kind === '', 'kind', 'act.StartSpecialProcedure.kindMissing'),
    ...daysProblems(values.days),
    ...missing(values.reason.trim() === '', 'reason', 'act.reasonMissing'),
  };
}
