// docs/refusals.md against the kernel's registry, row by row.

interface RegisteredRefusal {
  readonly http: number;
  readonly basis?: { readonly law: string; readonly article: string };
}

/** Shape of `refusals` in packages/kernel/src/case/refusals.ts. */
export type RefusalRegistry = Readonly<Record<string, RegisteredRefusal>>;

/** Differences between registry and document, one sentence each. */
export function refusalProblems(registry: RefusalRegistry, markdown: string): string[] {
  const rows = new Map(
    markdown
      .split('\n')
      .map((line) => /^\|\s*`([a-z][a-z0-9-]*)`\s*\|([^|]*)\|([^|]*)\|([^|]*)\|$/.exec(line.trim()))
      .filter((match) => match !== null)
      .map(([, code = '', http = '', basis = '', meaning = '']) => [
        code,
        { http, basis, meaning },
      ]),
  );
  const missing = Object.entries(registry).flatMap(([code, refusal]) => {
    const row = rows.get(code);
    if (row === undefined) return [`${code} is not in docs/refusals.md`];
    return [
      ...(row.http.trim() === String(refusal.http) ? [] : [`${code}: HTTP is ${refusal.http}`]),
      ...(row.basis.includes(refusal.basis?.article ?? '') ? [] : [`${code}: name the article`]),
      ...(refusal.basis === undefined && row.basis.includes('条') ? [`${code} has no basis`] : []),
      ...(row.meaning.trim() === '' ? [`${code}: say when it happens`] : []),
    ];
  });
  const extra = [...rows.keys()].filter((code) => !(code in registry));
  return [...missing, ...extra.map((code) => `${code} is documented but not in the registry`)];
}
