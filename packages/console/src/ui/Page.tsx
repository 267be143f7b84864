import { useEffect, useRef, type ReactNode } from 'react';
import { useLocale } from '../session/use-locale.ts';
import { setTabTitle } from './tab-title.ts';

interface PageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/**
 * A page with its heading, which takes the focus when the page changes: readers then say it. Who
 * has gone on by keyboard while it loaded stays where they are.
 */
export function Page({ title, lead, actions, children }: PageProps) {
  const { t } = useLocale();
  const heading = useRef<HTMLHeadingElement>(null);
  const isShown = useRef(false);
  useEffect(() => {
    setTabTitle(`${title} · ${t('app.name')}`);
    const isAway = document.activeElement !== document.body;
    if (!(isShown.current && isAway)) heading.current?.focus({ preventScroll: true });
    isShown.current = true;
  }, [title, t]);
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead === undefined ? null : <p className="page-lead">{lead}</p>}
        </div>
        {actions === undefined ? null : <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
