import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readPublishedRoots, type LedgerReceipt } from '@yichuang/kernel/ledger';
import { describe, expect, it } from 'vitest';
import { exampleContext } from '../examples/pages.examples.ts';
import { heads as headExamples, roots as rootExamples } from '../examples/services.examples.ts';
import { ledgerFeed } from '../pages/ledger-feed.ts';
import { judgeReceipt } from './judge-receipt.ts';

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
const text = readFileSync(new URL('../../../../e2e/receipt.json', import.meta.url), 'utf8');
const receipt = JSON.parse(text) as Required<LedgerReceipt>;
const { day, root, log } = receipt.inclusion;
const headRoot = log?.root ?? '';
const other = root.replace(/^./, (c) => (c === '0' ? '1' : '0'));

const verdictOf = (receiptText: string, known = '', site = {}) =>
  judgeReceipt(receiptText, known, sha256, site).verdict;
const changed = (change: object) => JSON.stringify({ ...receipt, ...change });

const feed = ledgerFeed(
  exampleContext(),
  [{ day, size: 3, root, publishedAt: '2026-11-19T16:20:00.000Z' }, ...rootExamples],
  [
    {
      tenantId: '420527',
      size: 3,
      day: '2026-11-20',
      root: headRoot,
      publishedAt: '2026-11-20T16:20:00.000Z',
      stamps: [],
    },
    ...headExamples,
  ],
).text;

describe('what a reader brings along', () => {
  it('is a root copied by hand, in groups and capitals or not', () => {
    const groups = root.toUpperCase().replace(/.{8}/g, '$& ');
    for (const typed of [root, ` ${root}\n`, groups]) {
      expect(readPublishedRoots(typed)).toEqual({ copied: root });
    }
  });

  it('is the first digits of a root, as a wall shows them, but not fewer than 16', () => {
    expect(readPublishedRoots(root.slice(0, 16))).toEqual({ copied: root.slice(0, 16) });
    expect(readPublishedRoots(root.slice(0, 15))).toBeUndefined();
    expect(verdictOf(text, root.slice(0, 16))).toBe('own-day');
    expect(verdictOf(text, headRoot.slice(0, 20))).toBe('own-head');
    expect(verdictOf(text, other.slice(0, 16))).toBe('copied');
  });

  it('is a saved feed, with the root of each day and each head', () => {
    const known = readPublishedRoots(feed);
    expect(known?.days).toMatchObject({ [day]: root, '2026-11-20': rootExamples[1]?.root });
    expect(known?.heads).toMatchObject({ 118: headExamples[0]?.root });
  });

  it('is a saved answer of the interface about roots, heads or what binds two heads', () => {
    const [head] = headExamples;
    const days = { [day]: root };
    expect(readPublishedRoots(JSON.stringify({ roots: [{ day, root, size: 3 }] }))?.days).toEqual(
      days,
    );
    expect(readPublishedRoots(JSON.stringify({ day, root, size: 3 }))?.days).toEqual(days);
    expect(readPublishedRoots(JSON.stringify({ heads: headExamples }))?.heads).toMatchObject({
      117: headExamples[1]?.root,
    });
    expect(readPublishedRoots(JSON.stringify({ first: head, proof: [] }))?.heads).toEqual({
      118: head?.root,
    });
  });

  it.each(['', 'x', `${root}0`, '{', '[]', '{"roots":[]}', '{"root":"x"}', '<feed></feed>'])(
    'is no root: %s',
    (typed) => expect(readPublishedRoots(typed)).toBeUndefined(),
  );
});

describe('the verdict on a receipt', () => {
  it('names the root that it leads to: of day or log, brought along or the site’s', () => {
    expect(verdictOf(text, root)).toBe('own-day');
    expect(verdictOf(text, feed)).toBe('own-day');
    expect(verdictOf(text, headRoot)).toBe('own-head');
    expect(verdictOf(text, '', { days: { [day]: root } })).toBe('site');
    expect(verdictOf(text, '', { heads: { 3: headRoot } })).toBe('site');
  });

  it('does not call proven what was compared with nothing', () => {
    expect(judgeReceipt(text, '', sha256)).toMatchObject({ verdict: 'unanchored', tone: 'soon' });
    expect(verdictOf(text, JSON.stringify({ roots: rootExamples }))).toBe('elsewhere');
    expect(verdictOf(text, 'what is a root?')).toBe('unreadable');
    expect(verdictOf(text, 'what is a root?', { days: { [day]: root } })).toBe('unreadable');
  });

  it('believes the root that the reader brought and not the site', () => {
    expect(verdictOf(text, other, { days: { [day]: root } })).toBe('copied');
    expect(verdictOf(text, root, { days: { [day]: other } })).toBe('own-day');
    expect(verdictOf(text, '', { days: { [day]: other } })).toBe('root');
  });

  it('finds a changed word, another day, a false path, and what is no receipt', () => {
    const { inclusion, event } = receipt;
    const forged = { ...(event as object), at: '2026-11-18T02:15:00.000Z' };
    expect(verdictOf(changed({ event: forged }))).toBe('hash');
    expect(verdictOf(changed({ inclusion: { ...inclusion, day: '2026-11-18' } }))).toBe('day');
    expect(verdictOf(changed({ inclusion: { ...inclusion, index: 0 } }))).toBe('inclusion');
    const moved = { ...inclusion, log: { ...log, index: 0 } };
    expect(verdictOf(changed({ inclusion: moved }))).toBe('log');
    expect(verdictOf(changed({ inclusion: undefined }))).toBe('not-yet');
    for (const none of ['', 'x', '{}', 'null', '[]', changed({ hash: 'x' })]) {
      expect(judgeReceipt(none, root, sha256)).toEqual({
        verdict: 'malformed',
        tone: 'bad',
        facts: {},
      });
    }
  });

  it('shows what the receipt is about', () => {
    expect(judgeReceipt(text, root, sha256).facts).toEqual({
      number: '云溪施许〔2026〕000117号',
      item: '建筑工程施工许可',
      at: '2026-11-19T02:15:00.000Z',
      day,
      root,
      headSize: 3,
      headRoot,
    });
  });
});
