import type { Act } from '../act.ts';
import { CheckMaterialsPanel } from './CheckMaterialsPanel.tsx';
import { problemsOf, toCommand, toForm, type CheckMaterialsValues } from './form-values.ts';

export const checkMaterials: Act<'CheckMaterials', CheckMaterialsValues> = {
  type: 'CheckMaterials',
  tone: 'plain',
  hotkey: 'v',
  preview: 'none',
  isStaying: true,
  savesChecks: false,
  lead: () => 'act.CheckMaterials.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: CheckMaterialsPanel,
};
