import { describe, expect, test } from 'vitest';
import type { StepNode } from '../flow/index.ts';
import { ADMINISTRATORS, allowedActs, type Actor } from './index.ts';
import { contextOf, filed, staff, step } from './testing/case.examples.ts';
import { personOf } from './testing/people.examples.ts';
import { directory, holder, internal, leave, lena } from './testing/moving.examples.ts';
import {
  approve,
  given,
  monday,
  Story,
  tuesday,
  wednesday,
  type Act,
} from './testing/specification.examples.ts';

/** An order: `name` is the unit that it goes to, `remark` whom it is about, `area` its days. */
const form = { name: 'bureau', area: 3, remark: 'Ada' };
const order: Act = [{ ...leave, form }, lena, monday];

const of = (actor: Actor, orgId: string) => ({ ...actor, orgId }) as Actor;
const head = of(holder('head'), 'office');
const boss = of(holder('boss'), 'bureau');
const clerk = of(staff('Clerk', []), 'bureau/section');
const ada = of(staff('Ada', ['head']), 'office');

const toUnit: Partial<StepNode> = { posts: ['boss'], binding: { within: 'name' } };
const ofOffice: Partial<StepNode> = {
  posts: ['head'],
  apartFrom: { steps: ['answer'], unit: 'name', person: 'remark' },
};

function orderTo(...children: readonly StepNode[]): Story {
  const units: Readonly<Record<string, string>> = { boss: 'bureau', clerk: 'bureau/section' };
  const people = {
    ...directory(head, boss, lena),
    isIn: (id: string, orgId: string) => units[id]?.startsWith(orgId) === true,
  };
  return new Story(internal(...children), [], 'A', { people });
}

const answer = step('answer', 'task', toUnit);
const verify = step('verify', 'task', ofOffice);

describe('职责分离 at a step', () => {
  const story = orderTo(verify, answer).and(order);
  const expectRefused = (by: Actor) =>
    story.when(approve('verify#1.1', by)[0], by, tuesday).thenRefused('duties-apart');

  test('refuses who belongs to the unit that the case is about', () =>
    expectRefused(of(holder('head'), 'bureau/section')));

  test('refuses who is named in it, in whatever post', () => expectRefused(ada));

  test('refuses who holds a post of the other side, also as well as their own', () =>
    expectRefused(of(staff('HEAD', ['head', 'boss']), 'office')));

  test('refuses who stands in for somebody of the other side', () => {
    const principal = { personId: 'boss', name: 'BOSS' };
    const proxies = [{ principal, posts: ['head'] }];
    const deputy = Object.assign(staff('Deputy', []), { proxies }) as Actor;
    expectRefused(of(deputy, 'office'));
  });

  test('refuses who has signed on the other side, in an earlier round too', () => {
    const both = orderTo(answer, verify).and(order);
    const passed = both.and(
      [
        { type: 'TransferTask', taskId: 'answer#1.1', to: personOf(clerk), reason: 'x' },
        boss,
        tuesday,
      ],
      approve('answer#1.1', clerk),
    );
    const turned = of({ ...clerk, posts: ['head'] } as Actor, 'office');
    passed.when(approve('verify#1.1', turned)[0], turned, tuesday).thenRefused('duties-apart');
    expect(passed.and(approve('verify#1.1', head)).state.phase).toBe('concluded');
  });

  test('leaves nobody: the post that the step names has it, else the administrators', () => {
    const alone = { ...verify, posts: ['boss'] };
    const at = (one: StepNode) =>
      orderTo(one, answer).and(order).state.marking.tasks['verify#1.1']?.posts;
    expect(at(alone)).toEqual([ADMINISTRATORS]);
    expect(at({ ...alone, policies: { nobody: { post: 'head' } } })).toEqual(['head']);
  });

  test('at the filing: nobody files a case about their own unit or themselves', () => {
    const item = internal(answer);
    const main = item.flow?.main;
    if (main?.kind !== 'sequence') throw new Error('a sequence');
    const [filing, ...rest] = main.children;
    const apartFrom = { unit: 'name', person: 'remark' };
    const apart = { ...filing, apartFrom } as StepNode;
    const flow = { main: { ...main, children: [apart, ...rest] } };
    const story = given({ ...item, flow });
    const [command] = order;
    story.when(command, of(lena, 'bureau/section'), monday).thenRefused('duties-apart');
    story
      .when({ ...leave, form: { ...form, remark: 'Lena' } }, lena, monday)
      .thenRefused('duties-apart');
    expect(story.and(order).state.phase).toBe('in-progress');
  });
});

describe('必办 a binding step', () => {
  const story = orderTo(verify, answer).and(order, approve('verify#1.1', head));

  test('is neither rejected nor returned; the acts are not offered', () => {
    const taskId = 'answer#1.1';
    story
      .when({ type: 'RejectTask', taskId, opinion: 'no' }, boss, tuesday)
      .thenRefused('step-binding');
    story
      .when(
        { type: 'ReturnTask', taskId, toStep: 'verify', then: 'walk-again', reason: 'no' },
        boss,
        tuesday,
      )
      .thenRefused('step-binding');
    const acts = allowedActs(story.state, contextOf(story.item, boss, tuesday)).map((a) => a.act);
    expect(acts).toContain('ApproveTask');
    expect(acts).not.toContain('RejectTask');
    expect(acts).not.toContain('ReturnTask');
  });

  const pass = (to: Actor): Act => [
    { type: 'TransferTask', taskId: 'answer#1.1', to: personOf(to), reason: 'yours' },
    boss,
    tuesday,
  ];

  test('goes to a colleague of the unit or of what is below it, to nobody else', () => {
    const [command, by, at] = pass(head);
    story.when(command, by, at).thenRefused('stays-in-unit');
    expect(story.and(pass(clerk), approve('answer#1.1', clerk)).state.phase).toBe('concluded');
  });

  test('is shown to nobody outside: no opinion, no signer, no copy', () => {
    const person = personOf(head);
    const taskId = 'answer#1.1';
    story
      .when({ type: 'RequestOpinion', taskId, person, question: 'well?' }, boss, tuesday)
      .thenRefused('stays-in-unit');
    const copy = { type: 'CopyCase', note: '', isForOpinion: false } as const;
    story.when({ ...copy, to: [person] }, boss, tuesday).thenRefused('stays-in-unit');
    story.when({ ...copy, to: [{ post: 'head' }] }, boss, tuesday).thenRefused('stays-in-unit');
    expect(
      story.and([{ ...copy, to: [personOf(clerk)] }, boss, tuesday]).past.at(-1)?.event.type,
    ).toBe('CaseCopied');
  });

  test('and its unit hands no work out of it', () => {
    const handing = { ...boss, capabilities: ['hand-out'] } as Actor;
    story
      .when({ type: 'HandOutCase', itemCode: 'x', orgId: 'elsewhere', note: '' }, handing, tuesday)
      .thenRefused('stays-in-unit');
  });
});

describe('a limit that the form states', () => {
  const dueOf = (days: number | undefined) => {
    const stated = step('answer', 'task', {
      ...toUnit,
      limit: { amount: 5, unit: 'WD', amountField: 'area' },
    });
    const area = days === undefined ? {} : { area: days };
    const clocks = orderTo(stated).and([
      { ...leave, form: { name: 'bureau', area: 1, ...area } },
      lena,
      monday,
    ]).state.clocks;
    return clocks['step:answer#1']?.amount;
  };

  test('is that many days', () => expect(dueOf(2)).toBe(2));

  test('is the flow’s own where the form states no whole number above 0', () => {
    expect(dueOf(0)).toBe(5);
    expect(dueOf(1.5)).toBe(5);
  });

  test('is taken anew in each round, as the form then stands', () => {
    const limit = { amount: 5, unit: 'WD', amountField: 'area' } as const;
    const story = orderTo(
      step('answer', 'task', { ...toUnit, limit }),
      step('verify', 'task', {
        ...ofOffice,
        form: { write: ['area'] },
        onReject: { then: 'return', to: 'answer' },
      }),
    ).and(order, approve('answer#1.1', boss), [
      { type: 'AmendForm', taskId: 'verify#1.1', patch: { area: 2 } },
      head,
      tuesday,
    ]);
    const again = story.and([
      { type: 'RejectTask', taskId: 'verify#1.1', opinion: 'not mended' },
      head,
      tuesday,
    ]);
    expect(again.state.clocks['step:answer#1']?.amount).toBe(3);
    expect(again.state.clocks['step:answer#2']).toMatchObject({ amount: 2, from: '2026-03-03' });
  });
});

describe('what a step has to write', () => {
  const form = { write: ['remark'], require: ['remark'], attach: ['plan'] };
  const item = internal(step('answer', 'task', { posts: ['boss'], form }));
  const materials = [
    { id: 'plan', name: 'Plan', necessity: 'optional', carrier: 'both', source: 'applicant' },
  ] as const;
  const story = given({ ...item, materials }, [
    { ...leave, form: { name: 'x', area: 1 } },
    lena,
    monday,
  ]);
  const amend = { type: 'AmendForm', taskId: 'answer#1.1' } as const;

  test('is asked for when it is approved, not before', () => {
    story.when(approve('answer#1.1', boss)[0], boss, tuesday).thenRefusedWith({
      code: 'form-incomplete',
      params: { field: 'remark', problem: 'field-required' },
    });
    const written = story.and([{ ...amend, patch: { remark: 'done' } }, boss, tuesday]);
    expect(written.and(approve('answer#1.1', boss)).state.phase).toBe('concluded');
  });

  test('may come with files, of the materials that the step may hand in', () => {
    story
      .when({ ...amend, patch: { remark: 'done' }, materials: [filed('plan')] }, boss, wednesday)
      .thenEvents('FormAmended', 'MaterialsSupplied plan');
    story
      .when({ ...amend, patch: {}, materials: [filed('ghost')] }, boss, wednesday)
      .thenRefused('material-unknown', 'material-unknown');
    const acts = allowedActs(story.state, contextOf(story.item, boss, tuesday));
    expect(acts.find(({ act }) => act === 'AmendForm')).toMatchObject({
      fields: ['remark'],
      materials: ['plan'],
    });
  });
});

describe('an item that not everybody may start', () => {
  test('is started with its capability', () => {
    const story = given({ ...internal(answer), startCapability: 'supervise' });
    story.when(order[0], lena, monday).thenRefused('right-missing');
    const supervisor = { ...lena, capabilities: ['supervise'] } as Actor;
    expect(story.when(order[0], supervisor, monday).thenDone().state.phase).toBe('in-progress');
  });
});
