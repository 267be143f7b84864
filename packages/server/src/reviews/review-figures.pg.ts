/**
 * Figures of reviews, counted from rows in one place. A period is of days in Asia/Shanghai, both in
 * it: by the day of the review, services by the day on which they were rendered.
 */
import type { ReviewChannelName, ReviewFigures } from '@yichuang/contracts';
import type { Instant, PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import { shareOf } from './share-of.ts';

export interface FiguresQuery {
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** The organisation itself or one below it. */
  readonly orgId?: string;
  readonly itemCode?: string;
  /** Whose mending is due by then; the end of `until` when absent. */
  readonly at?: Instant;
}

interface Filter {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** For a table or alias with day, org_id and item_code. */
function filterOf(alias: string, tenantId: string, query: FiguresQuery): Filter {
  const values: unknown[] = [tenantId, query.from, query.until];
  const conditions = [`${alias}.tenant_id = $1`, `${alias}.day BETWEEN $2 AND $3`];
  if (query.orgId !== undefined) {
    const at = `$${values.push(query.orgId)}`;
    conditions.push(`(${alias}.org_id = ${at} OR starts_with(${alias}.org_id, ${at} || '/'))`);
  }
  if (query.itemCode !== undefined) {
    conditions.push(`${alias}.item_code = $${values.push(query.itemCode)}`);
  }
  return { sql: conditions.join(' AND '), values };
}

/** What is counted of first ratings; a bad one found mistaken or malicious stands apart. */
const LEVELS = [1, 2, 3, 4, 5]
  .map((n) => `count(*) FILTER (WHERE r.level = ${n} AND w.verdict IS NULL)::int AS l${n}`)
  .join(', ');

interface LevelColumns {
  readonly l1: number;
  readonly l2: number;
  readonly l3: number;
  readonly l4: number;
  readonly l5: number;
  readonly not_counted: number;
}

export interface LevelCounts extends Pick<
  ReviewFigures,
  'levels' | 'total' | 'notCounted' | 'good' | 'bad' | 'goodRate' | 'badRate'
> {}

/** 好评率 = (非常满意 + 满意 + 基本满意) ÷ 有效评价; 差评率 = (不满意 + 非常不满意) ÷ 有效评价. */
export function levelCounts(levels: readonly number[], notCounted: number): LevelCounts {
  const [l1 = 0, l2 = 0, l3 = 0, l4 = 0, l5 = 0] = levels;
  const good = l1 + l2 + l3;
  const bad = l4 + l5;
  const total = good + bad;
  const goodRate = shareOf(good, total);
  const badRate = shareOf(bad, total);
  return {
    levels: [l1, l2, l3, l4, l5],
    total,
    notCounted,
    good,
    bad,
    ...(goodRate === undefined ? {} : { goodRate }),
    ...(badRate === undefined ? {} : { badRate }),
  };
}

function countsOf(row: LevelColumns | undefined): LevelCounts {
  if (row === undefined) return levelCounts([], 0);
  return levelCounts([row.l1, row.l2, row.l3, row.l4, row.l5], row.not_counted);
}

const FROM = `FROM service_review r
  LEFT JOIN review_work w ON w.tenant_id = $1 AND w.review_id = r.id`;

interface Followed {
  readonly named_bad: number;
  readonly contacted: number;
  readonly contacted_in_time: number;
  readonly mend_due: number;
  readonly mended_in_time: number;
  readonly bad_done: number;
  readonly replied: number;
  readonly called_back: number;
}

/**
 * For the indicators (laws.md §4): 主动评价率 `activeRate`, 好评率 `goodRate`, 差评率 `badRate`,
 * 差评按期整改率 `mendRate`, 实名差评回访率 `callBackRate`, 差评回复率 `replyRate`.
 * Rates are absent where there is nothing to divide. Nobody's silence is counted as an opinion.
 */
export async function reviewFigures(
  db: Db,
  tenantId: string,
  query: FiguresQuery,
): Promise<ReviewFigures> {
  const filter = filterOf('r', tenantId, query);
  const [[levels], [followed], services, second, channels] = await Promise.all([
    db.query<LevelColumns>(
      `SELECT ${LEVELS}, count(*) FILTER (WHERE w.verdict IS NOT NULL)::int AS not_counted
       ${FROM} WHERE r.round = 1 AND ${filter.sql}`,
      filter.values,
    ),
    followedRows(db, filter, query),
    servedRows(db, tenantId, query),
    secondRows(db, filter),
    db.query<{ channel: ReviewChannelName; count: number }>(
      `SELECT r.channel, count(*)::int AS count ${FROM}
       WHERE r.round = 1 AND ${filter.sql} GROUP BY r.channel ORDER BY 2 DESC, 1`,
      filter.values,
    ),
  ]);
  const { from, until } = query;
  return {
    from,
    until,
    ...countsOf(levels),
    ...servedFigures(services),
    ...followedFigures(followed),
    secondRatings: second?.given ?? 0,
    secondGood: second?.good ?? 0,
    channels,
  };
}

async function followedRows(db: Db, filter: Filter, query: FiguresQuery): Promise<Followed[]> {
  const { sql, values } = filter;
  const at = `$${values.length + 1}::timestamptz`;
  const end = query.at ?? `${query.until}T16:00:00.000Z`;
  const counted = 'w.verdict IS NULL';
  return db.query<Followed>(
    `SELECT count(*) FILTER (WHERE r.is_named)::int AS named_bad,
       count(*) FILTER (WHERE r.is_named AND w.contacted_at IS NOT NULL)::int AS contacted,
       count(*) FILTER (WHERE r.is_named AND w.is_contact_late = false)::int AS contacted_in_time,
       count(*) FILTER (WHERE ${counted} AND (w.mended_at IS NOT NULL
         OR w.phase = 'mending' AND c.overdue_at <= ${at}))::int AS mend_due,
       count(*) FILTER (WHERE ${counted} AND w.is_mend_late = false)::int AS mended_in_time,
       count(*) FILTER (WHERE ${counted})::int AS bad_done,
       count(*) FILTER (WHERE ${counted} AND w.reply IS NOT NULL)::int AS replied,
       count(*) FILTER (WHERE r.is_named AND w.called_back_at IS NOT NULL)::int AS called_back
     FROM service_review r
     LEFT JOIN review_work w ON w.tenant_id = $1 AND w.review_id = r.id
     LEFT JOIN cases c ON c.tenant_id = $1 AND c.id = w.case_id
     WHERE r.round = 1 AND r.level >= 4 AND ${sql}`,
    [...values, end],
  );
}

type FollowedFigures = Pick<
  ReviewFigures,
  | 'namedBad'
  | 'contacted'
  | 'contactedInTime'
  | 'contactRate'
  | 'mendDue'
  | 'mendedInTime'
  | 'mendRate'
  | 'calledBack'
  | 'callBackRate'
  | 'replied'
  | 'replyRate'
>;

function followedFigures(row: Followed | undefined): FollowedFigures {
  const namedBad = row?.named_bad ?? 0;
  const contacted = row?.contacted ?? 0;
  const mendDue = row?.mend_due ?? 0;
  const mendedInTime = row?.mended_in_time ?? 0;
  const calledBack = row?.called_back ?? 0;
  const replied = row?.replied ?? 0;
  return {
    namedBad,
    contacted,
    contactedInTime: row?.contacted_in_time ?? 0,
    ...rate('contactRate', contacted, namedBad),
    mendDue,
    mendedInTime,
    ...rate('mendRate', mendedInTime, mendDue),
    calledBack,
    ...rate('callBackRate', calledBack, namedBad),
    replied,
    ...rate('replyRate', replied, row?.bad_done ?? 0),
  };
}

function rate<K extends string>(key: K, part: number, whole: number): { [P in K]?: number } {
  const value = shareOf(part, whole);
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: number };
}

interface Served {
  readonly served: number;
  readonly reviewed: number;
}

async function servedRows(
  db: Db,
  tenantId: string,
  query: FiguresQuery,
): Promise<Served | undefined> {
  const { sql, values } = filterOf('i', tenantId, query);
  const [row] = await db.query<Served>(
    `SELECT count(*)::int AS served, count(i.used_at)::int AS reviewed
     FROM review_invitation i WHERE i.round = 1 AND ${sql}`,
    values,
  );
  return row;
}

function servedFigures(
  row: Served | undefined,
): Pick<ReviewFigures, 'served' | 'reviewedServices' | 'activeRate'> {
  const served = row?.served ?? 0;
  const reviewedServices = row?.reviewed ?? 0;
  return { served, reviewedServices, ...rate('activeRate', reviewedServices, served) };
}

async function secondRows(
  db: Db,
  { sql, values }: Filter,
): Promise<{ readonly given: number; readonly good: number } | undefined> {
  const [row] = await db.query<{ given: number; good: number }>(
    `SELECT count(*)::int AS given, count(*) FILTER (WHERE r.level <= 3)::int AS good
     FROM service_review r WHERE r.round = 2 AND ${sql}`,
    values,
  );
  return row;
}

export interface GroupRow extends LevelCounts {
  readonly key: string;
}

/** By item, window (where there was a visit) or person reviewed; the most reviewed first. */
export async function groupedReviews(
  db: Db,
  tenantId: string,
  by: 'item_code' | 'org_id' | 'staff_id',
  query: FiguresQuery,
): Promise<GroupRow[]> {
  const { sql, values } = filterOf('r', tenantId, query);
  const atWindow = by === 'org_id' ? `AND r.subject_kind = 'visit'` : '';
  const rows = await db.query<LevelColumns & { readonly key: string }>(
    `SELECT r.${by}::text AS key, ${LEVELS},
       count(*) FILTER (WHERE w.verdict IS NOT NULL)::int AS not_counted
     ${FROM} WHERE r.round = 1 AND r.${by} IS NOT NULL ${atWindow} AND ${sql}
     GROUP BY 1 ORDER BY count(*) DESC, 1`,
    values,
  );
  return rows.map((row) => ({ key: row.key, ...countsOf(row) }));
}
