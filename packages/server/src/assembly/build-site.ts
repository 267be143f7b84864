import { problemRenderer, registerPortal } from '@yichuang/portal';
import { accountRoutes, staffImportRoutes } from '../accounts/index.ts';
import { boardRoutes } from '../board/index.ts';
import { bpmnRoutes } from '../bpmn/index.ts';
import { bundleRoutes } from '../bundles/index.ts';
import { applicantCaseRoutes, staffCaseRoutes } from '../case-api/index.ts';
import type { CommandParts } from '../cases/index.ts';
import { catalogueRoutes } from '../catalogue/index.ts';
import { consoleRoutes } from '../console/index.ts';
import { registerCertificateRoutes } from '../certificates/index.ts';
import { demoRoutes, type ClockMove } from '../demo/index.ts';
import { designerRoutes } from '../designer/index.ts';
import { draftRoutes } from '../drafts/index.ts';
import { exchangeRoutes } from '../exchange/index.ts';
import { registerLedgerRoutes, registerPublicLedgerRoutes } from '../ledger/index.ts';
import {
  completeLetterCommand,
  letterStaffRoutes,
  senderRoutes,
  type LetterDeps,
} from '../letters/index.ts';
import {
  assessmentRoutes,
  createPublicStatistics,
  hitCounts,
  indicatorRoutes,
  letterCounts,
  orderCounts,
  reviewCounts,
  schemeRoutes,
  type CircularDeps,
} from '../indicators/index.ts';
import { letterImportRoutes } from '../letter-import/index.ts';
import { letterInsightRoutes, type LetterInsightDeps } from '../letter-insight/index.ts';
import { letterListRoutes } from '../letter-lists/index.ts';
import { letterReportRoutes, type ReportDeps } from '../letter-reports/index.ts';
import { noticeRoutes } from '../notices/index.ts';
import { checkHandOut } from '../hand-out/index.ts';
import { handOverRoutes } from '../hand-over/index.ts';
import { officeRoutes } from '../office/index.ts';
import { peopleRoutes } from '../people/index.ts';
import { phraseRoutes } from '../phrases/index.ts';
import { buildApp, cookieName, type App } from '../platform/http/index.ts';
import { proxyRoutes } from '../proxies/index.ts';
import { publicLetterRoutes, type PublicLetterDeps } from '../public-letters/index.ts';
import { rehearsalRoutes } from '../rehearsal/index.ts';
import { publicReviewRoutes, staffReviewRoutes } from '../reviews/index.ts';
import { supervisionOrderRoutes } from '../supervision-orders/index.ts';
import { createPortalServices } from '../site/index.ts';
import { hitRoutes, ruleRoutes } from '../supervision/index.ts';
import { siteWatchRoutes } from '../site-watch/index.ts';
import { trialRoutes, type TrialHost } from '../trial/index.ts';
import type { Parts } from './assemble.ts';
import { moveSite } from './move-site.ts';

/** The web server with every slice's routes, the public site and the console. */
export async function buildSite(parts: Parts, trial: TrialHost): Promise<App> {
  const { config, deps, jobs } = parts;
  const move = (step: ClockMove): Promise<void> => moveSite(parts, step);
  const commands: CommandParts = {
    findItem: deps.findItem,
    clock: parts.clock,
    cases: parts.cases,
    staffNames: parts.staffNames,
    completeLetter: (caseId, body) =>
      completeLetterCommand({ ...deps, cases: parts.cases }, caseId, body),
    checkHandOut: (body) => checkHandOut(deps, body),
    sealer: parts.sealer,
    materialsOf: (personId, materials) => parts.drafts.materialsOf(personId, materials),
  };
  const letters = letterParts(parts, commands);
  const publicStatistics = createPublicStatistics(countingParts(parts));
  const services = portalServices(parts, commands, letters, move, publicStatistics);
  const isSecure = config.publicUrl.startsWith('https:');
  const sessionCookie = cookieName('resident', isSecure, config.trialId !== undefined);
  const portal = { services, cookieSecure: isSecure, sessionCookie };
  const renderProblem = problemRenderer(portal);
  const app = await buildApp({
    config,
    guard: parts.people.guard,
    refusals: parts.refusals,
    readiness: {
      database: async () => (await deps.db.query('SELECT 1')).length === 1,
      queue: () => jobs.isRunning(),
    },
    renderProblem: (problem, request) =>
      renderProblem(
        {
          status: problem.status,
          text: problem.detail,
          nextStep: problem.nextStep,
          ...(problem.incidentId === undefined ? {} : { incidentId: problem.incidentId }),
        },
        request,
      ),
  });
  addApi(app, parts, commands, letters, move, publicStatistics);
  trialRoutes(app, trial);
  await consoleRoutes(app, { isTrial: config.trialId !== undefined });
  await registerPortal(app, portal);
  return app;
}

type PublicStatisticsOf = ReturnType<typeof createPublicStatistics>;

function portalServices(
  parts: Parts,
  commands: CommandParts,
  letters: LetterDeps,
  move: (step: ClockMove) => Promise<void>,
  statistics: PublicStatisticsOf,
): ReturnType<typeof createPortalServices> {
  const { config, deps, people, notices, drafts, desk, ledger, limiter, refusals } = parts;
  return createPortalServices({
    people,
    notices,
    drafts,
    bundles: parts.bundles,
    desk,
    ledger,
    limiter,
    refusals,
    commands,
    letters,
    publicLetters: publicParts(parts),
    insight: insightParts(parts),
    figures: figureParts(parts),
    statistics,
    reviews: parts.reviews,
    cases: deps,
    pack: parts.pack,
    uploads: uploadDeps(parts),
    certificates: parts.issuing,
    documentNames: parts.documentNames,
    rules: deps.statutes.rules,
    sessionHours: config.sessionHours,
    isDemo: config.isDemo,
    isTrial: config.trialId !== undefined,
    moveClock: move,
  });
}

function letterParts(parts: Parts, commands: CommandParts): LetterDeps {
  const { deps, cases, desk, people, drafts, files, limiter, notices, wallClock } = parts;
  const { renderer } = parts.issuing;
  const { publicUrl } = parts.config;
  const uploads = uploadDeps(parts);
  const { persons } = people;
  const stores = { cases, drafts, uploads, files, limiter, notices, renderer };
  return { ...deps, ...stores, desk, commands, persons, publicUrl, wallClock };
}

function insightParts({ deps, desk, limiter, finders, models, pack }: Parts): LetterInsightDeps {
  return { ...deps, desk, limiter, finders, models, data: pack.letterData };
}

function publicParts({ deps, people, limiter, finders, pack }: Parts): PublicLetterDeps {
  const { persons } = people;
  return { ...deps, persons, limiter, finder: finders.public, words: pack.letterData.words };
}

function uploadDeps({ files, draftStore, clock, limiter, deps }: Parts) {
  return { files, drafts: draftStore, clock, limiter, findItem: deps.findItem };
}

function addApi(
  app: App,
  parts: Parts,
  commands: CommandParts,
  letters: LetterDeps,
  move: (step: ClockMove) => Promise<void>,
  publicStatistics: PublicStatisticsOf,
): void {
  const { config, deps, desk, files, issuing, documentNames, limiter } = parts;
  peopleRoutes(app, parts.people, { sessionHours: config.sessionHours });
  noticeRoutes(app, parts.notices, { isDemo: config.isDemo });
  addAccounts(app, parts);
  staffCaseRoutes(app, { ...commands, desk, files, issuing, documentNames });
  applicantCaseRoutes(app, { ...deps, ...commands, desk, files, limiter, documentNames });
  draftRoutes(app, { ...uploadDeps(parts), service: parts.drafts });
  senderRoutes(app, letters);
  letterStaffRoutes(app, letters);
  addLetterFigures(app, parts);
  indicatorRoutes(app, {
    ...countingParts(parts),
    secrets: deps.secrets,
    limiter,
    publicStatistics,
  });
  assessmentRoutes(app, countingParts(parts));
  schemeRoutes(app, countingParts(parts));
  letterListRoutes(app, { ...deps, desk, finder: parts.finders.office });
  publicLetterRoutes(app, publicParts(parts));
  letterInsightRoutes(app, insightParts(parts));
  officeRoutes(app, {
    office: parts.office,
    desk,
    store: parts.officeStore,
    clock: parts.clock,
    refusals: parts.refusals,
  });
  publicReviewRoutes(app, parts.reviews);
  staffReviewRoutes(app, parts.reviews);
  phraseRoutes(app, deps);
  proxyRoutes(app, parts.proxiesDeps, parts.proxies);
  handOverRoutes(app, parts.handOvers);
  bundleRoutes(app, parts.bundles);
  catalogueRoutes(app, { ...deps, pack: parts.pack });
  hitRoutes(app, parts.supervision);
  ruleRoutes(app, parts.supervision);
  boardRoutes(app, {
    ...deps,
    desk,
    guard: parts.people.guard,
    signal: parts.boardSignal,
    onError: (error) => parts.input.onError(error, 'board'),
  });
  supervisionOrderRoutes(app, { ...deps, cases: parts.cases, desk });
  bpmnRoutes(app, deps);
  rehearsalRoutes(app, deps);
  designerRoutes(app, { ...deps, pack: parts.pack, cases: parts.cases, documentNames });
  siteWatchRoutes(app, { ...deps, publicUrl: config.publicUrl });
  registerCertificateRoutes(app, { ...issuing, rateLimiter: limiter });
  registerPublicLedgerRoutes(app, parts.ledger);
  registerLedgerRoutes(app, { ...parts.ledger, desk: parts.desk });
  exchangeRoutes(app, parts.exchange);
  const isTrial = config.trialId !== undefined;
  demoRoutes(app, { clock: parts.clock, isDemo: config.isDemo, isTrial, move });
}

function addAccounts(app: App, { deps, accountDeps, accounts, pack, wallClock }: Parts): void {
  const { tenantId, secrets } = deps;
  const place = { tenantId, column: 'account.phone_sealed' };
  const routeDeps = {
    ...accountDeps,
    accounts,
    orgs: pack.organisations,
    wallNow: () => wallClock.now(),
    sealPhone: (phone: string) => secrets.seal(phone, place),
    openPhone: (sealed: string) => secrets.open(sealed, place),
  };
  accountRoutes(app, routeDeps);
  staffImportRoutes(app, routeDeps);
}

/** Whose office issues what is said of all letters. */
const LETTER_ITEM = 'rx-order';

function addLetterFigures(app: App, parts: Parts): void {
  const { deps, limiter, cases, sealer, refusals } = parts;
  const { persons } = parts.people;
  letterImportRoutes(app, { ...deps, cases, sealer, persons, refusals });
  const letterOffice = async () => {
    const item = await deps.findItem(LETTER_ITEM);
    const office = item && (await deps.directory.departmentOf(item.orgId));
    if (office === undefined) throw new Error('there is no office that letters go to');
    return office;
  };
  const reports = { ...parts.issuing, ...figureParts(parts) };
  letterReportRoutes(app, { ...reports, limiter, letterOffice });
}

function figureParts({ deps, desk, countyNames, pack }: Parts): ReportDeps {
  const { ranking } = pack.letterData;
  const weights = ranking === undefined ? {} : { rankingWeights: ranking };
  return { ...deps, desk, countyNames, ...weights };
}

/** What the areas count for the indicators, each its own; and who issues what is said of them. */
function countingParts({ deps, issuing, pack, countyNames }: Parts): CircularDeps {
  const watchOffice = async () => {
    const post = pack.posts.find(({ capabilities }) => capabilities.includes('supervise'));
    const office = post && (await deps.directory.departmentOf(post.orgId));
    if (office === undefined) throw new Error('there is no office that watches');
    return office;
  };
  const countyName = countyNames[0] ?? '';
  const sources = [letterCounts, reviewCounts, hitCounts, orderCounts].map((of) => of(deps));
  return { ...issuing, ...deps, sources, watchOffice, countyName };
}
