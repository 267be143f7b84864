#!/usr/bin/env node
/** The command line: `yichuang start | due | pack check | play | rehearse | classify | …`. */
import { CommandError } from './cli/command-error.ts';
import { keepCompiled } from './cli/compile-cache.ts';

keepCompiled();

const usage = `yichuang start [--demo]
yichuang due RULE --from YYYY-MM-DD [--suspend FROM/TO]... [--amount N] [--extend N] [--json]
yichuang pack check DIR | new DIR … | tables DIR … | read DIR …
yichuang play FLOW SCRIPT [--json] [--lang zh-CN|en]
yichuang rehearse ITEM [--history] [--seed N] [--per-day X] [--staff POST=N]... [--json]
yichuang classify [--train FILE] [--model FILE] [--json] [--why] < LETTERS
yichuang ledger verify [--receipt FILE | --heads FILE] [--known FILE] [--root HASH]
yichuang ledger verify --database URL --county ID [--known FILE] [--root HASH]
yichuang account list | add LOGIN --name NAME --post POST...
yichuang account appoint | end LOGIN --post POST...; password | disable | enable LOGIN
yichuang trial purge [--all]
yichuang indicators rebuild
yichuang demo case [--url URL] [--json]
yichuang key new`;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function run([command, ...args]: readonly string[]): Promise<number> {
  switch (command) {
    case 'start':
      return runStart(args);
    case 'due':
      print(await (await import('./cli/due.ts')).due(args));
      return 0;
    case 'pack':
      return (await import('./cli/pack.ts')).packCommand(args, print);
    case 'play':
      return (await import('./cli/play.ts')).playCommand(args, print);
    case 'rehearse':
      return (await import('./cli/rehearse.ts')).rehearseCommand(args, process.env, print);
    case 'classify':
      return runClassify(args);
    case 'ledger':
      return (await import('./cli/ledger.ts')).ledgerCommand(args, process.env, print);
    case 'account':
      return (await import('./cli/account.ts')).accountCommand(args, process.env, print);
    case 'trial':
      return (await import('./cli/trial.ts')).trialCommand(args, process.env, print);
    case 'indicators':
      return (await import('./cli/indicators.ts')).indicatorsCommand(args, process.env, print);
    case 'demo':
      return (await import('./cli/demo-case.ts')).demoCommand(args, process.env, print);
    case 'key':
      process.stdout.write((await import('./platform/secrets/index.ts')).newKeyLine());
      return 0;
    default:
      throw new CommandError(usage);
  }
}

async function runClassify(args: readonly string[]): Promise<number> {
  const { classifyCommand } = await import('./cli/classify.ts');
  const warn = (line: string): void => void process.stderr.write(`${line}\n`);
  return classifyCommand(args, { input: process.stdin, print, warn });
}

async function runStart(args: readonly string[]): Promise<number> {
  const { start, startMessage } = await import('./cli/start.ts');
  try {
    const running = await start(process.env, { demo: args.includes('--demo') }, print);
    await new Promise<void>((resolve) => {
      process.once('SIGTERM', resolve);
      process.once('SIGINT', resolve);
    });
    await running.stop();
    return 0;
  } catch (error) {
    const message = startMessage(error);
    if (message === undefined) throw error;
    process.stderr.write(`${message}\n`);
    return 1;
  }
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
