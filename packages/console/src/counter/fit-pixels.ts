import type { UploadRule } from '@yichuang/kernel/case';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The size at which a picture keeps the rule's bounds, its shape unchanged: made smaller as far as
 * it must be, never larger (a page that is too small has to be photographed again). `share` shrinks
 * it further, for a file that is still too heavy, but not below the least size allowed.
 */
export function fitPixels(size: Size, rule: UploadRule, share = 1): Size {
  const long = Math.max(size.width, size.height);
  const short = Math.min(size.width, size.height);
  const most = bound(rule.maxPixels, long, short, Math.min);
  const least = bound(rule.minPixels, long, short, Math.max);
  const wanted = Math.min(1, most) * share;
  const scale = rule.minPixels === undefined ? wanted : Math.max(wanted, Math.min(least, 1));
  return {
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  };
}

// The longer side is held against the longer bound: a page may lie on its side.
function bound(
  pixels: UploadRule['maxPixels'],
  long: number,
  short: number,
  pick: (a: number, b: number) => number,
): number {
  if (pixels === undefined) return 1;
  return pick(Math.max(...pixels) / long, Math.min(...pixels) / short);
}
