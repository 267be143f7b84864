import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkPack, describePackProblem } from '../catalogue/index.ts';
import { newCounty, readCountyTables, writeCountyTables } from '../county/index.ts';
import { readConfig } from '../platform/config/index.ts';
import { CommandError } from './command-error.ts';

const usage = `yichuang pack check DIR
yichuang pack new DIR --id ID --name NAME --name-en NAME --region CODE [--series CHARACTER]
yichuang pack tables DIR ORGANISATIONS POSTS
yichuang pack read DIR ORGANISATIONS POSTS`;

type Print = (line: string) => void;

/** `pack`: checks a pack; makes a county's own from the one at hand, and its tables. */
export async function packCommand(
  [verb, ...args]: readonly string[],
  print: Print,
): Promise<number> {
  const [directory, organisations, posts] = args;
  if (directory === undefined) throw new CommandError(usage);
  if (verb === 'check') return checkCommand(directory, print);
  if (verb === 'new') return newCommand(args, print);
  if (organisations === undefined || posts === undefined) throw new CommandError(usage);
  if (verb === 'tables') {
    await writeCountyTables(directory, { organisations, posts });
    print(`${organisations}\n${posts}`);
    return 0;
  }
  if (verb !== 'read') throw new CommandError(usage);
  const problems = await readCountyTables(directory, { organisations, posts });
  for (const { problem, folder, row } of problems) {
    const place = row === undefined ? '' : `row ${row}: `;
    print(`${place}${folder}/${describePackProblem(problem, 'en')}`);
  }
  print(problems.length === 0 ? 'ok' : 'nothing was changed');
  return problems.length === 0 ? 0 : 1;
}

/** Every problem with file, line and element; 1 when there is any. */
async function checkCommand(directory: string, print: Print): Promise<number> {
  const problems = await checkPack(directory);
  for (const problem of problems) print(describePackProblem(problem, 'en'));
  if (problems.length === 0) print('ok');
  return problems.length === 0 ? 0 : 1;
}

async function newCommand(args: readonly string[], print: Print): Promise<number> {
  const text = { type: 'string' } as const;
  const options = { id: text, name: text, 'name-en': text, region: text, series: text };
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const { id = '', name = '', 'name-en': nameEn = '', region = '' } = values;
  const [directory] = positionals;
  const isWhole = /^[a-z][a-z0-9-]{0,31}$/u.test(id) && /^\d{6}$/u.test(region);
  if (directory === undefined || !isWhole || name === '' || nameEn === '') {
    throw new CommandError(usage);
  }
  const config = readConfig({}, { demo: true });
  if ('problems' in config) throw new CommandError(config.problems.join('\n'));
  const packs = { base: config.packDirectory, overlays: config.overlayDirectories };
  const series = values.series ?? name.slice(0, 1);
  await newCounty(directory, packs, { id, name, nameEn, regionCode: region, series });
  const others = packs.overlays.map((folder) => basename(folder));
  print(`PACK_DIR=${join(directory, 'county')}`);
  print(`EXTRA_PACKS=${others.map((each) => join(directory, each)).join(',')}`);
  return 0;
}
