import type { Act } from '../act.ts';
import { problemsOf, toCommand, toForm, type RecordInvestigationValues } from './form-values.ts';
import { RecordInvestigationPanel } from './RecordInvestigationPanel.tsx';

export const recordInvestigation: Act<'RecordInvestigation', RecordInvestigationValues> = {
  type: 'RecordInvestigation',
  tone: 'plain',
  hotkey: '',
  preview: 'none',
  isStaying: true,
  savesChecks: false,
  lead: () => 'act.RecordInvestigation.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: RecordInvestigationPanel,
};
