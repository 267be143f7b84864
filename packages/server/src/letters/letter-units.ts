import type { LetterDeps } from './letter-deps.ts';

export interface LetterUnit {
  readonly orgId: string;
  readonly name: string;
  readonly kind: string;
  readonly hasReception: boolean;
}

/** The role of the post that letters to a unit go to; items name it `@reception:unit`. */
const RECEPTION = 'reception';

/** Every organisation, and whether letters can be referred to it. */
export async function letterUnits({
  directory,
}: Pick<LetterDeps, 'directory'>): Promise<LetterUnit[]> {
  const [orgs, staff] = await Promise.all([directory.orgs(), directory.staff()]);
  return [...orgs.values()].map(({ id, name, kind }) => ({
    orgId: id,
    name,
    kind,
    hasReception: staff.postOf(RECEPTION, id) !== undefined,
  }));
}
