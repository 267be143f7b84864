import { addMs, startOfDay, type PlainDate } from '@yichuang/kernel/time';
import { isAccusedName } from '@yichuang/kernel/case';
import type { Db } from '../platform/db/index.ts';
import type { TopicLetter } from '../insight/index.ts';
import type { Period } from './report-period.ts';
import type { ReportReader } from './report-reader.ts';

/** A letter as topics are found among, and what a topic says of its letters. */
export interface PeriodLetter extends TopicLetter {
  readonly unitId?: string;
  readonly divisionId?: string;
  /** Whether the reader may open it. */
  readonly canOpen: boolean;
}

/** Grouping so many takes seconds of a core; a longer period has to be asked for in parts. */
export const MOST_LETTERS = 20_000;

const NOON_MS = 12 * 3_600_000;

interface LetterRow {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly received_on: PlainDate;
  readonly sender_id: string;
  readonly unit_id: string | null;
  readonly division_id: string | null;
  readonly likes: number;
  readonly dislikes: number;
  readonly can_open: boolean;
  /** Whom it complains of by name, as its sender wrote it. */
  readonly accused: string | null;
}

/**
 * Letters received in the period, one more than `MOST_LETTERS` where there are more. Their instant
 * is noon of the day of receipt: a letter on paper, and one of another system, was entered later.
 */
export async function findPeriodLetters(
  db: Db,
  tenantId: string,
  { from, until }: Period,
  { isSpecial, keys, name }: ReportReader,
): Promise<PeriodLetter[]> {
  const rows = await db.query<LetterRow>(
    `SELECT l.case_id AS id, l.title, l.body, l.received_on, l.sender_id, l.unit_id, l.division_id,
       (coalesce(v.likes, 0) + coalesce(s.likes, 0))::int AS likes,
       coalesce(s.dislikes, 0) AS dislikes,
       EXISTS (SELECT 1 FROM case_reader r WHERE r.tenant_id = $1 AND r.case_id = l.case_id
         AND r.reader = ANY ($5)) AS can_open,
       -- Only reports name anybody, and those are withheld: nobody else's state is read for it.
       CASE WHEN l.is_withheld THEN (SELECT c.state #>> '{form,accusedName}' FROM cases c
         WHERE c.tenant_id = $1 AND c.id = l.case_id) END AS accused
     FROM letter l
     LEFT JOIN (SELECT case_id, count(*) AS likes FROM letter_voice WHERE tenant_id = $1
       GROUP BY case_id) v ON v.case_id = l.case_id
     LEFT JOIN stated_voice s ON s.tenant_id = $1 AND s.case_id = l.case_id
     WHERE l.tenant_id = $1 AND l.received_on BETWEEN $2 AND $3 AND ($4 OR NOT l.is_withheld)
     ORDER BY l.received_on DESC, l.case_id LIMIT ${MOST_LETTERS + 1}`,
    [tenantId, from, until, isSpecial, [...keys]],
  );
  return rows
    .filter(({ accused }) => accused === null || !isAccusedName(accused, name))
    .map(letterOf);
}

function letterOf(row: LetterRow): PeriodLetter {
  return {
    id: row.id,
    title: row.title,
    text: row.body,
    at: addMs(startOfDay(row.received_on), NOON_MS),
    senderId: row.sender_id,
    likes: row.likes,
    dislikes: row.dislikes,
    ...(row.unit_id === null ? {} : { unitId: row.unit_id }),
    ...(row.division_id === null ? {} : { divisionId: row.division_id }),
    canOpen: row.can_open,
  };
}
