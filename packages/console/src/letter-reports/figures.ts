/** '98%'; '—' where there is nothing to divide. A share is 0..1. */
export function shareText(share: number | undefined): string {
  return share === undefined ? '—' : `${Math.round(share * 1000) / 10}%`;
}

export function numberText(value: number | undefined): string {
  return value === undefined ? '—' : String(Math.round(value * 10) / 10);
}

/** Points of a line as SVG wants them, in a box of the given size. */
export function linePoints(counts: readonly number[], width: number, height: number): string {
  const most = Math.max(1, ...counts);
  const step = counts.length < 2 ? 0 : width / (counts.length - 1);
  return counts
    .map((count, at) => {
      const x = Math.round(at * step * 10) / 10;
      const y = Math.round((1 - count / most) * height * 10) / 10;
      return `${x},${y}`;
    })
    .join(' ');
}
