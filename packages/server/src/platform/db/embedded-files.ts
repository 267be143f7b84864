import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { firstClosedDirectory, type OsAccount } from './embedded-account.ts';
import { reachableDirectory } from './embedded-binaries.ts';

/** Kept in DATA_DIR/database.json, readable by this program's user only. */
export interface ClusterRecord {
  /** PGDATA: DATA_DIR/postgres, or elsewhere when the database account cannot get there. */
  readonly cluster: string;
  readonly passwords: {
    readonly superuser: string;
    readonly owner: string;
    readonly app: string;
    readonly queue: string;
  };
}

export interface ClusterPlace extends ClusterRecord {
  readonly log: string;
  /** Holds the pid of the Node process that started or adopted the database. */
  readonly ownerFile: string;
}

function password(): string {
  return randomBytes(24).toString('base64url');
}

export function writePrivately(path: string, text: string): void {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, text, { mode: 0o600, flag: 'w' });
  chmodSync(unfinished, 0o600);
  renameSync(unfinished, path);
}

/**
 * Where the cluster of this DATA_DIR is. Root's DATA_DIR may lie behind a directory that only
 * root may enter; then the cluster goes to /var/lib/yichuang and `onMoved` is told, because a
 * copy of DATA_DIR alone would not hold the data.
 */
export function findCluster(
  dataDirectory: string,
  account: OsAccount,
  onMoved: (message: string) => void,
): ClusterPlace {
  mkdirSync(dataDirectory, { recursive: true, mode: account.isOther ? 0o711 : 0o700 });
  const recordFile = join(dataDirectory, 'database.json');
  const log = join(dataDirectory, 'postgres.log');
  const ownerFile = join(dataDirectory, 'database.owner');
  if (existsSync(recordFile)) {
    const found = JSON.parse(readFileSync(recordFile, 'utf8')) as ClusterRecord;
    return { ...found, log, ownerFile };
  }
  const own = join(dataDirectory, 'postgres');
  const closed = firstClosedDirectory(own, account);
  const cluster =
    closed === undefined
      ? own
      : join(reachableDirectory, `cluster-${randomBytes(6).toString('hex')}`);
  if (closed !== undefined) {
    mkdirSync(reachableDirectory, { recursive: true, mode: 0o755 });
    onMoved(
      `PostgreSQL does not run as root, and its account may not enter ${closed}; the database's ` +
        `files are therefore in ${cluster}. To keep them in DATA_DIR, start as another user or ` +
        'put DATA_DIR where everybody may pass through.',
    );
  }
  const record: ClusterRecord = {
    cluster,
    passwords: { superuser: password(), owner: password(), app: password(), queue: password() },
  };
  writePrivately(recordFile, `${JSON.stringify(record, null, 2)}\n`);
  return { ...record, log, ownerFile };
}

/** What PostgreSQL writes into PGDATA/postmaster.pid; undefined when there is no such file. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  readonly isReady: boolean;
}

export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  const path = join(cluster, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}
