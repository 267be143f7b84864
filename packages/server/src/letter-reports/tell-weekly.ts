import { civilDate } from '@yichuang/kernel/time';
import { formatDay } from '../cases/index.ts';
import type { Notices } from '../notices/index.ts';
import { findAble } from '../people/index.ts';
import type { Jobs } from '../platform/jobs/index.ts';
import { reportHotTopics } from './hot-topic-report.ts';
import type { ReportDeps } from './report-deps.ts';
import { lastWeekOf } from './report-period.ts';
import { publicReader } from './report-reader.ts';
import { reportUnsolved } from './unsolved-report.ts';

/** Monday 07:00 in China, written in UTC as jobs are. */
export const WEEKLY_TIME = '0 23 * * 0';

export interface WeeklyDeps extends ReportDeps {
  readonly notices: Pick<Notices, 'queueInTx'>;
  readonly jobs: Pick<Jobs, 'wake'>;
}

const MOST_NAMED = 3;
const LANGUAGE = 'zh-CN';

/**
 * Tells who reads the reports what the last week brought, once a week however often the job runs.
 * Nothing withheld is counted or named: a notice lies open on a phone.
 */
export async function tellWeekly(deps: WeeklyDeps): Promise<void> {
  const today = civilDate(deps.clock.now());
  const week = lastWeekOf(today);
  const reader = { ...publicReader, keys: ['post:capability:letter-reports'] };
  const [report, unsolved, people] = await Promise.all([
    reportHotTopics(deps, week, reader, LANGUAGE),
    reportUnsolved(deps, today.slice(0, 7), reader, LANGUAGE),
    findAble(deps.db, deps.tenantId, ['letter-reports'], today),
  ]);
  const named = (report?.topics ?? []).slice(0, MOST_NAMED);
  const params = {
    from: formatDay(week.from, LANGUAGE),
    until: formatDay(week.until, LANGUAGE),
    received: String(report?.letters ?? 0),
    topics: named.length === 0 ? '—' : named.map(({ title }) => title).join('、'),
    unsolved: String(unsolved.rows.length),
  };
  await deps.db.tx(async (tx) => {
    for (const personId of people) {
      await deps.notices.queueInTx(tx, {
        channel: 'inbox',
        template: 'letters-weekly',
        params,
        dedupeKey: `letters ${week.from} ${personId}`,
        personId,
      });
    }
  });
  deps.jobs.wake();
}
