import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { migrateQueue } from './migrate-queue.ts';
import { appRole, operatorSql, queueRole, type RoleUrls } from './roles.ts';
import { splitStatements } from './split-statements.ts';
import { toOperatingError } from './database-error.ts';

/** Message for the operator, already complete: what is wrong and what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

export interface MigrationFile {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

export interface MigrationReport {
  readonly applied: readonly string[];
  readonly version: number;
}

/** The package's own migrations, beside src/. */
export const migrationsDirectory = join(import.meta.dirname, '..', '..', '..', 'migrations');

/** Two starters at once: the second waits here and then finds nothing to do. */
const lockKey = 7_201_926;

const fileName = /^(\d{4})_[a-z0-9_]+\.sql$/;

/** @throws MigrationError for a wrong file name, a gap or two files of one number */
export async function readMigrations(directory = migrationsDirectory): Promise<MigrationFile[]> {
  const names = (await readdir(directory)).filter((each) => each.endsWith('.sql')).sort();
  const files: MigrationFile[] = [];
  for (const name of names) {
    const number = Number(fileName.exec(name)?.[1] ?? Number.NaN);
    if (number !== files.length + 1) {
      throw new MigrationError(`${name}: migrations are named 0001_name.sql and have no gaps`);
    }
    const sql = await readFile(join(directory, name), 'utf8');
    files.push({ number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') });
  }
  return files;
}

/**
 * Brings the database to the program's schema and the queue to its own. Safe to run by several
 * processes at once and again at every start.
 * @throws MigrationError when a file that ran was changed, when the database is newer than the
 *   program, or when the roles are missing; Unavailable when the database cannot be reached.
 */
export async function migrate(
  urls: RoleUrls,
  options: { directory?: string; onWait?: () => void } = {},
): Promise<MigrationReport> {
  const files = await readMigrations(options.directory);
  const client = new pg.Client({
    connectionString: urls.owner,
    connectionTimeoutMillis: 10_000,
    application_name: 'yichuang migrate',
  });
  client.on('error', () => undefined); // the query that is running fails with the same error
  try {
    await client.connect();
    await requireRoles(client);
    await lock(client, options.onWait);
    const applied = await applyMissing(client, files);
    await migrateQueue(client, urls.queue);
    return { applied, version: files.length };
  } catch (error) {
    throw toOperatingError(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function requireRoles(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>(
    'SELECT rolname FROM pg_roles WHERE rolname = ANY($1)',
    [[appRole, queueRole]],
  );
  if (rows.length === 2) return;
  throw new MigrationError(
    `The roles ${appRole} and ${queueRole} are missing. As superuser run once:\n${operatorSql}`,
  );
}

async function lock(client: pg.Client, onWait?: () => void): Promise<void> {
  const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [
    lockKey,
  ]);
  if (rows[0]?.got === true) return;
  onWait?.();
  await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
}

async function applyMissing(client: pg.Client, files: readonly MigrationFile[]): Promise<string[]> {
  await client.query(`CREATE TABLE IF NOT EXISTS schema_migration (
    number int NOT NULL CONSTRAINT schema_migration_pkey PRIMARY KEY,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
  )`);
  const { rows } = await client.query<{ number: number; name: string; checksum: string }>(
    'SELECT number, name, checksum FROM schema_migration ORDER BY number',
  );
  for (const done of rows) checkUnchanged(done, files[done.number - 1]);
  const applied: string[] = [];
  for (const file of files.slice(rows.length)) {
    await applyOne(client, file);
    applied.push(file.name);
  }
  return applied;
}

function checkUnchanged(
  done: { number: number; name: string; checksum: string },
  file: MigrationFile | undefined,
): void {
  if (file === undefined) {
    throw new MigrationError(
      `The database has migration ${done.name}, which this program does not know: it was ` +
        'upgraded by a newer version. Start that version, or restore the backup made before.',
    );
  }
  if (done.checksum !== file.checksum) {
    throw new MigrationError(
      `Migration ${file.name} was changed after it ran on this database. Put the file back as it ` +
        'was and write the change as a new migration; a demo database may simply be deleted.',
    );
  }
}

async function applyOne(client: pg.Client, file: MigrationFile): Promise<void> {
  await client.query('BEGIN');
  try {
    await prepareForCitus(client);
    for (const statement of splitStatements(file.sql)) {
      await client.query(statement).catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        throw new MigrationError(`${file.name}: ${reason}\nin: ${statement.slice(0, 300)}`, {
          cause: error,
        });
      });
    }
    await client.query(
      'INSERT INTO schema_migration (number, name, checksum) VALUES ($1, $2, $3)',
      [file.number, file.name, file.checksum],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** Grants and create_*_table in one transaction fail on Citus unless run one shard at a time. */
async function prepareForCitus(client: pg.Client): Promise<void> {
  const { rows } = await client.query("SELECT 1 FROM pg_extension WHERE extname = 'citus'");
  if (rows.length === 0) return;
  await client.query("SET LOCAL citus.multi_shard_modify_mode = 'sequential'");
  await client.query('SET LOCAL citus.enable_local_reference_table_foreign_keys = off');
}
