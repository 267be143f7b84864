import type { CaseView } from '@yichuang/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { casesApi } from '../api/cases.ts';
import { newIdempotencyKey } from '../api/request.ts';
import { unreadTasks } from './unread-tasks.ts';

/**
 * Looking at a task marks it as read: the dot in the list goes, and whoever passed it on can no
 * longer take that back unnoticed. A second look changes nothing.
 */
export function useReadMark(view: CaseView): void {
  const queries = useQueryClient();
  const { caseId } = view;
  const unread = unreadTasks(view).join(' ');
  useEffect(() => {
    if (unread === '') return;
    const commands = unread.split(' ').map((taskId) => ({ type: 'ReadTask', taskId }) as const);
    Promise.all(commands.map((each) => casesApi.command(caseId, each, newIdempotencyKey())))
      .then(() => queries.invalidateQueries({ queryKey: ['tasks'] }))
      // Decided elsewhere in this moment: the page says so by itself when it is renewed.
      .catch(() => undefined);
  }, [caseId, unread, queries]);
}
