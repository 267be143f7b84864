import { countUnits, publicReader, type ReportDeps } from '../letter-reports/index.ts';
import type { CountSource } from './count-source.ts';

/** Letters that are not withheld, as their own reports count them, by the unit that has each. */
export function letterCounts({ db, tenantId }: Pick<ReportDeps, 'db' | 'tenantId'>): CountSource {
  return {
    names: ['lettersOnTime', 'lettersDue', 'lettersSatisfied', 'lettersRated'],
    async count({ from, until, asOf }, by) {
      // An item of letters is no licence: beside those it has no row.
      if (by === 'item') return new Map();
      const units = await countUnits(db, tenantId, {
        from,
        until,
        today: asOf,
        reader: publicReader,
      });
      return new Map(
        units.map(({ orgId, onTime, late, satisfied, rated }) => [
          orgId,
          {
            lettersOnTime: onTime,
            lettersDue: onTime + late,
            lettersSatisfied: satisfied,
            lettersRated: rated,
          },
        ]),
      );
    },
  };
}
