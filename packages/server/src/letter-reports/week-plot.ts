import type { LetterStatistics } from '@yichuang/contracts';

const WIDTH = 420;
const HEIGHT = 180;
const BASE = 150;
const LEFT = 30;

/** Bars of the letters received in each week, as SVG for a document. */
export function plotWeeks(weeks: LetterStatistics['byWeek']): string {
  const step = (WIDTH - LEFT - 10) / Math.max(1, weeks.length);
  const most = Math.max(1, ...weeks.map(({ received }) => received));
  const bars = weeks.map(({ week, received }, i) => {
    const height = Math.round((received * (BASE - 30)) / most);
    const x = LEFT + i * step;
    const middle = x + step * 0.4;
    const [, month = '', day = ''] = week.split('-');
    const text = `text-anchor="middle" font-size="9"`;
    return (
      `<rect x="${x}" y="${BASE - height}" width="${step * 0.8}" height="${height}" ` +
      `fill="#2b6cb0"/><text x="${middle}" y="${BASE - height - 4}" ${text}>${received}</text>` +
      `<text x="${middle}" y="${BASE + 14}" ${text}>${Number(month)}.${Number(day)}</text>`
    );
  });
  const axis = `<line x1="${LEFT - 5}" y1="${BASE}" x2="${WIDTH - 5}" y2="${BASE}" stroke="#333"/>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" ` +
    `font-family="Noto Sans SC">${axis}${bars.join('')}</svg>`
  );
}
