import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { BundleSchema, type BundleFile } from './bundle-schema.ts';
import { checkShape } from './check-shape.ts';
import { itemSchemaOf, type ItemFile } from './item-schema.ts';
import { JsonSyntaxError, readJsonPlaces } from './json-lines.ts';
import { PackError, type PackProblem } from './pack-problem.ts';
import type { PackProblemCode } from './pack-problem-code.ts';
import {
  DepartmentsSchema,
  OrganisationsSchema,
  OverlayFileSchema,
  PackFileSchema,
  PeopleSchema,
  PostsSchema,
  SupersededSchema,
  SynonymsSchema,
  ThemesSchema,
} from './pack-schemas.ts';

/** A file of a pack that has its shape, and the way to say where in it something is wrong. */
export interface PackJson<T> {
  readonly value: T;
  readonly report: Report;
}

export type Report = (
  pointer: string,
  code: PackProblemCode,
  params?: Readonly<Record<string, string | number>>,
) => void;

/** Every file; undefined where it is missing or has not its shape, which is then a problem. */
export async function readPackFiles(directory: string, problems: PackProblem[]) {
  const read = <S extends TSchema>(
    file: string,
    schema: S,
  ): Promise<PackJson<Static<S>> | undefined> => readPackJson(directory, file, schema, problems);
  return {
    pack: await read('pack.json', PackFileSchema),
    organisations: await read('organisations.json', OrganisationsSchema),
    posts: await read('posts.json', PostsSchema),
    people: await read('people.json', PeopleSchema),
    themes: await read('themes.json', ThemesSchema),
    synonyms: await read('synonyms.json', SynonymsSchema),
    departments: await read('catalogue/departments.json', DepartmentsSchema),
    superseded: await read('catalogue/superseded.json', SupersededSchema),
    items: await readItemFiles(directory, problems),
    bundles: await readBundleFiles(directory, problems),
    catalogueFile: (await namesOf(join(directory, 'catalogue'), '.csv'))[0],
  };
}

/** The code of the pack's county in every table. @throws PackError for a folder that is no pack */
export async function readTenantId(directory: string): Promise<string> {
  const problems: PackProblem[] = [];
  const pack = await readPackJson(directory, 'pack.json', PackFileSchema, problems);
  if (pack === undefined) throw new PackError(directory, problems);
  return pack.value.tenant.id;
}

export type PackFiles = Awaited<ReturnType<typeof readPackFiles>>;

/** Files of a pack that brings only items, for the organisations and posts of others. */
export async function readOverlayFiles(directory: string, problems: PackProblem[]) {
  return {
    pack: await readPackJson(directory, 'pack.json', OverlayFileSchema, problems),
    items: await readItemFiles(directory, problems),
  };
}

async function readItemFiles(
  directory: string,
  problems: PackProblem[],
): Promise<(PackJson<ItemFile> | undefined)[]> {
  const names = await namesOf(join(directory, 'items'), '.json');
  return Promise.all(
    names.map((name) => readPackJson(directory, `items/${name}`, itemSchemaOf, problems)),
  );
}

async function readBundleFiles(
  directory: string,
  problems: PackProblem[],
): Promise<(PackJson<BundleFile> | undefined)[]> {
  const names = await namesOf(join(directory, 'bundles'), '.json');
  return Promise.all(
    names.map((name) => readPackJson(directory, `bundles/${name}`, BundleSchema, problems)),
  );
}

/** What a folder's pack.json says of itself, whatever else is wrong with it. */
export interface PackIdentity {
  readonly id: string;
  /** Ids of the packs that it needs; absent: it stands by itself. */
  readonly needs?: readonly string[];
}

/** @returns undefined for a folder that is no pack */
export async function identifyPack(directory: string): Promise<PackIdentity | undefined> {
  const read = await readPackJson(directory, 'pack.json', Type.Unknown(), []);
  const value = read?.value;
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, needs } = value as { readonly id?: unknown; readonly needs?: unknown };
  if (typeof id !== 'string') return undefined;
  if (needs === undefined) return { id };
  return { id, needs: Array.isArray(needs) ? needs.filter((n) => typeof n === 'string') : [] };
}

async function namesOf(folder: string, ending: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Of an error of the file system: there is no such file or folder. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** @returns undefined where the file is missing or has not its shape, which is then a problem */
export async function readPackJson<S extends TSchema>(
  directory: string,
  file: string,
  schemaOrChoice: S | ((value: unknown) => S),
  problems: PackProblem[],
): Promise<PackJson<Static<S>> | undefined> {
  const at = (line: number, element: string): Pick<PackProblem, 'file' | 'line' | 'element'> => ({
    file,
    line,
    element,
  });
  try {
    const { value, lineOf } = readJsonPlaces(await readFile(join(directory, file), 'utf8'));
    const report: Report = (pointer, code, params = {}) => {
      problems.push({ ...at(lineOf(pointer), pointer), code, params });
    };
    const schema = typeof schemaOrChoice === 'function' ? schemaOrChoice(value) : schemaOrChoice;
    const wrong = checkShape(schema, value);
    for (const { pointer, code, params } of wrong) report(pointer, code, params);
    return wrong.length > 0 ? undefined : { value: value as Static<S>, report };
  } catch (error) {
    if (isMissing(error)) {
      problems.push({ ...at(1, ''), code: 'file-missing', params: { file: basename(file) } });
      return undefined;
    }
    if (!(error instanceof JsonSyntaxError)) throw error;
    problems.push({ ...at(error.line, ''), code: 'not-json', params: { problem: error.message } });
    return undefined;
  }
}
