// The demo county's people, as its pack lists them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Resident {
  readonly name: string;
  readonly phone: string;
  readonly citizenId: string;
}

interface People {
  readonly staff: readonly { readonly account: string; readonly posts: readonly string[] }[];
  readonly residents: readonly (Resident & { readonly id: string })[];
}

const pack = join(import.meta.dirname, '../../packs/demo-county');
const people = JSON.parse(readFileSync(join(pack, 'people.json'), 'utf8')) as People;

/** @throws Error for an id that the pack does not have */
export function resident(id: string): Resident {
  return listed(
    people.residents.find((each) => each.id === id),
    `resident ${id}`,
  );
}

/** The account of the first person who holds the post. */
export function accountOf(post: string): string {
  return listed(
    people.staff.find(({ posts }) => posts.includes(post)),
    `post ${post}`,
  ).account;
}

/** The one password of all demo staff, made at the first start of this data folder. */
export function demoPassword(dataFolder: string): string {
  return readFileSync(join(dataFolder, 'demo-password'), 'utf8').trim();
}

/** Codes of items of the pack that journeys file. */
export const items = {
  constructionPermit: codeOf('jzgc-sgxk'),
  soleProprietor: codeOf('gtgsh-sldj'),
  hygieneLicence: codeOf('ggcs-wsxk'),
  jointAcceptance: codeOf('lhys'),
  fireSafety: codeOf('xf-aqjc'),
} as const;

function codeOf(file: string): string {
  const path = join(pack, 'items', `${file}.json`);
  return (JSON.parse(readFileSync(path, 'utf8')) as { code: string }).code;
}

function listed<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`the pack has no ${what}`);
  return found;
}
