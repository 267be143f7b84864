import { missing, type CommandOf, type Problems } from '../act.ts';

export interface ArchiveCaseValues {
  readonly archiveNumber: string;
}

export function toForm(): ArchiveCaseValues {
  return { archiveNumber: '' };
}

export function toCommand(values: ArchiveCaseValues): CommandOf<'ArchiveCase'> {
  return { type: 'ArchiveCase', archiveNumber: values.archiveNumber.trim() };
}

export function problemsOf(values: ArchiveCaseValues): Problems {
  const isMissing = values.archiveNumber.trim() === '';
  return missing(isMissing, 'archiveNumber', 'act.ArchiveCase.numberMissing');
}
