export const PREVIEW_SIZES = ['phone', 'desktop'] as const;
export type PreviewSize = (typeof PREVIEW_SIZES)[number];
