import type { Act } from '../act.ts';
import { ArchiveCasePanel } from './ArchiveCasePanel.tsx';
import { problemsOf, toCommand, toForm, type ArchiveCaseValues } from './form-values.ts';

export const archiveCase: Act<'ArchiveCase', ArchiveCaseValues> = {
  type: 'ArchiveCase',
  tone: 'main',
  hotkey: 'h',
  preview: 'none',
  isStaying: false,
  savesChecks: false,
  lead: () => 'act.ArchiveCase.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: ArchiveCasePanel,
};
