// What an auditor does who has nothing of the service but a role that may read.

import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { letterForm, openLetterSite, type LetterSite } from '../assembly/testing-letters.ts';
import { CommandError } from './command-error.ts';
import { ledgerCommand } from './ledger.ts';

/** As docs/operating/backup.md grants them. */
const READ = 'cases, event, journal, journal_head, ledger_root, ledger_head, ledger_stamp';

let site: LetterSite;
let auditor: URL;
let superuser: pg.Client;

beforeAll(async () => {
  site = await openLetterSite();
  await site.quick({ itemCode: 'wz-complaint', form: letterForm, sender: { name: '柏青山' } });
  const role = `auditor_${randomBytes(4).toString('hex')}`;
  auditor = new URL(site.database.urls.app);
  const at = new URL(inject('testCluster').superuserUrl);
  at.pathname = auditor.pathname;
  superuser = new pg.Client({ connectionString: at.href });
  await superuser.connect();
  await superuser.query(`CREATE ROLE ${role} LOGIN PASSWORD 'reads'`);
  await superuser.query(`GRANT CONNECT ON DATABASE ${at.pathname.slice(1)} TO ${role}`);
  await superuser.query(`GRANT SELECT ON ${READ} TO ${role}`);
  auditor.username = role;
  auditor.password = 'reads';
});
afterAll(async () => {
  await superuser.query(`DROP OWNED BY ${auditor.username}`);
  await superuser.query(`DROP ROLE ${auditor.username}`);
  await superuser.end();
  await site[Symbol.asyncDispose]();
});

async function verify(...args: readonly string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const all = ['verify', '--database', auditor.href, ...args];
  return { code: await ledgerCommand(all, {}, (line) => void lines.push(line)), lines };
}

describe('ledger verify by a role that may only read', () => {
  it('reads the whole record, without the settings and the owner of the schema', async () => {
    const { code, lines } = await verify('--county', site.parts.deps.tenantId);
    expect(code, lines.join('\n')).toBe(0);
    expect(lines).toEqual([expect.stringMatching(/^1 cases, [1-9]\d* events, .* 0 findings$/)]);
  });

  it('finds a county that is not there to be nothing, not to be in order', async () => {
    const { code, lines } = await verify('--county', 'elsewhere');
    expect(code).toBe(1);
    expect(lines.at(-1)).toBe('nothing of the county elsewhere is there');
  });

  it('asks for the county by its id', async () => {
    await expect(verify()).rejects.toBeInstanceOf(CommandError);
  });
});
