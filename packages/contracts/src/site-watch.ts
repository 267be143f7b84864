/** 网站监测: what the county's pages look like from outside, against the published criteria. */
import { Type, type Static } from '@sinclair/typebox';
import { At, Day, Light } from './values.ts';

export const SITE_ITEMS = [
  'unreachable',
  'stale',
  'unanswered',
  'incomplete-guides',
  'dead-links',
] as const;
export type SiteItemId = (typeof SITE_ITEMS)[number];

/** One criterion: our number beside its threshold. `value` is null until it was measured. */
export const SiteItem = Type.Object({
  id: Type.Unsafe<SiteItemId>({ type: 'string', enum: [...SITE_ITEMS] }),
  value: Type.Union([Type.Number(), Type.Null()]),
  /** Of how many, where it is a share or a part. */
  of: Type.Optional(Type.Integer()),
  threshold: Type.Number(),
  unit: Type.Unsafe<'share' | 'days' | 'count'>({ type: 'string' }),
  /** 单项否决: alone it fails the whole site. */
  isVeto: Type.Boolean(),
  light: Light,
  since: Type.Optional(At),
});
export type SiteItem = Static<typeof SiteItem>;

export const SiteFinding = Type.Object({
  kind: Type.Unsafe<'dead-link' | 'incomplete-guide'>({ type: 'string' }),
  /** Address on the public site. */
  place: Type.String(),
  name: Type.String(),
  /** Pages that lead to a dead link; elements that a guide lacks, by their ids. */
  detail: Type.Array(Type.String()),
  sinceOn: Day,
});
export type SiteFinding = Static<typeof SiteFinding>;

export const SiteWatch = Type.Object({
  items: Type.Array(SiteItem),
  findings: Type.Array(SiteFinding),
  /** Of all findings; the list shows the first of each kind. */
  counts: Type.Object({ deadLinks: Type.Integer(), incompleteGuides: Type.Integer() }),
  lookedOn: Type.Optional(Day),
});
export type SiteWatch = Static<typeof SiteWatch>;
