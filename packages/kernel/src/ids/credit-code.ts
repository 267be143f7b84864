import { type IdResult, normaliseId, refuse } from './outcome.ts';

/** No I, O, S, V, Z: they are taken for digits. */
const CHARSET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** Powers of 3 modulo 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const SUBJECT_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

export interface CreditCodeParts {
  /** 登记管理部门, such as '9' for market regulation. */
  readonly registrar: string;
  /** 机构类别 within the registrar, such as '1' for an enterprise. */
  readonly category: string;
  /** Never looked up: codes outlive the regions that they name. */
  readonly regionCode: string;
  /** 主体标识码, 9 characters with a check digit of its own. */
  readonly subjectCode: string;
}

/**
 * 统一社会信用代码, 18 characters.
 *
 * @basis GB 32100-2015 法人和其他组织统一社会信用代码编码规则; GB 11714 全国组织机构代码编制规则
 */
export function parseCreditCode(text: string): IdResult<CreditCodeParts> {
  const value = normaliseId(text);
  if (value.length !== 18) return refuse(value, 'length');
  if (!SHAPE.test(value)) return refuse(value, 'charset');
  if (creditCodeCheckDigit(value) !== value[17]) return refuse(value, 'check-digit');
  const subjectCode = value.slice(8, 17);
  if (subjectCheckDigit(subjectCode) !== subjectCode[8]) return refuse(value, 'inner-check-digit');
  return {
    ok: true,
    value,
    registrar: value.slice(0, 1),
    category: value.slice(1, 2),
    regionCode: value.slice(2, 8),
    subjectCode,
  };
}

/** The 18th character, from the first 17 (already normalised). */
export function creditCodeCheckDigit(first17: string): string {
  let sum = 0;
  for (const [i, weight] of WEIGHTS.entries()) sum += CHARSET.indexOf(first17.charAt(i)) * weight;
  return CHARSET.charAt((31 - (sum % 31)) % 31);
}

/** The 9th character of a 主体标识码, from the first 8. */
export function subjectCheckDigit(first8: string): string {
  let sum = 0;
  for (const [i, weight] of SUBJECT_WEIGHTS.entries()) {
    sum += Number.parseInt(first8.charAt(i), 36) * weight;
  }
  return '0123456789X0'.charAt(11 - (sum % 11));
}

/**
 * The code of a newly registered subject.
 *
 * @param serial 8 characters of the 主体标识码, before its check digit
 * @throws RangeError when a part has a wrong length or characters that the standard leaves out
 */
export function buildCreditCode(
  parts: Pick<CreditCodeParts, 'registrar' | 'category' | 'regionCode'> & {
    readonly serial: string;
  },
): string {
  const { registrar, category, regionCode, serial } = parts;
  const first17 = `${registrar}${category}${regionCode}${serial}${subjectCheckDigit(serial)}`;
  const code = first17 + creditCodeCheckDigit(first17);
  if (!parseCreditCode(code).ok) throw new RangeError(`not a credit code: ${code}`);
  return code;
}
