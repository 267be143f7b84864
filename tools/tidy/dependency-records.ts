// Every run-time dependency has a record that says what it is for and how to leave it.

/** Run-time dependencies of the given package.json texts, without our own packages and types. */
export function runtimeDependencies(packageJsons: readonly string[]): string[] {
  const names = packageJsons.flatMap((text) => {
    const { dependencies } = JSON.parse(text) as { dependencies?: Record<string, string> };
    return Object.keys(dependencies ?? {});
  });
  return [...new Set(names)]
    .filter((name) => !name.startsWith('@yichuang/') && !name.startsWith('@types/'))
    .sort();
}

/** Dependencies that no record names in backticks. */
export function undocumented(names: readonly string[], records: readonly string[]): string[] {
  return names.filter((name) => !records.some((record) => record.includes(`\`${name}\``)));
}
