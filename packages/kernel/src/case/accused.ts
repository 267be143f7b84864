/** Whom a letter complains of: kept away from it. */
import { letterFields } from './letter.ts';
import type { CaseState } from './state.ts';

/**
 * Whether the unit is the one complained of, or belongs to it. Ids of units are paths.
 * @basis 信访工作条例 第三十条
 */
export function isAccusedUnit(state: Pick<CaseState, 'form'>, orgId: string): boolean {
  const accused = state.form[letterFields.accusedOrg];
  if (typeof accused !== 'string' || accused === '') return false;
  return orgId === accused || orgId.startsWith(`${accused}/`);
}

/**
 * Whoever is complained of by name has no part in it.
 * @basis 信访工作条例 第二十八条: 有关机关、单位工作人员与信访事项或者信访人有直接利害关系的，应当回避。
 */
export function isAccused(state: Pick<CaseState, 'form' | 'letter'>, name: string): boolean {
  const accused = state.form[letterFields.accusedName];
  return state.letter !== undefined && typeof accused === 'string' && isAccusedName(accused, name);
}

/** Whether what the sender wrote of whom it complains of names this person. */
export function isAccusedName(accused: string, name: string): boolean {
  return accused.split(/[\s、，,;；/]+/u).some((one) => one !== '' && one === name.trim());
}
