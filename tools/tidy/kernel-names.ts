// The names that the kernel gives to legal facts: read from its sources, because types leave no
// trace at run time and TypeScript 7 has no compiler interface to ask.

/** Event names in `source`: `type: 'CaseAccepted'` inside a union of readonly events. */
export function eventNames(source: string): string[] {
  return unique([...source.matchAll(/\breadonly type: '([A-Z]\w+)'/g)].map(([, name]) => name));
}

/**
 * The words of an exported union of string literals, e.g. `CaseOutcome`, or of an exported list of
 * them, e.g. `CASE_PHASES`; empty when it is absent.
 */
export function wordsOf(source: string, name: string): string[] {
  const declared = new RegExp(`export (?:type|const) ${name} =([^;]*);`).exec(source)?.[1] ?? '';
  return unique([...declared.matchAll(/'([^']+)'/g)].map(([, name]) => name));
}

function unique(names: readonly (string | undefined)[]): string[] {
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}
