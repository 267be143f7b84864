import { parseArgs } from 'node:util';
import { isCopy, type PublishedRoots } from '@yichuang/kernel/ledger';
import { readTenantId } from '../catalogue/index.ts';
import {
  findingText,
  hasRecord,
  readKnownFile,
  verifyHeadsFile,
  verifyLedger,
  verifyReceiptFile,
} from '../ledger/index.ts';
import { readConfig } from '../platform/config/index.ts';
import { openDatabase, openPool } from '../platform/db/index.ts';
import { CommandError } from './command-error.ts';

type Print = (line: string) => void;

const usage = `yichuang ledger verify [--receipt FILE | --heads FILE] [--known FILE] [--root HASH]
yichuang ledger verify --database URL --county ID [--known FILE] [--root HASH]`;

/**
 * `ledger verify`: 0 when everything is as it was written, 1 with each finding. Without a file, the
 * whole database; a receipt or two heads with the proof between them need none. `--known` is what
 * was kept of the publications: a saved feed, roots or heads; `--root` one of them, typed.
 * `--database` is for who has nothing of the service but a role that may read: nothing is migrated,
 * no setting is read.
 */
export async function ledgerCommand(
  [verb, ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
  print: Print,
): Promise<number> {
  if (verb !== 'verify') throw new CommandError(usage);
  const text = { type: 'string' } as const;
  const options = {
    receipt: text,
    heads: text,
    known: text,
    root: text,
    database: text,
    county: text,
  };
  const { values } = parseArgs({ args, options });
  const known = await readKnown(values);
  if (values.receipt !== undefined) return verifyOne(values.receipt, known, print);
  if (values.heads !== undefined) return verifyTwo(values.heads, print);
  if (values.database !== undefined) {
    if (values.county === undefined) throw new CommandError(usage);
    return verifyAt(values.database, values.county, known, print);
  }
  return verifyAll(env, known, print);
}

async function readKnown(values: {
  readonly known?: string;
  readonly root?: string;
}): Promise<PublishedRoots | undefined> {
  const known = values.known === undefined ? {} : await readKnownFile(values.known);
  if (known === undefined) throw new CommandError(`${values.known} holds no root`);
  if (values.root === undefined) return values.known === undefined ? undefined : known;
  const copied = values.root.toLowerCase();
  if (!isCopy(copied)) throw new CommandError('--root is 16 to 64 hexadecimal digits');
  return { ...known, copied };
}

async function verifyAll(
  env: NodeJS.ProcessEnv,
  known: PublishedRoots | undefined,
  print: Print,
): Promise<number> {
  const config = readConfig(env, { demo: false });
  if ('problems' in config) throw new CommandError(config.problems.join('\n'));
  const tenantId = await readTenantId(config.packDirectory);
  const database = await openDatabase({ ...config, onMessage: () => undefined });
  try {
    return await report({ tenantId, db: database.db }, known, print);
  } finally {
    await database.stop();
  }
}

async function verifyAt(
  url: string,
  tenantId: string,
  known: PublishedRoots | undefined,
  print: Print,
): Promise<number> {
  const db = openPool({ url, max: 1 });
  try {
    const code = await report({ tenantId, db }, known, print);
    if (await hasRecord(db, tenantId)) return code;
    // Nothing is always in order; an id with a slip of the pen must not look like a county.
    print(`nothing of the county ${tenantId} is there`);
    return 1;
  } finally {
    await db.stop();
  }
}

async function report(
  deps: Parameters<typeof verifyLedger>[0],
  known: PublishedRoots | undefined,
  print: Print,
): Promise<number> {
  const { cases, events, entries, days, findings } = await verifyLedger(deps, known && { known });
  for (const finding of findings) print(findingText(finding, 'en'));
  const counted = `${cases} cases, ${events} events, ${entries} journal entries`;
  print(`${counted}, ${days} published days, ${findings.length} findings`);
  return findings.length === 0 ? 0 : 1;
}

/** A receipt proves itself without any database; how much, depends on what it is compared with. */
async function verifyOne(
  path: string,
  known: PublishedRoots | undefined,
  print: Print,
): Promise<number> {
  const verdict = await verifyReceiptFile(path, known);
  if (!verdict.ok) {
    print(`the receipt is not genuine: ${verdict.problem}`);
    return 1;
  }
  const { isAnchored, published } = verdict;
  if (!isAnchored) {
    print('the receipt is genuine; its day was not closed when it was made');
  } else if (published === undefined) {
    print('the receipt is genuine and part of its published day, as it says itself');
  } else {
    const what = published === 'day' ? 'root of its day' : 'head';
    print(`the receipt is genuine and part of its published day: it leads to the ${what}`);
  }
  return 0;
}

async function verifyTwo(path: string, print: Print): Promise<number> {
  const verdict = await verifyHeadsFile(path);
  print(
    verdict.ok
      ? 'the older head is the beginning of the newer: no published day was rewritten between'
      : `the heads do not agree: ${verdict.problem}`,
  );
  return verdict.ok ? 0 : 1;
}
