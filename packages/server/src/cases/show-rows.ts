/** Rows of lists in words: who has it, what an approval asks for, what a letter is about. */
import type { TaskPage } from '@yichuang/contracts';
import { isAccusedName } from '@yichuang/kernel/case';
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
  by: RowReader,
  language: Language,
): Promise<TaskPage> {
  const [holderNames, digests, letters] = await Promise.all([
    namesOf(deps.directory, BY_POST.has(list)),
    digestsOf(deps, page, language),
    lettersOf(deps, page, by, language),
  ]);
  return {
    ...page,
    rows: page.rows.flatMap((row) => {
      const letter = letters.get(row.caseId);
      if (letter === 'none') return [];
      const others = [...new Set(row.others.flatMap(holderNames))];
      return [{ ...row, others, ...digests.get(row.caseId), ...letter }];
    }),
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

/** Who looks at the rows. */
interface RowReader {
  readonly name: string;
  readonly readers: readonly string[];
  /** Appointed for withheld letters: who wrote them is hidden from everybody else. */
  readonly isSpecial: boolean;
}

interface LetterLine {
  readonly id: string;
  readonly title: string;
  readonly category: string | null;
  readonly place: string | null;
  readonly is_withheld: boolean;
  readonly accused: string | null;
  readonly can_open: boolean;
}

type LetterText = Partial<Pick<TaskPage['rows'][number], 'title' | 'line' | 'applicantName'>>;

/**
 * Of a letter what it is about: its item says no more than that somebody complains. Of a withheld
 * one not who wrote it, nor, once it has left the reader, what about; to whom it complains of none.
 */
async function lettersOf(
  { db, tenantId }: CaseDeps,
  page: TaskPage,
  { name, readers, isSpecial }: RowReader,
  language: Language,
): Promise<ReadonlyMap<string, LetterText | 'none'>> {
  const rows = await db.query<LetterLine>({
    name: 'list-letters',
    text: `SELECT l.case_id AS id, l.title, l.category, l.place, l.is_withheld,
        c.state #>> '{form,accusedName}' AS accused, EXISTS (SELECT 1 FROM case_reader r
          WHERE r.tenant_id = $1 AND r.case_id = l.case_id AND r.reader = ANY ($3)) AS can_open
      FROM letter l JOIN cases c ON c.tenant_id = $1 AND c.id = l.case_id
      WHERE l.tenant_id = $1 AND l.case_id = ANY ($2::uuid[])`,
    values: [tenantId, [...new Set(page.rows.map((row) => row.caseId))], [...readers]],
  });
  const nobody = { applicantName: hiddenSender(language) };
  return new Map(
    rows.map((row): [string, LetterText | 'none'] => {
      const { id, title, category, place, accused, is_withheld: isWithheld } = row;
      if (accused !== null && isAccusedName(accused, name)) return [id, 'none'];
      const parts = [category, place].filter((part) => part !== null && part !== '');
      const about = { title, line: parts.join(' · ') };
      if (!isWithheld) return [id, about];
      return [id, { ...(row.can_open ? about : {}), ...(isSpecial ? {} : nobody) }];
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
