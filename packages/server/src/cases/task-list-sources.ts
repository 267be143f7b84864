/**
 * Where the rows of each list come from, as SQL. In all of them $1 is the tenant, $2 a list of
 * keys and $3 a text; which ones, `valuesOf` says. Each gives the same columns.
 */
import type { TaskList, TaskReader } from './task-lists.ts';

/** Above this a count says "1,000+": an exact one would read every row. */
export const COUNT_CAP = 1000;

const CASE = `c.id AS case_id, c.number, c.item_code, c.item_name, c.applicant_name, c.phase,
  c.due_on, c.warn_at, c.overdue_at, c.is_suspended, c.outcome`;

const NO_TASK = 'NULL AS task_id, NULL AS step_name, NULL AS duty';
const NO_READING = 'NULL AS reading_id, NULL AS reading_kind, NULL AS from_name, NULL AS note';
const READING = 'r.reading_id, r.kind AS reading_kind, r.from_name, r.note';
const NOT_MINE = `NULL AS on_behalf_of, NULL::boolean AS is_read`;

/** Who has it now: posts, or persons by their key. */
const HOLDERS = `(SELECT array_agg(DISTINCT o.post_id) FROM open_task o
    WHERE o.tenant_id = $1 AND o.case_id = c.id) AS others`;

/**
 * Tasks on the reader's own lists ($2) and on those of people the reader stands in for ($3): not
 * what those ask for themselves.
 */
export const MINE = `SELECT o.*, NULL::text AS on_behalf_of FROM open_task o
    WHERE o.tenant_id = $1 AND o.post_id = ANY ($2)
  UNION ALL
  SELECT o.*, g.principal FROM json_to_recordset($3::json) AS g(key text, principal_id uuid,
      principal text, item_codes text[], opened_from timestamptz)
    JOIN open_task o ON o.tenant_id = $1 AND o.post_id = g.key
      AND (g.opened_from IS NULL OR o.opened_at >= g.opened_from)
    JOIN cases gc ON gc.tenant_id = $1 AND gc.id = o.case_id
      AND gc.applicant_id <> g.principal_id
      AND (g.item_codes IS NULL OR gc.item_code = ANY (g.item_codes))`;

export function grantRows({ grants }: TaskReader): string {
  return JSON.stringify(
    grants.flatMap(({ keys, principalId, principalName, itemCodes, openedFrom }) =>
      keys.map((key) => ({
        key,
        principal_id: principalId,
        principal: principalName,
        item_codes: itemCodes ?? null,
        opened_from: openedFrom ?? null,
      })),
    ),
  );
}

/** A person's own internal cases: what residents ask for is on no list of the offices' people. */
export const STARTED = `FROM cases c WHERE c.tenant_id = $1 AND c.applicant_id = $3::uuid
    AND cardinality($2::text[]) = 0 AND EXISTS (SELECT 1 FROM item i
      WHERE i.tenant_id = $1 AND i.code = c.item_code AND i.is_internal)`;

/** Only what the reader may still see ($2). */
export const FOLLOWED = `FROM follow f JOIN cases c ON c.tenant_id = $1 AND c.id = f.case_id
    WHERE f.tenant_id = $1 AND f.person_id = $3::uuid AND EXISTS (SELECT 1 FROM case_reader r
      WHERE r.tenant_id = $1 AND r.case_id = f.case_id AND r.reader = ANY ($2))`;

export const TO_READ = `FROM reading r JOIN cases c ON c.tenant_id = $1 AND c.id = r.case_id
    WHERE r.tenant_id = $1 AND r.reader = ANY ($2) AND r.read_at IS NULL AND $3::text IS NOT NULL`;

export const SOURCES: Readonly<Record<TaskList, string>> = {
  todo: `SELECT ${CASE}, t.task_id, t.step_name, t.duty, t.opened_at AS since,
      t.due_at AS sort_at, t.task_id AS sort_key, t.on_behalf_of, t.is_read, ${NO_READING},
      (SELECT array_agg(DISTINCT o.post_id) FROM open_task o
        WHERE o.tenant_id = $1 AND o.case_id = c.id AND o.post_id <> ALL ($2)) AS others
    FROM (SELECT DISTINCT ON (due_at, case_id, task_id) * FROM (${MINE}) mine
      ORDER BY due_at, case_id, task_id, on_behalf_of NULLS FIRST) t
    JOIN cases c ON c.tenant_id = $1 AND c.id = t.case_id`,
  // Each case once, with the last thing done to it; what one asked for oneself is under "started".
  done: `SELECT ${CASE}, NULL AS task_id, d.step_name, NULL AS duty, d.at AS since,
      d.at AS sort_at, d.seq::text AS sort_key, ${NOT_MINE}, ${NO_READING}, ${HOLDERS}
    FROM done_task d
    JOIN cases c ON c.tenant_id = $1 AND c.id = d.case_id
    WHERE d.tenant_id = $1 AND d.person_id = $3::text AND c.applicant_id <> ($3::text)::uuid
      AND cardinality($2::text[]) = 0 AND NOT EXISTS (SELECT 1 FROM done_task l
        WHERE l.tenant_id = $1 AND l.person_id = $3::text AND l.case_id = d.case_id
          AND (l.at, l.seq) > (d.at, d.seq))`,
  toread: `SELECT ${CASE}, ${NO_TASK}, r.at AS since, r.at AS sort_at, r.reading_id AS sort_key,
      NULL AS on_behalf_of, false AS is_read, ${READING},
      NULL::text[] AS others ${TO_READ}`,
  read: `SELECT ${CASE}, ${NO_TASK}, r.read_at AS since, r.read_at AS sort_at,
      r.reading_id AS sort_key, ${NOT_MINE}, ${READING},
      NULL::text[] AS others
    FROM reading r JOIN cases c ON c.tenant_id = $1 AND c.id = r.case_id
    WHERE r.tenant_id = $1 AND r.read_by = $3::text AND r.read_at IS NOT NULL
      AND cardinality($2::text[]) = 0`,
  started: `SELECT ${CASE}, ${NO_TASK}, c.received_at AS since, c.received_at AS sort_at,
      '' AS sort_key, ${NOT_MINE}, ${NO_READING}, ${HOLDERS} ${STARTED}`,
  followed: `SELECT ${CASE}, ${NO_TASK}, f.at AS since, f.at AS sort_at, '' AS sort_key,
      ${NOT_MINE}, ${NO_READING}, ${HOLDERS} ${FOLLOWED}`,
  all: `SELECT ${CASE}, ${NO_TASK}, c.received_at AS since, c.received_at AS sort_at,
      '' AS sort_key, ${NOT_MINE}, ${NO_READING}, NULL::text[] AS others
    FROM (SELECT DISTINCT case_id FROM case_reader
      WHERE tenant_id = $1 AND reader = ANY ($2) AND $3::text IS NOT NULL) r
    JOIN cases c ON c.tenant_id = $1 AND c.id = r.case_id`,
};

/** $2 and $3 of a list: the one place that says who the reader is. */
export function valuesOf(list: TaskList, reader: TaskReader): [string[], string] {
  switch (list) {
    case 'todo':
      return [[...reader.posts], grantRows(reader)];
    case 'toread':
    case 'followed':
    case 'all':
      return [[...reader.readers], reader.personId];
    case 'done':
    case 'read':
    case 'started':
      return [[], reader.personId];
  }
}
