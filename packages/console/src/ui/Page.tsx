import { useEffect, useRef, type ReactNode } from 'react';
import { useLocale } from '../session/use-locale.ts';
import { setTabTitle } from './tab-title.ts';

interface PageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page with its heading, which takes the focus when the page changes: readers then say it. */
export function Page({ title, lead, actions, children }: PageProps) {
  const { t } = useLocale();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    setTabTitle(`${title} · ${t('app.name')}`);
    heading.current?.focus({ preventScroll: true });
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
