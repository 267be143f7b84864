// Runs a program that npm installed, on the Node that npm installed: the machine's own Node may
// be too old for it, and a `.bin` file's first line takes whichever Node PATH names first.

import { spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';

const bin = join(import.meta.dirname, '../node_modules/.bin');

export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `name` of node_modules/.bin to its end; 1 as exit code when a signal ended it. */
export function runProgram(name: string, args: readonly string[], cwd: string): Ran {
  const path = [dirname(process.execPath), bin, process.env['PATH'] ?? ''].join(delimiter);
  const ran = spawnSync(join(bin, name), args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PATH: path },
    maxBuffer: 256 * 1024 * 1024,
  });
  if (ran.error !== undefined) throw ran.error;
  return { exitCode: ran.status ?? 1, stdout: ran.stdout, stderr: ran.stderr };
}
