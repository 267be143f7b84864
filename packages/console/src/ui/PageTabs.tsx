import { Link, type LinkProps } from '@tanstack/react-router';
import { useShownTab } from './use-shown-tab.ts';

interface PageTabsProps {
  readonly label: string;
  readonly pages: readonly {
    readonly to: Exclude<LinkProps['to'], undefined>;
    readonly text: string;
  }[];
}

/** Pages that belong together; none where only one of them is open to the person. */
export function PageTabs({ label, pages }: PageTabsProps) {
  const row = useShownTab<HTMLElement>(pages.map(({ to }) => to).join());
  if (pages.length < 2) return null;
  return (
    <nav ref={row} className="list-tabs" aria-label={label}>
      {pages.map(({ to, text }) => (
        <Link
          key={to}
          to={to}
          className="list-tab"
          activeOptions={{ exact: true, includeSearch: false }}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
