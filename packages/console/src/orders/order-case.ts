import type { CaseView } from '@yichuang/contracts';

/** Code of the item (pack `supervision`). */
const ORDER = 'supervision-order';

export function isOrder({ itemCode }: Pick<CaseView, 'itemCode'>): boolean {
  return itemCode === ORDER;
}

/** What an order is called by whoever gets it: what it is about, not who wrote it. */
export function orderTitle({ form, itemName }: Pick<CaseView, 'form' | 'itemName'>): string {
  const subject = form['subject'];
  return typeof subject === 'string' ? `${itemName} · ${subject}` : itemName;
}
