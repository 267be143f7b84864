import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { letterForm, openLetterSite, type LetterSite } from '../assembly/testing-letters.ts';
import { moveSite } from '../assembly/move-site.ts';
import { readJournal } from '../ledger/index.ts';
import { hitStream } from './record-hits.ts';

let site: LetterSite;
let caseId: string;

beforeAll(async () => {
  site = await openLetterSite();
  const receipt = await site.quick({ itemCode: 'wz-complaint', form: letterForm });
  caseId = receipt.caseId;
  await site.follow(caseId);
});
afterAll(() => site[Symbol.asyncDispose]());

interface Row extends Record<string, unknown> {
  readonly id: string;
  readonly rule_id: string;
  readonly light: string;
  readonly status: string;
  readonly evidence: { readonly hash: string }[];
}

const hits = (): Promise<Row[]> =>
  site.database.db.query<Row>(
    'SELECT id, rule_id, light, status, evidence FROM watch_hit ORDER BY found_at, rule_id',
  );
const later = (workingDays: number): Promise<void> => moveSite(site.parts, { workingDays });

describe('rules asked as cases go on', () => {
  test('nothing is found in a letter that was just written', async () => {
    expect(await hits()).toEqual([]);
  });

  test('a limit that turns is a hit at once, yellow and then red', async () => {
    await later(13);
    const early = await hits();
    expect(early.map(({ light }) => light)).toContain('yellow');
    await later(30);
    const late = (await hits()).filter(({ light }) => light === 'red');
    expect(late.map(({ rule_id }) => rule_id)).toContain('JC-X2');
  });

  test('asked again, the rules find nothing twice', async () => {
    const before = await hits();
    await site.parts.watcher.watchCase(caseId);
    await site.parts.watcher.catchUp();
    expect(await hits()).toEqual(before);
  });

  test('a hit rests on events by their hashes, and stands in the journal', async () => {
    const [red] = (await hits()).filter(({ light }) => light === 'red');
    const events = await site.parts.cases.events(caseId);
    const known = new Set(events.map(({ hash }): string => hash));
    expect(red?.evidence.length).toBeGreaterThan(0);
    expect(red?.evidence.every(({ hash }) => known.has(hash))).toBe(true);
    const { db } = site.database;
    const entries = await readJournal(db, site.parts.deps.tenantId, hitStream(red?.id ?? ''));
    expect(entries.map(({ type }) => type)).toEqual(['WatchHitFound']);
  });

  test('the database resolves no red hit, and changes no version of a rule', async () => {
    const { db } = site.database;
    await expect(
      db.query("UPDATE watch_hit SET status = 'resolved' WHERE light = 'red'"),
    ).rejects.toThrow('watch_hit_red_stays');
    await expect(db.query("UPDATE watch_hit SET says = 'nothing'")).rejects.toThrow('denied');
    await expect(db.query('DELETE FROM watch_hit')).rejects.toThrow('denied');
    await expect(db.query("UPDATE watch_rule SET act = 'retired'")).rejects.toThrow('denied');
  });
});
