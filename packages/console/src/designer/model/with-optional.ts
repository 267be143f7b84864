/** A copy in which an optional property has this value or is absent, never there and undefined. */
export function withOptional<T extends object, K extends keyof T>(
  whole: T,
  key: K,
  value: T[K] | undefined,
): T {
  const { [key]: _, ...rest } = whole;
  return (value === undefined ? rest : { ...rest, [key]: value }) as T;
}
