// `npm run check`: everything a machine can say about the code without running it. All steps
// run, also after one failed, so that one run shows all there is to mend.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './run-program.ts';

const root = join(import.meta.dirname, '..');

interface Step {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** Its output is shown also when all is well. */
  readonly isReport?: boolean;
}

// Tests have a project of their own where the package's is narrower than they need: the kernel
// compiles without Node's types, its tests import vitest.
const projects = [
  'packages/kernel/tsconfig.json',
  'packages/kernel/tsconfig.test.json',
  'packages/contracts/tsconfig.json',
  'packages/portal/tsconfig.json',
  'packages/server/tsconfig.json',
  'packages/console/tsconfig.json',
  'e2e/tsconfig.json',
  'tsconfig.json',
];

const steps: readonly Step[] = [
  ...projects.map((path) => ({ name: `types ${path}`, program: 'tsc', args: ['-p', path] })),
  { name: 'lint', program: 'oxlint', args: ['--format', 'unix', '--deny-warnings'] },
  { name: 'import graph', program: 'node', args: ['tools/check-graph.ts'] },
  { name: 'unused code', program: 'knip', args: ['--no-config-hints'] },
  { name: 'formatting', program: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  {
    name: 'house style',
    program: 'vitest',
    args: ['run', '--project', 'unit', '--reporter=dot', 'tools/tidy.test.ts'],
  },
  { name: 'sizes', program: 'node', args: ['tools/size-report.ts'], isReport: true },
];

const wanted = process.argv.slice(2);
const chosen = steps.filter(
  ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
);
const failed = chosen.filter((step) => !passes(step));
console.log(
  failed.length === 0
    ? `${chosen.length} checks passed`
    : `${failed.length} of ${chosen.length} checks failed: ${failed.map((s) => s.name).join(', ')}`,
);
// Nothing checked is not success: a misspelt name would otherwise look green.
process.exitCode = failed.length > 0 || chosen.length === 0 ? 1 : 0;

function passes({ name, program, args, isReport = false }: Step): boolean {
  const project = program === 'tsc' ? args.at(-1) : undefined;
  if (project !== undefined && !existsSync(join(root, project))) {
    console.log(`FAILED ${name}: the file is missing`);
    return false;
  }
  const started = performance.now();
  const { exitCode, stdout, stderr } = runProgram(program, args, root);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${exitCode === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (exitCode !== 0 || isReport) console.log(`${stdout}${stderr}`.trimEnd());
  return exitCode === 0;
}
