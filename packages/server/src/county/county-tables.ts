import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import {
  checkPack,
  readTable,
  writeTable,
  type PackOrganisation,
  type PackPost,
  type PackProblem,
} from '../catalogue/index.ts';
import { writeJson } from './new-county.ts';
import { rewriteFiles, type Replacement } from './rewrite-files.ts';
import {
  orgHeaders,
  orgKinds,
  orgSheet,
  postHeaders,
  postSheet,
  SEPARATOR,
  SEPARATORS,
} from './table-columns.messages.ts';

/** Two files, CSV or Excel by their ending. */
export interface CountyTables {
  readonly organisations: string;
  readonly posts: string;
}

/** Something wrong, with the row of the table where it is one of a table. */
export interface TableProblem {
  readonly problem: PackProblem;
  readonly folder: string;
  readonly row?: number;
}

const ORGS = 'organisations.json';
const POSTS = 'posts.json';

/** The organisations and posts of a county's folder as tables to edit. */
export async function writeCountyTables(directory: string, tables: CountyTables): Promise<void> {
  const orgs = await readJson<PackOrganisation[]>(join(directory, 'county', ORGS));
  const posts = await readJson<PackPost[]>(join(directory, 'county', POSTS));
  const orgRows = orgs.map((org) =>
    keysOf(orgHeaders).map((key) => (key === 'kind' ? orgKinds[org.kind] : (org[key] ?? ''))),
  );
  const postRows = posts.map((post) =>
    keysOf(postHeaders).map((key) =>
      key === 'capabilities' ? post.capabilities.join(SEPARATOR) : (post[key] ?? ''),
    ),
  );
  const orgTable = { header: Object.values(orgHeaders), rows: orgRows, sheet: orgSheet };
  const postTable = { header: Object.values(postHeaders), rows: postRows, sheet: postSheet };
  await writeFile(tables.organisations, await writeTable(orgTable, formatOf(tables.organisations)));
  await writeFile(tables.posts, await writeTable(postTable, formatOf(tables.posts)));
}

/**
 * The tables become the county's organisations and posts, wholly or not at all: they are tried on
 * a copy with every pack checked on it. A credit code that changed is changed in every item that is
 * numbered by it.
 *
 * @returns what is wrong; empty when it was carried out
 */
export async function readCountyTables(
  directory: string,
  tables: CountyTables,
): Promise<readonly TableProblem[]> {
  const orgs = inOrder((await rowsOf(tables.organisations, orgHeaders)).map(orgOf));
  const posts = (await rowsOf(tables.posts, postHeaders)).map(postOf);
  const before = await readJson<PackOrganisation[]>(join(directory, 'county', ORGS));
  const copy = await mkdtemp(join(dirname(directory), `${basename(directory)}-`));
  try {
    await cp(directory, copy, { recursive: true });
    await rewriteFiles(
      copy,
      codesChanged(
        before,
        orgs.map(({ value }) => value),
      ),
    );
    await writeJson(
      join(copy, 'county', ORGS),
      orgs.map(({ value }) => value),
    );
    await writeJson(
      join(copy, 'county', POSTS),
      posts.map(({ value }) => value),
    );
    const problems = await problemsOf(copy, {
      [ORGS]: orgs.map(({ row }) => row),
      [POSTS]: posts.map(({ row }) => row),
    });
    if (problems.length > 0) return problems;
    await rm(directory, { recursive: true });
    await rename(copy, directory);
    return [];
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

interface Row<T> {
  readonly row: number;
  readonly value: T;
}
type Cells<H> = Readonly<Record<keyof H, string>>;

async function rowsOf<H extends Record<string, string>>(
  file: string,
  headers: H,
): Promise<Row<Cells<H>>[]> {
  const read = await readTable(await readFile(file));
  if (!read.ok) throw new Error(`${file}, row ${read.problem.row}: ${read.problem.code}`);
  const { header, rows } = read.table;
  const missing = Object.values(headers).filter((name) => !header.includes(name));
  if (missing.length > 0) throw new Error(`${file}: no column ${missing.join(', ')}`);
  return rows.map(({ row, cells }) => ({
    row,
    value: Object.fromEntries(
      keysOf(headers).map((key) => [key, cells[header.indexOf(headers[key] ?? '')] ?? '']),
    ) as Cells<H>,
  }));
}

function orgOf({ row, value }: Row<Cells<typeof orgHeaders>>): Row<PackOrganisation> {
  const { id, parentId, name, shortName, kind: word, regionCode, creditCode } = value;
  // A word that is none of these is told by the check of the pack, with its line.
  const kind = keysOf(orgKinds).find((each) => each === word || orgKinds[each] === word);
  const org = {
    id,
    ...(parentId !== '' && { parentId }),
    name,
    ...(shortName !== '' && { shortName }),
    kind: kind ?? (word as PackOrganisation['kind']),
    ...(regionCode !== '' && { regionCode }),
    ...(creditCode !== '' && { creditCode }),
  };
  return { row, value: org };
}

function postOf({ row, value }: Row<Cells<typeof postHeaders>>): Row<PackPost> {
  const { id, orgId, name, role } = value;
  const words = value.capabilities.split(SEPARATORS).filter((each) => each !== '');
  const capabilities = words as PackPost['capabilities'];
  return { row, value: { id, orgId, name, ...(role !== '' && { role }), capabilities } };
}

/** In the order of the table, but no child before its parent. */
function inOrder(rows: readonly Row<PackOrganisation>[]): Row<PackOrganisation>[] {
  const byId = new Map(rows.map((row) => [row.value.id, row]));
  const placed = new Set<Row<PackOrganisation>>();
  const place = (row: Row<PackOrganisation>, below: readonly string[]): void => {
    const { id, parentId = '' } = row.value;
    const parent = byId.get(parentId);
    // Who is above itself stays where it is; the check of the pack says so.
    if (parent !== undefined && !below.includes(parentId)) place(parent, [...below, id]);
    placed.add(row);
  };
  for (const row of rows) place(row, [row.value.id]);
  return [...placed];
}

function codesChanged(
  before: readonly PackOrganisation[],
  after: readonly PackOrganisation[],
): Replacement[] {
  const codes = new Map(after.map(({ id, creditCode }) => [id, creditCode]));
  return before.flatMap(({ id, creditCode }): Replacement[] => {
    const now = codes.get(id);
    return creditCode === undefined || now === undefined || now === creditCode
      ? []
      : [[creditCode, now]];
  });
}

async function problemsOf(
  directory: string,
  rows: Readonly<Record<string, readonly number[]>>,
): Promise<TableProblem[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const base = await checkPack(join(directory, 'county'));
  const found = base.map((problem) => ({ problem, folder: 'county' }));
  // What stands on a broken pack is broken all over: told once.
  if (base.length === 0) {
    for (const folder of folders.filter((name) => name !== 'county')) {
      const problems = await checkPack(join(directory, folder));
      found.push(...problems.map((problem) => ({ problem, folder })));
    }
  }
  return found.map((each) => {
    const place = Number(each.problem.element.split('/')[1]);
    const row = each.folder === 'county' ? rows[each.problem.file]?.[place] : undefined;
    return row === undefined ? each : { ...each, row };
  });
}

function formatOf(file: string): 'csv' | 'xlsx' {
  return extname(file).toLowerCase() === '.xlsx' ? 'xlsx' : 'csv';
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T;
}

function keysOf<T extends object>(value: T): (keyof T & string)[] {
  return Object.keys(value) as (keyof T & string)[];
}
