import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RoleUrls } from '../db/roles.ts';
import { settings } from './settings.ts';
import type { SettingName } from './settings.messages.ts';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

export type DatabaseConfig =
  { readonly kind: 'embedded' } | { readonly kind: 'outside'; readonly urls: RoleUrls };

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Without a trailing slash. */
  readonly publicUrl: string;
  readonly trustProxy: boolean | number | readonly string[];
  readonly dataDirectory: string;
  readonly database: DatabaseConfig;
  readonly databasePool: number;
  readonly secretKeyFile: string;
  readonly isDemo: boolean;
  readonly packDirectory: string;
  /** Folders of packs that bring items for the posts of `packDirectory`. */
  readonly overlayDirectories: readonly string[];
  readonly smsGateway?: { readonly url: string; readonly token?: string };
  readonly smtpUrl?: string;
  readonly mailFrom: string;
  readonly logLevel: LogLevel;
  readonly sessionHours: number;
  readonly metricsToken?: string;
  /** Of a time stamping authority. */
  readonly timestampUrl?: string;
  /** The level above that cases are told to, without a trailing slash. */
  readonly upload?: { readonly url: string; readonly token: string };
  /** Where the trial county answers once it is switched on; 0 takes a free port. */
  readonly trialPort: number;
  /** Without a trailing slash; undefined: this machine's address with the trial's port. */
  readonly trialPublicUrl?: string;
  /** Tenant of a trial county. Set by its assembly, by no setting. */
  readonly trialId?: string;
}

export interface ConfigProblems {
  readonly problems: readonly string[];
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** The repository's root: default folders do not depend on where the program was started. */
const root = resolve(import.meta.dirname, '../../../../..');

/**
 * The environment as a Config, or every problem at once, each a sentence naming the setting.
 * Values of secret settings never appear in a problem.
 *
 * @param options.demo what DEMO is when the environment does not say (`npm start`: true)
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  options: { readonly demo: boolean },
): Config | ConfigProblems {
  const problems: string[] = [];
  const read = reader(env, problems);
  const port = read.whole('PORT', 0, 65_535);
  const host = read.text('HOST');
  const isDemo = env['DEMO'] === undefined ? options.demo : read.flag('DEMO');
  const dataDirectory = resolve(read.text('DATA_DIR'));
  const database = readDatabase(read, problems);
  if (database.kind === 'outside' && isDemo && read.text('DEMO_WITH_OUTSIDE_DATABASE') !== 'yes') {
    problems.push(
      'DEMO is on and DATABASE_URL is set: a demo lets anybody log in and moves the clock. Set ' +
        'DEMO=0, or DEMO_WITH_OUTSIDE_DATABASE=yes if that database is for play.',
    );
  }
  const config: Config = {
    port,
    host,
    publicUrl: readPublicUrl(read, problems, host, port),
    trustProxy: readTrustProxy(read.text('TRUST_PROXY')),
    dataDirectory,
    database,
    databasePool: read.whole('DATABASE_POOL', 1, 200),
    secretKeyFile: readKeyPath(read, problems, dataDirectory, database),
    isDemo,
    packDirectory: readPackDirectory(env, problems),
    overlayDirectories: readOverlayDirectories(env, problems),
    ...readGateways(read, problems),
    mailFrom: read.text('MAIL_FROM'),
    logLevel: read.oneOf('LOG_LEVEL', logLevels),
    sessionHours: read.whole('SESSION_HOURS', 1, 720),
    ...optional('metricsToken', read.text('METRICS_TOKEN')),
    ...(read.isGiven('TIMESTAMP_URL') && {
      timestampUrl: read.url('TIMESTAMP_URL', ['http', 'https']),
    }),
    ...readUpload(read, problems),
    ...readTrial(read),
  };
  return problems.length > 0 ? { problems } : config;
}

type Reader = ReturnType<typeof reader>;

function reader(env: Readonly<Record<string, string | undefined>>, problems: string[]) {
  const text = (name: SettingName): string => {
    const given = env[name]?.trim();
    if (given !== undefined && given !== '') return given;
    return settings.find((each) => each.name === name)?.default ?? '';
  };
  return {
    text,
    isGiven: (name: SettingName): boolean => (env[name] ?? '').trim() !== '',
    whole(name: SettingName, least: number, most: number): number {
      const value = Number(text(name));
      if (Number.isInteger(value) && value >= least && value <= most) return value;
      problems.push(`${name} is a whole number from ${least} to ${most}, not "${text(name)}".`);
      return least;
    },
    flag(name: SettingName): boolean {
      const value = text(name).toLowerCase();
      if (['1', 'true', 'yes', 'on'].includes(value)) return true;
      if (['0', 'false', 'no', 'off'].includes(value)) return false;
      problems.push(`${name} is 1 or 0, not "${value}".`);
      return false;
    },
    oneOf<T extends string>(name: SettingName, allowed: readonly T[]): T {
      const found = allowed.find((each) => each === text(name));
      if (found !== undefined) return found;
      problems.push(`${name} is one of ${allowed.join(', ')}, not "${text(name)}".`);
      return allowed[0] as T;
    },
    url(name: SettingName, schemes: readonly string[]): string {
      const scheme = URL.canParse(text(name)) ? new URL(text(name)).protocol.slice(0, -1) : '';
      if (!schemes.includes(scheme)) {
        problems.push(`${name} is an address that begins with ${schemes.join(':// or ')}://.`);
      }
      return text(name);
    },
  };
}

function optional<K extends string>(key: K, value: string): { [P in K]?: string } {
  return (value === '' ? {} : { [key]: value }) as { [P in K]?: string };
}

const databaseSettings = ['DATABASE_URL', 'MIGRATION_DATABASE_URL', 'QUEUE_DATABASE_URL'] as const;

function readDatabase(read: Reader, problems: string[]): DatabaseConfig {
  const given = databaseSettings.filter((name) => read.isGiven(name));
  if (given.length === 0) return { kind: 'embedded' };
  for (const name of databaseSettings) {
    if (given.includes(name)) continue;
    problems.push(
      `${name} is missing: an outside database needs ${databaseSettings.join(', ')}, one for ` +
        'each of its three roles (docs/operating/database.md).',
    );
  }
  if (given.length < databaseSettings.length) return { kind: 'embedded' };
  const [app, owner, queue] = databaseSettings.map((name) =>
    read.url(name, ['postgres', 'postgresql']),
  );
  return { kind: 'outside', urls: { app: app ?? '', owner: owner ?? '', queue: queue ?? '' } };
}

function readPublicUrl(read: Reader, problems: string[], host: string, port: number): string {
  if (read.isGiven('PUBLIC_URL'))
    return read.url('PUBLIC_URL', ['http', 'https']).replace(/\/+$/, '');
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  if (problems.some((each) => each.startsWith('PORT '))) return '';
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

function readTrial(read: Reader): Pick<Config, 'trialPort' | 'trialPublicUrl'> {
  const trialPort = read.whole('TRIAL_PORT', 0, 65_535);
  if (!read.isGiven('TRIAL_PUBLIC_URL')) return { trialPort };
  const url = read.url('TRIAL_PUBLIC_URL', ['http', 'https']).replace(/\/+$/, '');
  return { trialPort, trialPublicUrl: url };
}

function readTrustProxy(text: string): boolean | number | readonly string[] {
  if (text === '0' || text === 'false') return false;
  if (/^\d+$/.test(text)) return Number(text);
  return text.split(',').map((each) => each.trim());
}

function readKeyPath(
  read: Reader,
  problems: string[],
  dataDirectory: string,
  database: DatabaseConfig,
): string {
  if (!read.isGiven('SECRET_KEY_FILE')) {
    if (database.kind === 'outside') {
      problems.push(
        'SECRET_KEY_FILE is missing: with an outside database the key must outlive this machine. ' +
          'Make one with "yichuang key new", keep a copy apart from the database\'s backups.',
      );
    }
    return join(dataDirectory, 'secret.key');
  }
  const path = resolve(read.text('SECRET_KEY_FILE'));
  if (database.kind === 'outside' && !existsSync(path)) {
    problems.push(`SECRET_KEY_FILE names ${path}, which does not exist.`);
  }
  return path;
}

function readPackDirectory(
  env: Readonly<Record<string, string | undefined>>,
  problems: string[],
): string {
  const given = env['PACK_DIR']?.trim() ?? '';
  if (given === '') return join(root, 'packs', 'demo-county');
  if (!existsSync(given)) problems.push(`PACK_DIR names ${given}, which does not exist.`);
  return resolve(given);
}

const EVERYDAY_PACKS = [
  'office-basics',
  'inquiry',
  'petition',
  'supervision',
  'reviews',
  'exchange',
];

/** The demo county comes with approvals and letters; another county names what it wants. */
function readOverlayDirectories(
  env: Readonly<Record<string, string | undefined>>,
  problems: string[],
): readonly string[] {
  const given = env['EXTRA_PACKS']?.trim() ?? '';
  if (given === '') {
    const isDemoCounty = (env['PACK_DIR']?.trim() ?? '') === '';
    return isDemoCounty ? EVERYDAY_PACKS.map((name) => join(root, 'packs', name)) : [];
  }
  if (given === 'none') return [];
  const folders = given.split(',').map((folder) => folder.trim());
  for (const folder of folders) {
    if (!existsSync(folder)) problems.push(`EXTRA_PACKS names ${folder}, which does not exist.`);
  }
  return folders.map((folder) => resolve(folder));
}

function readGateways(read: Reader, problems: string[]): Pick<Config, 'smsGateway' | 'smtpUrl'> {
  const token = read.text('SMS_GATEWAY_TOKEN');
  const isTokenAlone = token !== '' && !read.isGiven('SMS_GATEWAY_URL');
  if (isTokenAlone) problems.push('SMS_GATEWAY_TOKEN is set, but SMS_GATEWAY_URL is not.');
  return {
    ...(read.isGiven('SMS_GATEWAY_URL') && {
      smsGateway: {
        url: read.url('SMS_GATEWAY_URL', ['http', 'https']),
        ...optional('token', token),
      },
    }),
    ...(read.isGiven('SMTP_URL') && { smtpUrl: read.url('SMTP_URL', ['smtp', 'smtps']) }),
  };
}

/** Without a token nothing could be compared: the digests of both sides are made with it. */
function readUpload(read: Reader, problems: string[]): Pick<Config, 'upload'> {
  const isUrl = read.isGiven('UPLOAD_URL');
  const isToken = read.isGiven('UPLOAD_TOKEN');
  if (isUrl !== isToken) {
    const missing = isUrl ? 'UPLOAD_TOKEN' : 'UPLOAD_URL';
    problems.push(`${missing} is missing: UPLOAD_URL and UPLOAD_TOKEN are set together.`);
  }
  if (!isUrl || !isToken) return {};
  const url = read.url('UPLOAD_URL', ['http', 'https']).replace(/\/+$/u, '');
  return { upload: { url, token: read.text('UPLOAD_TOKEN') } };
}
