import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { readBoardFilters } from '../board/board-filters.ts';
import { CASE_TABS, type CaseTab } from '../case/case-tabs.ts';
import { DESIGN_TABS, type DesignTab } from '../designer/design-tabs.ts';
import { InboxPage } from '../inbox/InboxPage.tsx';
import { readFilters, type InboxList } from '../inbox/filters.ts';
import { readIndicatorSearch } from '../indicators/indicator-search.ts';
import { readLetterFilters } from '../letter-list/letter-filters.ts';
import { aboutOf, readOrderFilters } from '../orders/order-filters.ts';
import { readReportSearch } from '../letter-reports/report-search.ts';
import { PasswordPage } from '../session/PasswordPage.tsx';
import { readHitFilters } from '../watch/hit-filters.ts';
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

const designer = createRoute({
  getParentRoute: () => root,
  path: 'designer',
  component: lazyRouteComponent(() => import('../designer/DesignerPage.tsx'), 'DesignerPage'),
});

const designDraft = createRoute({
  getParentRoute: () => root,
  path: 'designer/$draftId',
  validateSearch: (search: Record<string, unknown>): { readonly side?: DesignTab } => {
    const side = DESIGN_TABS.find((name) => name === search['side']);
    return side === undefined ? {} : { side };
  },
  component: lazyRouteComponent(() => import('../designer/DraftPage.tsx'), 'DraftPage'),
});

const start = createRoute({
  getParentRoute: () => root,
  path: 'start',
  component: lazyRouteComponent(() => import('../start/StartPage.tsx'), 'StartPage'),
});

const startForm = createRoute({
  getParentRoute: () => root,
  path: 'start/$itemCode',
  validateSearch: (search: Record<string, unknown>): { readonly draft?: string } => {
    const { draft: id } = search;
    return typeof id === 'string' ? { draft: id } : {};
  },
  component: lazyRouteComponent(() => import('../start/OfficeFormPage.tsx'), 'OfficeFormPage'),
});

const resubmit = createRoute({
  getParentRoute: () => root,
  path: 'resubmit/$caseId',
  component: lazyRouteComponent(() => import('../start/ResubmitPage.tsx'), 'ResubmitPage'),
});

const card = createRoute({
  getParentRoute: () => root,
  path: 'cards/$caseId',
  component: lazyRouteComponent(() => import('../cards/CardPage.tsx'), 'CardPage'),
});

const drafts = createRoute({
  getParentRoute: () => root,
  path: 'drafts',
  component: lazyRouteComponent(() => import('../inbox/DraftsPage.tsx'), 'DraftsPage'),
});

const proxies = createRoute({
  getParentRoute: () => root,
  path: 'proxies',
  component: lazyRouteComponent(() => import('../proxies/ProxiesPage.tsx'), 'ProxiesPage'),
});

const handOver = createRoute({
  getParentRoute: () => root,
  path: 'hand-over',
  component: lazyRouteComponent(() => import('../hand-over/HandOverPage.tsx'), 'HandOverPage'),
});

const messages = createRoute({
  getParentRoute: () => root,
  path: 'messages',
  component: lazyRouteComponent(() => import('../messages/MessagesPage.tsx'), 'MessagesPage'),
});

const rehearsal = createRoute({
  getParentRoute: () => root,
  path: 'rehearsal/$itemCode',
  component: lazyRouteComponent(() => import('../rehearsal/RehearsalPage.tsx'), 'RehearsalPage'),
});

const letters = createRoute({
  getParentRoute: () => root,
  path: 'letters',
  validateSearch: readLetterFilters,
  component: lazyRouteComponent(() => import('../letter-list/LettersPage.tsx'), 'LettersPage'),
});

const letterEntry = createRoute({
  getParentRoute: () => root,
  path: 'letters/enter',
  component: lazyRouteComponent(() => import('../letter-entry/EntryPage.tsx'), 'EntryPage'),
});

const letterComments = createRoute({
  getParentRoute: () => root,
  path: 'letters/comments',
  component: lazyRouteComponent(() => import('../letter-office/CommentsPage.tsx'), 'CommentsPage'),
});

const letterImport = createRoute({
  getParentRoute: () => root,
  path: 'letters/import',
  component: lazyRouteComponent(
    () => import('../letter-office/LetterImportPage.tsx'),
    'LetterImportPage',
  ),
});

const letterReports = createRoute({
  getParentRoute: () => root,
  path: 'letters/reports',
  validateSearch: readReportSearch,
  component: lazyRouteComponent(
    () => import('../letter-reports/LetterReportsPage.tsx'),
    'LetterReportsPage',
  ),
});

const board = createRoute({
  getParentRoute: () => root,
  path: 'board',
  component: lazyRouteComponent(() => import('../board/BoardPage.tsx'), 'BoardPage'),
});

const orders = createRoute({
  getParentRoute: () => root,
  path: 'supervision/orders',
  validateSearch: readOrderFilters,
  component: lazyRouteComponent(() => import('../orders/OrdersPage.tsx'), 'OrdersPage'),
});

const newOrder = createRoute({
  getParentRoute: () => root,
  path: 'supervision/orders/new',
  validateSearch: aboutOf,
  component: lazyRouteComponent(() => import('../orders/NewOrderPage.tsx'), 'NewOrderPage'),
});

const boardCases = createRoute({
  getParentRoute: () => root,
  path: 'board/cases',
  validateSearch: readBoardFilters,
  component: lazyRouteComponent(() => import('../board/BoardCasesPage.tsx'), 'BoardCasesPage'),
});

const wall = createRoute({
  getParentRoute: () => root,
  path: 'board/wall',
  component: lazyRouteComponent(() => import('../board/WallPage.tsx'), 'WallPage'),
});

const watchHits = createRoute({
  getParentRoute: () => root,
  path: 'supervision',
  validateSearch: readHitFilters,
  component: lazyRouteComponent(() => import('../watch/HitsPage.tsx'), 'HitsPage'),
});

const watchHit = createRoute({
  getParentRoute: () => root,
  path: 'supervision/hits/$hitId',
  component: lazyRouteComponent(() => import('../watch/HitPage.tsx'), 'HitPage'),
});

const watchRules = createRoute({
  getParentRoute: () => root,
  path: 'supervision/rules',
  component: lazyRouteComponent(() => import('../watch/RulesPage.tsx'), 'RulesPage'),
});

const watchRule = createRoute({
  getParentRoute: () => root,
  path: 'supervision/rules/$ruleId',
  component: lazyRouteComponent(() => import('../watch/RulePage.tsx'), 'RulePage'),
});

const reviews = createRoute({
  getParentRoute: () => root,
  path: 'reviews',
  component: lazyRouteComponent(() => import('../reviews/ReviewsPage.tsx'), 'ReviewsPage'),
});

const indicators = createRoute({
  getParentRoute: () => root,
  path: 'indicators',
  validateSearch: readIndicatorSearch,
  component: lazyRouteComponent(() => import('../indicators/IndicatorsPage.tsx'), 'IndicatorsPage'),
});

const upload = createRoute({
  getParentRoute: () => root,
  path: 'upload',
  component: lazyRouteComponent(() => import('../upload/UploadPage.tsx'), 'UploadPage'),
});

const siteWatch = createRoute({
  getParentRoute: () => root,
  path: 'site-watch',
  component: lazyRouteComponent(() => import('../site-watch/SiteWatchPage.tsx'), 'SiteWatchPage'),
});

const trial = createRoute({
  getParentRoute: () => root,
  path: 'trial',
  component: lazyRouteComponent(() => import('../trial/TrialPage.tsx'), 'TrialPage'),
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
    inbox('toread', 'toread'),
    inbox('done', 'done'),
    inbox('read', 'read'),
    inbox('started', 'started'),
    inbox('followed', 'followed'),
    inbox('all', 'all'),
    drafts,
    start,
    startForm,
    resubmit,
    card,
    caseRoute,
    counter,
    draft,
    items,
    designer,
    designDraft,
    rehearsal,
    proxies,
    handOver,
    messages,
    letters,
    letterEntry,
    letterComments,
    letterImport,
    letterReports,
    board,
    boardCases,
    orders,
    newOrder,
    wall,
    watchHits,
    watchHit,
    watchRules,
    watchRule,
    siteWatch,
    indicators,
    trial,
    upload,
    reviews,
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
