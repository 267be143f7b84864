import { parseMobile } from '@yichuang/kernel/ids';
import { normaliseLogin } from '../people/index.ts';
import type { createPostFinder } from './find-posts.ts';
import { isLoginName } from './login-names.ts';
import type { RowProblem } from './row-problem.ts';
import type { Column, StaffRow, StaffTable } from './staff-table.ts';

export interface ImportedStaff {
  readonly row: number;
  readonly loginName: string;
  readonly name: string;
  /** In its one form. */
  readonly phone?: string;
  readonly postIds: readonly string[];
}

interface ReadStaff {
  readonly staff: readonly ImportedStaff[];
  readonly problems: readonly RowProblem[];
}

const LONGEST_NAME = 100;

/** Who the rows mean, and every problem with its row and column; a broken row is nobody. */
export function staffOfRows(
  { rows, headers }: StaffTable,
  findPosts: ReturnType<typeof createPostFinder>,
): ReadStaff {
  const staff: ImportedStaff[] = [];
  const problems: RowProblem[] = [];
  const rowOf = new Map<string, number>();
  for (const each of rows) {
    const { row, cells } = each;
    const report = (column: Column, code: string, params: RowProblem['params'] = {}): void =>
      void problems.push({ row, column: headers[column], code, params });
    const loginName = normaliseLogin(cells.loginName);
    const before = problems.length;
    checkNames(each, loginName, report);
    const earlier = rowOf.get(loginName);
    if (earlier !== undefined) {
      report('loginName', 'login-twice', { value: loginName, row: earlier });
    }
    rowOf.set(loginName, earlier ?? row);
    const phone = cells.phone === '' ? undefined : parseMobile(cells.phone);
    if (phone?.ok === false) report('phone', 'phone-wrong');
    const found = findPosts(cells.org, cells.posts);
    if ('problem' in found) {
      report(found.column, found.problem.code, { value: found.problem.value });
    } else if (found.postIds.length === 0) report('posts', 'cell-empty');
    if (problems.length > before || 'problem' in found) continue;
    const { postIds } = found;
    const name = cells.name.normalize('NFC');
    staff.push({ row, loginName, name, postIds, ...(phone?.ok && { phone: phone.value }) });
  }
  return { staff, problems };
}

function checkNames(
  { cells }: StaffRow,
  loginName: string,
  report: (column: Column, code: string, params?: RowProblem['params']) => void,
): void {
  if (cells.name === '') report('name', 'cell-empty');
  if (cells.name.length > LONGEST_NAME) report('name', 'cell-too-long', { maximum: LONGEST_NAME });
  if (cells.loginName === '') report('loginName', 'cell-empty');
  else if (!isLoginName(loginName)) report('loginName', 'login-wrong', { value: cells.loginName });
}
