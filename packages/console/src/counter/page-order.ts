/** The page at `index` changes places with the one before it. */
export function movePage<T>(pages: readonly T[], index: number): readonly T[] {
  const page = pages[index];
  const before = pages[index - 1];
  if (page === undefined || before === undefined) return pages;
  return pages.map((each, i) => (i === index ? before : i === index - 1 ? page : each));
}
