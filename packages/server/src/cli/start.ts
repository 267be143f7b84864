import { mkdirSync } from 'node:fs';
import { assemble, buildSite, hostTrial, publishPack, type Parts } from '../assembly/index.ts';
import {
  describePackProblem,
  ItemVersionChanged,
  loadPack,
  PackError,
} from '../catalogue/index.ts';
import { ensureDemoAccounts, type DemoAccounts } from '../demo/index.ts';
import { readConfig, type Config } from '../platform/config/index.ts';
import { MigrationError, openDatabase } from '../platform/db/index.ts';
import { OperatingError } from '../platform/operating-error.ts';
import { ensureKeyFile, KeyFileError } from '../platform/secrets/index.ts';
import { loadStatutes } from '../statutes/index.ts';
import { startTexts } from './start.messages.ts';

/** How often the timekeeper looks at the clocks. */
const LOOK_EVERY_MS = 5_000;

export interface Running {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the whole program; problems are told on standard error and end with a non-zero code. */
export async function start(
  env: NodeJS.ProcessEnv,
  options: { readonly demo: boolean },
  out: (line: string) => void,
): Promise<Running> {
  const config = readConfig(env, options);
  if ('problems' in config) throw new StartError(config.problems.join('\n'));
  const overlays = config.overlayDirectories;
  const [pack, statutes] = await Promise.all([
    loadPack(config.packDirectory, { overlays }),
    loadStatutes(),
  ]);
  mkdirSync(config.dataDirectory, { recursive: true });
  if (config.database.kind === 'embedded') ensureKeyFile(config.secretKeyFile);
  const tell = (message: string): void => void process.stderr.write(`${message}\n`);
  const database = await openDatabase({ ...config, onMessage: tell });
  const onError = (error: unknown, where: string): void =>
    tell(`${where}: ${error instanceof Error ? error.message : String(error)}`);
  try {
    const parts = await assemble({ config, pack, statutes, database, onError });
    await publishPack(database.db, pack, parts.people, parts.clock.now(), config.isDemo);
    if (config.isDemo) {
      printAccounts(await ensureDemoAccounts(pack, parts.people, config.dataDirectory), out);
    }
    return await listen(config, parts, out, () => database.stop());
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function listen(
  config: Config,
  parts: Parts,
  out: (line: string) => void,
  stopDatabase: () => Promise<void>,
): Promise<Running> {
  const trial = hostTrial(parts);
  const app = await buildSite(parts, trial);
  await parts.jobs.start();
  await parts.timekeeper.look();
  parts.timekeeper.start(LOOK_EVERY_MS);
  await app.listen({ host: config.host, port: config.port });
  out(`ready ${config.publicUrl}`);
  // After the county listens: whoever opens it does not wait for its trial.
  void trial.resume();
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await trial.close();
    await app.close();
    await parts.timekeeper.stop();
    await parts.boardSignal.stop();
    await parts.jobs.stop();
    parts.notices.stop();
    await stopDatabase();
  };
  return { url: config.publicUrl, stop: () => (stopping ??= stop()) };
}

function printAccounts(accounts: DemoAccounts, out: (line: string) => void): void {
  out(startTexts.demo);
  out(`${startTexts.password} ${accounts.password}`);
  for (const { account, name, posts } of accounts.staff) {
    out(`  ${account.padEnd(18)} ${name}  ${posts}`);
  }
  out(startTexts.residents);
  for (const { name, phone } of accounts.residents) out(`  ${phone}  ${name}`);
}

/** A start that cannot succeed; the message is complete and for the operator. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** The operator's message for an error of the start; undefined for a programmer's error. */
export function startMessage(error: unknown): string | undefined {
  if (error instanceof PackError)
    return error.problems.map((each) => describePackProblem(each, 'en')).join('\n');
  const isKnown =
    error instanceof StartError ||
    error instanceof ItemVersionChanged ||
    error instanceof MigrationError ||
    error instanceof KeyFileError ||
    error instanceof OperatingError;
  return isKnown ? error.message : undefined;
}
