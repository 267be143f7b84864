/** What the other areas of supervision count, under the names that indicators divide. */
import { countReviews } from '../reviews/index.ts';
import { countHits } from '../supervision/index.ts';
import { orderFigures } from '../supervision-orders/index.ts';
import type { CountSource } from './count-source.ts';
import type { FigureDeps } from './figure-deps.ts';

type Deps = Pick<FigureDeps, 'db' | 'tenantId'>;

export function reviewCounts({ db, tenantId }: Deps): CountSource {
  return {
    names: ['reviewsGood', 'reviewsValid', 'reviewsToMend', 'reviewsMended'],
    async count(span, by) {
      const rows = await countReviews(db, tenantId, by, span);
      return new Map(rows.map(({ key, ...counts }) => [key, counts]));
    },
  };
}

export function hitCounts({ db, tenantId }: Deps): CountSource {
  return {
    names: ['hits'],
    async count(span, by) {
      const rows = await countHits(db, tenantId, by, span);
      return new Map(rows.map(({ key, hits }) => [key, { hits }]));
    },
  };
}

/** An order goes to a unit, not to an item. */
export function orderCounts({ db, tenantId }: Deps): CountSource {
  return {
    names: ['orders', 'ordersLate', 'orderPoints'],
    async count({ from, until }, by) {
      if (by === 'item') return new Map();
      const units = await orderFigures(db, tenantId, { from, to: until });
      return new Map(
        units.map(({ unitId, issued, late, points }) => [
          unitId,
          { orders: issued, ordersLate: late, orderPoints: points },
        ]),
      );
    },
  };
}
