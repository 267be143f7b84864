import qrcode from 'qrcode';
import { describe, expect, it } from 'vitest';
import { drawQrCode } from './qr-code.ts';

describe('a QR code', () => {
  it('draws every dark module once, four modules inside its white edge', () => {
    const address = 'https://zwfw.example.gov.cn/check/8f14e45f-ceea-467f-a9f4-0f0b2d3c4e5a';
    const svg = drawQrCode(address);
    const drawn = [...svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)].flatMap(([, x, y, run]) =>
      Array.from({ length: Number(run) }, (_, step) => `${Number(x) + step},${y}`),
    );
    const { modules } = qrcode.create(address, { errorCorrectionLevel: 'M' });
    const side = Array.from({ length: modules.size }, (_, index) => index);
    const dark = side.flatMap((row) =>
      side.filter((column) => modules.get(row, column) === 1).map((column) => [column, row]),
    );
    expect(drawn).toEqual(dark.map(([column = 0, row = 0]) => `${column + 4},${row + 4}`));
    expect(svg).toContain(`viewBox="0 0 ${modules.size + 8} ${modules.size + 8}"`);
  });

  it('is refused for a text that no QR code can hold', () => {
    expect(() => drawQrCode('x'.repeat(2332))).toThrow(/too big/);
  });
});
