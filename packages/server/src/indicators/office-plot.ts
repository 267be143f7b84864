export interface PlottedOffice {
  readonly name: string;
  /** 0 to 1. */
  readonly share: number;
}

const ROW = 15;
const LEFT = 130;
/** For the figure that stands behind its bar. */
const RIGHT = 50;
const LEAST_HEIGHT = 150;
/** The frame that documents give a plot, 150 by 54 mm: what does not fit it is cut off. */
const WIDE = 150 / 54;

/** Bars across, a line for each office, as SVG for a document. */
export function plotOffices(offices: readonly PlottedOffice[]): string {
  const height = Math.max(LEAST_HEIGHT, offices.length * ROW + 10);
  const width = Math.round(height * WIDE);
  const top = (height - offices.length * ROW) / 2;
  const text = 'font-size="9" dominant-baseline="middle"';
  const bars = offices.map(({ name, share }, i) => {
    const y = top + i * ROW;
    const length = Math.round(share * (width - LEFT - RIGHT) * 10) / 10;
    const middle = y + ROW / 2;
    const said = `${(share * 100).toFixed(1)}%`;
    return (
      `<text x="${LEFT - 4}" y="${middle}" text-anchor="end" ${text}>${escaped(name)}</text>` +
      `<rect x="${LEFT}" y="${y + 2}" width="${length}" height="${ROW - 4}" fill="#2b6cb0"/>` +
      `<text x="${LEFT + length + 4}" y="${middle}" ${text}>${said}</text>`
    );
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" ` +
    `font-family="Noto Sans SC">${bars.join('')}</svg>`
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
