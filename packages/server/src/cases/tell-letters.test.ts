import type { CaseEvent } from '@yichuang/kernel/case';
import { plainDate } from '@yichuang/kernel/time';
import { describe, expect, it } from 'vitest';
import { fill, textsOf } from './case-texts.ts';
import { tellLetter } from './tell-letters.ts';

function story(event: CaseEvent, isPublic: boolean): string | undefined {
  const texts = textsOf['zh-CN'];
  const told = tellLetter(event, {
    isPublic,
    language: 'zh-CN',
    texts,
    nameOfUnit: (id) => ({ zjj: '县住建局', hbj: '县生态环境局' })[id] ?? id,
    linked: new Map([['l1', 'L-2']]),
  });
  return told && fill(texts.timeline[told.key], told.params ?? {});
}

const referred: CaseEvent = {
  type: 'CaseReferred',
  referralId: 'f1',
  manner: 'assign',
  fromStep: 'register',
  fromPosts: ['letters'],
  toOrg: 'zjj',
  coUnits: ['hbj'],
  note: '请核实',
  reportBy: plainDate('2026-03-20'),
};

describe('the course of a letter', () => {
  it('says to the public where it is, and to the offices how it got there', () => {
    expect(story(referred, true)).toBe('已转交县住建局和县生态环境局办理');
    expect(story(referred, false)).toBe('交办县住建局和县生态环境局，2026年3月20日（周五）前反馈');
  });

  it('tells the public of an answer, of what was asked again, and of the rating', () => {
    const rated: CaseEvent = {
      type: 'AnswerRated',
      round: 1,
      office: 'mostly',
      handler: 'satisfied',
      comment: '',
    };
    const reopened: CaseEvent = {
      type: 'LetterReopened',
      round: 2,
      cause: 'follow-up',
      text: '什么时候修？',
    };
    expect(story(rated, true)).toBe('来信人评价：对单位基本满意，对承办人满意');
    expect(story(reopened, true)).toBe('来信人追问，继续办理');
  });

  it('never tells the public what the offices say among themselves', () => {
    const inside: readonly CaseEvent[] = [
      { type: 'ReferralObjected', referralId: 'f1', reason: 'r' },
      { type: 'ObjectionAnswered', referralId: 'f1', isUpheld: false, reason: 'r' },
      { type: 'LetterMessageSent', messageId: 'm1', from: 'office', to: 'handler', text: 't' },
      { type: 'LetterUnlinked', linkId: 'l1', reason: 'r' },
      { type: 'SensitivityMarked', isSensitive: true, reason: 'r' },
      { type: 'CaseSupervised', supervisionId: 's1', ground: 'g', demand: 'd' },
      { type: 'SupervisionAnswered', supervisionId: 's1', text: 't' },
    ];
    expect(inside.map((event) => story(event, true))).toEqual(inside.map(() => undefined));
    expect(inside.map((event) => story(event, false))).toEqual([
      '接收单位提出异议',
      '核实异议：不同意，退回原单位办理',
      '私信：来信办发给承办人',
      '解除与来信 L-2 的关联',
      '标记为敏感来信',
      '督办',
      '反馈督办办理情况',
    ]);
  });
});
