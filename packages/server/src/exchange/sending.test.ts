import { describe, expect, it } from 'vitest';
import type { UploadAnswer, UploadMessage } from '@yichuang/contracts';
import type { UploadShape } from '../catalogue/index.ts';
import { digestOf, digestOfDay } from './digest.ts';
import { differencesOf } from './compare-day.ts';
import { judgeAnswers, maskNumbers } from './judge-answers.ts';
import type { PreparedCase } from './prepare-case.ts';
import { casePauseMs, standingPauseMs } from './send-cases.ts';
import { uploadTarget } from './upload-target.ts';

const message = (seq: number): UploadMessage => ({
  id: `c/${seq}/t@s@1`,
  caseId: 'c',
  seq,
  table: 't',
  shape: 's@1',
  day: '2026-11-22',
  after: null,
  digest: 'a'.repeat(64),
  rows: [{ a: 'b' }],
});

const prepared = (change: Partial<PreparedCase> = {}): PreparedCase => ({
  claimed: { caseId: 'c', sentSeq: 0, attempts: 0, restartedAt: null },
  messages: [message(2), message(5), message(7)],
  endSeq: 9,
  ...change,
});

function judged(statuses: readonly UploadAnswer['status'][], change?: Partial<PreparedCase>) {
  const answers = statuses.map((status, i) => {
    const { id } = prepared().messages[i] ?? message(0);
    return [id, { id, status, reason: '缺少登记' }] as const;
  });
  return judgeAnswers(prepared(change), new Map(answers));
}

describe('what the answers mean', () => {
  it('all there: the case has come to the last event that was read', () => {
    expect(judged(['stored', 'known', 'stored'])).toMatchObject({ state: 'done', sentSeq: 9 });
  });

  it('a refusal holds the case before the event that was refused', () => {
    expect(judged(['stored', 'refused', 'stored'])).toMatchObject({
      state: 'held',
      sentSeq: 4,
      answered: [message(2)],
      problem: { kind: 'refused', seq: 5, reason: '缺少登记' },
    });
  });

  it('silence about a message is no answer, whatever is said of later ones', () => {
    const answers = new Map([[message(7).id, { id: message(7).id, status: 'stored' as const }]]);
    expect(judgeAnswers(prepared(), answers)).toMatchObject({ state: 'unanswered', sentSeq: 1 });
  });

  it('early: from the start, unless that is where it began', () => {
    const begun = { caseId: 'c', sentSeq: 1, attempts: 0, restartedAt: null };
    expect(judged(['early'], { claimed: begun })).toMatchObject({ state: 'restart', sentSeq: 0 });
    expect(judged(['early'])).toMatchObject({ state: 'held', problem: { kind: 'out-of-order' } });
  });

  it('what could not be made holds the case after what could', () => {
    const problem = { kind: 'invalid' as const, seq: 10, table: 't' };
    expect(judged(['stored', 'stored', 'stored'], { problem })).toMatchObject({
      state: 'held',
      sentSeq: 9,
      problem,
    });
  });
});

describe('a receiver’s reason', () => {
  it.each([
    ['证件号码11010119000110001X未登记', '证件号码110…1X未登记'],
    ['phone 19900000003 unknown', 'phone 199…03 unknown'],
    ['代码91370881YYYY001510有误', '代码91370881YYYY001510有误'],
    ['办件20261123000001重复', '办件20261123000001重复'],
    ['第12行', '第12行'],
  ])('%s is kept as %s', (reason, kept) => {
    expect(maskNumbers(reason)).toBe(kept);
  });
});

describe('pauses', () => {
  it('grow to a quarter of an hour for the receiver, to an hour for one case', () => {
    expect([3, 4, 5, 20].map(standingPauseMs)).toEqual([10_000, 20_000, 40_000, 900_000]);
    expect([1, 2, 3, 9].map(casePauseMs)).toEqual([10_000, 40_000, 160_000, 3_600_000]);
  });
});

describe('digests', () => {
  it('of rows depend on the token and not on the order of columns', () => {
    const one = digestOf([{ a: '1', b: '2' }], 'token');
    expect(digestOf([{ b: '2', a: '1' }], 'token')).toBe(one);
    expect(digestOf([{ a: '1', b: '2' }], 'other')).not.toBe(one);
  });

  it('of a day are as the document says', () => {
    const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    expect(digestOfDay([])).toBe(empty);
  });

  it('that differ are told message by message', () => {
    const listed = (caseId: string, digest: string) => ({ caseId, seq: 1, digest });
    const ours = [listed('a', '1'), listed('b', '1'), listed('c', '1')];
    const theirs = [listed('a', '1'), listed('b', '2'), listed('d', '1')];
    expect(differencesOf('t', ours, theirs)).toEqual([
      { caseRef: 'b', seq: 1, table: 't', kind: 'other' },
      { caseRef: 'c', seq: 1, table: 't', kind: 'missing' },
      { caseRef: 'd', seq: 1, table: 't', kind: 'unknown' },
    ]);
  });
});

describe('where it goes', () => {
  const shape = { id: 's', version: 1, tables: [] } as unknown as UploadShape;
  const tenant = { id: 'yunxi', name: '云溪县', nameEn: 'Yunxi', regionCode: '999921' };
  const upload = { url: 'https://up.gov.example', token: 'x' };

  it('is nobody without an address, and an error without a shape', () => {
    const pack = { tenant, isFictional: false };
    expect(uploadTarget({ isDemo: false }, { ...pack, uploadShape: shape })).toBeUndefined();
    expect(() => uploadTarget({ upload, isDemo: false }, pack)).toThrow('packs/exchange');
  });

  it.each([
    [false, false, false],
    [true, false, true],
    [false, true, true],
  ])('invented county %s, demo %s: marked as a test %s', (isFictional, isDemo, isTest) => {
    const pack = { tenant, isFictional, uploadShape: shape };
    expect(uploadTarget({ upload, isDemo }, pack)).toMatchObject({ isTest });
  });
});
