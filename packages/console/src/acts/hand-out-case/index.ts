import { missing, type Act } from '../act.ts';
import type { HandOutCaseValues } from './form-values.ts';
import { HandOutCasePanel } from './HandOutCasePanel.tsx';

export const handOutCase: Act<'HandOutCase', HandOutCaseValues> = {
  type: 'HandOutCase',
  tone: 'plain',
  hotkey: '',
  preview: 'none',
  isStaying: true,
  savesChecks: false,
  lead: () => 'act.HandOutCase.lead',
  toForm: () => ({ itemCode: '', orgId: '', note: '' }),
  toCommand: ({ itemCode, orgId, note }) => ({
    type: 'HandOutCase',
    itemCode,
    orgId,
    note: note.trim(),
  }),
  problemsOf: ({ itemCode, orgId, note }) => ({
    ...missing(itemCode === '', 'itemCode', 'act.HandOutCase.itemMissing'),
    ...missing(orgId === '', 'orgId', 'act.HandOutCase.unitMissing'),
    ...missing(note.trim() === '', 'note', 'act.wordsMissing'),
  }),
  Panel: HandOutCasePanel,
};
