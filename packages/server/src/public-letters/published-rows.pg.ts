/** Reads nothing but what was published, and of that whether its answer was late. */
import type { LetterKindName, SatisfactionName } from '@yichuang/contracts';
import type { Static } from '@sinclair/typebox';
import type { Instant, PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

export interface PublishedColumns {
  readonly case_id: string;
  readonly number: string;
  readonly kind: Static<typeof LetterKindName>;
  readonly title: string;
  readonly category: string | null;
  readonly division_id: string | null;
  readonly unit_id: string | null;
  readonly phase: string;
  readonly received_on: PlainDate;
  readonly answered_on: PlainDate | null;
  readonly due_on: PlainDate | null;
  readonly overdue_at: Instant | null;
  readonly warn_at: Instant | null;
  readonly satisfaction: Static<typeof SatisfactionName> | null;
  readonly published_at: Instant;
  readonly likes: number;
  readonly me_toos: number;
  /** Answered after its limit, as the case's own clock decided; null while nothing is answered. */
  readonly was_late: boolean | null;
}

export interface PublishedFilter {
  readonly kind?: string;
  readonly unitId?: string;
  readonly divisionId?: string;
  readonly state?: 'open' | 'answered';
  /** Only these. */
  readonly caseIds?: readonly string[];
  readonly after?: { readonly at: string; readonly caseId: string };
}

const columns = `p.case_id, p.number, p.kind, p.title, p.category, p.division_id, p.unit_id,
  p.phase, p.received_on, p.answered_on, p.due_on, p.overdue_at, p.warn_at, p.satisfaction,
  p.published_at,
  (SELECT count(*)::int FROM letter_voice v WHERE v.tenant_id = $1 AND v.case_id = p.case_id
    AND v.kind = 'like') AS likes,
  (SELECT count(*)::int FROM letter_voice v WHERE v.tenant_id = $1 AND v.case_id = p.case_id
    AND v.kind = 'me-too') AS me_toos,
  (SELECT l.was_late FROM letter l WHERE l.tenant_id = $1 AND l.case_id = p.case_id) AS was_late`;

/** Newest publication first. */
export async function listPublishedRows(
  db: Db,
  tenantId: string,
  filter: PublishedFilter,
  limit: number,
): Promise<PublishedColumns[]> {
  const values: unknown[] = [tenantId];
  const given = (value: unknown): string => `$${values.push(value)}`;
  const { kind, unitId, divisionId, state, caseIds, after } = filter;
  const conditions = [
    'p.tenant_id = $1',
    ...(kind === undefined ? [] : [`p.kind = ${given(kind)}`]),
    ...(unitId === undefined ? [] : [`p.unit_id = ${given(unitId)}`]),
    ...(divisionId === undefined ? [] : [within('p.division_id', given(divisionId))]),
    ...(state === undefined ? [] : [STATES[state]]),
    ...(caseIds === undefined ? [] : [`p.case_id = ANY (${given(caseIds)}::uuid[])`]),
    ...(after === undefined
      ? []
      : [`(p.published_at, p.case_id) < (${given(after.at)}, ${given(after.caseId)}::uuid)`]),
  ];
  return db.query<PublishedColumns>(
    `SELECT ${columns} FROM published_letter p WHERE ${conditions.join(' AND ')}
     ORDER BY p.published_at DESC, p.case_id DESC LIMIT ${given(limit)}`,
    values,
  );
}

const STATES = {
  open: 'p.answered_on IS NULL',
  answered: 'p.answered_on IS NOT NULL',
} as const;

/** The organisation itself or one below it: ids are paths. */
function within(column: string, given: string): string {
  return `(${column} = ${given} OR starts_with(${column}, ${given} || '/'))`;
}

export interface PublishedText extends PublishedColumns {
  readonly body: string;
  readonly answers: readonly {
    readonly round: number;
    readonly text: string;
    readonly answeredOn: PlainDate;
    readonly unitId: string;
  }[];
  readonly course: readonly {
    readonly at?: Instant;
    readonly on?: PlainDate;
    readonly key: string;
    readonly unitId?: string;
  }[];
}

export async function findPublishedRow(
  db: Db,
  tenantId: string,
  number: string,
): Promise<PublishedText | undefined> {
  const [row] = await db.query<PublishedText>({
    name: 'published-letter',
    text: `SELECT ${columns}, p.body, p.answers, p.course FROM published_letter p
      WHERE p.tenant_id = $1 AND p.number = $2`,
    values: [tenantId, number],
  });
  return row;
}
