import type { SignerView, SigningView } from '@yichuang/contracts';
import { describe, expect, it } from 'vitest';
import { translator } from '../texts/locale.ts';
import { signerLines, signingsToShow } from './signing-lines.ts';

const t = translator('zh-CN');

const signer = (taskId: string, change: Partial<SignerView> = {}): SignerView => ({
  taskId,
  names: ['乔明远'],
  passedOn: [],
  status: 'open',
  weight: 1,
  isRead: false,
  isClaimed: false,
  at: '2026-11-23T01:00:00.000Z',
  ...change,
});

const signing = (...signers: SignerView[]): SigningView => ({
  stepId: 'head',
  stepName: '科室负责人审批',
  round: 1,
  rule: 'one',
  signers,
});

const line = (change: Partial<SignerView>) => signerLines(signing(signer('x', change)), [], t)[0];

describe('who signs', () => {
  it('is listed where several do or the task was passed on; one holder needs no list', () => {
    const passedOn = [{ from: '乔明远', to: '宁波涛', at: '', reason: '出差' }];
    const several = signing(signer('a'), signer('b', { kind: 'with' }));
    const moved = signing(signer('c', { passedOn }));
    expect(signingsToShow([several, moved, signing(signer('d'))])).toEqual([several, moved]);
  });

  it('is the person who signed, in whose place, and how', () => {
    expect(line({ status: 'done', verdict: 'approved', signedBy: '李四' })).toMatchObject({
      name: '李四',
      status: '同意',
      state: 'agreed',
    });
    const byProxy = { status: 'done', signedBy: '李四', onBehalfOf: '张三' } as const;
    expect(line({ ...byProxy, verdict: 'rejected' })).toMatchObject({
      name: '张三（李四代）',
      status: '不同意',
      state: 'disagreed',
    });
    expect(line({ ...byProxy, verdict: 'abstained' })).toMatchObject({ status: '弃权' });
  });

  it('is whoever may sign before that: the people of the open task, else its posts', () => {
    const task = {
      taskId: 'x',
      stepId: 'head',
      stepName: '',
      duty: 'task',
      round: 1,
      postNames: ['施工科负责人'],
      holderNames: ['乔明远', '宁波涛'],
      isMine: false,
      openedAt: '2026-11-23T01:00:00.000Z',
    };
    const own = signing(signer('x', { names: ['施工科负责人'] }));
    expect(signerLines(own, [task], t)[0]?.name).toBe('乔明远、宁波涛');
    expect(signerLines(own, [], t)[0]?.name).toBe('施工科负责人');
  });

  it('says how they came in: added, asked, passed on, claimed, seen, with more votes', () => {
    expect(line({ kind: 'before', addedBy: '张三', weight: 0 })?.remarks).toEqual([
      '前加签',
      '张三所加',
    ]);
    expect(line({ weight: 2, isClaimed: true, isRead: true })?.remarks).toEqual([
      '2 票',
      '已认领',
      '已阅',
    ]);
    const passedOn = [
      { from: '张三', to: '李四', at: '', reason: '出差' },
      { from: '李四', to: '王五', at: '', reason: '更熟悉' },
    ];
    expect(line({ passedOn })?.remarks).toEqual(['原承办：张三', '更熟悉']);
  });

  it('keeps the question and its answer together, and leaves votes’ words to the story', () => {
    const asked = { kind: 'opinion', addedBy: '张三', question: '可以吗？', weight: 0 } as const;
    expect(line(asked)).toMatchObject({
      status: '待提意见',
      question: '可以吗？',
      remarks: ['征求意见', '张三所问'],
    });
    const answered = { ...asked, status: 'done', opinion: '可以', signedBy: '李四' } as const;
    expect(line(answered)).toMatchObject({ status: '已提意见', opinion: '可以', state: 'done' });
    expect(line({ status: 'done', verdict: 'approved', opinion: '好' })).not.toHaveProperty(
      'opinion',
    );
  });

  it('tells waiting from no longer needed', () => {
    expect(line({ status: 'waiting' })).toMatchObject({ status: '等候', state: 'waiting' });
    expect(line({ status: 'closed' })).toMatchObject({ status: '不再需要', state: 'gone' });
  });
});
