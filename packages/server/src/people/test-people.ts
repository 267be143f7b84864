import { addMs, instant, type Instant } from '@yichuang/kernel/time';
import { createTestDatabase } from '../platform/db/test-database.ts';
import { buildApp, platformRefusals, type App } from '../platform/http/index.ts';
import { createJobs, type Jobs } from '../platform/jobs/index.ts';
import { createRateLimiter } from '../platform/rate-limit/index.ts';
import { mergeRefusals } from '../platform/refusal.ts';
import { createSecrets } from '../platform/secrets/index.ts';
import { createNotices, noticeRoutes, type Notices } from '../notices/index.ts';
import { createPeople, type People } from './people.ts';
import { peopleRefusals } from './refusals.ts';
import { peopleRoutes } from './routes.ts';

/** A county with people, for tests: real database, queue and HTTP; a clock that obeys. */
export interface PeopleFixture {
  readonly app: App;
  readonly people: People;
  readonly notices: Notices;
  readonly jobs: Jobs;
  readonly test: Awaited<ReturnType<typeof createTestDatabase>>;
  now(): Instant;
  pass(ms: number): void;
  stop(): Promise<void>;
}

const tenantId = 't1';

export async function createPeopleFixture(): Promise<PeopleFixture> {
  const test = await createTestDatabase();
  const { db } = test;
  let at = instant('2026-11-22T04:00:00.000Z');
  const clock = { now: () => at };
  const secrets = createSecrets([{ id: 'k1', bytes: Buffer.alloc(32, 7) }]);
  const jobs = createJobs({ db, queueUrl: test.urls.queue, tenantId });
  const base = { db, tenantId, clock, secrets, jobs };
  const notices = createNotices({ ...base, isDemo: true, mailFrom: 'no-reply@county.test' });
  const people = createPeople({
    ...base,
    wallClock: clock,
    limiter: createRateLimiter(db, tenantId, clock),
    notices,
    siteName: 'Yunxi',
    sessionHours: 12,
  });
  const app = await buildApp({
    config: { publicUrl: 'http://county.test', trustProxy: false, logLevel: 'silent' },
    guard: people.guard,
    refusals: mergeRefusals(platformRefusals, peopleRefusals),
    readiness: {},
  });
  peopleRoutes(app, people, { sessionHours: 12 });
  noticeRoutes(app, notices, { isDemo: true });
  await people.organisation.put(
    [
      { id: 'county', name: 'County', kind: 'county' },
      { id: 'housing', parentId: 'county', name: 'Housing', kind: 'department' },
      { id: 'section', parentId: 'housing', name: 'Section', kind: 'section' },
    ],
    [
      { id: 'window', orgId: 'housing', name: 'Window', capabilities: ['clerk'] },
      { id: 'admin', orgId: 'county', name: 'Administrator', capabilities: ['administrator'] },
    ],
  );
  return {
    app,
    people,
    notices,
    jobs,
    test,
    now: () => at,
    pass: (ms) => (at = addMs(at, ms)),
    async stop() {
      await jobs.stop();
      await app.close();
      await test.drop();
    },
  };
}
