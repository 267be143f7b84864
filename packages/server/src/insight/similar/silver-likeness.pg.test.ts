import { existsSync, readFileSync } from 'node:fs';
import { instantFromMs } from '@yichuang/kernel/time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../platform/db/test-database.ts';
import { openLetterFinder } from './letter-finder.ts';
import { letterIndexPg } from './letter-index.pg.ts';

const given = new URL('../../../../../../shared/data/letters/messages_hot.jsonl', import.meta.url);
const document = new URL('../../../../../docs/insight.md', import.meta.url);
const tenantId = 'city-board';
/** Five hundred questions; other tests share the cores. */
const withinMs = 120_000;

interface Message {
  readonly msg_id: number;
  readonly title: string;
  readonly time: string;
  readonly detail: string | null;
  readonly topic: string | null;
}

const caseIdOf = (message: Message): string =>
  `00000000-0000-4000-8000-${String(message.msg_id).padStart(12, '0')}`;

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

describe.runIf(existsSync(given))('similar letters of a city (skipped without ../shared)', () => {
  it(
    'are among the first ten as often as docs/insight.md says',
    async () => {
      const messages = readFileSync(given, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Message);
      await letterIndexPg(test.db, tenantId, 'office').put(
        messages.map((message) => ({
          caseId: caseIdOf(message),
          receivedAt: instantFromMs(Date.parse(`${message.time.replace(' ', 'T')}+08:00`)),
          orgId: 'city',
          isWithheld: false,
          title: message.title,
          body: message.detail ?? '',
        })),
      );
      // As autovacuum does within a minute; before, each question takes a tenth of a second.
      await test.owner.query('ANALYZE letter_index');
      const finder = openLetterFinder(test.db, { tenantId, shelf: 'office', nowMs: () => 0 });
      const recallOf = async (bodyOf: (message: Message) => string): Promise<string> => {
        let sum = 0;
        const named = messages.filter(({ topic }) => topic !== null);
        for (const message of named) {
          const others = named.filter(
            (other) => other !== message && other.topic === message.topic,
          );
          const found = await finder.similar({
            draft: { title: message.title, body: bodyOf(message), caseId: caseIdOf(message) },
            rights: { maySeeWithheld: false },
            most: 10,
            leastScore: 0,
          });
          const ids = new Set(found.map(({ caseId }) => caseId));
          const hits = others.filter((other) => ids.has(caseIdOf(other))).length;
          sum += hits / Math.min(10, others.length);
        }
        return (sum / named.length).toFixed(3);
      };
      const told = readFileSync(document, 'utf8');
      for (const [what, figure] of Object.entries({
        'title alone': await recallOf(() => ''),
        'whole letter': await recallOf(({ detail }) => detail ?? ''),
      })) {
        expect(told).toMatch(new RegExp(`\\| ${what} +\\| ${figure} +\\|`, 'u'));
      }
    },
    withinMs,
  );
});
