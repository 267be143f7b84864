import { expect, it } from 'vitest';
import { deskCase } from '../examples/case.examples.ts';
import { unreadTasks } from './unread-tasks.ts';

it('what is marked as read are my own open tasks, each once', () => {
  const [task] = deskCase.tasks;
  if (task === undefined) throw new Error('the example has a task');
  const tasks = ['review#1.1', 'review#1.2', 'review#1.4'].map((taskId) => ({ ...task, taskId }));
  expect(unreadTasks({ ...deskCase, tasks })).toEqual(['review#1.2', 'review#1.4']);
  const others = tasks.map((each) => ({ ...each, isMine: false }));
  expect(unreadTasks({ ...deskCase, tasks: others })).toEqual([]);
});
