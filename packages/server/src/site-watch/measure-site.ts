import type { SiteItem } from '@yichuang/contracts';
import { addMonths, addMs, civilDate, daysBetween } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import { MOST_MISSING } from './missing-elements.ts';
import {
  countFindings,
  countProbes,
  countUnanswered,
  newestContent,
  type FindingCounts,
} from './site-store.pg.ts';
import type { SiteWatchDeps } from './site-watch-deps.ts';

const WEEK_MS = 7 * 86_400_000;
/** Ours: yellow when so much of the threshold is used up. */
const WARN_SHARE = 0.7;

interface Measured {
  readonly items: readonly SiteItem[];
  readonly findings: FindingCounts;
}

/**
 * Each criterion with our own number. Thresholds are those of the half-yearly inspection; how many
 * incomplete guides fail a site it does not say, five is ours.
 *
 * @basis 国办秘函〔2019〕19号 附件《政府网站与政务新媒体检查指标》单项否决指标
 */
export async function measureSite(
  { tenantId, clock }: Pick<SiteWatchDeps, 'tenantId' | 'clock'>,
  db: Db,
): Promise<Measured> {
  const now = clock.now();
  const today = civilDate(now);
  const probes = await countProbes(db, tenantId, addMs(now, -WEEK_MS));
  const newest = await newestContent(db, tenantId);
  const unanswered = await countUnanswered(db, tenantId, addMonths(today, -3));
  const findings = await countFindings(db, tenantId, MOST_MISSING);
  const isLooked = findings.lookedOn !== null;
  const items = [
    lit({
      id: 'unreachable',
      value: probes.asked === 0 ? null : probes.failed / probes.asked,
      of: probes.asked,
      threshold: 0.05,
      unit: 'share',
      isVeto: true,
    }),
    lit({
      id: 'stale',
      value: newest === undefined ? null : daysBetween(civilDate(newest), today),
      threshold: 14,
      unit: 'days',
      isVeto: true,
    }),
    lit({ id: 'unanswered', value: unanswered, threshold: 1, unit: 'count', isVeto: true }),
    lit({
      id: 'incomplete-guides',
      value: isLooked ? findings.incompleteGuides : null,
      threshold: 5,
      unit: 'count',
      isVeto: true,
    }),
    lit({
      id: 'dead-links',
      value: isLooked ? findings.deadLinks : null,
      threshold: 5,
      unit: 'count',
      isVeto: false,
    }),
  ];
  return { items, findings };
}

function lit(item: Omit<SiteItem, 'light' | 'since'>): SiteItem {
  return { ...item, light: lightOf(item.value, item.threshold) };
}

export function lightOf(value: number | null, threshold: number): SiteItem['light'] {
  if (value === null) return 'grey';
  if (value >= threshold) return 'red';
  return value >= threshold * WARN_SHARE ? 'yellow' : 'green';
}
