/**
 * Numbers and names as they are shown to somebody who need not know them. A text too short to
 * keep its ends apart is hidden whole: masking never shows more than it hides.
 * Six and four of an id number, three and four of a phone number stay (laws.md §9.5).
 */
export function maskIdNumber(text: string): string {
  return maskMiddle(text, 6, 4);
}

export function maskPhone(text: string): string {
  return maskMiddle(text, 3, 4);
}

/** The first character of the name, which is the family name's. */
export function maskName(text: string): string {
  const characters = [...text];
  return characters.map((char, i) => (i === 0 && characters.length > 1 ? char : '*')).join('');
}

function maskMiddle(text: string, head: number, tail: number): string {
  if (text.length < head + tail + 4) return '*'.repeat(text.length);
  return `${text.slice(0, head)}${'*'.repeat(text.length - head - tail)}${text.slice(-tail)}`;
}
