// Acts through the programming interface, where a journey needs them done but not shown.

import type { CaseView, TaskPage } from '@yichuang/contracts';
import type { Connection } from './http.ts';

/**
 * Does what the case allows this person now, with the task that it is allowed for.
 *
 * @throws Error with the server's answer when it refuses
 */
export async function actOn(
  who: Connection,
  caseId: string,
  type: string,
  rest: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { allowed } = await who.get<CaseView>(`/api/cases/${caseId}`);
  const taskId = allowed.find((each) => each.act === type)?.taskId;
  const body = { type, ...(taskId === undefined ? {} : { taskId }), ...rest };
  await who.send('POST', `/api/cases/${caseId}/commands`, body);
}

/** Whether the case stands on the person's list (待办 unless told). */
export async function holdsCase(who: Connection, caseId: string, list = 'todo'): Promise<boolean> {
  const { rows } = await who.get<TaskPage>(`/api/tasks?list=${list}`);
  return rows.some((row) => row.caseId === caseId);
}
