import { plainDate } from '@yichuang/kernel/time';
import { expect, test } from 'vitest';
import { dayOf, letterOfRow } from './letter-of-row.ts';
import { readLetterTable } from './letter-table.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('columns are known by any of their headers, with blanks, in any order', async () => {
  const { rows, headers } = await readLetterTable(bytes('内 容,Title,工单编号\n很吵,噪音,7\n'));
  expect(rows).toEqual([{ row: 2, cells: { body: '很吵', title: '噪音', sourceNumber: '7' } }]);
  expect(headers.body).toBe('内 容');
});

test('lines of JSON give texts and numbers; what is neither is left out', async () => {
  const line = '{"id": 7, "title": "噪音", "detail": "很吵", "topic": null, "team": ["a"]}';
  const { rows, problems } = await readLetterTable(bytes(`\uFEFF${line}\n\n[1]\n`));
  expect(rows.map(({ cells }) => cells)).toEqual([
    { sourceNumber: '7', title: '噪音', body: '很吵' },
  ]);
  expect(problems).toMatchObject([{ row: 3, code: 'row-broken' }]);
});

test('a day is read as people write it, whatever time stands behind it', () => {
  for (const text of [
    '2026-09-01',
    '2026/9/1 08:30',
    '2026.9.1',
    '2026年9月1日',
    ' 2026-09-01T08:00',
  ]) {
    expect(dayOf(text)).toBe('2026-09-01');
  }
  for (const text of ['2026-02-30', '1.9.2026', '2026-09-011', ''])
    expect(dayOf(text)).toBeUndefined();
});

test('every problem of a row is named at once', () => {
  const cells = { sourceNumber: '7', phone: '12', likes: '-1', receivedOn: '2027-01-01' };
  const context = { headers: { phone: '电话' }, today: plainDate('2026-11-22'), orgs: [] };
  const read = letterOfRow({ row: 2, cells }, context);
  expect('problems' in read ? read.problems.map(({ column, code }) => [column, code]) : []).toEqual(
    [
      ['title', 'cell-empty'],
      ['body', 'cell-empty'],
      ['receivedOn', 'day-to-come'],
      ['电话', 'phone-wrong'],
      ['likes', 'count-wrong'],
    ],
  );
});
