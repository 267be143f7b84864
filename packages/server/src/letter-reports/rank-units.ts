import type { UnitFigures } from '@yichuang/contracts';
import { fill } from '../cases/index.ts';
import type { RankingWeights } from '../catalogue/index.ts';
import type { UnitCounts } from './letter-figures.pg.ts';
import { shareOf } from './share-of.ts';

/** Where no pack says what each share weighs. */
const usualWeights: RankingWeights = { onTime: 40, quality: 30, satisfaction: 30 };

/** In the words that stand beside the figures. */
export function formulaOf(template: string, weights = usualWeights): string {
  return fill(template, { ...weights });
}

const HUNDREDTHS = 100;

/**
 * Units by their score, best first. Units with one score share a rank; among them stand first those
 * with more letters, then by their id, so that the same letters give the same order. A unit without
 * a score stands last, unranked by merit: nothing of it can be counted yet.
 */
export function rankUnits(
  counted: readonly UnitCounts[],
  nameOf: (orgId: string) => string,
  weights = usualWeights,
): UnitFigures[] {
  const sorted = counted
    .map((counts) => figuresOf(counts, nameOf(counts.orgId), weights))
    .toSorted(
      (a, b) =>
        (b.score ?? -1) - (a.score ?? -1) ||
        b.received - a.received ||
        (a.orgId < b.orgId ? -1 : 1),
    );
  return sorted.map((figures) => ({
    ...figures,
    rank: 1 + sorted.findIndex(({ score }) => score === figures.score),
  }));
}

function figuresOf(counts: UnitCounts, name: string, weights: RankingWeights): UnitFigures {
  const { orgId, received, answered, onTime, late, rated, medianDays } = counts;
  const shares = {
    onTime: shareOf(onTime, onTime + late),
    quality: shareOf(counts.good, counts.checked),
    satisfaction: shareOf(counts.satisfied, rated),
  };
  const score = scoreOf(shares, weights);
  return {
    rank: 0,
    orgId,
    name,
    received,
    answered,
    onTime,
    late,
    rated,
    ...(shares.onTime === undefined ? {} : { onTimeShare: shares.onTime }),
    ...(shares.quality === undefined ? {} : { qualityShare: shares.quality }),
    ...(shares.satisfaction === undefined ? {} : { satisfiedShare: shares.satisfaction }),
    ...(medianDays === null ? {} : { medianDays }),
    ...(score === undefined ? {} : { score }),
  };
}

type Shares = Readonly<Record<keyof RankingWeights, number | undefined>>;

/** 0 to 100, to two places. */
function scoreOf(shares: Shares, weighed: RankingWeights): number | undefined {
  const parts = (['onTime', 'quality', 'satisfaction'] as const).flatMap((name) => {
    const share = shares[name];
    return share === undefined ? [] : [{ weight: weighed[name], share }];
  });
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return undefined;
  const sum = parts.reduce((total, { weight, share }) => total + weight * share, 0);
  return Math.round((HUNDREDTHS * HUNDREDTHS * sum) / weights) / HUNDREDTHS;
}
