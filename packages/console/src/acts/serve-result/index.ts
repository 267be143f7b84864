import type { Act } from '../act.ts';
import { problemsOf, toCommand, toForm, type ServeResultValues } from './form-values.ts';
import { ServeResultPanel } from './ServeResultPanel.tsx';

export const serveResult: Act<'ServeResult', ServeResultValues> = {
  type: 'ServeResult',
  tone: 'main',
  hotkey: 'd',
  preview: 'offered',
  isStaying: false,
  savesChecks: false,
  lead: () => 'act.ServeResult.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: ServeResultPanel,
};
