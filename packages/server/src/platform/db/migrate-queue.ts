import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { appRole, ownerRole, queueRole } from './roles.ts';

export const queueSchema = 'graphile_worker';

/**
 * Installs or upgrades the queue's schema under its own role, then opens one door to it: the
 * function `graphile_worker.enqueue_job`, which the application may call and nothing else.
 * The right to create a schema is given only while this runs.
 *
 * @param owner connected as the database's owner, holding the migration lock
 */
export async function migrateQueue(owner: pg.Client, queueUrl: string): Promise<void> {
  const name = owner.escapeIdentifier(await currentDatabase(owner));
  await owner.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await owner.query(`GRANT CONNECT ON DATABASE ${name} TO ${appRole}`);
  await owner.query(`GRANT CONNECT, CREATE ON DATABASE ${name} TO ${queueRole}`);
  try {
    await runMigrations({ connectionString: queueUrl, schema: queueSchema });
    await openDoor(queueUrl);
  } finally {
    await owner.query(`REVOKE CREATE ON DATABASE ${name} FROM ${queueRole}`);
  }
}

async function openDoor(queueUrl: string): Promise<void> {
  const queue = new pg.Client({ connectionString: queueUrl });
  queue.on('error', () => undefined); // the query that is running fails with the same error
  await queue.connect();
  try {
    for (const statement of doorStatements) await queue.query(statement);
  } finally {
    await queue.end();
  }
}

async function currentDatabase(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
  const name = rows[0]?.name;
  if (name === undefined) throw new Error('current_database() gave nothing');
  return name;
}

/**
 * Without a key the row is written directly: the queue's own add_job sends NOTIFY inside the
 * transaction, and PostgreSQL lets only one such transaction commit at a time. The worker is woken
 * after the commit (jobs/wake.ts) and polls besides. With a key, add_job's rules for an existing
 * job are wanted, so it is called. The columns are those of graphile-worker 0.18, pinned; the
 * tests of jobs/ would fail on another layout.
 */
const doorStatements = [
  `CREATE OR REPLACE FUNCTION ${queueSchema}.enqueue_job(
    name text, payload json, key text DEFAULT NULL, run_at timestamptz DEFAULT NULL
  ) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = ${queueSchema}, pg_catalog, pg_temp AS $$
  BEGIN
    IF enqueue_job.key IS NOT NULL THEN
      PERFORM ${queueSchema}.add_job(enqueue_job.name, enqueue_job.payload,
        run_at => enqueue_job.run_at, job_key => enqueue_job.key);
      RETURN;
    END IF;
    INSERT INTO ${queueSchema}._private_jobs (task_id, payload, run_at)
    SELECT id, enqueue_job.payload, coalesce(enqueue_job.run_at, now())
    FROM ${queueSchema}._private_tasks WHERE identifier = enqueue_job.name;
    IF NOT FOUND THEN
      PERFORM ${queueSchema}.add_job(enqueue_job.name, enqueue_job.payload,
        run_at => enqueue_job.run_at);
    END IF;
  END $$`,
  `GRANT USAGE ON SCHEMA ${queueSchema} TO ${appRole}`,
  `REVOKE ALL ON FUNCTION ${queueSchema}.enqueue_job(text, json, text, timestamptz) FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION ${queueSchema}.enqueue_job(text, json, text, timestamptz)
    TO ${appRole}`,
  // Called by purge_trial alone, which has asked what the tenant is.
  `CREATE OR REPLACE FUNCTION ${queueSchema}.forget_tenant(tenant text)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = ${queueSchema}, pg_catalog, pg_temp AS $$
  BEGIN
    DELETE FROM ${queueSchema}._private_jobs WHERE locked_at IS NULL AND task_id IN (
      SELECT id FROM ${queueSchema}._private_tasks WHERE identifier LIKE '%:' || tenant);
    DELETE FROM ${queueSchema}._private_known_crontabs WHERE identifier LIKE '%:' || tenant;
  END $$`,
  `REVOKE ALL ON FUNCTION ${queueSchema}.forget_tenant(text) FROM PUBLIC`,
  `GRANT USAGE ON SCHEMA ${queueSchema} TO ${ownerRole}`,
  `GRANT EXECUTE ON FUNCTION ${queueSchema}.forget_tenant(text) TO ${ownerRole}`,
];
