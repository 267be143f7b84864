/**
 * `rehearse ITEM`: simulates an item's flow with its staffing (docs/rehearsal.md). ITEM is a code
 * or a name in the pack. Staff are those of the pack; with --history, staff and times are those of
 * the running database.
 */
import { parseArgs } from 'node:util';
import type { RehearsalResult, RehearsalWish } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import { stepsOf } from '@yichuang/kernel/flow';
import { loadPack, PackError, type Pack } from '../catalogue/index.ts';
import { createDirectory } from '../cases/index.ts';
import { systemClock } from '../platform/clock/index.ts';
import { readConfig, type Config } from '../platform/config/index.ts';
import { openDatabase } from '../platform/db/index.ts';
import type { Language } from '../platform/refusal.ts';
import {
  hasFlow,
  noHistory,
  rehearseItem,
  sceneOfCounty,
  type RehearsalScene,
} from '../rehearsal/index.ts';
import { loadStatutes, type Statutes } from '../statutes/index.ts';
import { CommandError } from './command-error.ts';
import { rehearsalLines } from './rehearse-lines.ts';

const usage =
  'yichuang rehearse ITEM [--pack DIR] [--history] [--seed N] [--per-day X]\n' +
  '                       [--staff POST=PEOPLE[*SHARE]]... [--json] [--lang zh-CN|en]';

export async function rehearseCommand(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  print: (line: string) => void,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      pack: { type: 'string' },
      history: { type: 'boolean' },
      seed: { type: 'string' },
      'per-day': { type: 'string' },
      staff: { type: 'string', multiple: true },
      json: { type: 'boolean' },
      lang: { type: 'string' },
    },
  });
  const [wanted] = positionals;
  if (wanted === undefined) throw new CommandError(usage);
  const config = readConfig(env, { demo: false });
  if ('problems' in config) throw new CommandError(config.problems.join('\n'));
  const pack = await (values.pack === undefined
    ? packAt(config.packDirectory, config.overlayDirectories)
    : packAt(values.pack, []));
  const item = itemOf(pack, wanted);
  const wish = wishOf(values, item);
  const language: Language = values.lang === 'en' ? 'en' : 'zh-CN';
  const statutes = await loadStatutes();
  const result =
    values.history === true
      ? await withDatabase(config, pack.tenant.id, statutes, item, wish, language)
      : await rehearseItem(sceneOfPack(pack, item, statutes), wish, language);
  if (values.json === true) print(JSON.stringify(result));
  else for (const line of rehearsalLines(result, language)) print(line);
  return 0;
}

async function packAt(directory: string, overlays: readonly string[]): Promise<Pack> {
  try {
    return await loadPack(directory, { overlays });
  } catch (error) {
    if (error instanceof PackError) throw new CommandError(error.message, { cause: error });
    throw error;
  }
}

function itemOf(pack: Pack, wanted: string): RehearsalScene['item'] {
  const isIt = ({ code, name, nameEn }: ItemDefinition): boolean =>
    code === wanted || name === wanted || nameEn === wanted;
  const item = pack.items.find(isIt);
  if (item === undefined) {
    const known = pack.items.map(({ code, name }) => `  ${code}  ${name}`).join('\n');
    throw new CommandError(`the pack has no item "${wanted}"; it has:\n${known}`);
  }
  if (!hasFlow(item)) throw new CommandError(`the item ${item.code} has no flow`);
  return item;
}

/** Whoever holds a post in the pack; nothing is known about the past. */
function sceneOfPack(pack: Pack, item: RehearsalScene['item'], statutes: Statutes): RehearsalScene {
  const names = new Map(pack.posts.map(({ id, name }) => [id, name]));
  return {
    item,
    statutes,
    history: noHistory,
    now: systemClock.now(),
    people: (post) => pack.people.staff.filter(({ posts }) => posts.includes(post)).length,
    postName: (post) => names.get(post) ?? post,
  };
}

async function withDatabase(
  config: Config,
  tenantId: string,
  statutes: Statutes,
  item: RehearsalScene['item'],
  wish: RehearsalWish,
  language: Language,
): Promise<RehearsalResult> {
  const database = await openDatabase({ ...config, onMessage: () => undefined });
  const { db } = database;
  const clock = systemClock;
  try {
    const directory = createDirectory(db, tenantId, clock);
    const scene = await sceneOfCounty({ db, tenantId, clock, statutes, directory }, item);
    return await rehearseItem(scene, wish, language);
  } finally {
    await database.stop();
  }
}

interface Given {
  readonly seed?: string;
  readonly 'per-day'?: string;
  readonly staff?: readonly string[];
}

function wishOf(given: Given, item: RehearsalScene['item']): RehearsalWish {
  const { seed, staff } = given;
  const perDay = given['per-day'];
  return {
    ...(seed === undefined ? {} : { seed: numberOf(seed, '--seed', Number.isInteger) }),
    ...(perDay === undefined ? {} : { perDay: numberOf(perDay, '--per-day', isArrivals) }),
    ...(staff === undefined
      ? {}
      : { posts: Object.fromEntries(staff.map((text) => staffingOf(text, item))) }),
  };
}

function isArrivals(value: number): boolean {
  return value > 0 && value <= 1000;
}

function numberOf(text: string, option: string, isGood: (value: number) => boolean): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && isGood(value)) return value;
  throw new CommandError(`${option} does not take "${text}"\n${usage}`);
}

/** `zj-leader=2` or `zj-leader=2*0.5`: two people with half of their time. */
function staffingOf(
  text: string,
  { flow }: RehearsalScene['item'],
): [string, { people: number; share: number }] {
  const [, post, people, share] =
    /^([^=]+)=(\d{1,3})(?:\*(0?\.\d+|1(?:\.0+)?))?$/u.exec(text) ?? [];
  if (post === undefined || Number(people) < 1) {
    throw new CommandError(
      `--staff takes POST=PEOPLE or POST=PEOPLE*SHARE, not "${text}"\n${usage}`,
    );
  }
  const known = [...new Set(stepsOf(flow).flatMap((step) => step.posts))];
  if (!known.includes(post)) {
    throw new CommandError(`the flow has no post "${post}"; it has: ${known.join(', ')}`);
  }
  return [post, { people: Number(people), share: share === undefined ? 1 : Number(share) }];
}
