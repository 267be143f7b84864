import type { UploadOverview } from '@yichuang/contracts';
import { describe, expect, it } from 'vitest';
import { translator } from '../texts/locale.ts';
import { problemWords, stateWords } from './upload-words.ts';

const t = translator('zh-CN');
const at = (instant: string): string => instant.slice(0, 10);
const view: UploadOverview = {
  state: 'up-to-date',
  isTest: true,
  isPlain: false,
  behindCases: 0,
  heldCases: 0,
  held: [],
  days: [],
  contradictedDays: [],
};

describe('the state of the upload in one sentence', () => {
  it.each([
    [{}, 'good', '已全部上报'],
    [{ state: 'off' }, 'off', '没有配置上报，什么也没有发送'],
    [
      { state: 'behind', behindCases: 3, behindSince: '2026-11-22T01:00:00.000Z' },
      'waiting',
      '还有 3 件办件没有报完，最早的从 2026-11-22 等起',
    ],
    [
      { days: [{ day: '2026-11-22', messages: 9, cases: 2, differences: 1 }] },
      'waiting',
      '有 1 天的数据与接收方不一致',
    ],
    [{ heldCases: 2 }, 'waiting', '有 2 件办件报不上去，需要处理'],
    [
      {
        state: 'standing',
        heldCases: 2,
        standingSince: '2026-11-22T01:00:00.000Z',
        fault: { kind: 'status', status: 401 },
      },
      'bad',
      '上报停了：接收方应答 401（2026-11-22 起）',
    ],
  ] as const)('%j is %s: %s', (change, tone, title) => {
    expect(stateWords({ ...view, ...change } as UploadOverview, t, at)).toMatchObject({
      tone,
      title,
    });
  });

  it('says what to do by what was answered', () => {
    const standing = { ...view, state: 'standing', standingSince: '2026-11-22' } as const;
    const todo = (fault: UploadOverview['fault']): string =>
      stateWords({ ...standing, ...(fault !== undefined && { fault }) }, t, at).todo ?? '';
    expect(todo({ kind: 'status', status: 403 })).toContain('UPLOAD_TOKEN');
    expect(todo({ kind: 'status', status: 404 })).toContain('UPLOAD_URL');
    expect(todo({ kind: 'not-understood' })).toContain('接口');
    expect(todo(undefined)).toContain('自动重试');
  });
});

describe('what is wrong with a case', () => {
  it('names table, column and what the column asks for', () => {
    const { what, todo } = problemWords(
      {
        kind: 'invalid',
        seq: 1,
        table: 'up_pro_accept',
        tableTitle: '办件受理',
        column: 'org_code',
        columnTitle: '受理部门统一社会信用代码',
        wrong: 'wrong-length',
        wanted: 'an18',
      },
      t,
    );
    expect(what).toBe('“办件受理”的“受理部门统一社会信用代码”长度不对（an18）');
    expect(todo).toContain('upload.json');
  });

  it.each(['refused', 'out-of-order', 'receiver-error', 'item-gone', 'unreadable'] as const)(
    '%s comes with something to do',
    (kind) => {
      const { what, todo } = problemWords({ kind, seq: 1, table: 'up_pro_accept' }, t);
      expect(what.length).toBeGreaterThan(8);
      expect(todo.length).toBeGreaterThan(8);
    },
  );
});
