import { civilDate } from '@yichuang/kernel/time';
import { parseArgs } from 'node:util';
import { accountRefusals, createAccounts, listAccounts, type Done } from '../accounts/index.ts';
import { readTenantId } from '../catalogue/index.ts';
import { systemClock } from '../platform/clock/index.ts';
import { readConfig } from '../platform/config/index.ts';
import { openDatabase, type OpenDatabase } from '../platform/db/index.ts';
import { problemOf } from '../platform/http/index.ts';
import { CommandError } from './command-error.ts';

const usage = `yichuang account list
yichuang account add LOGIN --name NAME --post POST...
yichuang account appoint LOGIN --post POST...
yichuang account end LOGIN --post POST...
yichuang account password LOGIN
yichuang account disable LOGIN | enable LOGIN`;

type Print = (line: string) => void;

/**
 * `account`: how the first administrator of a county comes to be, and what to do when nobody can
 * log in. Passwords are made here and shown once. What was done stands in the journal.
 */
export async function accountCommand(
  [verb, ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
  print: Print,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { name: { type: 'string' }, post: { type: 'string', multiple: true } },
  });
  const [login = ''] = positionals;
  if (verb === undefined || (verb !== 'list' && login === '')) throw new CommandError(usage);
  const config = readConfig(env, { demo: false });
  if ('problems' in config) throw new CommandError(config.problems.join('\n'));
  const tenantId = await readTenantId(config.packDirectory);
  const database = await openDatabase({ ...config, onMessage: () => undefined });
  try {
    const wish = { login, name: values.name ?? '', postIds: values.post ?? [] };
    return await carryOut(database, tenantId, verb, wish, print);
  } finally {
    await database.stop();
  }
}

interface Wish {
  readonly login: string;
  readonly name: string;
  readonly postIds: readonly string[];
}

const operator = { kind: 'operator' } as const;

async function carryOut(
  { db }: OpenDatabase,
  tenantId: string,
  verb: string,
  { login: loginName, name, postIds }: Wish,
  print: Print,
): Promise<number> {
  const now = () => systemClock.now();
  // A running program believes a session for at most five seconds more.
  const accounts = createAccounts({ db, tenantId, now, forget: () => undefined });
  const ref = { loginName };
  switch (verb) {
    case 'list':
      await printAll(db, tenantId, print);
      return 0;
    case 'add':
    case 'password': {
      const made =
        verb === 'add'
          ? accounts.add(operator, { loginName, name, postIds })
          : accounts.renew(operator, ref);
      const { account, password } = valueOf(await made);
      print(`${account.loginName}: ${password}`);
      print('shown once; the first log-in asks for another one');
      return 0;
    }
    case 'appoint':
    case 'end': {
      if (postIds.length === 0) throw new CommandError(usage);
      if (verb === 'appoint') valueOf(await accounts.appoint(operator, ref, postIds));
      else for (const id of postIds) valueOf(await accounts.endPost(operator, ref, id));
      print(`${loginName}: ${verb}ed ${postIds.join(' ')}`);
      return 0;
    }
    case 'disable':
    case 'enable':
      valueOf(await accounts.setDisabled(operator, ref, verb === 'disable'));
      print(`${loginName}: ${verb}d`);
      return 0;
    default:
      throw new CommandError(usage);
  }
}

function valueOf<T>(done: Done<T>): T {
  if (done.ok) return done.value;
  const { detail, nextStep } = problemOf(accountRefusals, done.refusals, 'en');
  throw new CommandError(`${detail} ${nextStep}`);
}

async function printAll(db: OpenDatabase['db'], tenantId: string, print: Print): Promise<void> {
  const now = systemClock.now();
  const asked = { now, today: civilDate(now), limit: 100_000 };
  for (const each of await listAccounts(db, tenantId, asked)) {
    const mark = each.isDisabled ? ' (disabled)' : '';
    print(`${each.loginName}\t${each.name}\t${each.postIds.join(' ')}${mark}`);
  }
}
