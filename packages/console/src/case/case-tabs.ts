import type { CaseView } from '@yichuang/contracts';

export const CASE_TABS = ['form', 'materials', 'documents', 'flow', 'story'] as const;
export type CaseTab = (typeof CASE_TABS)[number];

/** Where a case opens: at the materials while they are to be checked, else at the form. */
export function firstTab(view: CaseView): CaseTab {
  return view.allowed.some(({ act }) => act === 'CheckMaterials') ? 'materials' : 'form';
}
