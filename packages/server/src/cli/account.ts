import { parseArgs } from 'node:util';
import { loadPack } from '../catalogue/index.ts';
import { appendJournal } from '../ledger/index.ts';
import { createStaffAccounts, type AccountProblem } from '../people/index.ts';
import { systemClock } from '../platform/clock/index.ts';
import { readConfig } from '../platform/config/index.ts';
import { openDatabase, type OpenDatabase } from '../platform/db/index.ts';
import { CommandError } from './command-error.ts';

const usage = `yichuang account list
yichuang account add LOGIN --name NAME --post POST...
yichuang account appoint LOGIN --post POST...
yichuang account password LOGIN
yichuang account disable LOGIN | enable LOGIN`;

const PROBLEMS: Readonly<Record<AccountProblem, string>> = {
  'login-taken': 'this log-in name is taken',
  'login-unknown': 'there is no such account',
  'post-unknown': 'there is no such post; posts are those of the pack, after its first start',
  'name-missing': 'an account needs the name of a person',
};

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
  const pack = await loadPack(config.packDirectory, { overlays: config.overlayDirectories });
  const database = await openDatabase({ ...config, onMessage: () => undefined });
  try {
    const tenantId = pack.tenant.id;
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

async function carryOut(
  { db }: OpenDatabase,
  tenantId: string,
  verb: string,
  { login, name, postIds }: Wish,
  print: Print,
): Promise<number> {
  const accounts = createStaffAccounts(db, tenantId, () => systemClock.now());
  const note = (type: string, data: object) =>
    appendJournal(db, tenantId, 'accounts', [
      {
        type,
        actor: { kind: 'system', personId: 'system', name: 'system', rule: 'command-line' },
        data: { login, ...data },
        at: systemClock.now(),
      },
    ]);
  switch (verb) {
    case 'list':
      for (const each of await accounts.list()) {
        const mark = each.isDisabled ? ' (disabled)' : '';
        print(`${each.loginName}\t${each.name}\t${each.postIds.join(' ')}${mark}`);
      }
      return 0;
    case 'add':
    case 'password': {
      const outcome =
        verb === 'add'
          ? await accounts.add({ loginName: login, name, postIds })
          : await accounts.renew(login);
      if (!outcome.ok) throw new CommandError(`${outcome.of}: ${PROBLEMS[outcome.problem]}`);
      await note(verb === 'add' ? 'AccountAdded' : 'PasswordRenewed', { postIds });
      print(`${login}: ${outcome.password}`);
      print('shown once; the first log-in asks for another one');
      return 0;
    }
    case 'appoint': {
      if (postIds.length === 0) throw new CommandError(usage);
      const wrong = await accounts.appoint(login, postIds);
      if (wrong !== undefined) throw new CommandError(`${wrong.of}: ${PROBLEMS[wrong.problem]}`);
      await note('AccountAppointed', { postIds });
      print(`${login}: ${postIds.join(' ')}`);
      return 0;
    }
    case 'disable':
    case 'enable': {
      const isDisabled = verb === 'disable';
      if (!(await accounts.setDisabled(login, isDisabled))) {
        throw new CommandError(`${login}: ${PROBLEMS['login-unknown']}`);
      }
      await note(isDisabled ? 'AccountDisabled' : 'AccountEnabled', {});
      print(`${login}: ${verb}d`);
      return 0;
    }
    default:
      throw new CommandError(usage);
  }
}
