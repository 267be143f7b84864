/** How figures of a rehearsal are written. */

export function percentText(share: number): string {
  return share > 0 && share < 0.005 ? '<1%' : `${Math.round(share * 100)}%`;
}

export function daysText(days: number): string {
  return days.toFixed(1);
}

/** `0–5`, and `10+` for whatever is longer. */
export function binName(bin: { readonly fromDay: number; readonly toDay?: number }): string {
  return bin.toDay === undefined ? `${bin.fromDay}+` : `${bin.fromDay}–${bin.toDay}`;
}
