// What the project consists of: the files git knows. Build output, data folders and downloads
// are not the project, and a check that walks folders finds them on somebody's machine.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of tracked files under `root`, with forward slashes; files deleted on disk left out. */
export function trackedFiles(root: string): string[] {
  const listed = execFileSync('git', ['ls-files', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return listed.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
}
