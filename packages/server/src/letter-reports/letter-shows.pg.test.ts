/** The whole way of a city's letters: through the staff's import into the reports of leaders. */
import { existsSync, readFileSync } from 'node:fs';
import type { HotTopicReport, LetterImportReport, LetterStatistics } from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSite, type TestCaller, type TestSite } from '../assembly/testing-site.ts';
import { measureTopics } from '../insight/index.ts';

const folder = new URL('../../../../../shared/data/letters/', import.meta.url);
const document = new URL('../../../../docs/letters-reports.md', import.meta.url);
const isGiven = existsSync(folder);
const FIVE_MINUTES = 300_000;

describe.runIf(isGiven)('letters of a city (skipped without ../shared)', () => {
  let site: TestSite;
  let clerk: TestCaller;
  let leader: TestCaller;

  beforeAll(async () => {
    site = await openTestSite();
    [clerk, leader] = await Promise.all([site.staff('tang.minyi'), site.staff('wen.tong')]);
  });
  afterAll(() => site[Symbol.asyncDispose]());

  async function imported(file: string): Promise<LetterImportReport> {
    const bytes = readFileSync(new URL(file, folder));
    const answer = await clerk.sendFile(`/api/letters/import?itemCode=wz-complaint`, file, bytes);
    return answer.json();
  }

  test(
    'are imported, and their hot topics are those that people named, as the document says',
    { timeout: FIVE_MINUTES },
    async () => {
      const report = await imported('messages_hot.jsonl');
      expect(report).toMatchObject({ rows: 2562, added: 2562, known: 0, problems: [] });
      const period = 'from=2017-01-01&until=2020-01-31';
      const found = await leader.send('GET', `/api/letters/reports/hot-topics?${period}`);
      const { letters, topics } = found.json<HotTopicReport>();
      expect(letters).toBe(2562);
      const named = await namedBySource();
      const source = await sourcesOf();
      const hottest = topics.map((topic) => ({
        letterIds: topic.ids.map((id) => source.get(id) ?? ''),
      }));
      const { found: hit, f1 } = measureTopics(hottest, named, 20);
      expect(hit.length).toBeGreaterThanOrEqual(15);
      const told = readFileSync(document, 'utf8');
      const size = new Set(named.values()).size;
      expect(told).toContain(`**${hit.length} of ${size}** named topics`);
      expect(told).toContain(`pairwise F1 **${f1.toFixed(3)}**`);
    },
  );

  test(
    'with their answers are over on the days stated, and count in the statistics',
    { timeout: FIVE_MINUTES },
    async () => {
      const report = await imported('replies.jsonl');
      expect([report.rows, report.added + report.known + report.problems.length]).toEqual([
        1690, 1690,
      ]);
      expect(report.added).toBeGreaterThan(1600);
      const figures = await leader.send(
        'GET',
        '/api/letters/reports/statistics?from=2010-01-01&until=2020-12-31',
      );
      const { answered, onTimeShare } = figures.json<LetterStatistics>();
      expect(answered).toBe(report.added);
      // What another office answered by its own limits is not judged here.
      expect(onTimeShare).toBeUndefined();
    },
  );

  async function namedBySource(): Promise<Map<string, string>> {
    const lines = readFileSync(new URL('messages_hot.jsonl', folder), 'utf8').trim().split('\n');
    return new Map(
      lines.flatMap((line): [string, string][] => {
        const { msg_id: id, topic } = JSON.parse(line) as { msg_id: number; topic: string | null };
        return topic === null ? [] : [[`${id}`, topic]];
      }),
    );
  }

  async function sourcesOf(): Promise<ReadonlyMap<string, string>> {
    const rows = await site.database.db.query<{ case_id: string; source_number: string }>(
      'SELECT case_id, source_number FROM letter WHERE source_number IS NOT NULL',
    );
    return new Map(rows.map((row) => [row.case_id, row.source_number]));
  }
});
