import type { DatabaseConfig } from '../config/index.ts';
import { startEmbedded } from './embedded.ts';
import { migrate, type MigrationReport } from './migrate.ts';
import { openPool, type Database } from './pool.ts';
import type { RoleUrls } from './roles.ts';

export interface OpenDatabase {
  /** As the application role. */
  readonly db: Database;
  readonly urls: RoleUrls;
  readonly migrations: MigrationReport;
  /** Ends the pool, and the embedded PostgreSQL when it is this process's own. */
  stop(): Promise<void>;
}

export interface OpenDatabaseOptions {
  readonly database: DatabaseConfig;
  readonly dataDirectory: string;
  readonly databasePool?: number;
  readonly onMessage?: (message: string) => void;
}

/** Starts or reaches the database, migrates it, and opens the application's pool. */
export async function openDatabase(options: OpenDatabaseOptions): Promise<OpenDatabase> {
  const tell = options.onMessage ?? (() => undefined);
  const embedded =
    options.database.kind === 'embedded'
      ? await startEmbedded({ dataDirectory: options.dataDirectory, onMessage: tell })
      : undefined;
  const urls = options.database.kind === 'outside' ? options.database.urls : embedded?.urls;
  if (urls === undefined) throw new Error('no database was opened');
  try {
    const migrations = await migrate(urls, {
      onWait: () => tell('another process is migrating the database; waiting for it'),
    });
    const db = openPool({
      url: urls.app,
      max: options.databasePool ?? 10,
      onIdleError: (error) => tell(`a database connection broke: ${error.message}`),
    });
    return {
      db,
      urls,
      migrations,
      async stop() {
        await db.stop();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}
