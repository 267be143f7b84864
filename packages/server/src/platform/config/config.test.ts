import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig, type Config } from './read-config.ts';
import { settings, settingsTable } from './settings.ts';

const root = resolve(import.meta.dirname, '../../../../..');

function read(env: Record<string, string>, demo = false): Config {
  const config = readConfig(env, { demo });
  if ('problems' in config) throw new Error(config.problems.join('\n'));
  return config;
}

function problems(env: Record<string, string>, demo = false): string {
  const config = readConfig(env, { demo });
  return 'problems' in config ? config.problems.join('\n') : '';
}

const outside = {
  DATABASE_URL: 'postgres://app:geheim1@db/yichuang',
  MIGRATION_DATABASE_URL: 'postgres://owner:geheim2@db/yichuang',
  QUEUE_DATABASE_URL: 'postgresql://queue:geheim3@db/yichuang',
  SECRET_KEY_FILE: import.meta.filename,
};

describe('configuration', () => {
  it('needs nothing for one machine', () => {
    expect(read({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:3000',
      trustProxy: false,
      dataDirectory: resolve('data'),
      database: { kind: 'embedded' },
      databasePool: 10,
      secretKeyFile: resolve('data/secret.key'),
      isDemo: false,
      packDirectory: join(root, 'packs', 'demo-county'),
      overlayDirectories: [
        'office-basics',
        'inquiry',
        'petition',
        'supervision',
        'reviews',
        'exchange',
      ].map((name) => join(root, 'packs', name)),
      mailFrom: 'no-reply@localhost',
      logLevel: 'info',
      sessionHours: 12,
      trialPort: 3001,
    });
  });

  it('takes an outside database with a URL for each of its three roles', () => {
    expect(read(outside).database).toEqual({
      kind: 'outside',
      urls: {
        app: outside.DATABASE_URL,
        owner: outside.MIGRATION_DATABASE_URL,
        queue: outside.QUEUE_DATABASE_URL,
      },
    });
  });

  it('is a demo when the command says so, unless the environment says otherwise', () => {
    expect(read({}, true).isDemo).toBe(true);
    expect(read({ DEMO: '0' }, true).isDemo).toBe(false);
    expect(read({ DEMO: '1' }).isDemo).toBe(true);
  });

  it('refuses a demo on an outside database unless told twice', () => {
    expect(problems(outside, true)).toContain('DEMO_WITH_OUTSIDE_DATABASE=yes');
    expect(problems({ ...outside, DEMO_WITH_OUTSIDE_DATABASE: 'yes' }, true)).toBe('');
  });

  it('reads proxies as none, hops or addresses', () => {
    expect(read({ TRUST_PROXY: '2' }).trustProxy).toBe(2);
    expect(read({ TRUST_PROXY: '10.0.0.1, 10.0.0.2' }).trustProxy).toEqual([
      '10.0.0.1',
      '10.0.0.2',
    ]);
  });

  it.each([
    [{ PORT: '70000' }, 'PORT is a whole number from 0 to 65535'],
    [{ PORT: 'x' }, 'PORT is a whole number'],
    [{ DEMO: 'perhaps' }, 'DEMO is 1 or 0'],
    [{ PUBLIC_URL: 'county.gov.cn' }, 'PUBLIC_URL is an address that begins with http://'],
    [{ TRIAL_PORT: '-1' }, 'TRIAL_PORT is a whole number from 0 to 65535'],
    [{ TRIAL_PUBLIC_URL: 'trial.gov.cn' }, 'TRIAL_PUBLIC_URL is an address'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is one of fatal'],
    [{ SMS_GATEWAY_URL: 'ftp://x' }, 'SMS_GATEWAY_URL is an address'],
    [{ SMS_GATEWAY_TOKEN: 'x' }, 'SMS_GATEWAY_URL is not'],
    [{ UPLOAD_URL: 'https://up.gov.example' }, 'UPLOAD_TOKEN is missing'],
    [{ UPLOAD_TOKEN: 'x' }, 'UPLOAD_URL is missing'],
    [{ UPLOAD_URL: 'up', UPLOAD_TOKEN: 'x' }, 'UPLOAD_URL is an address'],
    [{ PACK_DIR: '/nowhere' }, 'PACK_DIR names /nowhere'],
    [{ DATABASE_URL: outside.DATABASE_URL }, 'MIGRATION_DATABASE_URL is missing'],
    [{ ...outside, DATABASE_URL: 'mysql://x' }, 'DATABASE_URL is an address that begins with'],
    [{ ...outside, SECRET_KEY_FILE: '' }, 'SECRET_KEY_FILE is missing'],
    [{ ...outside, SECRET_KEY_FILE: '/no/key' }, 'which does not exist'],
  ])('%j: %s', (env, problem) => {
    expect(problems(env)).toContain(problem);
  });

  it('tells all problems at once, and never a secret', () => {
    const text = problems({ ...outside, PORT: 'x', LOG_LEVEL: 'x' }, true);
    expect(text.split('\n').length).toBeGreaterThan(2);
    expect(text).not.toContain('geheim');
  });
});

/** Prettier pads the columns of tables. */
function unpadded(markdown: string): string {
  return markdown.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
}

describe('the level above', () => {
  it('is nobody unless address and token are set, and loses its last slash', () => {
    expect(read({}).upload).toBeUndefined();
    const env = { UPLOAD_URL: 'https://up.gov.example/a/', UPLOAD_TOKEN: 'geheim' };
    expect(read(env).upload).toEqual({ url: 'https://up.gov.example/a', token: 'geheim' });
  });
});

describe('extra packs', () => {
  const here = import.meta.dirname;

  it('are the everyday approvals for the demo county, none for another one', () => {
    expect(read({ PACK_DIR: here }).overlayDirectories).toEqual([]);
    expect(read({ EXTRA_PACKS: 'none' }).overlayDirectories).toEqual([]);
  });

  it('are the folders named, each of which has to be there', () => {
    expect(read({ EXTRA_PACKS: `${here}, ${root}` }).overlayDirectories).toEqual([here, root]);
    expect(problems({ EXTRA_PACKS: 'packs/nowhere' })).toContain('packs/nowhere');
  });
});

describe('docs/operating/configuration.md', () => {
  const document = readFileSync(join(root, 'docs/operating/configuration.md'), 'utf8');

  it('has the table of all settings as the code has them', () => {
    expect(unpadded(document)).toContain(unpadded(settingsTable()));
  });

  it('has a row for every setting and no other', () => {
    const rows = [...document.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map((found) => found[1]);
    expect(rows).toEqual(settings.map(({ name }) => name));
  });
});
