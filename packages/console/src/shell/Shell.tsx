import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { DemoClock } from '../demo/DemoClock.tsx';
import { countText, useTodoCounts } from '../inbox/use-tasks.ts';
import { ActingNotice } from '../proxies/ActingNotice.tsx';
import { useLocale } from '../session/use-locale.ts';
import { setTabCount } from '../ui/tab-title.ts';
import { Menu } from './Menu.tsx';

/** Menu beside the page; a rail of icons beside what needs the width; a bar on a phone. */
export function Shell() {
  const { t } = useLocale();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const counts = useTodoCounts();
  const todo = counts === undefined ? '' : countText(counts.todo, counts.isCapped);
  useEffect(() => setTabCount(todo), [todo]);
  // A wall has neither hands nor eyes for a menu.
  if (path.endsWith('/board/wall')) {
    return (
      <main id="main">
        <Outlet />
      </main>
    );
  }
  const isWide = path.includes('/cases/') || path.includes('/designer/');
  return (
    <div className={isWide ? 'shell shell-rail' : 'shell'}>
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <Menu todo={todo} hasLate={(counts?.red ?? 0) > 0} />
      <div className="shell-body">
        <DemoClock />
        {isWide ? null : <ActingNotice />}
        <main id="main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </div>
  );
}
