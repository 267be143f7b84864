import type { AccountQuery, AccountState } from '@yichuang/contracts';
import type { Instant, PlainDate } from '@yichuang/kernel/time';
import { reservedCapabilities } from '../people/index.ts';
import type { Db } from '../platform/db/index.ts';

export interface AccountRow {
  readonly id: string;
  readonly personId: string;
  readonly loginName: string;
  readonly name: string;
  readonly phoneSealed: string | null;
  readonly isDisabled: boolean;
  readonly isLocked: boolean;
  readonly mustChange: boolean;
  readonly lastLoginAt: Instant | null;
  readonly postIds: readonly string[];
  readonly isReserved: boolean;
}

interface Asked extends Pick<AccountQuery, 'state' | 'after'> {
  readonly accountId?: string;
  /** As part of a name or log-in name. */
  readonly text?: string;
  /** Whose holders are meant by that text, too. */
  readonly postIds?: readonly string[];
  readonly limit: number;
  readonly today: PlainDate;
  /** Real time: locks are of it, also in a demo. */
  readonly now: Instant;
}

const STATES: Readonly<Record<AccountState, string>> = {
  disabled: '"isDisabled"',
  locked: '"isLocked" AND NOT "isDisabled"',
  never: '"lastLoginAt" IS NULL AND NOT "isDisabled"',
  'first-password': '"mustChange" AND "lastLoginAt" IS NOT NULL AND NOT "isDisabled"',
  'no-post': `"postIds" = '{}' AND NOT "isDisabled"`,
};

const ALL = `SELECT a.id, a.person_id AS "personId", a.login_name AS "loginName",
    coalesce(n.name, '') AS name, a.phone_sealed AS "phoneSealed",
    a.is_disabled AS "isDisabled", coalesce(a.locked_until > $3, false) AS "isLocked",
    a.must_change AS "mustChange", a.last_login_at AS "lastLoginAt",
    coalesce(h.post_ids, '{}') AS "postIds", coalesce(h.is_reserved, false) AS "isReserved"
  FROM account a
  JOIN person n ON n.tenant_id = $1 AND n.id = a.person_id
  LEFT JOIN LATERAL (
    SELECT array_agg(DISTINCT h.post_id) AS post_ids, bool_or(p.capabilities && $4) AS is_reserved
    FROM post_holder h JOIN post p ON p.tenant_id = $1 AND p.id = h.post_id
    WHERE h.tenant_id = $1 AND h.account_id = a.id AND h.from_on <= $2::date
      AND (h.to_on IS NULL OR h.to_on >= $2::date)) h ON true
  WHERE a.tenant_id = $1`;

export function listAccounts(db: Db, tenantId: string, asked: Asked): Promise<AccountRow[]> {
  const { state, after = '', accountId = null, text = '', postIds = [], limit } = asked;
  const ofState = state === undefined ? 'true' : STATES[state];
  return db.query<AccountRow & Record<string, unknown>>(
    `SELECT * FROM (${ALL}) AS x
     WHERE ${ofState} AND "loginName" > $5 AND ($6::uuid IS NULL OR id = $6)
       AND ($7 = '' OR strpos(lower(name), lower($7)) > 0 OR strpos("loginName", lower($7)) > 0
         OR "postIds" && $8::text[])
     ORDER BY "loginName" LIMIT $9`,
    [
      tenantId,
      asked.today,
      asked.now,
      reservedCapabilities,
      after,
      accountId,
      text,
      [...postIds],
      limit,
    ],
  );
}

export type AccountCounts = Readonly<Record<AccountState | 'total', number>>;

export async function countAccounts(
  db: Db,
  tenantId: string,
  { today, now }: Pick<Asked, 'today' | 'now'>,
): Promise<AccountCounts> {
  const counted = Object.entries(STATES).map(
    ([state, holds]) => `count(*) FILTER (WHERE ${holds})::int AS "${state}"`,
  );
  const [row] = await db.query<AccountCounts>(
    `SELECT count(*)::int AS total, ${counted.join(', ')} FROM (${ALL}) AS x`,
    [tenantId, today, now, reservedCapabilities],
  );
  if (row === undefined) throw new Error('nothing was counted');
  return row;
}
