import type { Fen } from './fen.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'] as const;

/** '¥1,200.00'; a negative amount is '-¥1,200.00'. */
export function formatFen(amount: Fen): string {
  const magnitude = Math.abs(amount);
  const yuan = String(Math.floor(magnitude / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}¥${yuan}.${String(magnitude % 100).padStart(2, '0')}`;
}

/**
 * The amount in the characters of receipts: '壹仟贰佰元整', '壹仟肆佰零玖元伍角', '零元整'.
 *
 * @basis 正确填写票据和结算凭证的基本规定 第二项: 中文大写金额数字到“元”为止的，在“元”之后，应写“整”字，
 * 在“角”之后可以不写“整”字。大写金额数字有“分”的，“分”后面不写“整”字。
 */
export function chineseFen(amount: Fen): string {
  const magnitude = Math.abs(amount);
  const yuan = Math.floor(magnitude / 100);
  const jiao = Math.floor(magnitude / 10) % 10;
  const cents = magnitude % 10;
  const sign = amount < 0 ? '负' : '';
  if (magnitude % 100 === 0) return `${sign}${chineseNumber(yuan)}元整`;
  const whole = yuan > 0 ? `${chineseNumber(yuan)}元` : '';
  if (cents === 0) return `${sign}${whole}${digit(jiao)}角`;
  const tenth = jiao > 0 ? `${digit(jiao)}角` : yuan > 0 ? '零' : '';
  return `${sign}${whole}${tenth}${digit(cents)}分`;
}

/** Groups of 亿 and 万 read themselves; a gap before the next digit is read as one 零. */
function chineseNumber(value: number): string {
  for (const [size, name] of [[100_000_000, '亿'] as const, [10_000, '万'] as const]) {
    if (value < size) continue;
    const rest = value % size;
    const gap = rest > 0 && rest < size / 10 ? '零' : '';
    const head = `${chineseNumber(Math.floor(value / size))}${name}`;
    return rest === 0 ? head : `${head}${gap}${chineseNumber(rest)}`;
  }
  return fourDigits(value);
}

function fourDigits(value: number): string {
  if (value === 0) return digit(0);
  const text = String(value);
  const read = [...text].map((char, i) => {
    const place = PLACES[text.length - 1 - i] ?? '';
    return char === '0' ? '零' : `${digit(Number(char))}${place}`;
  });
  return read.join('').replace(/零+/g, '零').replace(/零$/, '');
}

function digit(value: number): string {
  return DIGITS.charAt(value);
}
