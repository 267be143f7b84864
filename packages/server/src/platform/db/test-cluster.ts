import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import pg from 'pg';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { databaseName, type RoleUrls } from './roles.ts';

/** How a test file reaches the cluster of this run. */
export interface TestCluster {
  readonly superuserUrl: string;
  readonly urls: RoleUrls;
  readonly template: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    testCluster: TestCluster;
  }
}

const template = 'yichuang_template';

/**
 * Vitest's globalSetup: one embedded PostgreSQL for the run, in the temporary folder, with a
 * migrated template database that test files clone (test-database.ts).
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'yichuang-test-'));
  // Nothing of a test outlives it, so durability is given up for speed.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const embedded = await startEmbedded({
    dataDirectory: join(directory, 'data'),
    settings: { ...settings, max_connections: '300', shared_buffers: '64MB' },
  });
  const superuserUrl = embedded.superuserUrl('postgres');
  await migrate(embedded.urls);
  await makeTemplate(superuserUrl);
  project.provide('testCluster', { superuserUrl, urls: embedded.urls, template });
  return async () => {
    const { cluster } = embedded;
    await embedded.stop();
    const patient = { recursive: true, force: true, maxRetries: 20, retryDelay: 250 } as const;
    await rm(cluster, patient);
    await rm(directory, patient);
  };
}

async function makeTemplate(superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`ALTER DATABASE ${databaseName} RENAME TO ${template}`);
  await client.end();
}
