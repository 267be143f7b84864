import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '../catalogue/index.ts';
import type { People } from '../people/index.ts';

export interface DemoAccounts {
  /** One for all accounts: made at the first start, in this data folder only. */
  readonly password: string;
  readonly staff: readonly {
    readonly account: string;
    readonly name: string;
    readonly posts: string;
  }[];
  readonly residents: readonly { readonly name: string; readonly phone: string }[];
}

/** Each hashes a password: more at once would only wait for the database in one long line. */
const AT_ONCE = 8;

/** The pack's people with one password, which no repository holds. Demo mode only. */
export async function ensureDemoAccounts(
  pack: Pack,
  people: People,
  dataDirectory: string,
): Promise<DemoAccounts> {
  const password = demoPassword(dataDirectory);
  const postNames = new Map(pack.posts.map((post) => [post.id, post.name]));
  // Seventy hashes of one password would be half of a first start.
  const passwordHash = await people.staffLogin.hashOf(password);
  const waiting = [...pack.people.staff];
  while (waiting.length > 0) {
    await Promise.all(
      waiting.splice(0, AT_ONCE).map(({ account, name, posts }) =>
        people.staffLogin.ensure({
          loginName: account,
          password,
          passwordHash,
          name,
          postIds: posts,
          mustChange: false,
        }),
      ),
    );
  }
  return {
    password,
    staff: pack.people.staff.map(({ account, name, posts }) => ({
      account,
      name,
      posts: posts.map((id) => postNames.get(id) ?? id).join(' '),
    })),
    residents: pack.people.residents.map(({ name, phone }) => ({ name, phone })),
  };
}

function demoPassword(dataDirectory: string): string {
  const path = join(dataDirectory, 'demo-password');
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  const password = randomBytes(9).toString('base64url');
  writeFileSync(path, `${password}\n`, { mode: 0o600 });
  return password;
}
