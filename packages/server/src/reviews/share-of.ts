const TEN_THOUSANDTHS = 10_000;

/** 0 to 1, to four places; undefined where there is nothing to divide. */
export function shareOf(part: number, whole: number): number | undefined {
  if (whole === 0) return undefined;
  return Math.round((part * TEN_THOUSANDTHS) / whole) / TEN_THOUSANDTHS;
}
