/** Rows of lists in words: who has it, what an approval asks for, what a letter is about. */
import type { TaskPage } from '@yichuang/contracts';
import type { FormData } from '@yichuang/kernel/form';
import type { Language } from '../platform/refusal.ts';
import type { CaseDeps } from './case-deps.ts';
import type { Directory } from './directory.ts';
import { hiddenSender } from './letter-view.ts';
import { digestOf } from './digest.ts';
import type { TaskList } from './task-lists.ts';

/** Who works on it reads posts; who waits for it wants the names of those who have it. */
const BY_POST: ReadonlySet<TaskList> = new Set(['todo', 'all']);

export async function showRows(
  deps: CaseDeps,
  page: TaskPage,
  list: TaskList,
  language: Language,
  /** Appointed for withheld letters: who wrote them is hidden from everybody else. */
  isSpecial: boolean,
): Promise<TaskPage> {
  const [holderNames, digests, letters] = await Promise.all([
    namesOf(deps.directory, BY_POST.has(list)),
    digestsOf(deps, page, language),
    lettersOf(deps, page, isSpecial ? undefined : hiddenSender(language)),
  ]);
  return {
    ...page,
    rows: page.rows.map((row) => ({
      ...row,
      others: [...new Set(row.others.flatMap(holderNames))],
      ...digests.get(row.caseId),
      ...letters.get(row.caseId),
    })),
  };
}

/** Of a key of the to-do list: a post, or `person:<id>`. */
async function namesOf(
  directory: Directory,
  isByPost: boolean,
): Promise<(key: string) => readonly string[]> {
  const posts = await directory.posts();
  const persons = new Map(
    [...posts.values()].flatMap(({ people }) =>
      people.map(({ personId, name }): [string, string] => [`person:${personId}`, name]),
    ),
  );
  return (key) => {
    const person = persons.get(key);
    if (person !== undefined) return [person];
    const post = posts.get(key);
    if (post === undefined) return [];
    return isByPost || post.holders.length === 0 ? [post.name] : post.holders;
  };
}

interface LetterLine {
  readonly id: string;
  readonly title: string;
  readonly category: string | null;
  readonly place: string | null;
  readonly is_withheld: boolean;
}

interface Shown {
  readonly title: string;
  readonly line: string;
  /** Where the name of who wrote is not to be shown. */
  readonly applicantName?: string;
}

/** Of a letter what it is about: its item says no more than that somebody complains. */
async function lettersOf(
  { db, tenantId }: CaseDeps,
  page: TaskPage,
  hidden: string | undefined,
): Promise<ReadonlyMap<string, Shown>> {
  const rows = await db.query<LetterLine>({
    name: 'list-letters',
    text: `SELECT case_id AS id, title, category, place, is_withheld FROM letter
      WHERE tenant_id = $1 AND case_id = ANY ($2::uuid[])`,
    values: [tenantId, [...new Set(page.rows.map((row) => row.caseId))]],
  });
  return new Map(
    rows.map(({ id, title, category, place, is_withheld: isWithheld }) => {
      const parts = [category, place].filter((part) => part !== null && part !== '');
      const name = isWithheld && hidden !== undefined ? { applicantName: hidden } : {};
      return [id, { title, line: parts.join(' · '), ...name }];
    }),
  );
}

interface InternalRow {
  readonly id: string;
  readonly item_code: string;
  readonly item_version: number;
  readonly applicant_name: string;
  readonly form: FormData;
}

async function digestsOf(
  deps: CaseDeps,
  page: TaskPage,
  language: Language,
): Promise<ReadonlyMap<string, { readonly title: string; readonly line: string }>> {
  const rows = await deps.db.query<InternalRow>({
    name: 'list-digests',
    text: `SELECT c.id, c.item_code, c.item_version, c.applicant_name, c.state->'form' AS form
      FROM cases c
      JOIN item i ON i.tenant_id = $1 AND i.code = c.item_code AND i.version = c.item_version
      WHERE c.tenant_id = $1 AND c.id = ANY ($2::uuid[]) AND i.is_internal`,
    values: [deps.tenantId, [...new Set(page.rows.map((row) => row.caseId))]],
  });
  if (rows.length === 0) return new Map();
  const orgs = await deps.directory.orgs();
  const words = { language, orgName: (id: string) => orgs.get(id)?.name };
  const shown = await Promise.all(
    rows.map(async (row) => {
      const item = await deps.findItem(row.item_code, row.item_version);
      if (item === undefined) throw new Error(`item ${row.item_code} is gone`);
      return [row.id, digestOf(item, row.applicant_name, row.form, words)] as const;
    }),
  );
  return new Map(shown);
}
