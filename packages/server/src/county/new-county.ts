import { parseCreditCode } from '@yichuang/kernel/ids';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { COUNTY_ENDING, demoNames } from './demo-names.messages.ts';
import { rewriteFiles, type Replacement } from './rewrite-files.ts';

export interface CountyNames {
  /** Small letters, digits, hyphens: the tenant, and the first part of every organisation's id. */
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  /** Six digits. */
  readonly regionCode: string;
  /** The character that begins the county's document numbers. */
  readonly series: string;
}

/** Of what is copied; a county's own list of items is imported in the console. */
const LEFT_OUT = new Set(['README.md']);
const EMPTY: Readonly<Record<string, object>> = {
  'people.json': { staff: [], residents: [], enterprises: [] },
  'catalogue/departments.json': [],
  'catalogue/superseded.json': [],
};

/**
 * A folder with packs of a county's own: the base pack as `county` and the overlays beside it, with
 * the names, the division code and the invented credit codes of the demo county replaced wherever
 * they stand. People and the list of another district's items are left behind.
 *
 * @throws Error when the folder exists: what somebody has edited is never written over
 */
export async function newCounty(
  directory: string,
  packs: { readonly base: string; readonly overlays: readonly string[] },
  names: CountyNames,
): Promise<void> {
  await mkdir(directory, { recursive: false });
  const base = join(directory, 'county');
  const copies = [[packs.base, base] as const].concat(
    packs.overlays.map((from) => [from, join(directory, basename(from))] as const),
  );
  for (const [from, to] of copies) {
    await cp(from, to, { recursive: true, filter: (file) => !LEFT_OUT.has(basename(file)) });
  }
  const catalogue = join(base, 'catalogue');
  const lists = (await readdir(catalogue)).filter((name) => name.endsWith('.csv'));
  for (const name of lists) await rm(join(catalogue, name));
  for (const [name, value] of Object.entries(EMPTY)) await writeJson(join(base, name), value);
  await rewriteFiles(directory, await replacementsFor(base, names));
  const pack = JSON.parse(await readFile(join(base, 'pack.json'), 'utf8')) as object;
  const { name, nameEn } = names;
  await writeJson(join(base, 'pack.json'), { ...pack, name, nameEn, isFictional: false });
}

async function replacementsFor(base: string, names: CountyNames): Promise<Replacement[]> {
  const { id, name, nameEn, regionCode, series } = names;
  const identity = JSON.parse(await readFile(join(base, 'pack.json'), 'utf8')) as {
    readonly id: string;
    readonly tenant: { readonly id: string; readonly regionCode: string };
  };
  const orgs = JSON.parse(await readFile(join(base, 'organisations.json'), 'utf8')) as {
    readonly creditCode?: string;
  }[];
  const codes = orgs.flatMap(({ creditCode: code }): Replacement[] =>
    code === undefined ? [] : [[code, inRegion(code, regionCode)]],
  );
  return [
    ...codes,
    [`"${identity.id}"`, `"${id}-county"`],
    [`"${identity.tenant.id}"`, `"${id}"`],
    [`"${identity.tenant.id}/`, `"${id}/`],
    [identity.tenant.regionCode, regionCode],
    [demoNames.name, name],
    [demoNames.shortName, name.replace(COUNTY_ENDING, '')],
    [demoNames.nameEn, nameEn],
    [`"documentSeries": "${demoNames.series}`, `"documentSeries": "${series}`],
  ];
}

/** The same subject in another division, with the check character that follows (GB 32100). */
function inRegion(code: string, regionCode: string): string {
  const first17 = `${code.slice(0, 2)}${regionCode}${code.slice(8, 17)}`;
  const codes = '0123456789ABCDEFGHJKLMNPQRTUWXY'.split('').map((check) => `${first17}${check}`);
  const found = codes.find((each) => parseCreditCode(each).ok);
  if (found === undefined) throw new Error(`${first17} begins no credit code`);
  return found;
}

export async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, undefined, 2)}\n`);
}
