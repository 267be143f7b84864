import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createRenderer } from './render-document.ts';
import { TEMPLATES_DIR } from './testing-documents.ts';

const renderer = createRenderer({ templatesDir: TEMPLATES_DIR });
const SIDE = 420;

/** Opacity and redness of the drawn seal, `SIDE` pixels wide. */
async function pixelsOf(
  svg: string,
): Promise<{ isRed(x: number, y: number): boolean; red: number }> {
  const { data } = await sharp(Buffer.from(svg), { density: 254 })
    .resize(SIDE, SIDE)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const isRed = (x: number, y: number): boolean => {
    const at = (Math.round(y) * SIDE + Math.round(x)) * 4;
    return (data[at + 3] ?? 0) > 128 && (data[at] ?? 0) > 150 && (data[at + 1] ?? 255) < 80;
  };
  let red = 0;
  for (let y = 0; y < SIDE; y += 1) {
    for (let x = 0; x < SIDE; x += 1) red += isRed(x, y) ? 1 : 0;
  }
  return { isRed, red };
}

describe('a seal', () => {
  it('is a red ring with a star in the middle, transparent between them', async () => {
    const { isRed } = await pixelsOf(await renderer.drawSeal({ organisation: '云溪县司法局' }));
    expect(isRed(SIDE / 2, SIDE / 2)).toBe(true);
    expect(isRed(4, SIDE / 2)).toBe(true);
    expect(isRed(SIDE / 2, SIDE - 5)).toBe(true);
    expect(isRed(SIDE / 2, SIDE * 0.8)).toBe(false);
    expect(isRed(2, 2)).toBe(false);
  });

  it('bears a straight line below the star only when it has one', async () => {
    const own = await pixelsOf(await renderer.drawSeal({ organisation: '云溪县司法局' }));
    const special = await pixelsOf(
      await renderer.drawSeal({ organisation: '云溪县司法局', line: '行政审批专用章' }),
    );
    const inLine = (isRed: (x: number, y: number) => boolean): number =>
      Array.from({ length: 200 }, (_, x) => isRed(110 + x, SIDE * 0.775)).filter(Boolean).length;
    expect(inLine(own.isRed)).toBe(0);
    expect(inLine(special.isRed)).toBeGreaterThan(20);
  });

  it('needs no font to be shown: its letters are outlines', async () => {
    const svg = await renderer.drawSeal({ organisation: '云溪县司法局', line: '行政审批专用章' });
    expect(svg).not.toMatch(/<text|font-family/);
  });

  it('has a place for every letter of 2 to 26, and refuses other lengths and sizes', async () => {
    const longest = '云溪县青山土家族苗族自治乡人民政府综合便民服务中心局';
    const line = '政务服务专用章';
    const { red } = await pixelsOf(await renderer.drawSeal({ organisation: longest, line }));
    const short = await pixelsOf(await renderer.drawSeal({ organisation: '云溪', line }));
    expect(red).toBeGreaterThan(short.red);
    await expect(renderer.drawSeal({ organisation: '云' })).rejects.toThrow(RangeError);
    await expect(renderer.drawSeal({ organisation: `${longest}一二` })).rejects.toThrow(RangeError);
    await expect(
      renderer.drawSeal({ organisation: '云溪县司法局', diameterMm: 400 }),
    ).rejects.toThrow(RangeError);
  });

  it('treats the name as text', async () => {
    const plain = await renderer.drawSeal({ organisation: '#"<&$*' });
    expect(plain).toMatch(/^<svg/);
  });
});
