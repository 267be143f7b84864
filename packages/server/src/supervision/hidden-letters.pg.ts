import type { HitScope } from './hit-scope.ts';

/**
 * Says in SQL that a case is no letter that is kept from whoever asks: withheld as it is now, not
 * as it was when something was found in it, and nothing to whom the letter complains of.
 * @param caseId column of the query around it; $1 there is the tenant
 * @param give hands a value in and returns its place
 * @basis 信访工作条例 第三十条: 不得将信访人的检举、揭发材料以及有关情况透露或者转给被检举、揭发的人员或者单位。
 */
export function notHidden(
  caseId: string,
  { isSpecial, name }: Pick<HitScope, 'isSpecial' | 'name'>,
  give: (value: unknown) => string,
): string {
  const hidden = [
    ...(isSpecial ? [] : ['l.is_withheld']),
    ...(name === '' ? [] : [`${give(name)} = ANY (${ACCUSED})`]),
  ];
  if (hidden.length === 0) return 'true';
  return `NOT EXISTS (SELECT 1 FROM letter l
    JOIN cases lc ON lc.tenant_id = l.tenant_id AND lc.id = l.case_id
    WHERE l.tenant_id = $1 AND l.case_id = ${caseId} AND (${hidden.join(' OR ')}))`;
}

/** The names that a letter complains of, divided as the kernel does it; see isAccusedName. */
const ACCUSED = String.raw`regexp_split_to_array(coalesce(lc.state #>> '{form,accusedName}', ''),
  '[\s\u00a0\u3000、，,;；/]+')`;
