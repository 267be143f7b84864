/** Official form of a day in Chinese; the weekday follows in full-width brackets. */
export const DAY_PATTERN = '{y}年{m}月{d}日';
export const WEEKDAY_PATTERN = '（{w}）';
