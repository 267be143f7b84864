import type { DesignProblem } from '@yichuang/contracts';
import { describe, expect, it } from 'vitest';
import { constructionPermit } from '../../examples/item.examples.ts';
import { translator } from '../../texts/locale.ts';
import { purchase } from './flow.examples.ts';
import { saidProblems } from './said-problems.ts';

const item = { ...constructionPermit, flow: purchase };
const problem = (code: string, path: string, nodeId?: string): DesignProblem => ({
  code,
  path,
  text: 'as the server says it',
  remedy: 'as the server says it',
  ...(nodeId === undefined ? {} : { nodeId }),
});
const texts = (...problems: DesignProblem[]) =>
  saidProblems(problems, item, translator('zh-CN')).map(({ text }) => text);

describe('problems of what is not chosen yet', () => {
  it('name the place, not the rule of the schema', () => {
    expect(texts(problem('too-short', '/flow/main/children/2/branches/0/when', 'amount'))).toEqual([
      '“看金额”有一路还没有写条件',
    ]);
    expect(
      texts(problem('too-short', '/flow/main/children/1/policies/nobody/post', 'head')),
    ).toEqual(['“科长审批”还没有选岗位']);
  });

  it('are one where a condition is missing: it is not wrong as well', () => {
    const path = '/flow/main/children/2/branches/0/when';
    const both = [
      problem('too-short', path, 'amount'),
      problem('flow-bad-condition', path, 'amount'),
    ];
    expect(texts(...both)).toHaveLength(1);
    expect(texts(problem('flow-bad-condition', path, 'amount'))).toEqual(['as the server says it']);
  });

  it('leave every other problem as the server says it', () => {
    expect(texts(problem('unknown-post', '/flow/main/children/1/posts', 'head'))).toEqual([
      'as the server says it',
    ]);
    expect(texts(problem('too-short', '/synonyms/3'))).toEqual(['as the server says it']);
  });
});
