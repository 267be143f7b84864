/** What the shipped item does by itself, and whom it lets do what: on the pack's own flow. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  allowedActs,
  decide,
  type Actor,
  type CaseContext,
  type CaseState,
  type Command,
  type Outcome,
  type PeopleDirectory,
} from '@yichuang/kernel/case';
import { openTasks } from '@yichuang/kernel/flow';
import { instant, type Instant } from '@yichuang/kernel/time';
import { describe, expect, test } from 'vitest';
import { asItemDefinition, evaluateCondition, type ItemFile } from '../catalogue/index.ts';
import { loadStatutes } from '../statutes/index.ts';
import { orderFacts } from './order-row.ts';

const path = join(
  import.meta.dirname,
  '../../../../packs/supervision/items/supervision-order.json',
);
const file: unknown = JSON.parse(readFileSync(path, 'utf8'));
const item = asItemDefinition(file as ItemFile, 'yunxi');
const statutes = await loadStatutes();

const posts: Readonly<Record<string, readonly string[]>> = {
  supervisor: ['ren', 'cui'],
  'supervision-head': ['yan'],
  'supervision-leader': ['fang'],
  leader: ['director'],
};
const orgs: Readonly<Record<string, string>> = { director: 'yunxi/zjj', ren: 'yunxi/zfb/dcs' };

function staff(name: string, held = postsOf(name), orgId = orgs[name] ?? 'yunxi/zfb/dcs'): Actor {
  const isSupervisor = orgId !== 'yunxi/zjj';
  const capabilities = isSupervisor ? ['supervise'] : [];
  return { kind: 'staff', personId: name, name, posts: held, orgId, capabilities };
}

function postsOf(name: string): string[] {
  return Object.keys(posts).filter((post) => posts[post]?.includes(name));
}

const people: PeopleDirectory = {
  holdersOf: (post) => (posts[post] ?? []).map((name) => ({ personId: name, name })),
  isIn: (personId, orgId) => orgs[personId]?.startsWith(orgId) === true,
};

const system: Actor = { kind: 'system', rule: 'sweep' };
const day = (n: number): Instant => instant(`2026-03-${String(n).padStart(2, '0')}T02:00:00.000Z`);

class Order {
  state: CaseState | undefined;

  context(by: Actor, at: Instant): CaseContext {
    return {
      at,
      actor: by,
      item,
      calendar: statutes.calendar,
      rules: statutes.rules,
      policies: { filingDay: 'A' },
      evaluate: evaluateCondition,
      people,
      postOf: (role) => (posts[role] === undefined ? undefined : role),
    };
  }

  try(on: number, by: Actor, command: Command): Outcome {
    return decide(this.state, command, this.context(by, day(on)));
  }

  done(on: number, by: Actor, command: Command): this {
    const outcome = this.try(on, by, command);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
    this.state = outcome.state;
    for (const { documentId, issuedAt } of Object.values(this.state.documents)) {
      if (issuedAt !== undefined) continue;
      const record = { type: 'RecordDocument', documentId, number: '1号', sha256: 'x', bytes: 1 };
      this.done(on, system, record as Command);
    }
    return this;
  }

  get now(): CaseState {
    if (this.state === undefined) throw new Error('not filed');
    return this.state;
  }

  get open(): string[] {
    return openTasks(this.now.marking).map(({ stepId }) => stepId);
  }

  get taskId(): string {
    return openTasks(this.now.marking)[0]?.taskId ?? '';
  }

  write(on: number, by: Actor, patch: Readonly<Record<string, string | number | boolean>>): this {
    return this.done(on, by, { type: 'AmendForm', taskId: this.taskId, patch });
  }

  approve(on: number, by: Actor): this {
    return this.done(on, by, { type: 'ApproveTask', taskId: this.taskId, opinion: '' });
  }

  pass(on: number): this {
    return this.done(on, system, { type: 'ApplyLapses' });
  }
}

const [ren, cui, yan, director] = [staff('ren'), staff('cui'), staff('yan'), staff('director')];

const form = {
  source: 'warning',
  unit: 'yunxi/zjj',
  subject: '逾期未办',
  content: '逾期三日未办。',
  demand: '立即办结。',
  basis: '承诺服务制度。',
  feedbackDays: 3,
};

/** On Monday, 2 March 2026; reviewed the same day. */
function issued(more: object = {}): Order {
  const party = { personId: 'ren', kind: 'natural', name: 'ren' } as const;
  return new Order()
    .done(2, ren, {
      type: 'ReceiveCase',
      caseId: 'o',
      number: '1',
      applicant: party,
      contact: party,
      channel: 'online',
      form: { ...form, ...more },
      materials: [],
      orgId: 'yunxi/zfb/dcs',
    })
    .approve(2, yan);
}

const verified = (): Order =>
  issued()
    .approve(3, director)
    .write(4, director, { feedback: '已办结。' })
    .approve(4, director)
    .write(5, cui, { finding: '属实。', liability: 'ordinary', points: 2 })
    .approve(5, cui);

describe('a supervision order', () => {
  test('that nobody signs for counts as signed a working day later, and its limit runs', () => {
    const order = issued().pass(3);
    expect(order.open).toEqual(['sign']);
    order.pass(4);
    expect(order.open).toEqual(['feedback']);
    expect(order.now.clocks['step:feedback#1']).toMatchObject({ amount: 3, from: '2026-03-04' });
    expect(orderFacts(order.now)).toMatchObject({ stage: 'feedback', rounds: 1, wasLate: true });
  });

  test('is not answered by silence: late feedback stays the unit’s', () => {
    const order = issued().approve(3, director).pass(20);
    expect(order.open).toEqual(['feedback']);
  });

  test('is closed without a score where nobody is responsible', () => {
    const order = issued()
      .approve(3, director)
      .write(4, director, { feedback: '系统故障。' })
      .approve(4, director)
      .write(5, cui, { finding: '属实。', liability: 'none' })
      .approve(5, cui);
    expect(order.now.phase).toBe('concluded');
    expect(orderFacts(order.now)).toMatchObject({ stage: 'ended', points: 0, wasLate: false });
  });

  test('asks for points where there is a fault, and for none where there is not', () => {
    const order = issued()
      .approve(3, director)
      .write(4, director, { feedback: '已办。' })
      .approve(4, director)
      .write(5, cui, { finding: '属实。', liability: 'minor' });
    const outcome = order.try(5, cui, { type: 'ApproveTask', taskId: order.taskId, opinion: '' });
    const params = { field: 'points', problem: 'field-required' };
    expect(outcome).toMatchObject({ ok: false, refusals: [{ code: 'form-incomplete', params }] });
  });

  test('whose score nobody objects to in five working days is closed by the system', () => {
    const order = verified();
    expect(order.open).toEqual(['objection']);
    expect(order.pass(12).open).toEqual(['objection']);
    order.pass(13);
    expect(order.now.phase).toBe('concluded');
    expect(orderFacts(order.now)).toMatchObject({ points: 2, isObjected: false });
  });

  test('whose decision nobody appeals against in time ends with it', () => {
    const order = verified()
      .write(6, director, { objected: true, objectionGrounds: '人手不足。' })
      .approve(6, director)
      .write(9, yan, {
        objectionOutcome: 'partly',
        objectionReason: '酌情。',
        pointsAfterObjection: 1,
      })
      .approve(9, yan);
    expect(order.open).toEqual(['appeal']);
    order.pass(17);
    expect(order.now.phase).toBe('concluded');
    expect(orderFacts(order.now)).toMatchObject({ points: 1, isObjected: true, isAppealed: false });
  });

  test('written by the head of supervision is reviewed by the leader above', () => {
    const party = { personId: 'yan', kind: 'natural', name: 'yan' } as const;
    const order = new Order().done(2, yan, {
      type: 'ReceiveCase',
      caseId: 'o',
      number: '1',
      applicant: party,
      contact: party,
      channel: 'online',
      form,
      materials: [],
      orgId: 'yunxi/zfb/dcs',
    });
    expect(openTasks(order.now.marking)[0]?.posts).toEqual(['supervision-leader']);
  });

  test('about a member of supervision is not verified by that member', () => {
    const order = issued({ person: 'cui' })
      .approve(3, director)
      .write(4, director, { feedback: '已办。' })
      .approve(4, director);
    // Ren wrote it, Cui is named in it: the head has it.
    expect(openTasks(order.now.marking)[0]?.posts).toEqual(['supervision-head']);
  });

  test('once issued is on nobody’s side to take back: no withdrawal, no return by the unit', () => {
    const order = issued();
    const acts = (by: Actor) =>
      allowedActs(order.now, order.context(by, day(3))).map(({ act }) => act);
    expect(acts(ren)).not.toContain('WithdrawCase');
    expect(acts(ren)).toContain('UrgeCase');
    for (const act of ['RejectTask', 'ReturnTask', 'HandOutCase', 'WithdrawCase'] as const) {
      expect(acts(director)).not.toContain(act);
    }
  });
});
