/** The catalogue of rules as a Markdown table, for docs/supervision.md; a test keeps them equal. */
import type { WatchRuleFile } from '../catalogue/index.ts';

const HEAD = ['id', 'finds', 'light', 'of', 'condition', 'thresholds', 'basis'];

export function ruleTable(rules: readonly WatchRuleFile[]): string[] {
  return [HEAD, HEAD.map(() => '---'), ...rules.map(cells)].map(
    (row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
  );
}

function cells(rule: WatchRuleFile): string[] {
  const { id, name, nameEn, light, each, when, parameters = {}, basis, isByLaw } = rule;
  const thresholds = Object.entries(parameters).map(([key, { value, stricter }]) =>
    stricter === undefined ? `${key} ${value}` : `${key} ${value} (stricter: ${stricter})`,
  );
  return [
    `\`${id}\``,
    `${nameEn ?? name}${isByLaw === true ? ' (by law)' : ''}`,
    light,
    each,
    `\`${when}\``,
    thresholds.join(', '),
    basis.map(({ law, article }) => `${law} ${article}`).join('; '),
  ];
}
