import type { DocumentData, TemplateProblem } from './check-template-data.ts';

/** How Typst names a character that no typeface has, or that belongs to nobody (private use). */
const UNSHOWN = /(?:could not be displayed|the PDF contains the codepoint)/;
const QUOTED = /(?:the text|the codepoint) `\\*"(.*?)\\*"`/g;

/**
 * Where in the data the characters stand that made Typst refuse the document; empty when it was
 * refused for another reason.
 *
 * An archived document may not show an empty box for a letter of a name (PDF/A forbids it), so the
 * clerk is told which letter it is: it is typed in another form, or the county adds a typeface.
 */
export function findMissingGlyphs(said: string, data: DocumentData): TemplateProblem[] {
  if (!UNSHOWN.test(said)) return [];
  const letters = [...said.matchAll(QUOTED)].map((found) => unescape(found[1] ?? ''));
  return [...new Set(letters)].flatMap((letter) =>
    findPaths(data, letter).map((path): TemplateProblem => {
      const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      const message = `no typeface has the character ${letter} (U+${code})`;
      return { path, label: path, code: 'no-glyph', message };
    }),
  );
}

/** Rust writes some characters as \u{378}, perhaps with its backslash doubled. */
function unescape(text: string): string {
  return text.replaceAll(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

function findPaths(value: unknown, letter: string, path = ''): string[] {
  if (typeof value === 'string') return value.includes(letter) ? [path] : [];
  if (Array.isArray(value)) {
    return value.flatMap((one, index) => findPaths(one, letter, `${path}[${index}]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    findPaths(one, letter, path === '' ? name : `${path}.${name}`),
  );
}
