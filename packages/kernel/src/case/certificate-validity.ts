import { addDays, addMonths, civilDate, type Instant, type PlainDate } from '../time/index.ts';
import type { ItemDefinition } from './item.ts';

/**
 * From the day on which the certificate was ordered, not the one on which a job got round to it:
 * what is printed on it and what is recorded must agree.
 */
export function certificateValidity(
  item: Pick<ItemDefinition, 'certificate'>,
  orderedAt: Instant,
): { readonly validFrom: PlainDate; readonly validUntil?: PlainDate } {
  const validFrom = civilDate(orderedAt);
  const years = item.certificate?.validYears;
  if (years === undefined) return { validFrom };
  return { validFrom, validUntil: addDays(addMonths(validFrom, years * 12), -1) };
}
