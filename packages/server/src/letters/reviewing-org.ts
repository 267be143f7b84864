import type { CaseState } from '@yichuang/kernel/case';
import type { DirectoryOrg } from '../cases/index.ts';

/**
 * Who reviews the answer: the level above the office that gave it; above the county the one that
 * the pack names as `superior`. None above that: the answer is final.
 * @basis 信访工作条例 第三十五条: 请求原办理机关、单位的上一级机关、单位复查
 */
export function reviewingOrg(
  { letter, orgId }: Pick<CaseState, 'letter' | 'orgId'>,
  orgs: ReadonlyMap<string, DirectoryOrg>,
): string | undefined {
  const from = orgs.get(letter?.unit ?? orgId);
  if (from === undefined || from.kind === 'superior') return undefined;
  if (from.parentId !== undefined) return from.parentId;
  return [...orgs.values()].find(({ kind }) => kind === 'superior')?.id;
}
