import type { Instant } from '@yichuang/kernel/time';
import type { Example } from '../insight/index.ts';
import type { Db } from '../platform/db/index.ts';

/** What a letter can be told by: its category 类别, or the unit that answered it. */
export type Subject = 'category' | 'unit';

/** So many of the newest; older ones were sorted by other people's rules. */
const MOST_EXAMPLES = 30_000;

const LABELS: Readonly<Record<Subject, string>> = {
  category: 'l.category',
  // A unit that sent it on said by that that it is not the right one: only the last counts.
  unit: 'CASE WHEN l.answered_on IS NULL THEN NULL ELSE l.unit_id END',
};

/** Letters whose label a person has settled. What is withheld teaches nothing. */
export async function examplesOf(db: Db, tenantId: string, subject: Subject): Promise<Example[]> {
  const rows = await db.query<{ title: string; body: string; label: string }>(
    `SELECT l.title, l.body, ${LABELS[subject]} AS label FROM letter l
     WHERE l.tenant_id = $1 AND NOT l.is_withheld AND ${LABELS[subject]} IS NOT NULL
     ORDER BY l.received_at DESC, l.case_id DESC LIMIT ${MOST_EXAMPLES}`,
    [tenantId],
  );
  return rows.map(({ title, body, label }) => ({ letter: { title, body }, label }));
}

export async function putModel(
  db: Db,
  tenantId: string,
  model: {
    readonly subject: Subject;
    readonly at: Instant;
    readonly examples: number;
    readonly bytes: Buffer;
  },
): Promise<void> {
  await db.query(
    `INSERT INTO letter_model (tenant_id, subject, trained_at, examples, model)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (tenant_id, subject) DO UPDATE SET trained_at = excluded.trained_at,
       examples = excluded.examples, model = excluded.model`,
    [tenantId, model.subject, model.at, model.examples, model.bytes],
  );
}

/** When the stored one was trained; undefined where there is none. */
export async function trainedAt(
  db: Db,
  tenantId: string,
  subject: Subject,
): Promise<Instant | undefined> {
  const [row] = await db.query<{ trained_at: Instant }>({
    name: 'letter-model-age',
    text: 'SELECT trained_at FROM letter_model WHERE tenant_id = $1 AND subject = $2',
    values: [tenantId, subject],
  });
  return row?.trained_at;
}

export async function findModel(
  db: Db,
  tenantId: string,
  subject: Subject,
): Promise<Buffer | undefined> {
  const [row] = await db.query<{ model: Buffer }>(
    'SELECT model FROM letter_model WHERE tenant_id = $1 AND subject = $2',
    [tenantId, subject],
  );
  return row?.model;
}
