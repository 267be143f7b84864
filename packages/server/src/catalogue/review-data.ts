/** What a pack says about reviews of services: how long they are open, reasons, ranks. */
import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing, readPackJson } from './read-pack.ts';
import type { PackProblem } from './pack-problem.ts';

const closed = <T extends Record<string, TSchema>>(properties: T) =>
  Type.Object(properties, { additionalProperties: false });
const Name = Type.String({ minLength: 1, maxLength: 60 });
const Code = Type.String({ pattern: '^[a-z][a-z-]{0,39}$' });
const Level = Type.Integer({ minimum: 1, maximum: 5 });

const Reasons = Type.Array(
  closed({
    code: Code,
    name: Name,
    nameEn: Name,
    /** Offered with these levels (1 to 5) only. */
    levels: Type.Array(Level, { minItems: 1, uniqueItems: true }),
  }),
  { minItems: 1, maxItems: 40 },
);

const ReviewDataSchema = closed({
  /** Calendar days in which a service may be reviewed after it was rendered (补充评价). */
  openDays: Type.Integer({ minimum: 1, maximum: 365 }),
  /** The internal item whose cases mend bad reviews. */
  rectificationItem: Type.String({ minLength: 1, maxLength: 64 }),
  ranking: closed({
    /** Whether people are ranked in public, by the number of their post and never by name. */
    isPublic: Type.Boolean(),
    /** Fewer reviews than this are ranked nowhere. */
    least: Type.Integer({ minimum: 5 }),
  }),
  reasons: Reasons,
  /** In the place of the list above, for some items. */
  byItem: Type.Array(closed({ itemCodes: Type.Array(Name, { minItems: 1 }), reasons: Reasons })),
});

export type ReviewData = Static<typeof ReviewDataSchema>;

/** Of one pack; undefined where it has none. */
export async function readReviewData(
  directory: string,
  itemCodes: ReadonlySet<string>,
  problems: PackProblem[],
): Promise<ReviewData | undefined> {
  if (!(await isThere(join(directory, 'reviews.json')))) return undefined;
  const read = await readPackJson(directory, 'reviews.json', ReviewDataSchema, problems);
  const id = read?.value.rectificationItem;
  if (id !== undefined && !itemCodes.has(id)) {
    read?.report('/rectificationItem', 'unknown-item', { id });
  }
  return read?.value;
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
