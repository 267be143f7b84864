import type { CaseState } from '@yichuang/kernel/case';
import { openTasks } from '@yichuang/kernel/flow';
import type { CaseDeps } from './case-deps.ts';

/** The office that has the case now: the department of the first open task's post. */
export async function officeOf(
  { directory }: Pick<CaseDeps, 'directory'>,
  state: CaseState,
): Promise<string> {
  const post = openTasks(state.marking)[0]?.posts[0];
  const orgId = post === undefined ? state.orgId : (await directory.post(post))?.orgId;
  const org = await directory.org(orgId ?? state.orgId);
  return org?.name ?? state.orgId;
}
