import type { ReactNode } from 'react';

interface TableScrollProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A table wider than a phone: it moves by finger, and by the arrow keys of who has no pointer. */
export function TableScroll({ label, children }: TableScrollProps) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll" tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  );
}
