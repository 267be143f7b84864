import type { CaseView } from '@yichuang/contracts';
import { isOrder } from '../orders/order-case.ts';

export const CASE_TABS = [
  'course',
  'form',
  'materials',
  'letter',
  'handling',
  'messages',
  'assistance',
  'documents',
  'flow',
  'story',
] as const;
export type CaseTab = (typeof CASE_TABS)[number];

const OF_LICENCES: readonly CaseTab[] = ['form', 'materials', 'documents', 'flow', 'story'];
const OF_LETTERS: readonly CaseTab[] = [
  'letter',
  'handling',
  'messages',
  'assistance',
  'documents',
  'flow',
  'story',
];

/** An order is read as its course; it may bring evidence, and nothing to be checked off. */
const OF_ORDERS: readonly CaseTab[] = ['course', 'form', 'materials', 'documents', 'flow', 'story'];

/** A letter is read as a message, not as a form with materials. */
export function tabsOf(view: CaseView): readonly CaseTab[] {
  if (isOrder(view)) return OF_ORDERS;
  return view.letter === undefined ? OF_LICENCES : OF_LETTERS;
}

/** Where a case opens: at the materials while they are to be checked, else at what was written. */
export function firstTab(view: CaseView): CaseTab {
  if (isOrder(view)) return 'course';
  if (view.letter !== undefined) return 'letter';
  return view.allowed.some(({ act }) => act === 'CheckMaterials') ? 'materials' : 'form';
}

/** The tab that an address asks for, if this case has it. */
export function openTabOf(view: CaseView, asked: CaseTab | undefined): CaseTab {
  return asked !== undefined && tabsOf(view).includes(asked) ? asked : firstTab(view);
}
