// `npm test`: every suite, one last line. The line is what people and CI read, so it is made
// from vitest's own report and not from counting lines, and nothing is printed after it.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureSystem } from './ensure-system.ts';
import { describeSuites, summarise, totals } from './test-totals.ts';
import type { VitestReport } from './test-totals.ts';

const root = join(import.meta.dirname, '..');
const ceilingMs = 60 * 60 * 1000;
const graceMs = 10_000;

const scratch = mkdtempSync(join(tmpdir(), 'yichuang-test-'));
const reportFile = join(scratch, 'report.json');

try {
  await ensureSystem(['chromium', 'fonts-noto-cjk', 'poppler-utils', 'libnss3-tools']);
} catch (error) {
  // Unit and database tests are worth running without a browser; those that need one will say so.
  console.error(error instanceof Error ? error.message : error);
}

const exitCode = await runVitest(process.argv.slice(2));
const report = readReport();
rmSync(scratch, { recursive: true, force: true });

if (report === undefined) console.log('vitest ended without a report.');
else for (const line of describeSuites(report, root)) console.log(line);
const counted = totals(report, exitCode);
process.exitCode = counted.failed > 0 || counted.passed === 0 ? 1 : 0;
if (counted.passed + counted.failed === 0) console.log('No test ran.');
console.log(summarise(counted));

async function runVitest(args: readonly string[]): Promise<number> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const reporting = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  return new Promise((resolve, reject) => {
    // A group of its own: the ceiling must also end what tests started (servers, databases).
    const child = spawn(process.execPath, [vitest, 'run', ...reporting, ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    });
    const ceiling = setTimeout(() => {
      console.error(`The tests ran longer than ${ceilingMs / 60_000} minutes and were ended.`);
      endGroup(child.pid);
    }, ceilingMs);
    const passOn = () => endGroup(child.pid);
    process.once('SIGINT', passOn).once('SIGTERM', passOn);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(ceiling);
      process.off('SIGINT', passOn).off('SIGTERM', passOn);
      resolve(code ?? 1);
    });
  });
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  signalGroup(pid, 'SIGTERM');
  setTimeout(() => signalGroup(pid, 'SIGKILL'), graceMs).unref();
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // ESRCH: the group ended by itself in the meantime, which is what was wanted.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function readReport(): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(reportFile, 'utf8')) as VitestReport;
  } catch {
    // Absent or half written when vitest was ended: totals() then counts the run as a failure.
    return undefined;
  }
}
