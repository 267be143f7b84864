import { type IdResult, normaliseId, refuse } from './outcome.ts';

export type RegionLevel = 'province' | 'city' | 'county' | 'township' | 'village';

export interface RegionCodeParts {
  readonly level: RegionLevel;
  /** The first six digits; a city without counties has townships under 'xxxx00'. */
  readonly countyCode: string;
}

/**
 * 行政区划代码 of 6 digits, of 9 (township) or of 12 (village). Only the structure is judged:
 * which codes are in force is a table with validity dates, not arithmetic.
 *
 * @basis GB/T 2260-2007 中华人民共和国行政区划代码; GB/T 10114-2003 县级以下行政区划代码编制规则
 */
export function parseRegionCode(text: string): IdResult<RegionCodeParts> {
  const value = normaliseId(text);
  if (![6, 9, 12].includes(value.length)) return refuse(value, 'length');
  if (!/^\d+$/.test(value)) return refuse(value, 'charset');
  const level = levelOf(value);
  if (level === undefined) return refuse(value, 'structure');
  return { ok: true, value, level, countyCode: value.slice(0, 6) };
}

/** The lowest part that is not all zeros; undefined where a part is missing above it. */
function levelOf(value: string): RegionLevel | undefined {
  const [city, county] = [value.slice(2, 4), value.slice(4, 6)];
  const [township, village] = [value.slice(6, 9), value.slice(9, 12)];
  const isSet = (part: string): boolean => /[1-9]/.test(part);
  if (!/^[1-9]/.test(value)) return undefined;
  if (isSet(county) && !isSet(city)) return undefined;
  if (isSet(village)) return isSet(township) ? 'village' : undefined;
  if (isSet(township)) return isSet(city) ? 'township' : undefined;
  if (isSet(county)) return 'county';
  return isSet(city) ? 'city' : 'province';
}
