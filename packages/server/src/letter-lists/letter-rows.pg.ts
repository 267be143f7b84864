/** Rows of the staff's list of letters: only what one of the reader's keys opens. */
import type { Instant, PlainDate } from '@yichuang/kernel/time';
import type { LetterRow } from '@yichuang/contracts';
import type { Db } from '../platform/db/index.ts';

export interface ListedLetter {
  readonly case_id: string;
  readonly number: string;
  readonly kind: LetterRow['kind'];
  readonly item_code: string;
  readonly item_name: string;
  readonly title: string;
  readonly sender_name: string;
  readonly channel: LetterRow['channel'];
  readonly division_id: string | null;
  readonly category: string | null;
  readonly unit_id: string | null;
  readonly phase: string;
  readonly received_at: Instant;
  readonly answered_on: PlainDate | null;
  readonly due_on: PlainDate | null;
  readonly warn_at: Instant | null;
  readonly overdue_at: Instant | null;
  readonly is_suspended: boolean;
  readonly was_late: boolean | null;
  readonly is_withheld: boolean;
  readonly published_at: Instant | null;
  readonly people: number;
  readonly office_rating: LetterRow['satisfaction'] | null;
  readonly handler_rating: LetterRow['satisfaction'] | null;
  /** Whom it complains of by name, as its sender wrote it. */
  readonly accused: string | null;
}

export interface ListFilter {
  readonly kind?: string;
  readonly phase?: string;
  readonly unitId?: string;
  readonly divisionId?: string;
  readonly category?: string;
  readonly light?: 'yellow' | 'red';
  readonly satisfaction?: string;
  /** Days of receipt, both in it. */
  readonly from?: PlainDate;
  readonly until?: PlainDate;
  /** Only these. */
  readonly caseIds?: readonly string[];
  readonly after?: { readonly at: string; readonly caseId: string };
}

export interface ListReader {
  readonly keys: readonly string[];
  /** Has the key of the letters' office, under which nearly every letter stands. */
  readonly isOffice: boolean;
}

const columns = `l.case_id, l.number, l.kind, l.item_code, c.item_name, l.title, l.sender_name,
  l.channel, l.division_id, l.category, l.unit_id, l.phase, l.received_at, l.answered_on,
  c.due_on, c.warn_at, c.overdue_at, c.is_suspended, l.was_late, l.is_withheld, l.published_at,
  l.people, l.office_rating, l.handler_rating, c.state #>> '{form,accusedName}' AS accused`;

/** Newest first. The office walks the list of all letters, others the lists of their keys. */
export async function listLetterRows(
  db: Db,
  tenantId: string,
  reader: ListReader,
  filter: ListFilter,
  now: Instant,
  limit: number,
): Promise<ListedLetter[]> {
  const values: unknown[] = [tenantId, reader.keys];
  const given = (value: unknown): string => `$${values.push(value)}`;
  const where = conditions(filter, now, given).join(' AND ');
  const { after } = filter;
  const place = after && `(${given(after.at)}, ${given(after.caseId)}::uuid)`;
  const behind = place === undefined ? 'true' : `(l.received_at, l.case_id) < ${place}`;
  const most = given(limit);
  const joined = `JOIN cases c ON c.tenant_id = $1 AND c.id = l.case_id`;
  if (reader.isOffice || filter.caseIds !== undefined) {
    return db.query<ListedLetter>(
      `SELECT ${columns} FROM letter l ${joined}
       WHERE l.tenant_id = $1 AND ${where} AND ${behind}
         AND EXISTS (SELECT 1 FROM case_reader r
           WHERE r.tenant_id = $1 AND r.case_id = l.case_id AND r.reader = ANY ($2::text[]))
       ORDER BY l.received_at DESC, l.case_id DESC LIMIT ${most}`,
      values,
    );
  }
  return db.query<ListedLetter>(
    `SELECT ${columns} FROM (SELECT DISTINCT r.case_id FROM unnest($2::text[]) AS asked(reader)
       CROSS JOIN LATERAL (SELECT k.case_id FROM case_reader k
         JOIN letter l ON l.tenant_id = $1 AND l.case_id = k.case_id
         ${joined}
         WHERE k.tenant_id = $1 AND k.reader = asked.reader AND ${where} AND ${behind}
         ORDER BY k.received_at DESC, k.case_id DESC LIMIT ${most}) AS r) AS found
     JOIN letter l ON l.tenant_id = $1 AND l.case_id = found.case_id
     ${joined}
     ORDER BY l.received_at DESC, l.case_id DESC LIMIT ${most}`,
    values,
  );
}

function conditions(
  filter: ListFilter,
  now: Instant,
  given: (value: unknown) => string,
): readonly string[] {
  const { kind, phase, unitId, divisionId, category, light, satisfaction, from, until } = filter;
  return [
    'true',
    ...(kind === undefined ? [] : [`l.kind = ${given(kind)}`]),
    ...(phase === undefined ? [] : [`l.phase = ${given(phase)}`]),
    ...(unitId === undefined ? [] : [`l.unit_id = ${given(unitId)}`]),
    ...(divisionId === undefined ? [] : [within('l.division_id', given(divisionId))]),
    ...(category === undefined ? [] : [`l.category = ${given(category)}`]),
    ...(light === undefined ? [] : [LIGHTS[light](given(now))]),
    ...(satisfaction === undefined ? [] : [rated(given(satisfaction))]),
    ...(from === undefined ? [] : [`l.received_on >= ${given(from)}`]),
    ...(until === undefined ? [] : [`l.received_on <= ${given(until)}`]),
    ...(filter.caseIds === undefined ? [] : [`l.case_id = ANY (${given(filter.caseIds)}::uuid[])`]),
  ];
}

/** As the lists of tasks show them: what stands still is grey. */
const LIGHTS = {
  yellow: (now: string) => `(NOT c.is_suspended AND c.warn_at <= ${now} AND c.overdue_at > ${now})`,
  red: (now: string) => `(NOT c.is_suspended AND c.overdue_at <= ${now})`,
} as const;

function rated(satisfaction: string): string {
  return `(l.office_rating = ${satisfaction} OR l.handler_rating = ${satisfaction})`;
}

/** The organisation itself or one below it: ids are paths. */
function within(column: string, orgId: string): string {
  return `(${column} = ${orgId} OR starts_with(${column}, ${orgId} || '/'))`;
}
