// The import graph against .dependency-cruiser.mjs, and against silence: dependency-cruiser once
// read no module at all and called that success, so every tracked source must be in its answer.

import { join } from 'node:path';
import { trackedFiles } from './git-files.ts';
import { runProgram } from './run-program.ts';

const home = join(import.meta.dirname, '..');
const folders = ['packages', 'tools', 'e2e', 'bench'];

interface Cruised {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

export interface GraphAnswer {
  /** `rule: from → to`, sorted, without repetition. */
  readonly violations: readonly string[];
  /** Paths of every module read. */
  readonly modules: readonly string[];
}

/**
 * Reads the graph of `root` by the project's rules.
 *
 * @throws Error when dependency-cruiser gives no answer, with what it said.
 */
export function cruiseGraph(root: string, under: readonly string[]): GraphAnswer {
  const config = join(home, '.dependency-cruiser.mjs');
  const args = ['--config', config, '--output-type', 'json', ...under];
  const ran = runProgram('depcruise', args, root);
  if (!ran.stdout.startsWith('{')) throw new Error(`No graph was made.\n${ran.stderr}`);
  const { modules, summary } = JSON.parse(ran.stdout) as Cruised;
  const lines = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  return {
    violations: [...new Set(lines)].sort(),
    modules: modules.map((module) => module.source),
  };
}

/** Tracked sources in `root` that are not among `modules`. */
export function unreadSources(root: string, modules: readonly string[]): string[] {
  const read = new Set(modules);
  return trackedFiles(root).filter(
    (path) =>
      /[.]tsx?$/.test(path) &&
      !path.endsWith('.d.ts') &&
      folders.some((folder) => path.startsWith(`${folder}/`)) &&
      !path.includes('/fixtures/') &&
      !read.has(path),
  );
}

function main(): void {
  const present = folders.filter((folder) =>
    trackedFiles(home).some((path) => path.startsWith(`${folder}/`)),
  );
  const { violations, modules } = cruiseGraph(home, present);
  const unread = unreadSources(home, modules);
  for (const line of violations) console.log(line);
  for (const path of unread) console.log(`not read by dependency-cruiser: ${path}`);
  console.log(`${modules.length} modules, ${violations.length} violations`);
  process.exitCode = violations.length + unread.length > 0 ? 1 : 0;
}

if (import.meta.main) main();
