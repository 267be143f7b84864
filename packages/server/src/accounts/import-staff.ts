import type { AccountSlip, StaffImportReport } from '@yichuang/contracts';
import { civilDate } from '@yichuang/kernel/time';
import { ConstraintViolation } from '../platform/operating-error.ts';
import type { Language } from '../platform/refusal.ts';
import type { AccountDeps, AccountKeeper } from './account-deps.ts';
import { findByLoginNames, listKnownPosts, type KnownPost } from './account-store.pg.ts';
import type { Accounts } from './accounts.ts';
import { createPostFinder, type NamedOrg } from './find-posts.ts';
import { rowProblemText } from './row-problem-text.ts';
import type { RowProblem } from './row-problem.ts';
import { staffOfRows, type ImportedStaff } from './staff-of-rows.ts';
import { readStaffTable } from './staff-table.ts';

export interface ImportDeps extends AccountDeps {
  readonly accounts: Accounts;
  readonly orgs: readonly NamedOrg[];
  readonly sealPhone: (phone: string) => string;
}

export interface ImportOrder {
  readonly bytes: Uint8Array;
  readonly keeper: AccountKeeper;
  /** true: says what would happen and changes nothing. */
  readonly isDryRun: boolean;
  readonly language: Language;
}

/**
 * A list of staff becomes accounts, whole or not at all. Accounts that are there under the same
 * name stay as they are: a list that was sent twice makes nobody twice. Reserved posts are given
 * to nobody by a list, whoever sends it.
 */
export async function importStaff(
  deps: ImportDeps,
  order: ImportOrder,
): Promise<StaffImportReport> {
  try {
    return await importOnce(deps, order);
  } catch (error) {
    const isTaken =
      error instanceof ConstraintViolation && error.constraint === 'account_login_key';
    if (!isTaken) throw error;
    // Another list was faster: whom it made is known by now, or has taken the name.
    return importOnce(deps, order);
  }
}

async function importOnce(
  deps: ImportDeps,
  { bytes, keeper, isDryRun, language }: ImportOrder,
): Promise<StaffImportReport> {
  const { db, tenantId } = deps;
  const table = await readStaffTable(bytes);
  const posts = await listKnownPosts(db, tenantId, civilDate(deps.now()));
  const read = staffOfRows(table, createPostFinder(deps.orgs, posts));
  const { fresh, known, taken } = await apart(deps, read.staff, table.headers.loginName);
  const problems = [...table.problems, ...read.problems, ...taken].toSorted(
    (a, b) => a.row - b.row,
  );
  const isApplied = !isDryRun && problems.length === 0;
  const wishes = fresh.map(({ phone, ...staff }) => ({
    ...staff,
    ...(phone !== undefined && { phoneSealed: deps.sealPhone(phone) }),
  }));
  const passwords = isApplied ? await deps.accounts.addAll(keeper, wishes) : [];
  return {
    isDryRun,
    isApplied,
    rows: table.rows.length,
    added: fresh.length,
    known,
    problems: problems.map((problem) => ({
      row: problem.row,
      column: problem.column ?? '',
      code: problem.code,
      text: rowProblemText(problem, language),
    })),
    slips: passwords.map((password, i) => slipOf(fresh[i], posts, password)),
  };
}

interface Apart {
  readonly fresh: readonly ImportedStaff[];
  readonly known: number;
  readonly taken: readonly RowProblem[];
}

/** Who is new, who is here already, and whose log-in name is somebody else's. */
async function apart(
  { db, tenantId }: ImportDeps,
  staff: readonly ImportedStaff[],
  column: string,
): Promise<Apart> {
  const names = staff.map(({ loginName }) => loginName);
  const here = await findByLoginNames(db, tenantId, names);
  const nameOf = new Map(here.map(({ loginName, name }) => [loginName, name]));
  const taken = staff.flatMap(({ row, loginName, name }): RowProblem[] => {
    const other = nameOf.get(loginName);
    if (other === undefined || other === name) return [];
    return [{ row, column, code: 'login-taken', params: { value: loginName, name: other } }];
  });
  const fresh = staff.filter(({ loginName }) => !nameOf.has(loginName));
  return { fresh, taken, known: staff.length - fresh.length - taken.length };
}

export function slipOf(
  staff: Pick<ImportedStaff, 'loginName' | 'name' | 'postIds'> | undefined,
  posts: readonly KnownPost[],
  password: string,
): AccountSlip {
  if (staff === undefined) throw new Error('a password was made for nobody');
  const held = posts.filter(({ id }) => staff.postIds.includes(id));
  const { loginName, name } = staff;
  const named = held.map((post) => `${post.orgName} ${post.name}`).join('；');
  return { loginName, name, password, posts: named };
}
