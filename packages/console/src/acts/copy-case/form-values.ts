import type { PersonName } from '@yichuang/contracts';
import { missing, type ActSubject, type CommandOf, type Problems } from '../act.ts';

export interface CopyCaseValues {
  readonly to: readonly PersonName[];
  readonly note: string;
  readonly isForOpinion: boolean;
}

export function toForm(): CopyCaseValues {
  return { to: [], note: '', isForOpinion: false };
}

export function toCommand(values: CopyCaseValues, subject: ActSubject): CommandOf<'CopyCase'> {
  const isHandling = subject.view.tasks.some(({ isMine }) => isMine);
  const [reading] = subject.allowed.readings ?? [];
  return {
    type: 'CopyCase',
    to: [...values.to],
    note: values.note.trim(),
    isForOpinion: values.isForOpinion,
    // Who only reads passes on what they were given to read.
    ...(isHandling || reading === undefined ? {} : { fromReading: reading }),
  };
}

export function problemsOf(values: CopyCaseValues): Problems {
  return missing(values.to.length === 0, 'to', 'act.personMissing');
}
