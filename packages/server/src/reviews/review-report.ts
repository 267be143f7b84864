/** Figures by item, window and person: for staff, and with small groups merged for everybody. */
import type { ReviewGroup, ReviewReport } from '@yichuang/contracts';
import { fill } from '../cases/index.ts';
import type { Language } from '../platform/refusal.ts';
import type { ReviewDeps } from './review-deps.ts';
import {
  groupedReviews,
  reviewFigures,
  type FiguresQuery,
  type GroupRow,
} from './review-figures.pg.ts';
import { mergeSmallGroups } from './merge-small-groups.ts';
import { reviewTexts } from './review-texts.ts';

interface ReportQuery extends FiguresQuery {
  readonly language: Language;
  /** For the public small groups are merged and people ranked only where the county says so. */
  readonly isPublic: boolean;
}

export async function reviewReport(deps: ReviewDeps, query: ReportQuery): Promise<ReviewReport> {
  const { db, tenantId, reviewData } = deps;
  const { language, isPublic, ...figuresQuery } = query;
  const texts = reviewTexts[language];
  const [figures, items, windows, people] = await Promise.all([
    reviewFigures(db, tenantId, figuresQuery),
    groupedReviews(db, tenantId, 'item_code', figuresQuery),
    groupedReviews(db, tenantId, 'org_id', figuresQuery),
    groupedReviews(db, tenantId, 'staff_id', figuresQuery),
  ]);
  const least = isPublic ? (reviewData?.ranking.least ?? LEAST) : 1;
  const showsPeople = !isPublic || reviewData?.ranking.isPublic === true;
  const merged = (groups: ReviewGroup[]) => mergeSmallGroups(groups, least, texts.others);
  return {
    figures,
    formulas: texts.formulas,
    items: merged(await namedItems(deps, items, language)),
    windows: merged(await namedWindows(deps, windows)),
    people: showsPeople ? ranked(await numberedPeople(deps, people, language), least) : [],
  };
}

/** Never fewer than this, whatever a pack says. */
const LEAST = 5;

async function namedItems(
  { findItem }: ReviewDeps,
  rows: readonly GroupRow[],
  language: Language,
): Promise<ReviewGroup[]> {
  return Promise.all(
    rows.map(async (row) => {
      const item = await findItem(row.key);
      const name = language === 'en' ? (item?.nameEn ?? item?.name) : item?.name;
      return { ...row, name: name ?? row.key };
    }),
  );
}

async function namedWindows(
  { directory }: ReviewDeps,
  rows: readonly GroupRow[],
): Promise<ReviewGroup[]> {
  const orgs = await directory.orgs();
  return rows.map((row) => ({ ...row, name: orgs.get(row.key)?.name ?? row.key }));
}

/**
 * By the number of the post, never by name: 综合窗口2号. The number is the place among who holds
 * the post by an id that says nothing.
 */
async function numberedPeople(
  { directory }: ReviewDeps,
  rows: readonly GroupRow[],
  language: Language,
): Promise<ReviewGroup[]> {
  const posts = [...(await directory.posts()).values()];
  return rows.flatMap(({ key: personId, ...counts }) => {
    const post = posts.find(({ people }) => people.some((one) => one.personId === personId));
    if (post === undefined) return [];
    const ids = post.people.map((one) => one.personId).toSorted();
    const number = ids.indexOf(personId) + 1;
    const name = fill(reviewTexts[language].person, { post: post.name, number });
    return [{ key: `${post.id}-${number}`, name, ...counts }];
  });
}

/** Best share first; whoever has too few reviews is ranked nowhere. */
function ranked(groups: readonly ReviewGroup[], least: number): ReviewGroup[] {
  return groups
    .filter(({ total }) => total >= least)
    .toSorted(
      (a, b) =>
        (b.goodRate ?? 0) - (a.goodRate ?? 0) || b.total - a.total || (a.key < b.key ? -1 : 1),
    );
}
