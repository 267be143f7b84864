import type { FlowStepView } from '@yichuang/contracts';
import type { FlowNode } from '@yichuang/kernel/flow';
import { describe, expect, it } from 'vitest';
import { exampleContext } from '../examples/pages.examples.ts';
import { casePicture } from './flow-picture.ts';
import { fromDefinition, fromRows, type PictureNode } from './flow-tree.ts';

const base = { kind: 'step', round: 1, posts: [], depth: 0, status: 'ahead' as const };
const row = (nodeId: string, more: Partial<FlowStepView> = {}): FlowStepView => ({
  ...base,
  nodeId,
  name: nodeId,
  ...more,
});

/** `A x(B C | D) E`: a split with its branches. */
function inWords(nodes: readonly PictureNode[]): string {
  const words = nodes.map(({ name, branches }) =>
    branches.length === 0 ? name : `${name}(${branches.map(inWords).join(' | ')})`,
  );
  return words.join(' ');
}

const rows = [
  row('A', { status: 'done', at: '2026-11-16T03:00:00.000Z' }),
  row('x', { kind: 'choice', status: 'done' }),
  row('B', { depth: 1, branch: 'b1', status: 'not-taken' }),
  row('C', { depth: 1, branch: 'b2', status: 'done' }),
  row('D', { depth: 1, branch: 'b2', status: 'open', at: '2026-11-18T08:30:00.000Z', round: 2 }),
  row('y', { kind: 'parallel', depth: 1, branch: 'b2' }),
  row('E', { depth: 2, branch: 'c1' }),
  row('F', { depth: 2, branch: 'c2' }),
  row('G'),
];

describe('the tree that a picture draws', () => {
  it('is put together from rows by depth and branch', () => {
    expect(inWords(fromRows(rows))).toBe('A x(B | C D y(E | F)) G');
  });

  it('is the same from the definition', () => {
    const step = (id: string): FlowNode => ({
      kind: 'step',
      id,
      name: id,
      duty: 'review',
      posts: ['p'],
      agreement: { rule: 'one' },
    });
    const sequence = (...children: FlowNode[]): FlowNode => ({
      kind: 'sequence',
      id: 's',
      name: 's',
      children,
    });
    const both: FlowNode = {
      kind: 'parallel',
      id: 'y',
      name: 'y',
      branches: [
        { id: 'c1', node: step('E') },
        { id: 'c2', when: 'big', node: step('F') },
      ],
    };
    const choice: FlowNode = {
      kind: 'choice',
      id: 'x',
      name: 'x',
      branches: [
        { id: 'b1', when: 'small', node: step('B') },
        { id: 'b2', node: sequence(step('C'), sequence(step('D'), both)) },
        { id: 'b3', when: 'none', node: sequence() },
      ],
    };
    const nodes = fromDefinition(sequence(step('A'), choice, step('G')), { p: 'Post' }, 'en');
    expect(inWords(nodes)).toBe(inWords(fromRows(rows)));
    expect(nodes[0]?.posts).toEqual(['Post']);
  });

  it('calls the first step ahead of what is open the next one', () => {
    const next = (list: readonly FlowStepView[]): string[] => {
      const all = (nodes: readonly PictureNode[]): PictureNode[] =>
        nodes.flatMap((node) => [node, ...node.branches.flatMap(all)]);
      return all(fromRows(list)).flatMap((n) => (n.standing === 'next' ? [n.name] : []));
    };
    expect(next([row('A', { status: 'open' }), row('B'), row('C')])).toEqual(['B']);
    expect(next([row('A'), row('B')])).toEqual([]);
  });
});

describe('where a case stands', () => {
  const picture = (flow: readonly FlowStepView[], phase = 'accepted', locale = 'zh-CN'): string =>
    casePicture(exampleContext({ locale: locale as 'zh-CN' }), { flow, phase })?.text ?? '';

  it('is said in a sentence', () => {
    expect(picture(rows)).toContain(
      '已完成 2 步，正在办理：<strong>D</strong>，后面最多还有 3 步。',
    );
    expect(picture(rows, 'accepted', 'en')).toContain('2 steps done, now: <strong>D</strong>');
  });

  it('is in the picture in words, with the day and the round', () => {
    const text = picture(rows);
    expect(text).toContain('已完成，11月16日');
    expect(text).toContain('正在办理，11月18日开始');
    expect(text).toContain('第 2 次办理');
    expect(text.match(/aria-current="step"/g)).toHaveLength(1);
  });

  it('shows what is not needed in one line, with nothing inside', () => {
    const left = [row('x', { kind: 'choice', status: 'not-taken' }), row('B', { depth: 1 })];
    const text = picture(left);
    expect(text).toContain('本次不需要');
    expect(text).not.toContain('>B<');
  });

  it('promises no end to a case that ended before', () => {
    expect(picture(rows)).toContain('>办结<');
    expect(picture(rows, 'withdrawn')).not.toContain('>办结<');
  });

  it('is empty where there is no flow', () => {
    expect(picture([])).toBe('');
  });
});
