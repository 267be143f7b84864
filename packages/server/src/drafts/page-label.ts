const longest = 200;

/**
 * What a page is called: the name of the file it came from, which is typed text like any other.
 * Without what cannot be stored, hashed or put in a header: control characters and halves of
 * surrogate pairs.
 */
export function pageLabel(fileName: string): string {
  const label = [...fileName.replace(/[\p{Cc}\p{Cs}]/gu, '')].slice(0, longest).join('');
  return label.length > longest ? label.slice(0, longest).replace(/\p{Cs}$/u, '') : label;
}
