import type { ItemDefinition } from '@yichuang/kernel/case';
import { plainDate } from '@yichuang/kernel/time';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asItemDefinition } from '../catalogue/index.ts';
import { startForm, startPhrases } from './start-values.ts';

const pack = join(import.meta.dirname, '../../../../packs/office-basics/items');
const itemOf = (name: string): ItemDefinition =>
  asItemDefinition(JSON.parse(readFileSync(join(pack, `${name}.json`), 'utf8')), 'yunxi');
const today = plainDate('2026-11-22');
const begin = (name: string, last: Record<string, string | number>[] = []) =>
  startForm(itemOf(name), { today, known: {}, last });

describe('a leave begins', () => {
  it('with today, a whole day, and the kind that is asked for most', () => {
    expect(begin('leave')).toEqual({
      kind: 'annual',
      fromOn: '2026-11-22',
      fromHalf: 'am',
      toOn: '2026-11-22',
      toHalf: 'pm',
    });
  });

  it('with the kind of the last time, but not with its days, halves or reason', () => {
    const last = { kind: 'personal', fromOn: '2026-03-02', toOn: '2026-03-09', toHalf: 'am' };
    expect(begin('leave', [{ ...last, reason: '家中有事', days: 5.5 }])).toMatchObject({
      kind: 'personal',
      fromOn: '2026-11-22',
      toOn: '2026-11-22',
      toHalf: 'pm',
    });
    expect(begin('leave', [{ ...last, reason: '家中有事' }])['reason']).toBeUndefined();
  });

  it('with the default where the last choice is no longer offered', () => {
    expect(begin('leave', [{ kind: 'sabbatical' }])['kind']).toBe('annual');
  });
});

it('amounts of money are never taken from the last time', () => {
  const form = begin('expense', [{ kind: 'meeting', fare: 320, total: 320, invoices: 4 }]);
  expect(form).toEqual({ kind: 'meeting', invoices: 1 });
});

it('the unit of the last time is offered again', () => {
  expect(begin('assignment', [{ toOrg: 'yunxi/zjj/aqz' }])['toOrg']).toBe('yunxi/zjj/aqz');
});

it('one-touch words are those that the person wrote, then the item’s, each once', () => {
  const last = [{ reason: '参加培训' }, { reason: '家中有事' }, { reason: '字'.repeat(21) }];
  expect(startPhrases(itemOf('leave'), last)['reason']).toEqual([
    '参加培训',
    '家中有事',
    '身体不适就医',
    '探望父母',
    '接送孩子',
  ]);
});
