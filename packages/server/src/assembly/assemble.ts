/**
 * Puts the program together: one place where every part gets what it works with. Nothing here
 * decides anything; `start` of what is returned begins to listen and to work.
 */
import { join } from 'node:path';
import { civilDate, instantMs } from '@yichuang/kernel/time';
import { accountRefusals, createAccounts } from '../accounts/index.ts';
import { boardRefusals, createBoardSignal, watchWrites } from '../board/index.ts';
import { bpmnRefusals } from '../bpmn/index.ts';
import { bundleRefusals, createBundles } from '../bundles/index.ts';
import { bringIntoForce, evaluateCondition, findItem, type Pack } from '../catalogue/index.ts';
import {
  caseRefusals,
  createCaseDesk,
  createCaseStore,
  createDirectory,
  createFormSealer,
  createTaskLists,
  isUuid,
  queryPasswordHash,
  type CaseDeps,
} from '../cases/index.ts';
import { registerFollowUp } from '../case-effects/index.ts';
import { certificateRefusals } from '../certificates/index.ts';
import { designerRefusals } from '../designer/index.ts';
import { createExchange, exchangeRefusals, uploadTarget } from '../exchange/index.ts';
import { createRenderer, readTemplateManifest } from '../documents/index.ts';
import { createDrafts, createDraftStore } from '../drafts/index.ts';
import { createOffice, createOfficeStore, officeRefusals } from '../office/index.ts';
import { createOrgSeals, trialAuthority, type IssuingDeps } from '../issuing/index.ts';
import {
  createDayTrees,
  ledgerRefusals,
  PUBLISHING_TIME,
  publishRoots,
  STAMPING_TIME,
  stampHeads,
  type LedgerDeps,
} from '../ledger/index.ts';
import { handOutRefusals } from '../hand-out/index.ts';
import { createHandOvers } from '../hand-over/index.ts';
import { openLetterFinder, replyFindingTexts } from '../insight/index.ts';
import { FOLLOWING, followEvents, indicatorRefusals } from '../indicators/index.ts';
import type { JointDeps } from '../joint-cases/index.ts';
import { createLetterModels, TRAINING } from '../letter-insight/index.ts';
import { letterReportRefusals, tellWeekly, WEEKLY_TIME } from '../letter-reports/index.ts';
import { createNotices } from '../notices/index.ts';
import { createPeople, peopleRefusals } from '../people/index.ts';
import { openMovableClock, systemClock, type Clock } from '../platform/clock/index.ts';
import type { Config } from '../platform/config/index.ts';
import type { OpenDatabase } from '../platform/db/index.ts';
import { createFileStore, fileRefusals } from '../platform/files/index.ts';
import { platformRefusals } from '../platform/http/index.ts';
import { createJobs } from '../platform/jobs/index.ts';
import { createRateLimiter } from '../platform/rate-limit/index.ts';
import { mergeRefusals } from '../platform/refusal.ts';
import { createSecrets, readKeyFile, trialKeys } from '../platform/secrets/index.ts';
import { letterRefusals } from '../letters/index.ts';
import { publicLetterRefusals } from '../public-letters/index.ts';
import { createProxies, createProxyBook, findStaff, proxyRefusals } from '../proxies/index.ts';
import {
  openRectification,
  REVIEW_WORK,
  reviewRefusals,
  type ReviewDeps,
  type ReviewWorkPayload,
} from '../reviews/index.ts';
import { rehearsalRefusals } from '../rehearsal/index.ts';
import {
  LOOKING_TIME,
  lookOverSite,
  PROBING_TIME,
  probeSite,
  SITE_LOOK,
  SITE_PROBE,
} from '../site-watch/index.ts';
import type { Statutes } from '../statutes/index.ts';
import { openOrder } from '../supervision-orders/index.ts';
import {
  createWatcher,
  ORDER_JOB,
  runTrial,
  supervisionRefusals,
  TRIAL,
  WATCHING_TIME,
  type HitOrderPayload,
  type TrialPayload,
} from '../supervision/index.ts';
import { createTimekeeper } from '../timekeeping/index.ts';
import { registerWatchTurned } from './watch-turned.ts';
import { trialRefusals } from '../trial/index.ts';

export interface AssemblyInput {
  readonly config: Config;
  readonly pack: Pack;
  readonly statutes: Statutes;
  readonly database: OpenDatabase;
  readonly wallClock?: Clock;
  /** Told of work that failed in the background. */
  readonly onError: (error: unknown, where: string) => void;
}

export type Parts = Awaited<ReturnType<typeof assemble>>;

/** 03:40 in Shanghai: when nobody writes, one core is busy for a minute. */
const TRAINING_TIME = '40 19 * * *';

export async function assemble(input: AssemblyInput) {
  const { config, pack, statutes, database, onError } = input;
  const { db } = database;
  const tenantId = pack.tenant.id;
  const wallClock = input.wallClock ?? systemClock;
  const movable = config.isDemo ? await openMovableClock(db, tenantId, wallClock) : undefined;
  const clock = movable ?? wallClock;
  const { trialId } = config;
  const isTrial = trialId !== undefined;
  const keys = readKeyFile(config.secretKeyFile);
  const secrets = createSecrets(isTrial ? trialKeys(keys, trialId) : keys);
  const jobs = createJobs({
    db,
    queueUrl: database.urls.queue,
    tenantId,
    isAlone: isTrial,
    onError,
  });
  const limiter = createRateLimiter(db, tenantId, wallClock);
  const notices = createNotices({ ...config, isTrial, tenantId, db, jobs, clock, secrets });
  const siteName = pack.siteName;
  const people = createPeople({
    db,
    tenantId,
    clock,
    wallClock,
    secrets,
    limiter,
    notices,
    jobs,
    siteName,
    sessionHours: config.sessionHours,
  });
  const files = createFileStore({
    db,
    tenantId,
    secrets,
    clock,
    directory: join(config.dataDirectory, 'files'),
  });
  const deps: CaseDeps = {
    tenantId,
    db,
    clock,
    jobs,
    secrets,
    statutes,
    policies: pack.policies,
    directory: createDirectory(db, tenantId, wallClock),
    evaluate: evaluateCondition,
    isTrial,
    findItem: (code, version) => findItem(db, tenantId, code, version ?? clock.now()),
  };
  const boardSignal = createBoardSignal({
    db,
    url: database.urls.app,
    tenantId,
    onError: (error) => onError(error, 'board'),
  });
  const cases = watchWrites(createCaseStore(db, tenantId), () => boardSignal.touch());
  const proxyBook = createProxyBook({
    db,
    tenantId,
    postsOf: async (personId) => (await deps.directory.staff()).postsOf(personId),
  });
  const itemName = async (code: string): Promise<string | undefined> =>
    (await findItem(db, tenantId, code, clock.now()))?.name;
  const templatesDir = join(pack.directory, 'templates');
  const manifest = await readTemplateManifest(templatesDir, pack.overlayTemplates);
  const documentNames = {
    'zh-CN': Object.fromEntries(manifest.templates.map(({ id, name }) => [id, name])),
    en: Object.fromEntries(manifest.templates.map(({ id, nameEn }) => [id, nameEn])),
  };
  const sealer = createFormSealer(secrets, tenantId);
  const issuing = issuingParts(input, deps, cases, files, templatesDir);
  const ledger: LedgerDeps = {
    tenantId,
    db,
    clock,
    store: cases,
    trees: createDayTrees(db, tenantId),
  };
  const draftStore = createDraftStore(db, tenantId);
  const drafts = createDrafts({
    ...deps,
    cases,
    drafts: draftStore,
    persons: people.persons,
    fileFacts: (sha256) => files.find(sha256),
  });
  const bundles = createBundles({ ...deps, bundles: pack.bundles, drafts });
  const officeStore = createOfficeStore(db, tenantId);
  const nowMs = (): number => instantMs(wallClock.now());
  const finders = {
    office: openLetterFinder(db, { tenantId, shelf: 'office', nowMs }),
    public: openLetterFinder(db, { tenantId, shelf: 'public', nowMs }),
  };
  const desk = createCaseDesk({
    ...deps,
    sealer,
    documentNames,
    findingTexts: replyFindingTexts,
    cases,
    lists: createTaskLists(db, tenantId, statutes.calendar),
    passwordHashOf: (password) => queryPasswordHash(secrets, tenantId, password),
    proxies: proxyBook,
  });
  const orgIdsOf = async (personId: string): Promise<string[]> => {
    const [staff, posts] = await Promise.all([deps.directory.staff(), deps.directory.posts()]);
    return staff.postsOf(personId).flatMap((post) => posts.get(post)?.orgId ?? []);
  };
  const proxiesDeps = { db, tenantId, clock, book: proxyBook, orgIdsOf, itemName };
  const proxies = createProxies(proxiesDeps);
  const accountDeps = {
    db,
    tenantId,
    now: () => clock.now(),
    forget() {
      people.sessions.forgetAll();
      deps.directory.forget();
    },
  };
  const accounts = createAccounts(accountDeps);
  const staffNames = async (wanted: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    // Whatever a client sends; the database would take another text for a fault.
    const personIds = wanted.filter(isUuid);
    if (personIds.length === 0) return new Map();
    const today = civilDate(clock.now());
    const found = await findStaff(db, tenantId, { today, personIds });
    return new Map(found.map(({ personId, name }) => [personId, name]));
  };
  const models = createLetterModels(deps);
  jobs.register(TRAINING, () => models.train(), TRAINING_TIME);
  const joint: JointDeps = { ...deps, cases };
  const target = uploadTarget(config, pack);
  const exchange = createExchange({
    ...deps,
    wallClock,
    cases,
    sealer,
    notices,
    onError: (error) => onError(error, 'upload'),
    ...(target !== undefined && { target }),
  });
  const reviews: ReviewDeps = {
    ...deps,
    cases,
    notices,
    persons: people.persons,
    limiter,
    publicUrl: config.publicUrl,
    reviewData: pack.reviewData,
  };
  jobs.register<ReviewWorkPayload>(REVIEW_WORK, ({ reviewId }) =>
    openRectification(reviews, reviewId),
  );
  const watcher = createWatcher({
    ...deps,
    wallClock,
    cases,
    notices,
    data: pack.supervision,
    openOrder: (body, origin) => openOrder({ ...deps, cases }, body, origin),
  });
  jobs.register<HitOrderPayload>(ORDER_JOB, ({ hitId }) => watcher.orderOfHit(hitId));
  jobs.register('watch-days', () => watcher.catchUp(), WATCHING_TIME);
  const supervision = { ...deps, desk, rules: watcher.rules, data: pack.supervision };
  jobs.register<TrialPayload>(TRIAL, ({ trialId }) => runTrial(supervision, trialId));
  registerFollowUp({
    ...deps,
    cases,
    notices,
    issuing,
    joint,
    reviews,
    sealer,
    exchange,
    publicUrl: config.publicUrl,
    watchCase: (caseId) => watcher.watchCase(caseId),
  });
  const siteWatch = { ...deps, publicUrl: config.publicUrl };
  jobs.register(SITE_PROBE, () => probeSite(siteWatch), PROBING_TIME);
  jobs.register(SITE_LOOK, () => lookOverSite(siteWatch), LOOKING_TIME);
  jobs.register('publish-ledger', async () => void (await publishRoots(ledger)), PUBLISHING_TIME);
  const authority = config.timestampUrl;
  if (authority !== undefined) {
    jobs.register(
      'stamp-ledger',
      async () => void (await stampHeads(ledger, { authority })),
      STAMPING_TIME,
    );
  }
  // Look-ups by code need no marking; the lists of items follow within a minute.
  jobs.register('items-into-force', () => bringIntoForce(db, tenantId, clock.now()), '* * * * *');
  jobs.register(FOLLOWING, async () => void (await followEvents(deps)), '* * * * *');
  const countyNames = countyNamesOf(pack);
  const weekly = { ...deps, desk, notices, countyNames };
  jobs.register('letters-weekly', () => tellWeekly(weekly), WEEKLY_TIME);
  const watchTurned = registerWatchTurned(jobs, watcher, tenantId);
  const timekeeper = createTimekeeper({
    ...deps,
    cases,
    notices,
    publicUrl: config.publicUrl,
    ...(pack.alarms === undefined ? {} : { alarms: pack.alarms }),
    onTurned: async (tx, turned) => {
      boardSignal.touch();
      await watchTurned(tx, turned);
    },
    onError: (error) => onError(error, 'timekeeper'),
  });
  return {
    input,
    config,
    pack,
    deps,
    movable,
    clock,
    wallClock,
    limiter,
    notices,
    people,
    files,
    cases,
    documentNames,
    sealer,
    issuing,
    joint,
    reviews,
    ledger,
    exchange,
    countyNames,
    draftStore,
    drafts,
    bundles,
    boardSignal,
    desk,
    finders,
    models,
    officeStore,
    office: createOffice({
      ...deps,
      cases,
      sealer,
      store: officeStore,
      materialsOf: (personId, materials) => drafts.materialsOf(personId, materials),
    }),
    staffNames,
    accountDeps,
    accounts,
    proxies,
    proxiesDeps,
    handOvers: createHandOvers({
      ...deps,
      cases,
      accounts,
      proxies,
      sessions: people.sessions,
      refusals: caseRefusals,
    }),
    timekeeper,
    watcher,
    supervision,
    jobs,
    refusals: mergeRefusals(
      platformRefusals,
      peopleRefusals,
      accountRefusals,
      fileRefusals,
      caseRefusals,
      bundleRefusals,
      certificateRefusals,
      ledgerRefusals,
      exchangeRefusals,
      proxyRefusals,
      handOutRefusals,
      letterReportRefusals,
      indicatorRefusals,
      rehearsalRefusals,
      supervisionRefusals,
      trialRefusals,
      officeRefusals,
      letterRefusals,
      publicLetterRefusals,
      reviewRefusals,
      designerRefusals,
      bpmnRefusals,
      boardRefusals,
    ),
  };
}

/** Of the county and of what lies above it: every letter may say them, and none is told by them. */
function countyNamesOf({ organisations, tenant }: Pack): string[] {
  const above = organisations.filter(({ kind }) => kind === 'superior');
  return [tenant.name, ...above.map(({ name }) => name)];
}

function issuingParts(
  { config, pack }: AssemblyInput,
  deps: CaseDeps,
  store: ReturnType<typeof createCaseStore>,
  files: ReturnType<typeof createFileStore>,
  templatesDir: string,
): IssuingDeps {
  const { db, tenantId, clock, secrets, isTrial } = deps;
  const authorityName = pack.organisations[0]?.name ?? pack.tenant.name;
  return {
    ...deps,
    store,
    renderer: createRenderer({
      templatesDir,
      overlays: pack.overlayTemplates,
      isTrial: isTrial === true,
    }),
    files,
    seals: createOrgSeals({
      db,
      tenantId,
      clock,
      secrets,
      authorityName: isTrial === true ? trialAuthority(authorityName) : authorityName,
    }),
    publicUrl: config.publicUrl,
    siteName: pack.siteName,
    servicePhone: pack.servicePhone,
  };
}
