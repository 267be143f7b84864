import { useEffect, useRef } from 'react';

/**
 * Of a row that is wider than a phone, the entry of this page is in sight, and not behind the
 * edge. By hand, since `scrollIntoView` would move the page too.
 */
export function useShownTab<T extends HTMLElement>(path: string) {
  const row = useRef<T>(null);
  useEffect(() => {
    const tab = row.current?.querySelector('[aria-current="page"]');
    if (row.current === null || tab === null || tab === undefined) return;
    const [of, at] = [row.current.getBoundingClientRect(), tab.getBoundingClientRect()];
    row.current.scrollLeft += at.left - of.left - (of.width - at.width) / 2;
  }, [path]);
  return row;
}
