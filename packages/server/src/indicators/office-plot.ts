export interface PlottedOffice {
  readonly name: string;
  /** 0 to 1. */
  readonly share: number;
}

const WIDTH = 420;
const ROW = 15;
const LEFT = 130;
const SCALE = WIDTH - LEFT - 50;

/** Bars across, a line for each office, as SVG for a document. */
export function plotOffices(offices: readonly PlottedOffice[]): string {
  const height = Math.max(1, offices.length) * ROW + 10;
  const text = 'font-size="9" dominant-baseline="middle"';
  const bars = offices.map(({ name, share }, i) => {
    const y = 5 + i * ROW;
    const width = Math.round(share * SCALE * 10) / 10;
    const middle = y + ROW / 2;
    const said = `${(share * 100).toFixed(1)}%`;
    return (
      `<text x="${LEFT - 4}" y="${middle}" text-anchor="end" ${text}>${escaped(name)}</text>` +
      `<rect x="${LEFT}" y="${y + 2}" width="${width}" height="${ROW - 4}" fill="#2b6cb0"/>` +
      `<text x="${LEFT + width + 4}" y="${middle}" ${text}>${said}</text>`
    );
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" ` +
    `font-family="Noto Sans SC">${bars.join('')}</svg>`
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
