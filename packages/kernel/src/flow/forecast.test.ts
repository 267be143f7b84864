import { describe, expect, it } from 'vitest';
import { decide, type CaseState, type Command, type ItemDefinition } from '../case/index.ts';
import {
  bare,
  calendar,
  contextOf,
  evaluate,
  filing,
  flowAround,
  on,
  sequence,
  split,
  staff,
  step,
  wang,
} from '../case/testing/case.examples.ts';
import { plainDate } from '../time/index.ts';
import type { FlowDefinition, FlowNode, StepNode } from './definition.ts';
import { forecast, type ForecastEntry, type ForecastView } from './forecast.ts';
import { emptyMarking } from './marking.ts';

const today = plainDate('2026-03-02');
const everybody = staff('Everybody', ['counter', 'leader', 'a', 'b', 'c', 'd'], []);

function viewOf(form: CaseState['form'], more: Partial<ForecastView> = {}): ForecastView {
  return {
    today,
    calendar,
    // Like FEEL: a condition over an absent field is neither true nor false.
    evaluate: (condition) => evaluate(condition, form),
    readsOf: (condition) => [condition.split(' ')[0] ?? ''],
    ...more,
  };
}

function task(id: string, more: Partial<StepNode> = {}): StepNode {
  return step(id, 'review', more);
}

/** Files with this area and does the acts; the flow of the case lies between intake and leader. */
function after(
  between: readonly FlowNode[],
  acts: readonly Command[],
): [FlowDefinition, CaseState] {
  const flow = flowAround(...between);
  const item: ItemDefinition = { ...bare(flow), materials: [] };
  let state: CaseState | undefined;
  for (const command of [{ ...filing, materials: [] }, ...acts]) {
    const actor = command.type === 'ReceiveCase' ? wang : everybody;
    const outcome = decide(state, command, contextOf(item, actor, on('2026-03-02')));
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
    state = outcome.state;
  }
  if (state === undefined) throw new Error('nothing was filed');
  return [flow, state];
}

const accept: Command = { type: 'AcceptCase', taskId: 'intake#1.1', opinion: '' };
const approve = (taskId: string): Command => ({ type: 'ApproveTask', taskId, opinion: '' });

/** `open a`, `b`, `c?` (uncertain), with the branches around it. */
function told(entries: readonly ForecastEntry[]): string[] {
  return entries.map((entry) => {
    const around = entry.within.map(
      ({ kind, branchId, isLikely }) =>
        ` ${kind === 'choice' ? '|' : '&'}${branchId}${isLikely ? '' : '-'}`,
    );
    const open = entry.isOpen ? 'open ' : '';
    return `${open}${entry.nodeId}${entry.isCertain ? '' : '?'}${around.join('')}`;
  });
}

function ahead(between: readonly FlowNode[], acts: readonly Command[] = []): string[] {
  const [flow, state] = after(between, acts);
  return told(forecast(flow, state.marking, viewOf(state.form)));
}

describe('a forecast', () => {
  it('tells the steps in their order, the open one first', () => {
    expect(ahead([task('a'), task('b')])).toEqual(['open intake', 'a', 'b', 'leader', 'delivery']);
    expect(ahead([task('a'), task('b')], [accept, approve('a#1.1')])).toEqual([
      'open b',
      'leader',
      'delivery',
    ]);
  });

  it('takes the branch whose condition holds, and no other where nothing can change it', () => {
    const choice = split('choice', 'size', ['remark > 1', task('b')], task('c'));
    const known = split('choice', 'size', ['area > 100', task('b')], task('c'));
    expect(ahead([known])).not.toContain('c');
    const [flow, state] = after([known], [accept]);
    expect(told(forecast(flow, state.marking, viewOf(state.form)))).toEqual([
      'open c',
      'leader',
      'delivery',
    ]);
    expect(ahead([choice])).toEqual(['open intake', 'b? |a-', 'c? |b', 'leader', 'delivery']);
  });

  it('marks a branch as uncertain while a step before may write what its condition reads', () => {
    const choice = split('choice', 'size', ['area > 100', task('b')], task('c'));
    // The intake step writes the area, in the flow of the examples.
    expect(ahead([choice])).toEqual(['open intake', 'b? |a-', 'c? |b', 'leader', 'delivery']);
    expect(ahead([task('a'), choice], [accept])).toEqual(['open a', 'c', 'leader', 'delivery']);
    const writer = task('a', { form: { write: ['area'] } });
    expect(ahead([writer, choice], [accept])).toContain('b? |a-');
    const other = task('a', { form: { write: ['remark'] } });
    expect(ahead([other, choice], [accept])).not.toContain('b? |a-');
  });

  it('takes a branch that holds surely as the end of what may be chosen', () => {
    const choice = split(
      'choice',
      'size',
      ['remark > 1', task('a')],
      ['area > 10', task('b')],
      ['area > 20', task('c')],
      task('d'),
    );
    const [flow] = after([choice], []);
    const view = viewOf({ area: 50 });
    expect(told(forecast(flow, { ...emptyMarking }, view)).slice(1, 5)).toEqual([
      'a? |a-',
      'b? |b',
      'c? |c-',
      'd? |d-',
    ]);
    const [decided, state] = after([task('x'), choice], [accept]);
    const entries = forecast(decided, state.marking, viewOf(state.form));
    expect(told(entries).filter((text) => text.includes('|'))).toEqual(['a? |a-', 'b? |b']);
  });

  it('shows branches that run beside each other, those that may run marked', () => {
    const both = split(
      'parallel',
      'both',
      task('a'),
      ['area > 100', task('b')],
      ['remark > 1', task('c')],
    );
    expect(ahead([task('x'), both], [accept])).toEqual([
      'open x',
      'a &a',
      'c? &c-',
      'leader',
      'delivery',
    ]);
    expect(ahead([both], [accept])).toEqual(['open a &a', 'leader', 'delivery']);
  });

  it('takes the other branch of a parallel for one that may write what is read there', () => {
    const inner = split('choice', 'size', ['area > 100', task('b')], task('c'));
    const writer = task('a', { form: { write: ['area'] } });
    expect(
      ahead([split('parallel', 'both', writer, sequence('s', task('d'), inner))], [accept]),
    ).toEqual(['open a &a', 'open d &b', 'b? &b |a-', 'c? &b |b', 'leader', 'delivery']);
  });

  it('goes the whole way again after a return, and not where it comes straight back', () => {
    const between = [task('a'), task('b'), task('c')];
    const there = [accept, approve('a#1.1'), approve('b#1.1')];
    const back = (then: 'walk-again' | 'straight-back'): Command => ({
      type: 'ReturnTask',
      taskId: 'c#1.1',
      toStep: 'a',
      then,
      reason: 'r',
    });
    expect(ahead(between, [...there, back('walk-again')])).toEqual([
      'open a',
      'b',
      'c',
      'leader',
      'delivery',
    ]);
    expect(ahead(between, [...there, back('straight-back')])).toEqual([
      'open a',
      'c',
      'leader',
      'delivery',
    ]);
  });

  it('adds up the limits of the steps, the longer branch counting, until one has none', () => {
    const wd = (amount: number) => ({ limit: { amount, unit: 'WD' as const } });
    const both = split('parallel', 'both', task('b', wd(1)), task('c', wd(4)));
    const [flow, state] = after([task('a', wd(3)), both, task('d', wd(1))], [accept]);
    const days = forecast(flow, state.marking, viewOf(state.form));
    expect(days.map(({ nodeId, expectedOn }) => [nodeId, expectedOn])).toEqual([
      ['a', '2026-03-05'],
      ['b', '2026-03-06'],
      ['c', '2026-03-11'],
      ['d', '2026-03-12'],
      ['leader', undefined],
      ['delivery', undefined],
    ]);
    const known = forecast(
      flow,
      state.marking,
      viewOf(state.form, {
        dueOn: () => plainDate('2026-02-27'),
        usualDays: () => 2,
      }),
    );
    // Late already: today; from there on what steps usually take.
    expect(known.map((entry) => entry.expectedOn)).toEqual([
      '2026-03-02',
      '2026-03-04',
      '2026-03-04',
      '2026-03-06',
      '2026-03-10',
      '2026-03-12',
    ]);
  });

  it('tells waits and parts, whose end nobody knows, and waits for a time that is known', () => {
    const wait: FlowNode = {
      kind: 'wait',
      id: 'pause',
      name: 'p',
      until: 'time',
      limit: { amount: 2, unit: 'CD' },
    };
    const parts: FlowNode = {
      kind: 'subcases',
      id: 'parts',
      name: 'p',
      parts: [{ id: 'x', itemCode: 'i' }],
    };
    const flow: FlowDefinition = {
      main: sequence('main', wait, parts, task('a', { limit: { amount: 1, unit: 'WD' } })),
    };
    expect(
      forecast(flow, emptyMarking, viewOf({})).map(({ nodeId, kind, expectedOn }) => [
        nodeId,
        kind,
        expectedOn,
      ]),
    ).toEqual([
      ['pause', 'wait', '2026-03-04'],
      ['parts', 'subcases', undefined],
      ['a', 'step', undefined],
    ]);
  });

  it('names the posts, and says where a policy may pass over the step', () => {
    const flow: FlowDefinition = {
      main: task('a', { posts: ['@head'], policies: { samePerson: 'skip' } }),
    };
    expect(forecast(flow, emptyMarking, viewOf({}, { postAt: () => 'zj-head' }))).toEqual([
      {
        nodeId: 'a',
        kind: 'step',
        isOpen: false,
        isCertain: true,
        posts: ['zj-head'],
        within: [],
        maySkip: true,
      },
    ]);
  });

  it('is empty when the flow has ended, and follows the tree of refusal', () => {
    const [flow, state] = after(
      [],
      [
        accept,
        {
          type: 'RejectTask',
          taskId: 'leader#1.1',
          opinion: 'no',
          basis: [{ law: 'L', article: '1' }],
        },
      ],
    );
    expect(told(forecast(flow, state.marking, viewOf({})))).toEqual(['open refusal-delivery']);
    const [ended, gone] = after(
      [],
      [
        accept,
        approve('leader#1.1'),
        { type: 'ServeResult', taskId: 'delivery#1.1', method: 'counter', recipient: 'Wang' },
      ],
    );
    expect(forecast(ended, gone.marking, viewOf({}))).toEqual([]);
  });
});
