import type { Instant } from '@yichuang/kernel/time';
import type { Db } from '../../platform/db/index.ts';
import type {
  FoundLetter,
  IndexedLetter,
  LetterIndex,
  Shelf,
  ShelfRights,
  WantedLetters,
} from './letter-index.ts';
import { gramNumber, pairsOf, plainText } from './plain-text.ts';

/** A common gram is worth little and has many letters: no more of one are looked at. */
const mostOfOneGram = 2000;
/** So many candidates are asked for each one wanted, since not all may be read. */
const candidatesForOne = 5;

/** One shelf of one tenant in PostgreSQL. */
export function letterIndexPg(db: Db, tenantId: string, shelf: Shelf): LetterIndex {
  // Statements are not prepared: which index serves depends on what is asked for.
  const find = async (text: string, values: readonly unknown[]): Promise<FoundLetter[]> =>
    (await db.query<FoundColumns>(text, values)).map(foundOf);
  return {
    put: (letters) => put(db, tenantId, shelf, letters),
    async remove(caseId) {
      await db.query(
        'DELETE FROM letter_index WHERE tenant_id = $1 AND shelf = $2 AND case_id = $3',
        [tenantId, shelf, caseId],
      );
    },
    async sample(most) {
      const [counted] = await db.query<{ letters: number }>(
        'SELECT count(*) AS letters FROM letter_index WHERE tenant_id = $1 AND shelf = $2',
        [tenantId, shelf],
      );
      const rows = await db.query<{ plain: string }>(
        `SELECT plain FROM letter_index WHERE tenant_id = $1 AND shelf = $2
         ORDER BY received_at DESC, case_id DESC LIMIT $3`,
        [tenantId, shelf, most],
      );
      return { plains: rows.map(({ plain }) => plain), letters: counted?.letters ?? 0 };
    },
    async sharing(grams, rights, most) {
      const values: unknown[] = [tenantId, shelf];
      const given = giver(values);
      const [numbers, weights] = [grams.map(([gram]) => gram), grams.map(([, weight]) => weight)];
      return await find(
        `WITH shared AS (
           SELECT f.case_id, sum(w.weight) AS weight
           FROM unnest(${given(numbers)}::int[], ${given(weights)}::real[]) AS w(gram, weight)
           CROSS JOIN LATERAL (SELECT x.case_id FROM letter_index x
             WHERE x.grams @> ARRAY[w.gram] AND x.tenant_id = $1 AND x.shelf = $2
             LIMIT ${mostOfOneGram}) AS f
           GROUP BY f.case_id ORDER BY 2 DESC, 1 LIMIT ${given(most * candidatesForOne)})
         SELECT ${columns} FROM shared s
         JOIN letter_index l ON l.tenant_id = $1 AND l.shelf = $2 AND l.case_id = s.case_id
         WHERE ${readable(shelf, rights, given)}
         ORDER BY s.weight DESC, s.case_id LIMIT ${given(most)}`,
        values,
      );
    },
    async listed(wanted, readers) {
      const values: unknown[] = [tenantId, shelf];
      const given = giver(values);
      const most = given(wanted.most);
      const { after, filter, rights } = wanted;
      const { fromAt } = filter;
      const beforeAt = after?.receivedAt ?? filter.beforeAt;
      // Each reader's own list is an index range, read in order until the page is full; OFFSET 0
      // keeps the planner from reading all of an office's letters first and sorting them. A letter
      // of two lists comes once.
      return await find(
        `SELECT DISTINCT ${columns} FROM unnest(${given(readers)}::text[]) AS asked(reader)
         CROSS JOIN LATERAL (SELECT l.* FROM
           (SELECT r.case_id, r.received_at FROM case_reader r
            WHERE r.tenant_id = $1 AND r.reader = asked.reader
              ${fromAt === undefined ? '' : `AND r.received_at >= ${given(fromAt)}`}
              ${beforeAt === undefined ? '' : `AND r.received_at <= ${given(beforeAt)}`}
            ORDER BY r.received_at DESC, r.case_id DESC) AS r
           CROSS JOIN LATERAL (SELECT ${columns} FROM letter_index l
             WHERE l.tenant_id = $1 AND l.shelf = $2 AND l.case_id = r.case_id
               AND ${filtered(wanted, given)} AND ${holdsPhrases(wanted, given)}
               AND ${readable(shelf, { maySeeWithheld: rights.maySeeWithheld }, given)}
             OFFSET 0) AS l
           ORDER BY r.received_at DESC, r.case_id DESC LIMIT ${most}) AS l
         ${newestFirst} LIMIT ${most}`,
        values,
      );
    },
    async walk(wanted, within) {
      const values: unknown[] = [tenantId, shelf];
      const given = giver(values);
      return await find(
        `SELECT ${columns} FROM (SELECT * FROM letter_index l
           WHERE l.tenant_id = $1 AND l.shelf = $2 AND ${filtered(wanted, given)}
           ${newestFirst} LIMIT ${given(within)}) AS l
         WHERE ${holdsPhrases(wanted, given)} AND ${readable(shelf, wanted.rights, given)}
         ${newestFirst} LIMIT ${given(wanted.most)}`,
        values,
      );
    },
    async holding(wanted, grams) {
      const values: unknown[] = [tenantId, shelf];
      const given = giver(values);
      return await find(
        `WITH l AS MATERIALIZED (SELECT ${columns}, l.is_withheld FROM letter_index l
           WHERE l.grams @> ${given(grams)}::int[] AND l.tenant_id = $1 AND l.shelf = $2
             AND ${filtered(wanted, given)} AND ${holdsPhrases(wanted, given)})
         SELECT ${columns} FROM l WHERE ${readable(shelf, wanted.rights, given)}
         ${newestFirst} LIMIT ${given(wanted.most)}`,
        values,
      );
    },
  };
}

type Giver = (value: unknown) => string;

/** Adds a value and gives the placeholder for it. */
function giver(values: unknown[]): Giver {
  return (value) => `$${values.push(value)}`;
}

const columns = 'l.case_id, l.title, l.plain, l.received_at, l.sender_id, l.org_id, l.category';
const newestFirst = 'ORDER BY l.received_at DESC, l.case_id DESC';

/**
 * What may come out is asked of the letters themselves: a shelf follows them by a job, and until
 * it has run it holds what has been withheld or taken back meanwhile.
 */
function readable(shelf: Shelf, { readers, maySeeWithheld }: ShelfRights, given: Giver): string {
  if (shelf === 'public') {
    return `EXISTS (SELECT 1 FROM published_letter p
      WHERE p.tenant_id = $1 AND p.case_id = l.case_id)`;
  }
  const parts: string[] = [];
  if (!maySeeWithheld) {
    parts.push(`NOT l.is_withheld AND NOT EXISTS (SELECT 1 FROM letter w
      WHERE w.tenant_id = $1 AND w.case_id = l.case_id AND w.is_withheld)`);
  }
  if (readers !== undefined) {
    parts.push(`EXISTS (SELECT 1 FROM case_reader r WHERE r.tenant_id = $1
      AND r.case_id = l.case_id AND r.reader = ANY (${given(readers)}::text[]))`);
  }
  return all(parts);
}

function filtered({ filter, after }: WantedLetters, given: Giver): string {
  const { orgId, category, fromAt, beforeAt } = filter;
  const parts: string[] = [];
  if (orgId !== undefined) parts.push(`l.org_id = ${given(orgId)}`);
  if (category !== undefined) parts.push(`l.category = ${given(category)}`);
  if (fromAt !== undefined) parts.push(`l.received_at >= ${given(fromAt)}`);
  if (beforeAt !== undefined) parts.push(`l.received_at < ${given(beforeAt)}`);
  if (after !== undefined) {
    parts.push(`(l.received_at, l.case_id) < (${given(after.receivedAt)}::timestamptz,
      ${given(after.caseId)}::uuid)`);
  }
  return all(parts);
}

function holdsPhrases({ phrases }: WantedLetters, given: Giver): string {
  return all(phrases.map((phrase) => `strpos(l.plain, ${given(phrase)}) > 0`));
}

function all(parts: readonly string[]): string {
  return parts.length === 0 ? 'true' : parts.join(' AND ');
}

async function put(
  db: Db,
  tenantId: string,
  shelf: Shelf,
  letters: readonly IndexedLetter[],
): Promise<void> {
  const rows = letters.map((letter) => {
    const plain = plainText(letter.title, letter.body);
    return {
      case_id: letter.caseId,
      received_at: letter.receivedAt,
      sender_id: letter.senderId,
      org_id: letter.orgId,
      category: letter.category,
      is_withheld: letter.isWithheld,
      title: letter.title,
      plain,
      grams: pairsOf(plain).map((pair) => gramNumber(tenantId, shelf, pair)),
    };
  });
  await db.query({
    name: 'letter-index-put',
    text: `INSERT INTO letter_index (tenant_id, shelf, case_id, received_at, sender_id, org_id,
        category, is_withheld, title, plain, grams)
      SELECT $1, $2, case_id, received_at, sender_id, org_id, category, is_withheld, title,
        plain, grams
      FROM json_to_recordset($3) AS l(case_id uuid, received_at timestamptz, sender_id uuid,
        org_id text, category text, is_withheld boolean, title text, plain text, grams int[])
      ON CONFLICT (tenant_id, shelf, case_id) DO UPDATE SET org_id = excluded.org_id,
        category = excluded.category, is_withheld = excluded.is_withheld,
        title = excluded.title, plain = excluded.plain, grams = excluded.grams`,
    values: [tenantId, shelf, JSON.stringify(rows)],
  });
}

interface FoundColumns {
  readonly case_id: string;
  readonly title: string;
  readonly plain: string;
  readonly received_at: Instant;
  readonly sender_id: string | null;
  readonly org_id: string;
  readonly category: string | null;
}

function foundOf(row: FoundColumns): FoundLetter {
  return {
    caseId: row.case_id,
    title: row.title,
    plain: row.plain,
    receivedAt: row.received_at,
    senderId: row.sender_id ?? undefined,
    orgId: row.org_id,
    category: row.category ?? undefined,
  };
}
