import { isPlainDate, type PlainDate } from '../time/index.ts';
import { type IdResult, normaliseId, refuse } from './outcome.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

export type Sex = 'male' | 'female';

export interface CitizenIdParts {
  /** Where it was first issued; never looked up, because regions come and go. */
  readonly regionCode: string;
  readonly bornOn: PlainDate;
  readonly sex: Sex;
}

/**
 * 公民身份号码, 18 characters. A right check digit does not make a day exist: a number with
 * 30 February is refused on its date.
 *
 * @param today the day in Shanghai; births after it are refused
 * @basis GB 11643-1999 公民身份号码
 */
export function parseCitizenId(text: string, today: PlainDate): IdResult<CitizenIdParts> {
  const value = normaliseId(text);
  if (value.length !== 18) return refuse(value, 'length');
  if (!/^\d{17}[\dX]$/.test(value)) return refuse(value, 'charset');
  if (citizenIdCheckDigit(value) !== value[17]) return refuse(value, 'check-digit');
  const bornOn = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  if (!isPlainDate(bornOn)) return refuse(value, 'date');
  if (bornOn > today) return refuse(value, 'future-date');
  const sex = Number(value[16]) % 2 === 1 ? 'male' : 'female';
  return { ok: true, value, regionCode: value.slice(0, 6), bornOn, sex };
}

/** ISO 7064 MOD 11-2 over the first 17 digits. */
export function citizenIdCheckDigit(first17: string): string {
  let sum = 0;
  for (const [i, weight] of WEIGHTS.entries()) sum += Number(first17.charAt(i)) * weight;
  return '10X98765432'.charAt(sum % 11);
}
