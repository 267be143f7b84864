import type { OrderQuery } from '@yichuang/contracts';
import type { Instant, PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import { ENDED, type OrderFacts } from './order-row.ts';

/** Written by the follow-up of each command: run again, it says the same. */
export async function putOrder(
  db: Db,
  tenantId: string,
  caseId: string,
  openedAt: Instant,
  facts: OrderFacts,
): Promise<void> {
  await db.query(
    `INSERT INTO supervision_order (tenant_id, case_id, opened_at, unit_id, source, rule_id, stage,
       rounds, issued_at, signed_at, answered_at, closed_at, was_late, liability, points,
       is_objected, is_appealed)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     ON CONFLICT (tenant_id, case_id) DO UPDATE SET unit_id = EXCLUDED.unit_id,
       source = EXCLUDED.source, rule_id = EXCLUDED.rule_id, stage = EXCLUDED.stage,
       rounds = EXCLUDED.rounds, issued_at = EXCLUDED.issued_at, signed_at = EXCLUDED.signed_at,
       answered_at = EXCLUDED.answered_at, closed_at = EXCLUDED.closed_at,
       was_late = EXCLUDED.was_late, liability = EXCLUDED.liability, points = EXCLUDED.points,
       is_objected = EXCLUDED.is_objected, is_appealed = EXCLUDED.is_appealed`,
    [
      tenantId,
      caseId,
      openedAt,
      facts.unitId,
      facts.source,
      facts.ruleId ?? null,
      facts.stage,
      facts.rounds,
      facts.issuedAt ?? null,
      facts.signedAt ?? null,
      facts.answeredAt ?? null,
      facts.closedAt ?? null,
      facts.wasLate,
      facts.liability ?? null,
      facts.points ?? null,
      facts.isObjected,
      facts.isAppealed,
    ],
  );
}

/** What an order is about; said twice it stands once. */
export async function linkOrder(
  db: Db,
  tenantId: string,
  orderId: string,
  about: { readonly caseIds: readonly string[]; readonly hitIds: readonly string[] },
): Promise<void> {
  await db.query(
    `INSERT INTO supervision_order_case (tenant_id, supervised_id, case_id)
     SELECT $1, unnest($3::uuid[]), $2 ON CONFLICT DO NOTHING`,
    [tenantId, orderId, about.caseIds],
  );
  await db.query(
    `INSERT INTO supervision_order_hit (tenant_id, hit_id, case_id)
     SELECT $1, unnest($3::text[]), $2 ON CONFLICT DO NOTHING`,
    [tenantId, orderId, about.hitIds],
  );
}

export interface ListedOrder {
  readonly case_id: string;
  readonly number: string;
  readonly item_version: number;
  readonly subject: string;
  readonly unit_id: string;
  readonly source: string;
  readonly stage: string;
  readonly rounds: number;
  readonly opened_at: Instant;
  readonly closed_at: Instant | null;
  readonly liability: string | null;
  readonly points: string | null;
  readonly due_on: PlainDate | null;
  readonly warn_at: Instant | null;
  readonly overdue_at: Instant | null;
  readonly can_open: boolean;
}

export interface OrderFilter extends Omit<OrderQuery, 'cursor' | 'limit'> {
  readonly after?: { readonly at: Instant; readonly caseId: string };
}

/** The limit of the step whose move it is, if one runs. */
const RUNNING = `LEFT JOIN LATERAL (
  SELECT k.due_on, k.warn_at, k.overdue_at FROM clock k
  WHERE k.tenant_id = o.tenant_id AND k.case_id = o.case_id AND k.kind = 'step'
    AND k.stopped_at IS NULL
  ORDER BY k.overdue_at LIMIT 1) k ON true`;

/** Newest first. */
export async function listOrderRows(
  db: Db,
  tenantId: string,
  filter: OrderFilter,
  reader: { readonly at: Instant; readonly keys: readonly string[]; readonly most: number },
): Promise<ListedOrder[]> {
  const values: unknown[] = [tenantId, reader.keys, reader.most, reader.at];
  const give = (value: unknown): string => `$${values.push(value)}`;
  const { state, unit, source, rounds, after } = filter;
  const where = [
    'o.tenant_id = $1',
    ...(state === 'ended' ? [`o.stage = '${ENDED}'`] : []),
    ...(state === 'open' || state === 'overdue' ? [`o.stage <> '${ENDED}'`] : []),
    ...(state === 'overdue' ? ['k.overdue_at <= $4'] : []),
    ...(unit === undefined ? [] : [`o.unit_id = ${give(unit)}`]),
    ...(source === undefined ? [] : [`o.source = ${give(source)}`]),
    ...(rounds === undefined ? [] : [`o.rounds >= ${give(rounds)}`]),
    ...(after === undefined
      ? []
      : [`(o.opened_at, o.case_id) < (${give(after.at)}, ${give(after.caseId)}::uuid)`]),
  ].join(' AND ');
  return db.query<ListedOrder>(
    `SELECT o.*, c.number, c.item_version, c.state #>> '{form,subject}' AS subject,
       k.due_on, k.warn_at, k.overdue_at, $4::timestamptz AS read_at,
       EXISTS (SELECT 1 FROM case_reader r WHERE r.tenant_id = $1 AND r.case_id = o.case_id
         AND r.reader = ANY ($2)) AS can_open
     FROM supervision_order o JOIN cases c ON c.tenant_id = o.tenant_id AND c.id = o.case_id
     ${RUNNING}
     WHERE ${where} ORDER BY o.opened_at DESC, o.case_id DESC LIMIT $3`,
    values,
  );
}

export interface OrderCounts {
  readonly open: number;
  readonly overdue: number;
  readonly ended: number;
}

export async function countOrders(db: Db, tenantId: string, at: Instant): Promise<OrderCounts> {
  const [row] = await db.query<OrderCounts>(
    `SELECT count(*) FILTER (WHERE o.stage <> '${ENDED}')::int AS open,
       count(*) FILTER (WHERE o.stage <> '${ENDED}' AND k.overdue_at <= $2)::int AS overdue,
       count(*) FILTER (WHERE o.stage = '${ENDED}')::int AS ended
     FROM supervision_order o ${RUNNING} WHERE o.tenant_id = $1`,
    [tenantId, at],
  );
  return row ?? { open: 0, overdue: 0, ended: 0 };
}

export async function unitsWithOrders(db: Db, tenantId: string): Promise<string[]> {
  const rows = await db.query<{ readonly unit_id: string }>(
    'SELECT DISTINCT unit_id FROM supervision_order WHERE tenant_id = $1 ORDER BY 1',
    [tenantId],
  );
  return rows.map(({ unit_id }) => unit_id);
}

/** Ids of the orders about a case, oldest first. */
export async function ordersAbout(db: Db, tenantId: string, caseId: string): Promise<string[]> {
  const rows = await db.query<{ readonly case_id: string }>(
    `SELECT l.case_id FROM supervision_order_case l
     JOIN cases c ON c.tenant_id = l.tenant_id AND c.id = l.case_id
     WHERE l.tenant_id = $1 AND l.supervised_id = $2 ORDER BY c.received_at, l.case_id`,
    [tenantId, caseId],
  );
  return rows.map(({ case_id }) => case_id);
}

/** Ids of the cases that an order is about. */
export async function supervisedBy(db: Db, tenantId: string, orderId: string): Promise<string[]> {
  const rows = await db.query<{ readonly supervised_id: string }>(
    `SELECT l.supervised_id FROM supervision_order_case l
     JOIN cases c ON c.tenant_id = l.tenant_id AND c.id = l.supervised_id
     WHERE l.tenant_id = $1 AND l.case_id = $2 ORDER BY c.received_at, 1`,
    [tenantId, orderId],
  );
  return rows.map(({ supervised_id }) => supervised_id);
}
