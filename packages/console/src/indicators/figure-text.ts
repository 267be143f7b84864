/** Figures as they are read: pure. */
import type { Figure, IndicatorInfo } from '@yichuang/contracts';

type Kind = IndicatorInfo['kind'];

/** '98.31%', '4.5', '—' where there is nothing to divide by. */
export function valueText(value: number | undefined, kind: Kind): string {
  if (value === undefined) return '—';
  return kind === 'share' ? `${(value * 100).toFixed(2)}%` : String(value);
}

export type Turn = 'better' | 'worse' | 'same';

/** Whether the figure has become better since the period before; undefined where neither is. */
export function turnOf(
  { value, before }: Figure,
  better: IndicatorInfo['better'],
): Turn | undefined {
  if (value === undefined || before === undefined || better === 'none') return undefined;
  if (value === before) return 'same';
  return value > before === (better === 'higher') ? 'better' : 'worse';
}

/** '+1.20' of percentage points or of days; '' without a figure to hold it against. */
export function changeText({ value, before }: Figure, kind: Kind): string {
  if (value === undefined || before === undefined) return '';
  const change = (value - before) * (kind === 'share' ? 100 : 1);
  return `${change > 0 ? '+' : ''}${change.toFixed(2)}`;
}

/** Without a figure last, whichever way it is sorted. */
export function byFigure(id: string, isDown: boolean) {
  return (
    a: { readonly figures: Readonly<Record<string, Figure>> },
    b: { readonly figures: Readonly<Record<string, Figure>> },
  ): number => {
    const [x, y] = [a.figures[id]?.value, b.figures[id]?.value];
    if (x === undefined || y === undefined)
      return Number(x === undefined) - Number(y === undefined);
    return isDown ? y - x : x - y;
  };
}
