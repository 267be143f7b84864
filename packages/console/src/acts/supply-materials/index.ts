import type { Act } from '../act.ts';
import { problemsOf, toCommand, toForm, type SupplyMaterialsValues } from './form-values.ts';
import { SupplyMaterialsPanel } from './SupplyMaterialsPanel.tsx';

export const supplyMaterials: Act<'SupplyMaterials', SupplyMaterialsValues> = {
  type: 'SupplyMaterials',
  tone: 'plain',
  hotkey: '',
  preview: 'none',
  isStaying: true,
  savesChecks: false,
  lead: () => 'act.SupplyMaterials.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: SupplyMaterialsPanel,
};
