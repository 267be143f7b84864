import type { Refusal } from '../refusal.ts';

/** What may be uploaded somewhere; data of an item's material (the kernel's UploadRule fits). */
export interface FileRule {
  /** Media types, as found in the content: image/jpeg, application/pdf … */
  readonly accept: readonly string[];
  readonly maxBytes: number;
  /** Width and height in either order: a page may lie on its side. */
  readonly minPixels?: readonly [number, number];
  readonly maxPixels?: readonly [number, number];
}

export type FileRefusalCode =
  | 'file-empty'
  | 'file-too-large'
  | 'file-type-mismatch'
  | 'file-not-readable'
  | 'image-bomb'
  | 'image-too-small'
  | 'image-too-large';

export interface FileRefusal extends Refusal {
  readonly code: FileRefusalCode;
}

export function refuseFile(
  code: FileRefusalCode,
  params: Readonly<Record<string, string | number>> = {},
): FileRefusal {
  return { code, params };
}

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** The longer side is held against the longer bound. */
export function refusalOfSize(
  rule: FileRule,
  { width, height }: ImageSize,
): FileRefusal | undefined {
  const [long, short] = [Math.max(width, height), Math.min(width, height)];
  const params = (bound: readonly [number, number]) => ({
    width,
    height,
    boundLong: Math.max(...bound),
    boundShort: Math.min(...bound),
  });
  const { minPixels: min, maxPixels: max } = rule;
  if (min !== undefined && (long < Math.max(...min) || short < Math.min(...min))) {
    return refuseFile('image-too-small', params(min));
  }
  if (max !== undefined && (long > Math.max(...max) || short > Math.min(...max))) {
    return refuseFile('image-too-large', params(max));
  }
  return undefined;
}
