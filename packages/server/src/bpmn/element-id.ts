/**
 * XML ids are NCNames: a letter first, then letters, digits, `-`, `_`, `.`. Node ids may begin with
 * a digit and may be Chinese, so they get a prefix, and what is not ASCII its code point.
 */
export function elementId(nodeId: string): string {
  const safe = [...nodeId].map((char) => {
    if (/[A-Za-z0-9_-]/u.test(char)) return char;
    return `.${(char.codePointAt(0) ?? 0).toString(16)}.`;
  });
  return `Node_${safe.join('')}`;
}

/** Of what belongs to a node but is none: `elementId('a', 'join')`. Node ids hold no dot. */
export function partId(nodeId: string, ...parts: readonly string[]): string {
  return [elementId(nodeId), ...parts.map((part) => elementId(part).slice(5))].join('..');
}

export function edgeId(from: string, to: string): string {
  return `Flow_${from}-${to}`;
}
