import type { ListCounts, TaskPage } from '@yichuang/contracts';
import type { Instant } from '@yichuang/kernel/time';

/** 待办, 已办, 待阅, 已阅, 我发起的, 我关注的, and whatever the reader may see. */
export const taskListNames = [
  'todo',
  'done',
  'toread',
  'read',
  'started',
  'followed',
  'all',
] as const;
export type TaskList = (typeof taskListNames)[number];

export interface TaskQuery {
  readonly list: TaskList;
  readonly light?: 'yellow' | 'red';
  readonly itemCode?: string;
  readonly phase?: string;
  /** Only what is done in this person's place (代理), by name as the rows show it. */
  readonly onBehalfOf?: string;
  /** Part of a case number or of an applicant's name. */
  readonly q?: string;
  readonly cursor?: string;
  readonly limit: number;
}

export interface TaskReader {
  readonly personId: string;
  /** Keys of the to-do list: posts, `capability:<name>`, `person:<id>`. */
  readonly posts: readonly string[];
  /** In whose place the reader may act now, with the keys of those people. */
  readonly grants: readonly ListGrant[];
  /** `org:`, `post:` and `person:` keys under which the reader may see cases. */
  readonly readers: readonly string[];
}

export interface ListGrant {
  readonly keys: readonly string[];
  readonly principalId: string;
  readonly principalName: string;
  /** Absent: every item. */
  readonly itemCodes?: readonly string[];
  /** Absent: tasks that were open before, too. */
  readonly openedFrom?: Instant;
}

/** Lists that stay fast at any size: key-set paging, counts that stop at a cap. */
export interface TaskLists {
  find(reader: TaskReader, query: TaskQuery, now: Instant): Promise<TaskPage>;
  /** How much is on each list, for the menu. */
  counts(reader: TaskReader): Promise<ListCounts>;
}
