/** Documents that name what proves them: their links to files, and the titles of tests. */

/** Files by the name that a document gives them in its list at the end: `[name]: ../path`. */
export function linkedFiles(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    lines.flatMap((line) => {
      const [, name = '', path = ''] = /^\[([^\]]+)\]: \.\.\/(\S+)$/.exec(line) ?? [];
      return name === '' ? [] : [[name, path] as const];
    }),
  );
}

/** Names of files that the text links to, `[name]`. */
export function usedNames(text: string): string[] {
  return [...text.matchAll(/\[([^\]]+)\](?![:(])/g)].map(([, name]) => name ?? '');
}

/** Titles in typographic quotes, followed by the file that has them. */
export function namedTests(text: string): { title: string; file: string }[] {
  return [...text.matchAll(/((?:“.+?”(?:; )?)+) \[([^\]]+)\]/g)].flatMap(([, titles, file]) =>
    (titles ?? '')
      .slice(1, -1)
      .split('”; “')
      .map((title) => ({ title, file: file ?? '' })),
  );
}

export function hasTitle(source: string, title: string): boolean {
  return ["'", '`', '"'].some((quote) => source.includes(`${quote}${title}${quote}`));
}
