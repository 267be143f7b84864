import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, type TestSite } from '../assembly/testing-site.ts';
import { readJournal } from '../ledger/index.ts';
import { ensureKeyFile } from '../platform/secrets/index.ts';
import { accountCommand } from './account.ts';

let site: TestSite;
let folder: string;
let env: Record<string, string>;
beforeAll(async () => {
  site = await openTestSite();
  folder = await mkdtemp(join(tmpdir(), 'yichuang-account-'));
  await chmod(folder, 0o755);
  ensureKeyFile(join(folder, 'secret.key'));
  const { urls } = site.database;
  env = {
    DATABASE_URL: urls.app,
    MIGRATION_DATABASE_URL: urls.owner,
    QUEUE_DATABASE_URL: urls.queue,
    SECRET_KEY_FILE: join(folder, 'secret.key'),
    DATA_DIR: folder,
  };
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

async function run(...args: string[]): Promise<string[]> {
  const said: string[] = [];
  expect(await accountCommand(args, env, (line) => said.push(line))).toBe(0);
  return said;
}

async function logIn(loginName: string, password: string): Promise<number> {
  const payload = { loginName, password };
  return (await site.app.inject({ method: 'POST', url: '/api/auth/staff', payload })).statusCode;
}

const passwordIn = ([line = '']: readonly string[]): string => line.slice(line.indexOf(':') + 2);

describe('yichuang account', () => {
  it('adds who then logs in with the password that was shown, and has to change it', async () => {
    const { postId } = await somePost();
    const password = passwordIn(await run('add', 'First.Admin', '--name', 'A', '--post', postId));
    expect(password).toMatch(/^(?:[a-z2-9]{4}-){3}[a-z2-9]{4}$/u);
    expect(await logIn('first.admin', password)).toBe(200);
    expect(await run('list')).toContain(`first.admin\tA\t${postId}`);
  });

  it('refuses a name that is taken, a post that is not there, and a nameless person', async () => {
    const { postId } = await somePost();
    const add = (...more: string[]) => run('add', ...more);
    await expect(add('first.admin', '--name', 'B', '--post', postId)).rejects.toThrow('taken');
    await expect(add('second', '--name', 'B', '--post', 'no/where')).rejects.toThrow(
      'no such post',
    );
    await expect(add('second', '--post', postId)).rejects.toThrow('needs the name');
    await expect(run('disable', 'nobody')).rejects.toThrow('no such account');
    await expect(run('empty', 'x')).rejects.toThrow('yichuang account list');
  });

  it('renews a password, disables and enables; all of it stands in the journal', async () => {
    const password = passwordIn(await run('password', 'first.admin'));
    expect(await logIn('first.admin', password)).toBe(200);
    await run('disable', 'first.admin');
    expect(await logIn('first.admin', password)).not.toBe(200);
    await run('enable', 'first.admin');
    await run('appoint', 'first.admin', '--post', 'supervisor');
    expect((await run('list')).join()).toContain('supervisor');
    await expect(run('appoint', 'first.admin', '--post', 'no/where')).rejects.toThrow(
      'no such post',
    );
    expect(await logIn('first.admin', password)).toBe(200);
    await run('end', 'first.admin', '--post', 'supervisor');
    expect((await run('list')).join()).not.toContain('first.admin\tA\tadministrator supervisor');
    const entries = await readJournal(site.database.db, site.parts.deps.tenantId, 'accounts');
    expect(entries.map(({ type }) => type)).toEqual([
      'AccountAdded',
      'PasswordRenewed',
      'AccountDisabled',
      'AccountEnabled',
      'AccountAppointed',
      'AccountPostEnded',
    ]);
    expect(JSON.stringify(entries)).not.toContain(password);
  });
});

async function somePost(): Promise<{ postId: string }> {
  const posts = await site.parts.people.organisation.posts();
  const post = posts.find(({ capabilities }) => capabilities.includes('administer'));
  if (post === undefined) throw new Error('no administrator in the pack');
  return { postId: post.id };
}
