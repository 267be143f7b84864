import { parseArgs } from 'node:util';
import { findingText, verifyLedger, verifyReceiptFile } from '../ledger/index.ts';
import { readConfig } from '../platform/config/index.ts';
import { openDatabase } from '../platform/db/index.ts';
import { CommandError } from './command-error.ts';

/** `ledger verify [--receipt F]`: 0 when everything is as it was written, 1 with each finding. */
export async function ledgerCommand(
  [verb, ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
  print: (line: string) => void,
): Promise<number> {
  if (verb !== 'verify') throw new CommandError('yichuang ledger verify [--receipt FILE]');
  const { values } = parseArgs({ args, options: { receipt: { type: 'string' } } });
  if (values.receipt !== undefined) return verifyFile(values.receipt, print);
  const config = readConfig(env, { demo: true });
  if ('problems' in config) throw new CommandError(config.problems.join('\n'));
  const database = await openDatabase({ ...config, onMessage: () => undefined });
  try {
    const report = await verifyLedger({ tenantId: config.tenantId, db: database.db });
    for (const finding of report.findings) print(findingText(finding, 'en'));
    const { cases, events, entries, days, findings } = report;
    const counted = `${cases} cases, ${events} events, ${entries} journal entries`;
    print(`${counted}, ${days} published days, ${findings.length} findings`);
    return findings.length === 0 ? 0 : 1;
  } finally {
    await database.stop();
  }
}

/** A receipt proves itself without any database. */
async function verifyFile(path: string, print: (line: string) => void): Promise<number> {
  const verdict = await verifyReceiptFile(path);
  if (!verdict.ok) {
    print(`the receipt is not genuine: ${verdict.problem}`);
    return 1;
  }
  print(
    verdict.isAnchored
      ? 'the receipt is genuine and part of its published day'
      : 'the receipt is genuine; its day was not closed when it was made',
  );
  return 0;
}
