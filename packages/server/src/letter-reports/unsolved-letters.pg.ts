import { isAccusedName } from '@yichuang/kernel/case';
import type { LetterRow } from '@yichuang/contracts';
import type { Instant, PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import type { ReportReader } from './report-reader.ts';

/** A letter that is not solved, with what says so. */
export interface UnsolvedLetter {
  readonly case_id: string;
  readonly number: string;
  readonly kind: LetterRow['kind'];
  readonly item_name: string;
  readonly title: string;
  readonly sender_name: string;
  readonly channel: LetterRow['channel'];
  readonly division_id: string | null;
  readonly category: string | null;
  readonly unit_id: string | null;
  readonly phase: string;
  readonly received_at: Instant;
  readonly received_on: PlainDate;
  readonly answered_on: PlainDate | null;
  readonly due_on: PlainDate | null;
  readonly is_withheld: boolean;
  readonly is_public: boolean;
  readonly people: number;
  readonly satisfaction: LetterRow['satisfaction'] | null;
  readonly reopenings: number;
  readonly supervisions: number;
  readonly is_late: boolean;
  readonly is_reopened: boolean;
  readonly is_unmended: boolean;
}

interface Found extends UnsolvedLetter {
  /** Whom it complains of by name, as its sender wrote it. */
  readonly accused: string | null;
}

/** A list that is read through in a meeting. */
const MOST_ROWS = 500;

/**
 * Letters received by the day given that are open and late, or open again after an answer, or whose
 * last answer was found bad and followed by none. Only what the reader may open, the oldest first.
 *
 * @param today limits that ran out before this day are missed
 */
export async function findUnsolved(
  db: Db,
  tenantId: string,
  { isSpecial, keys, name }: ReportReader,
  { receivedBy, today }: { readonly receivedBy: PlainDate; readonly today: PlainDate },
): Promise<UnsolvedLetter[]> {
  const rows = await db.query<Found>(
    `SELECT * FROM (
       SELECT l.case_id, l.number, l.kind, c.item_name, l.title, l.sender_name, l.channel,
         l.division_id, l.category, l.unit_id, l.phase, l.received_at, l.received_on,
         l.answered_on, coalesce(c.due_on, l.due_on) AS due_on, l.is_withheld,
         l.published_at IS NOT NULL AS is_public, l.people,
         CASE WHEN 'dissatisfied' IN (l.office_rating, l.handler_rating) THEN 'dissatisfied'
           WHEN 'mostly' IN (l.office_rating, l.handler_rating) THEN 'mostly'
           ELSE l.office_rating END AS satisfaction,
         l.follow_ups + l.rectifications AS reopenings, l.supervisions,
         c.state #>> '{form,accusedName}' AS accused,
         c.phase IN ('received', 'accepted') AND NOT c.is_suspended
           AND coalesce(c.due_on, l.due_on) < $5 AS is_late,
         c.phase IN ('received', 'accepted') AND l.rounds > 1 AS is_reopened,
         c.phase = 'concluded' AND 'dissatisfied' IN (
           c.state #>> '{letter,answers,-1,rating,office}',
           c.state #>> '{letter,answers,-1,rating,handler}') AS is_unmended
       FROM letter l JOIN cases c ON c.tenant_id = l.tenant_id AND c.id = l.case_id
       WHERE l.tenant_id = $1 AND ($2 OR NOT l.is_withheld) AND l.received_on <= $4
         AND (c.phase IN ('received', 'accepted')
           OR 'dissatisfied' IN (l.office_rating, l.handler_rating))
         AND EXISTS (SELECT 1 FROM case_reader r WHERE r.tenant_id = $1
           AND r.case_id = l.case_id AND r.reader = ANY ($3))) AS open
     WHERE is_late OR is_reopened OR is_unmended
     ORDER BY received_on, number LIMIT ${MOST_ROWS}`,
    [tenantId, isSpecial, [...keys], receivedBy, today],
  );
  return rows.filter(({ accused }) => accused === null || !isAccusedName(accused, name));
}
