import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The operating system's account under which the embedded PostgreSQL runs. */
export interface OsAccount {
  readonly uid: number;
  readonly gid: number;
  /** True when this program is root and the database must run as somebody else. */
  readonly isOther: boolean;
}

function findByName(name: string): { uid: number; gid: number } | undefined {
  const line = passwd().find((each) => each[0] === name);
  return line && { uid: Number(line[2]), gid: Number(line[3]) };
}

function passwd(): string[][] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'));
  } catch {
    return []; // Windows and macOS: no such file, and no root to guard against
  }
}

/**
 * PostgreSQL refuses to run as root, so root starts it as `postgres`, made if missing, or else as
 * `nobody`. Anybody else starts it as themselves.
 */
export function databaseAccount(): OsAccount {
  const uid = process.getuid?.() ?? -1;
  const gid = process.getgid?.() ?? -1;
  if (uid !== 0) return { uid, gid, isOther: false };
  const found = findByName('postgres') ?? createAccount() ?? findByName('nobody');
  if (found === undefined) {
    throw new Error(
      'PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to run it ' +
        'as. Create one (useradd --system postgres) or set DATABASE_URL.',
    );
  }
  return { ...found, isOther: true };
}

function createAccount(): { uid: number; gid: number } | undefined {
  try {
    execFileSync('groupadd', ['--system', '--force', 'postgres'], { stdio: 'ignore' });
    execFileSync('useradd', ['--system', '-g', 'postgres', '-d', '/nonexistent', 'postgres'], {
      stdio: 'ignore',
    });
  } catch {
    return undefined; // no such tool, or a read-only /etc: `nobody` serves
  }
  return findByName('postgres');
}

/** initdb looks its user up by number and ends when there is no such line (OpenShift, `-u 123`). */
export function hasPasswdEntry(uid: number): boolean {
  if (process.platform !== 'linux') return true;
  return passwd().some((line) => Number(line[2]) === uid && line.length > 3);
}

/** An account with a passwd line, to be taken for inside a user namespace. */
export function anyNamedUid(): number | undefined {
  return (findByName('postgres') ?? findByName('nobody'))?.uid;
}

/** The first directory on the way to `path` that the account may not enter; undefined if none. */
export function firstClosedDirectory(path: string, account: OsAccount): string | undefined {
  if (!account.isOther) return undefined;
  const above: string[] = [];
  for (let at = path; at !== dirname(at); at = dirname(at)) above.unshift(dirname(at));
  return above.find((directory) => !mayEnter(directory, account));
}

function mayEnter(directory: string, account: OsAccount): boolean {
  const { uid, gid, mode } = statSync(directory);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
