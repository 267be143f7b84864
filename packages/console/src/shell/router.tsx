import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { readAccountFilters } from '../accounts/account-filters.ts';
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
import { pages } from './pages.ts';
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
  component: lazyRouteComponent(pages['cases/$caseId'], 'CasePage'),
});

const counter = createRoute({
  getParentRoute: () => root,
  path: 'counter',
  component: lazyRouteComponent(pages.counter, 'CounterPage'),
});

const draft = createRoute({
  getParentRoute: () => root,
  path: 'counter/$draftId',
  component: lazyRouteComponent(pages['counter/$draftId'], 'DraftPage'),
});

const items = createRoute({
  getParentRoute: () => root,
  path: 'items',
  component: lazyRouteComponent(pages.items, 'ImportPage'),
});

const designer = createRoute({
  getParentRoute: () => root,
  path: 'designer',
  component: lazyRouteComponent(pages.designer, 'DesignerPage'),
});

const designDraft = createRoute({
  getParentRoute: () => root,
  path: 'designer/$draftId',
  validateSearch: (search: Record<string, unknown>): { readonly side?: DesignTab } => {
    const side = DESIGN_TABS.find((name) => name === search['side']);
    return side === undefined ? {} : { side };
  },
  component: lazyRouteComponent(pages['designer/$draftId'], 'DraftPage'),
});

const start = createRoute({
  getParentRoute: () => root,
  path: 'start',
  component: lazyRouteComponent(pages.start, 'StartPage'),
});

const startForm = createRoute({
  getParentRoute: () => root,
  path: 'start/$itemCode',
  validateSearch: (search: Record<string, unknown>): { readonly draft?: string } => {
    const { draft: id } = search;
    return typeof id === 'string' ? { draft: id } : {};
  },
  component: lazyRouteComponent(pages['start/$itemCode'], 'OfficeFormPage'),
});

const resubmit = createRoute({
  getParentRoute: () => root,
  path: 'resubmit/$caseId',
  component: lazyRouteComponent(pages['resubmit/$caseId'], 'ResubmitPage'),
});

const card = createRoute({
  getParentRoute: () => root,
  path: 'cards/$caseId',
  component: lazyRouteComponent(pages['cards/$caseId'], 'CardPage'),
});

const drafts = createRoute({
  getParentRoute: () => root,
  path: 'drafts',
  component: lazyRouteComponent(pages.drafts, 'DraftsPage'),
});

const proxies = createRoute({
  getParentRoute: () => root,
  path: 'proxies',
  component: lazyRouteComponent(pages.proxies, 'ProxiesPage'),
});

const handOver = createRoute({
  getParentRoute: () => root,
  path: 'hand-over',
  component: lazyRouteComponent(pages['hand-over'], 'HandOverPage'),
});

const accounts = createRoute({
  getParentRoute: () => root,
  path: 'accounts',
  validateSearch: readAccountFilters,
  component: lazyRouteComponent(() => import('../accounts/AccountsPage.tsx'), 'AccountsPage'),
});

const staffImport = createRoute({
  getParentRoute: () => root,
  path: 'accounts/import',
  component: lazyRouteComponent(() => import('../accounts/StaffImportPage.tsx'), 'StaffImportPage'),
});

const messages = createRoute({
  getParentRoute: () => root,
  path: 'messages',
  component: lazyRouteComponent(pages.messages, 'MessagesPage'),
});

const rehearsal = createRoute({
  getParentRoute: () => root,
  path: 'rehearsal/$itemCode',
  component: lazyRouteComponent(pages['rehearsal/$itemCode'], 'RehearsalPage'),
});

const letters = createRoute({
  getParentRoute: () => root,
  path: 'letters',
  validateSearch: readLetterFilters,
  component: lazyRouteComponent(pages.letters, 'LettersPage'),
});

const letterEntry = createRoute({
  getParentRoute: () => root,
  path: 'letters/enter',
  component: lazyRouteComponent(pages['letters/enter'], 'EntryPage'),
});

const letterComments = createRoute({
  getParentRoute: () => root,
  path: 'letters/comments',
  component: lazyRouteComponent(pages['letters/comments'], 'CommentsPage'),
});

const letterImport = createRoute({
  getParentRoute: () => root,
  path: 'letters/import',
  component: lazyRouteComponent(pages['letters/import'], 'LetterImportPage'),
});

const letterReports = createRoute({
  getParentRoute: () => root,
  path: 'letters/reports',
  validateSearch: readReportSearch,
  component: lazyRouteComponent(pages['letters/reports'], 'LetterReportsPage'),
});

const board = createRoute({
  getParentRoute: () => root,
  path: 'board',
  component: lazyRouteComponent(pages.board, 'BoardPage'),
});

const orders = createRoute({
  getParentRoute: () => root,
  path: 'supervision/orders',
  validateSearch: readOrderFilters,
  component: lazyRouteComponent(pages['supervision/orders'], 'OrdersPage'),
});

const newOrder = createRoute({
  getParentRoute: () => root,
  path: 'supervision/orders/new',
  validateSearch: aboutOf,
  component: lazyRouteComponent(pages['supervision/orders/new'], 'NewOrderPage'),
});

const boardCases = createRoute({
  getParentRoute: () => root,
  path: 'board/cases',
  validateSearch: readBoardFilters,
  component: lazyRouteComponent(pages['board/cases'], 'BoardCasesPage'),
});

const wall = createRoute({
  getParentRoute: () => root,
  path: 'board/wall',
  component: lazyRouteComponent(pages['board/wall'], 'WallPage'),
});

const watchHits = createRoute({
  getParentRoute: () => root,
  path: 'supervision',
  validateSearch: readHitFilters,
  component: lazyRouteComponent(pages.supervision, 'HitsPage'),
});

const watchHit = createRoute({
  getParentRoute: () => root,
  path: 'supervision/hits/$hitId',
  component: lazyRouteComponent(pages['supervision/hits/$hitId'], 'HitPage'),
});

const watchRules = createRoute({
  getParentRoute: () => root,
  path: 'supervision/rules',
  component: lazyRouteComponent(pages['supervision/rules'], 'RulesPage'),
});

const watchRule = createRoute({
  getParentRoute: () => root,
  path: 'supervision/rules/$ruleId',
  component: lazyRouteComponent(pages['supervision/rules/$ruleId'], 'RulePage'),
});

const reviews = createRoute({
  getParentRoute: () => root,
  path: 'reviews',
  component: lazyRouteComponent(pages.reviews, 'ReviewsPage'),
});

const indicators = createRoute({
  getParentRoute: () => root,
  path: 'indicators',
  validateSearch: readIndicatorSearch,
  component: lazyRouteComponent(pages.indicators, 'IndicatorsPage'),
});

const upload = createRoute({
  getParentRoute: () => root,
  path: 'upload',
  component: lazyRouteComponent(pages.upload, 'UploadPage'),
});

const siteWatch = createRoute({
  getParentRoute: () => root,
  path: 'site-watch',
  component: lazyRouteComponent(pages['site-watch'], 'SiteWatchPage'),
});

const trial = createRoute({
  getParentRoute: () => root,
  path: 'trial',
  component: lazyRouteComponent(pages.trial, 'TrialPage'),
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
    accounts,
    staffImport,
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
