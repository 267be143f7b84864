import { checkPage, type UploadRule } from '@yichuang/kernel/case';
import { fitPixels } from './fit-pixels.ts';

const JPEG = 'image/jpeg';
const QUALITIES = [0.85, 0.75, 0.65, 0.55, 0.45];
const SHARES = [1, 0.85, 0.7, 0.6];

/**
 * A picture that breaks its material's rule, made to keep it: turned as the camera held it, within
 * the pixels and under the bytes. What needs no mending or cannot be mended comes back as it is;
 * the server then says what is wrong with it.
 */
export async function mendImage(file: File, rule: UploadRule | undefined): Promise<File> {
  if (rule === undefined || !file.type.startsWith('image/') || !rule.accept.includes(JPEG)) {
    return file;
  }
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(
    () => undefined,
  );
  if (picture === undefined) return file;
  try {
    const { width, height } = picture;
    const page = { sha256: '', name: file.name, mediaType: file.type, bytes: file.size };
    if (checkPage(rule, { ...page, width, height }) === undefined) return file;
    for (const share of SHARES) {
      const canvas = drawn(picture, fitPixels(picture, rule, share));
      for (const quality of QUALITIES) {
        const blob = await toJpeg(canvas, quality);
        if (blob !== undefined && blob.size <= rule.maxBytes) {
          const name = file.name.replace(/\.[^.]*$/, '');
          return new File([blob], `${name}.jpg`, { type: JPEG });
        }
      }
    }
    return file;
  } finally {
    picture.close();
  }
}

function drawn(
  picture: ImageBitmap,
  size: { readonly width: number; readonly height: number },
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const pen = canvas.getContext('2d');
  if (pen !== null) {
    // JPEG knows no transparency: what was see-through becomes paper, not black.
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, size.width, size.height);
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(picture, 0, 0, size.width, size.height);
  }
  return canvas;
}

function toJpeg(canvas: HTMLCanvasElement, quality: number): Promise<Blob | undefined> {
  return new Promise((resolve) => {
    canvas.toBlob((blob) => resolve(blob ?? undefined), JPEG, quality);
  });
}
