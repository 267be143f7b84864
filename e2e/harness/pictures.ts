// Pictures as phones and scanners make them, good and bad.

import sharp from 'sharp';

const paper = { r: 252, g: 251, b: 247 };

/** An A4 page of 794 × 1123 pixels under 90 KB, with words that tell it from others. */
export function jpegPage(words: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="794" height="1123">
    <text x="80" y="140" font-size="32">${words}</text></svg>`;
  return sharp({ create: { width: 794, height: 1123, channels: 3, background: paper } })
    .composite([{ input: Buffer.from(svg) }])
    .jpeg({ quality: 60 })
    .toBuffer();
}

/** What a phone's camera gives: 8 megapixels, noise and all, more than a megabyte. */
export function largePhoto(): Promise<Buffer> {
  return sharp({
    create: {
      width: 2448,
      height: 3264,
      channels: 3,
      background: paper,
      noise: { type: 'gaussian', mean: 200, sigma: 12 },
    },
  })
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** 10,000 × 10,000 pixels of one colour: a few hundred KB as a file, 300 MB in memory. */
export function pixelBomb(type: 'jpeg' | 'png'): Promise<Buffer> {
  const picture = sharp({
    create: { width: 10_000, height: 10_000, channels: 3, background: paper },
  });
  return (type === 'jpeg' ? picture.jpeg({ quality: 20 }) : picture.png()).toBuffer();
}
