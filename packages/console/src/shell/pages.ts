/** Pages that are loaded when they are opened, by their path below /console/; `$` names a part. */
export const pages = {
  'cases/$caseId': () => import('../case/CasePage.tsx'),
  counter: () => import('../counter/CounterPage.tsx'),
  'counter/$draftId': () => import('../counter/DraftPage.tsx'),
  items: () => import('../import/ImportPage.tsx'),
  designer: () => import('../designer/DesignerPage.tsx'),
  'designer/$draftId': () => import('../designer/DraftPage.tsx'),
  start: () => import('../start/StartPage.tsx'),
  'start/$itemCode': () => import('../start/OfficeFormPage.tsx'),
  'resubmit/$caseId': () => import('../start/ResubmitPage.tsx'),
  'cards/$caseId': () => import('../cards/CardPage.tsx'),
  drafts: () => import('../inbox/DraftsPage.tsx'),
  proxies: () => import('../proxies/ProxiesPage.tsx'),
  'hand-over': () => import('../hand-over/HandOverPage.tsx'),
  messages: () => import('../messages/MessagesPage.tsx'),
  'rehearsal/$itemCode': () => import('../rehearsal/RehearsalPage.tsx'),
  letters: () => import('../letter-list/LettersPage.tsx'),
  'letters/enter': () => import('../letter-entry/EntryPage.tsx'),
  'letters/comments': () => import('../letter-office/CommentsPage.tsx'),
  'letters/import': () => import('../letter-office/LetterImportPage.tsx'),
  'letters/reports': () => import('../letter-reports/LetterReportsPage.tsx'),
  board: () => import('../board/BoardPage.tsx'),
  'supervision/orders': () => import('../orders/OrdersPage.tsx'),
  'supervision/orders/new': () => import('../orders/NewOrderPage.tsx'),
  'board/cases': () => import('../board/BoardCasesPage.tsx'),
  'board/wall': () => import('../board/WallPage.tsx'),
  supervision: () => import('../watch/HitsPage.tsx'),
  'supervision/hits/$hitId': () => import('../watch/HitPage.tsx'),
  'supervision/rules': () => import('../watch/RulesPage.tsx'),
  'supervision/rules/$ruleId': () => import('../watch/RulePage.tsx'),
  reviews: () => import('../reviews/ReviewsPage.tsx'),
  indicators: () => import('../indicators/IndicatorsPage.tsx'),
  upload: () => import('../upload/UploadPage.tsx'),
  'site-watch': () => import('../site-watch/SiteWatchPage.tsx'),
  trial: () => import('../trial/TrialPage.tsx'),
} as const;

const paths = Object.keys(pages) as (keyof typeof pages)[];

/**
 * Begins to load the page of an address, before the program that shows it has arrived. What fails
 * here fails again in the router, which says so.
 */
export function loadPageAt(pathname: string): void {
  const path = findPage(pathname);
  if (path !== undefined) void pages[path]().catch(() => undefined);
}

/** Undefined where the first screen holds the page itself, or where there is none. */
export function findPage(pathname: string): keyof typeof pages | undefined {
  const parts = pathname.replace(/^\/console\/?|\/$/gu, '').split('/');
  return paths.find((path) => isAt(path.split('/'), parts));
}

function isAt(path: readonly string[], parts: readonly string[]): boolean {
  return (
    path.length === parts.length &&
    path.every((part, n) => part.startsWith('$') || part === parts[n])
  );
}
