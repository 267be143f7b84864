import { addMs, instantFromMs, instantMs } from '@yichuang/kernel/time';
import type { Clock } from '../clock/index.ts';
import type { Db } from '../db/pool.ts';
import type { Refusal } from '../refusal.ts';

export interface RateLimit {
  readonly limit: number;
  readonly windowMs: number;
}

export type Taken =
  | { readonly ok: true; readonly left: number }
  | { readonly ok: false; readonly refusal: Refusal; readonly retryAfterSeconds: number };

/**
 * How often something may be tried, counted in the database and so over all processes. Keys hold
 * blind indexes or addresses' hashes, never a phone number.
 *
 * A sliding window of two fixed ones: the count is this window's plus the previous one's, weighed
 * by how much of it still lies within `windowMs` and cut to whole attempts: uncut, a limit of one
 * would let nothing through during the whole next window. Off by little, one row a window and key.
 */
export interface RateLimiter {
  /** Counts one attempt, also when it is refused: whoever hammers stays out. */
  take(key: string, rate: RateLimit): Promise<Taken>;
  /** Forgets a key, after a success that proves the person. */
  clear(key: string): Promise<void>;
  /** Removes windows that no longer count. */
  sweep(): Promise<void>;
}

interface Counted {
  readonly taken: number;
  readonly previous: number;
}

export function createRateLimiter(db: Db, tenantId: string, clock: Clock): RateLimiter {
  return {
    async take(key, { limit, windowMs }) {
      const nowMs = instantMs(clock.now());
      const startedMs = nowMs - (nowMs % windowMs);
      const started = instantFromMs(startedMs);
      const [row] = await db.query<Counted>({
        name: 'rate-take',
        text: `INSERT INTO rate_window AS w (tenant_id, key, started_at, taken, expires_at)
          VALUES ($1, $2, $3, 1, $4)
          ON CONFLICT (tenant_id, key, started_at) DO UPDATE SET taken = w.taken + 1
          RETURNING taken, coalesce((SELECT p.taken FROM rate_window p
            WHERE p.tenant_id = $1 AND p.key = $2 AND p.started_at = $5), 0) AS previous`,
        values: [tenantId, key, started, addMs(started, 2 * windowMs), addMs(started, -windowMs)],
      });
      if (row === undefined) throw new Error('the attempt was not counted');
      const intoMs = nowMs - startedMs;
      const weighed = row.taken + Math.floor(row.previous * (1 - intoMs / windowMs));
      if (weighed <= limit) return { ok: true, left: limit - weighed };
      const waitMs = untilFreeMs(row, limit, windowMs, intoMs);
      const retryAfterSeconds = Math.floor(waitMs / 1000) + 1;
      const params = { minutes: Math.ceil(retryAfterSeconds / 60), retryAfterSeconds };
      return { ok: false, refusal: { code: 'too-many-attempts', params }, retryAfterSeconds };
    },
    async clear(key) {
      await db.query('DELETE FROM rate_window WHERE tenant_id = $1 AND key = $2', [tenantId, key]);
    },
    async sweep() {
      await db.query('DELETE FROM rate_window WHERE tenant_id = $1 AND expires_at < $2', [
        tenantId,
        clock.now(),
      ]);
    },
  };
}

/** How long until one more attempt would be let through, if there is none before. */
function untilFreeMs(
  { taken, previous }: Counted,
  limit: number,
  windowMs: number,
  intoMs: number,
): number {
  if (taken < limit) return windowMs * (1 - (limit - taken) / previous) - intoMs;
  return windowMs - intoMs + windowMs * (1 - limit / taken);
}
