import { describe, expect, it } from 'vitest';
import type { ItemDefinition } from '../case/index.ts';
import {
  bare,
  calendar,
  evaluate,
  flowAround,
  permit,
  rules,
  step,
} from '../case/testing/case.examples.ts';
import type { FlowDefinition } from '../flow/index.ts';
import { itemAround, play, readScript, type PlayRun } from './index.ts';

const people = [
  { id: 'wang', name: 'Wang' },
  { id: 'lu', posts: ['counter'] },
  { id: 'qiao', posts: ['review'] },
  { id: 'fang', posts: ['leader'], capabilities: ['extend-limit'] },
];

function run(item: ItemDefinition, script: object): PlayRun {
  const read = readScript({ people, form: { name: 'Shed', area: 50 }, ...script }, item);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return play({ item, script: read.script, calendar, rules, evaluate });
}

/** Without materials, so that the first act can be the acceptance. */
function plain(flow: FlowDefinition): ItemDefinition {
  return { ...bare(flow), materials: [] };
}

function problemsOf(script: unknown, item: ItemDefinition = permit) {
  const read = readScript(script, item);
  return read.ok ? [] : read.problems;
}

/** Act by act: who, what, done or refused, which steps are open after it. */
function story({ lines }: PlayRun): string[] {
  return lines.map((line) => {
    const open = line.open.map((task) => `${task.step}(${task.who.join('+')})`).join(' ');
    const refused = line.refusals?.map((refusal) => refusal.code).join(' ') ?? '';
    return [line.n, line.by, line.act, refused, open].filter((part) => part !== '').join(' ');
  });
}

const inTurn: FlowDefinition = flowAround(
  step('joint', 'review', {
    posts: ['review', 'second'],
    agreement: { rule: 'all', rejectCounts: 'hear-all' },
  }),
);

describe('a play', () => {
  it('files first, finds tasks by their person, and makes what was ordered', () => {
    const played = run(permit, {
      acts: [
        { by: 'lu', act: 'check-materials' },
        { by: 'lu', act: 'accept' },
        { by: 'qiao', act: 'approve', after: '1d', opinion: 'agreed' },
        { by: 'fang', act: 'approve', after: '3h' },
      ],
    });
    expect(story(played)).toEqual([
      '0 wang file intake(lu)',
      '0 system record-document intake(lu)',
      '1 lu check-materials intake(lu)',
      '2 lu accept review(qiao)',
      '2 system record-document review(qiao)',
      '3 qiao approve leader(fang)',
      '4 fang approve',
      '4 system record-document',
      '4 system record-document',
    ]);
    expect(played.state?.phase).toBe('decided');
    expect(played.lines.at(-1)?.at).toBe('2026-03-03T04:00:00.000Z');
  });

  it('goes on after a refusal, which changes nothing', () => {
    const played = run(plain(inTurn), {
      acts: [
        { by: 'lu', act: 'accept' },
        { by: 'lu', act: 'approve', step: 'joint' },
        { by: 'fang', act: 'approve', step: 'leader' },
      ],
    });
    expect(story(played)).toEqual([
      '0 wang file intake(lu)',
      '1 lu accept joint(qiao) joint()',
      '2 lu approve not-your-task joint(qiao) joint()',
    ]);
    expect(played.problem).toMatchObject({
      code: 'step-without-task',
      path: 'acts[2].step',
      act: 3,
      params: { step: 'leader' },
    });
  });

  it('lets limits run out when they do, as an act of the system between two acts', () => {
    const { lines } = run(plain(inTurn), {
      acts: [{ by: 'lu', act: 'accept', after: '10wd', expect: 'task-already-closed' }],
    });
    expect(lines.map(({ n, by, act, at }) => ({ n, by, act, at }))).toEqual([
      { n: 0, by: 'wang', act: 'file', at: '2026-03-02T01:00:00.000Z' },
      { n: 1, by: 'system', act: 'apply-lapses', at: '2026-03-09T16:00:00.000Z' },
      { n: 1, by: 'lu', act: 'accept', at: '2026-03-16T01:00:00.000Z' },
    ]);
    expect(lines[1]?.events?.map(({ event }) => event.type)).toContain('CaseAccepted');
    expect(lines[2]?.unmet).toBeUndefined();
  });

  it('shows each running clock with its light', () => {
    const { lines } = run(permit, {
      acts: [
        { by: 'lu', act: 'check-materials' },
        { by: 'lu', act: 'accept' },
        { by: 'qiao', act: 'amend-form', patch: {}, after: '5wd' },
      ],
    });
    expect(lines.at(-1)?.clocks).toEqual([
      { clockId: 'committed', dueOn: '2026-03-09', light: 'yellow' },
      { clockId: 'statutory', dueOn: '2026-03-30', light: 'green' },
      { clockId: 'step:review#1', dueOn: '2026-03-05', light: 'red' },
    ]);
  });

  it('says what is not as the script expects', () => {
    const { lines } = run(plain(inTurn), {
      acts: [
        { by: 'lu', act: 'accept', expect: { open: ['joint'], phase: 'accepted' } },
        { by: 'qiao', act: 'approve', expect: 'not-your-task' },
        {
          by: 'fang',
          act: 'approve',
          step: 'joint',
          expect: { open: ['leader'], phase: 'decided' },
        },
      ],
    });
    expect(lines.map(({ unmet }) => unmet ?? [])).toEqual([
      [],
      [],
      [{ what: 'refusal', wanted: 'not-your-task', found: '-' }],
      [
        { what: 'refusal', wanted: '-', found: 'not-your-task' },
        { what: 'open', wanted: 'leader', found: 'joint' },
        { what: 'phase', wanted: 'decided', found: 'accepted' },
      ],
    ]);
  });

  it('lets a deputy act in the principal’s place while the proxy is in force', () => {
    const { lines } = run(plain(inTurn), {
      people: [...people, { id: 'he', name: 'He', posts: ['elsewhere'] }],
      proxies: [{ for: 'qiao', by: 'he', until: '2026-03-04 00:00' }],
      acts: [
        { by: 'lu', act: 'accept' },
        { by: 'he', act: 'approve', step: 'joint' },
        { by: 'he', act: 'approve', step: 'joint', after: '5d', expect: 'not-your-task' },
      ],
    });
    const [voted] = lines[2]?.events ?? [];
    expect(lines[1]?.open[0]?.who).toEqual(['qiao', 'he']);
    expect(voted?.by).toMatchObject({ name: 'He', onBehalfOf: { personId: 'qiao', name: 'qiao' } });
  });

  it('opens the cases of a joint case’s parts; the script says how they end', () => {
    const parts = {
      kind: 'subcases',
      id: 'parts',
      name: 'parts',
      parts: [
        { id: 'fire', itemCode: 'f' },
        { id: 'water', itemCode: 'w', after: ['fire'] },
      ],
    } as const;
    const conclude = { by: 'system', act: 'conclude-subcase', nodeId: 'parts' };
    const played = run(plain(flowAround(parts)), {
      acts: [
        { by: 'lu', act: 'accept' },
        { ...conclude, partId: 'fire' },
        { ...conclude, partId: 'water', expect: { open: ['leader'] } },
      ],
    });
    expect(story(played)).toEqual([
      '0 wang file intake(lu)',
      '1 lu accept',
      '1 system record-subcase',
      '2 system conclude-subcase',
      '2 system record-subcase',
      '3 system conclude-subcase leader(fang)',
    ]);
    expect(played.lines.at(-1)?.unmet).toBeUndefined();
  });

  it('is the same when it is run again', () => {
    const script = { acts: [{ by: 'lu', act: 'accept' }] };
    expect(run(plain(inTurn), script)).toEqual(run(plain(inTurn), script));
  });

  it('runs a flow that has no item yet, with the fields of the script as its form', () => {
    const flow = flowAround(step('review', 'review', { form: { write: ['remark'] } }));
    const { state } = run(itemAround(flow, { area: 50 }), {
      form: { area: 50 },
      acts: [
        { by: 'lu', act: 'accept' },
        { by: 'qiao', act: 'amend-form', patch: { remark: 'seen' } },
      ],
    });
    expect(state?.form).toEqual({ area: 50, remark: 'seen' });
  });
});

describe('a script', () => {
  it('is told everything that is wrong with it, with the number of the act', () => {
    const found = problemsOf({
      start: 'tomorrow',
      people: [{ id: 'lu', posts: ['counter'] }],
      acts: [
        { by: 'lu', act: 'agree' },
        { by: 'li', act: 'approve' },
        { by: 'lu', act: 'return', toStep: 'intake' },
        { by: 'lu', act: 'approve', step: 'nowhere' },
        { by: 'lu', act: 'approve', opinoin: 'x' },
        { by: 'lu', act: 'extend', days: 'ten', reason: '' },
      ],
      more: 1,
    });
    expect(found.map(({ code, path, act }) => [code, path, act])).toEqual([
      ['field-unknown', 'more', undefined],
      ['time-unreadable', 'start', undefined],
      ['act-unknown', 'acts[0].act', 1],
      ['person-unknown', 'acts[1].by', 2],
      ['field-missing', 'acts[2]', 3],
      ['step-unknown', 'acts[3].step', 4],
      ['field-unknown', 'acts[4].opinoin', 5],
      ['wrong-value', 'acts[5].days', 6],
    ]);
    expect(found.at(-1)?.params).toEqual({ value: '"ten"', wanted: '1' });
  });

  it('is nothing but an object with people and acts', () => {
    expect(problemsOf([]).map(({ path }) => path)).toEqual(['script', 'people', 'acts']);
    expect(problemsOf({ people: [{ id: 'a' }, { id: 'a' }], acts: [] })[0]).toMatchObject({
      code: 'person-twice',
      params: { person: 'a' },
    });
  });

  it('never goes back in time, and somebody has to file', () => {
    const back = run(plain(inTurn), {
      start: '2026-03-04 09:00',
      acts: [{ by: 'lu', act: 'accept', at: '2026-03-03 09:00' }],
    });
    expect(back.problem).toMatchObject({ code: 'time-goes-back', act: 1 });
    const item = plain(inTurn);
    const read = readScript({ people: [], acts: [] }, item);
    if (!read.ok) throw new Error('the script is in order');
    const nobody = play({ item, script: read.script, calendar, rules, evaluate });
    expect(nobody).toEqual({
      lines: [],
      problem: { code: 'nobody-to-file', path: 'people', params: {} },
    });
  });

  it('must say the step where a person has several', () => {
    const both = flowAround({
      kind: 'parallel',
      id: 'both',
      name: 'both',
      branches: [
        { id: 'a', node: step('first', 'review', { posts: ['review'] }) },
        { id: 'b', node: step('second', 'review', { posts: ['review'] }) },
      ],
    });
    const { problem } = run(plain(both), {
      acts: [
        { by: 'lu', act: 'accept' },
        { by: 'qiao', act: 'approve' },
      ],
    });
    expect(problem).toMatchObject({
      code: 'step-needed',
      act: 2,
      params: { steps: 'first, second' },
    });
  });
});
