import type { CaseView } from '@yichuang/contracts';

/** My open tasks that nobody has looked at yet. */
export function unreadTasks({ tasks, signings }: Pick<CaseView, 'tasks' | 'signings'>): string[] {
  const read = new Set(
    signings.flatMap(({ signers }) => signers.filter((s) => s.isRead).map((s) => s.taskId)),
  );
  return tasks.filter((task) => task.isMine && !read.has(task.taskId)).map((task) => task.taskId);
}
