import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LetterPage, LetterReceipt } from '@yichuang/contracts';
import { letterForm, openLetterSite, type LetterSite } from '../assembly/testing-letters.ts';

let site: LetterSite;
const numbers: string[] = [];

beforeAll(async () => {
  site = await openLetterSite();
  for (let n = 0; n < 5; n += 1) {
    const form = { ...letterForm, title: `${letterForm.title}${n}`, category: '城乡建设' };
    const entry = { itemCode: 'wz-complaint', channel: 'phone', form, sender: { name: '王女士' } };
    const office = await site.staff('tang.minyi');
    const entered = await office.send('POST', '/api/letters/entries', entry);
    const { caseId, number } = entered.json<LetterReceipt>();
    await site.follow(caseId);
    numbers.unshift(number);
    if (n !== 0) continue;
    const referral = { toOrg: 'yunxi/lp', manner: 'transfer', note: '' };
    await site.act('tang.minyi', caseId, 'AcceptCase', { opinion: '', referral });
  }
});
afterAll(() => site[Symbol.asyncDispose]());

async function list(name: string, query: Readonly<Record<string, string>>): Promise<LetterPage> {
  const caller = await site.staff(name);
  const answer = await caller.send('GET', `/api/letters?${new URLSearchParams(query).toString()}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

const numbersOf = ({ rows }: LetterPage): string[] => rows.map(({ number }) => number);

describe('the list of letters', () => {
  it.each([
    ['without words', {}],
    ['with words', { q: '夜间施工 打桩' }],
  ] as const)('comes in pages without gap or repetition, newest first, %s', async (_, words) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const place = cursor === undefined ? {} : { cursor };
      const page = await list('tang.minyi', { ...words, limit: '2', ...place });
      seen.push(...numbersOf(page));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(seen).toEqual(numbers);
  });

  it('of a unit holds what was referred to it and nothing else', async () => {
    const own = [numbers.at(-1)];
    expect(numbersOf(await list('wu.dayou', {}))).toEqual(own);
    expect(numbersOf(await list('wu.dayou', { q: '打桩' }))).toEqual(own);
    expect(numbersOf(await list('lu.tong', {}))).toEqual([]);
  });

  it('is narrowed by kind, unit, phase, category, day and ids', async () => {
    const first = [numbers.at(-1)];
    const office = (query: Readonly<Record<string, string>>) => list('tang.minyi', query);
    expect(numbersOf(await office({ unitId: 'yunxi/lp' }))).toEqual(first);
    expect(numbersOf(await office({ phase: 'accepted' }))).toEqual(first);
    expect(numbersOf(await office({ kind: 'complaint', category: '城乡建设' }))).toEqual(numbers);
    expect(numbersOf(await office({ kind: 'thanks' }))).toEqual([]);
    expect(numbersOf(await office({ until: '2001-01-01' }))).toEqual([]);
    const { rows } = await office({ unitId: 'yunxi/lp' });
    const ids = `${rows[0]?.caseId},not-an-id`;
    expect(numbersOf(await office({ ids }))).toEqual(first);
    expect(numbersOf(await list('lu.tong', { ids }))).toEqual([]);
  });

  it('begins again at a cursor that nobody gave out', async () => {
    expect(numbersOf(await list('tang.minyi', { cursor: 'x', limit: '1' }))).toEqual([numbers[0]]);
  });
});
