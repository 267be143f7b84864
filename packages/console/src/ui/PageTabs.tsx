import { Link, type LinkProps } from '@tanstack/react-router';

interface PageTabsProps {
  readonly label: string;
  readonly pages: readonly {
    readonly to: Exclude<LinkProps['to'], undefined>;
    readonly text: string;
  }[];
}

/** Pages that belong together; none where only one of them is open to the person. */
export function PageTabs({ label, pages }: PageTabsProps) {
  if (pages.length < 2) return null;
  return (
    <nav className="list-tabs" aria-label={label}>
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
