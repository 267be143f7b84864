import type { FilePage } from '@yichuang/kernel/case';

/** A page kept in a hidden field. The server knows its facts; here it only has to look right. */
export function keptPage(text: string): FilePage | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const page = value as Partial<FilePage>;
  const isPage =
    typeof page.sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(page.sha256) &&
    typeof page.name === 'string' &&
    page.name.length <= 200 &&
    typeof page.mediaType === 'string' &&
    typeof page.bytes === 'number';
  return isPage ? (page as FilePage) : undefined;
}
