import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { CASE_TABS, type CaseTab } from '../case/case-tabs.ts';
import { InboxPage } from '../inbox/InboxPage.tsx';
import { readFilters, type InboxList } from '../inbox/filters.ts';
import { PasswordPage } from '../session/PasswordPage.tsx';
import { NotFound } from './NotFound.tsx';
import { Shell } from './Shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    // The router's way of saying "go there instead" is to throw it.
    // eslint-disable-next-line typescript/only-throw-error
    throw redirect({ to: '/todo' });
  },
});

const inbox = <P extends string>(path: P, list: InboxList) =>
  createRoute({
    getParentRoute: () => root,
    path,
    validateSearch: readFilters,
    component: () => <InboxPage key={list} list={list} />,
  });

const caseRoute = createRoute({
  getParentRoute: () => root,
  path: 'cases/$caseId',
  validateSearch: (search: Record<string, unknown>): { readonly tab?: CaseTab } => {
    const tab = CASE_TABS.find((name) => name === search['tab']);
    return tab === undefined ? {} : { tab };
  },
  component: lazyRouteComponent(() => import('../case/CasePage.tsx'), 'CasePage'),
});

const counter = createRoute({
  getParentRoute: () => root,
  path: 'counter',
  component: lazyRouteComponent(() => import('../counter/CounterPage.tsx'), 'CounterPage'),
});

const draft = createRoute({
  getParentRoute: () => root,
  path: 'counter/$draftId',
  component: lazyRouteComponent(() => import('../counter/DraftPage.tsx'), 'DraftPage'),
});

const items = createRoute({
  getParentRoute: () => root,
  path: 'items',
  component: lazyRouteComponent(() => import('../import/ImportPage.tsx'), 'ImportPage'),
});

const password = createRoute({
  getParentRoute: () => root,
  path: 'password',
  component: () => <PasswordPage />,
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    inbox('todo', 'todo'),
    inbox('done', 'done'),
    inbox('all', 'all'),
    caseRoute,
    counter,
    draft,
    items,
    password,
  ]),
  basepath: '/console',
  defaultPreload: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
