import type { CaseView } from '@yichuang/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { casesApi } from '../api/cases.ts';
import { newIdempotencyKey } from '../api/request.ts';

/**
 * Looking at a task marks it as read: the dot in the list goes, and whoever passed it on can no
 * longer take that back unnoticed. A second look changes nothing.
 */
export function useReadMark(view: CaseView): void {
  const queries = useQueryClient();
  const { caseId } = view;
  const taskId = view.tasks.find((task) => task.isMine)?.taskId;
  useEffect(() => {
    if (taskId === undefined) return;
    const command = { type: 'ReadTask', taskId } as const;
    casesApi
      .command(caseId, command, newIdempotencyKey())
      .then(() => queries.invalidateQueries({ queryKey: ['tasks'] }))
      // Decided elsewhere in this moment: the page says so by itself when it is renewed.
      .catch(() => undefined);
  }, [caseId, taskId, queries]);
}
