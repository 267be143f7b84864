/**
 * Cases of invented people through the real kernel, from a seed: on time and late, corrected,
 * returned, extended, stood still, withdrawn, refused, accepted by law. Only events come out.
 */
import {
  decide,
  type Actor,
  type CaseContext,
  type CaseState,
  type Command,
  type FiledMaterial,
  type ItemDefinition,
  type Recorded,
} from '@yichuang/kernel/case';
import { openTasks, type FlowDefinition, type StepNode } from '@yichuang/kernel/flow';
import { addDays, instant, isWorkingDay, plainDate, type PlainDate } from '@yichuang/kernel/time';
import type { Statutes } from '../statutes/index.ts';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function diceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const step = (id: string, duty: StepNode['duty'], limit?: number): StepNode => ({
  kind: 'step',
  id,
  name: id,
  duty,
  posts: [id],
  agreement: { rule: 'one' },
  ...(limit === undefined ? {} : { limit: { amount: limit, unit: 'WD' } }),
});

const flow: FlowDefinition = {
  main: {
    kind: 'sequence',
    id: 'main',
    name: 'main',
    children: [
      step('intake', 'intake'),
      step('review', 'review', 3),
      step('leader', 'decision'),
      step('delivery', 'delivery'),
    ],
  },
  denied: {
    kind: 'sequence',
    id: 'denied',
    name: 'denied',
    children: [{ ...step('told', 'delivery'), posts: ['delivery'] }],
  },
};

const basis = { law: '中华人民共和国行政许可法', article: '第三十八条', version: '2019-04-23' };

function itemOf(code: string, orgId: string, parts: Partial<ItemDefinition>): ItemDefinition {
  return {
    code,
    version: 1,
    name: code,
    summary: '',
    orgId,
    taskType: '01',
    audiences: ['person'],
    themes: [],
    handlingMode: 'committed',
    isOnline: true,
    visits: 0,
    conditions: [],
    legalBasis: [],
    statutoryLimit: { ruleId: 'XK-JD-20', amount: 20 },
    correctionRule: 'XK-BZ-5',
    serviceRule: 'XK-SD-10',
    correctionDays: 10,
    materials: [
      { id: 'plan', name: 'plan', necessity: 'required', carrier: 'both', source: 'applicant' },
    ],
    form: { sections: [], schema: { type: 'object', properties: {}, required: [] } },
    fees: [],
    specialProcedures: [{ kind: 'expert-review', name: 'experts', expectedDays: 10, basis }],
    flow,
    ...parts,
  };
}

/** With a promise, on the spot, by the law alone, and with a limit that nothing stops. */
export function generatedItems(orgIds: readonly string[]): readonly ItemDefinition[] {
  return orgIds.flatMap((orgId, i) => [
    itemOf(`g${i}-promised`, orgId, { committedLimit: { ruleId: 'XK-CN', amount: 5 + i } }),
    itemOf(`g${i}-spot`, orgId, {
      handlingMode: 'on-the-spot',
      committedLimit: { ruleId: 'XK-CN', amount: 1 },
    }),
    itemOf(`g${i}-by-law`, orgId, { visits: 1 }),
    itemOf(`g${i}-registration`, orgId, { statutoryLimit: { ruleId: 'SC-3', amount: 3 } }),
  ]);
}

export interface GeneratedCase {
  readonly item: ItemDefinition;
  readonly events: readonly Recorded[];
  readonly state: CaseState;
  /** Of its last command. */
  readonly context: CaseContext;
}

export interface GenerationWish {
  readonly seed: number;
  readonly cases: number;
  readonly from: PlainDate;
  /** Days over which cases are received; what is open after `until` stays open. */
  readonly days: number;
  readonly until: PlainDate;
  readonly orgIds: readonly string[];
  readonly statutes: Statutes;
}

export function generateCases(wish: GenerationWish): GeneratedCase[] {
  const dice = diceOf(wish.seed);
  const items = generatedItems(wish.orgIds);
  return Array.from({ length: wish.cases }, (_, i) => {
    const item = items[Math.floor(dice() * items.length)];
    if (item === undefined) throw new Error('there are items');
    return new Course(wish, item, i, dice).walk();
  });
}

const page = {
  sha256: 'a'.repeat(64),
  name: '1.jpg',
  mediaType: 'image/jpeg',
  bytes: 1,
  width: 800,
  height: 1100,
};
const plan: FiledMaterial = { materialId: 'plan', pages: [page], isOnPaper: false };

class Course {
  private readonly wish: GenerationWish;
  private readonly item: ItemDefinition;
  private readonly number: number;
  private readonly dice: () => number;
  private state: CaseState | undefined;
  private context: CaseContext | undefined;
  private readonly events: Recorded[] = [];
  private day: PlainDate;
  /** Since nine o'clock. */
  private minute = 0;

  constructor(wish: GenerationWish, item: ItemDefinition, number: number, dice: () => number) {
    this.wish = wish;
    this.item = item;
    this.number = number;
    this.dice = dice;
    this.day = addDays(wish.from, Math.floor(dice() * wish.days));
  }

  walk(): GeneratedCase {
    const isAtCounter = this.chance(0.35);
    const applicant: Actor = { kind: 'applicant', personId: personOf(1), name: 'Wang' };
    const party = { personId: personOf(1), kind: 'natural', name: 'Wang' } as const;
    this.act(isAtCounter ? this.clerk('intake') : applicant, {
      type: 'ReceiveCase',
      caseId: caseIdOf(this.wish.seed, this.number),
      number: `G${this.wish.seed}-${String(this.number).padStart(6, '0')}`,
      applicant: party,
      contact: party,
      channel: isAtCounter ? 'counter' : 'online',
      form: {},
      materials: [this.chance(0.2) ? { ...plan, pages: [], isOnPaper: true } : plan],
    });
    this.intake(applicant);
    if (this.state?.phase === 'accepted') this.decide(applicant);
    const { state, context, item, events } = this;
    if (state === undefined || context === undefined) throw new Error('nothing was filed');
    return { item, events, state, context };
  }

  private intake(applicant: Actor): void {
    if (this.chance(0.06)) {
      // Nobody answers in five working days: accepted by law.
      this.wait(9 + Math.floor(this.dice() * 6));
      this.act({ kind: 'system', rule: 'XK-BZ-5' }, { type: 'ApplyLapses' });
      return;
    }
    const rounds = this.chance(0.3) ? (this.chance(0.25) ? 2 : 1) : 0;
    for (let round = 0; round < rounds; round += 1) {
      this.wait(Math.floor(this.dice() * 3));
      this.act(this.clerk('intake'), {
        type: 'RequestCorrection',
        taskId: this.taskId(),
        items: [{ materialId: 'plan', verdict: 'wrong', problem: 'unreadable' }],
      });
      if (this.chance(0.1)) {
        this.act(applicant, { type: 'WithdrawCase', reason: 'no longer needed' });
        return;
      }
      this.wait(1 + Math.floor(this.dice() * 4));
      const by = this.chance(0.4) ? this.clerk('intake') : applicant;
      this.act(by, { type: 'SubmitCorrection', materials: [plan], form: {} });
    }
    this.wait(Math.floor(this.dice() * 4));
    const taskId = this.taskId();
    const checks = [{ materialId: 'plan', verdict: 'complete' as const }];
    const paperReceived = this.state?.materials['plan']?.isOnPaper === true ? ['plan'] : [];
    if (this.chance(0.05)) {
      const reason = 'not here';
      const ground = 'not-competent';
      const refusal = { type: 'RefuseAcceptance', taskId, ground, reason, basis } as const;
      this.act(this.clerk('intake'), refusal);
      return;
    }
    this.act(this.clerk('intake'), { type: 'CheckMaterials', taskId, checks, paperReceived });
    this.act(this.clerk('intake'), { type: 'AcceptCase', taskId, opinion: '' });
  }

  private decide(applicant: Actor): void {
    if (this.state?.marking.nodes['review']?.status !== 'open') {
      // Accepted by law, the intake step is still to be done.
      this.act(this.clerk('intake'), { type: 'ApproveTask', taskId: this.taskId(), opinion: '' });
    }
    this.linger(0.1);
    if (this.chance(0.2)) this.standStill();
    if (this.chance(0.12)) {
      const reason = 'difficult';
      this.act(this.clerk('leader', ['extend-limit']), { type: 'ExtendLimit', days: 5, reason });
    }
    if (this.chance(0.05)) {
      this.linger(0.5);
      this.act(applicant, { type: 'WithdrawCase', reason: 'no longer needed' });
      return;
    }
    if (this.chance(0.03)) {
      const reason = 'the applicant is no more';
      this.act(this.clerk('leader', ['terminate-cases']), { type: 'TerminateCase', reason });
    }
    this.step('review', true);
    this.linger(0.08);
    if (this.chance(0.15)) {
      this.act(this.clerk('leader'), {
        type: 'ReturnTask',
        taskId: this.taskId(),
        toStep: 'review',
        then: 'walk-again',
        reason: 'look again',
      });
      this.step('review', false);
    }
    this.wait(Math.floor(this.dice() * 2));
    this.step('leader', false);
    if (this.state?.phase !== 'decided') return;
    this.wait(Math.floor(this.dice() * 3));
    const method = this.chance(0.4) ? 'counter' : this.chance(0.5) ? 'post' : 'electronic';
    this.act(this.clerk('delivery'), {
      type: 'ServeResult',
      taskId: this.taskId(),
      method,
      recipient: 'Wang',
      ...(method === 'post' ? { trackingNumber: 'T1' } : {}),
    });
    if (this.chance(0.04)) {
      const reason = 'entered twice';
      this.act(this.clerk('leader', ['void-cases']), { type: 'VoidCase', reason });
    }
  }

  private step(post: string, mayReject: boolean): void {
    this.wait(Math.floor(this.dice() * 3));
    const taskId = this.taskId();
    const isDenied = !mayReject && post === 'leader' && this.chance(0.08);
    const opinion = 'seen';
    this.act(
      this.clerk(post),
      isDenied
        ? { type: 'RejectTask', taskId, opinion, basis: [basis] }
        : { type: 'ApproveTask', taskId, opinion },
    );
  }

  private standStill(): void {
    this.act(this.clerk('review'), {
      type: 'StartSpecialProcedure',
      kind: 'expert-review',
      expectedDays: 10,
      reason: 'experts are asked',
    });
    const running = this.state?.specialProcedures.find(({ endedOn }) => endedOn === undefined);
    if (running === undefined || this.chance(0.1)) return;
    this.wait(1 + Math.floor(this.dice() * 8));
    const { procedureId } = running;
    this.act(this.clerk('review'), { type: 'EndSpecialProcedure', procedureId, result: 'fine' });
  }

  /** Left lying for weeks. */
  private linger(share: number): void {
    this.wait(this.chance(share) ? 8 + Math.floor(this.dice() * 25) : Math.floor(this.dice() * 2));
  }

  private chance(share: number): boolean {
    return this.dice() < share;
  }

  /** Working days mostly; now and then somebody works on a Sunday. */
  private wait(days: number): void {
    if (days > 0) this.minute = 0;
    this.day = addDays(this.day, days);
    const { calendar } = this.wish.statutes;
    while (!isWorkingDay(calendar, this.day) && !this.chance(0.05)) {
      this.day = addDays(this.day, 1);
      this.minute = 0;
    }
  }

  private taskId(): string {
    const [task] = this.state === undefined ? [] : openTasks(this.state.marking);
    return task?.taskId ?? '';
  }

  private clerk(post: string, capabilities: readonly string[] = []): Actor {
    const can = ['file-on-behalf', ...capabilities];
    const personId = `${this.item.orgId}/${post}`;
    const { orgId } = this.item;
    return { kind: 'staff', personId, name: personId, posts: [post], orgId, capabilities: can };
  }

  /** What the kernel refuses is not done; what lies after the end has not happened yet. */
  private act(actor: Actor, command: Command): void {
    if (this.day > this.wish.until) return;
    const { statutes } = this.wish;
    this.minute += 1;
    const context: CaseContext = {
      at: instantAt(this.day, this.minute),
      actor,
      item: this.item,
      calendar: statutes.calendar,
      rules: statutes.rules,
      policies: { filingDay: 'A' },
      evaluate: () => null,
    };
    const outcome = decide(this.state, command, context);
    if (!outcome.ok) return;
    this.state = outcome.state;
    this.context = context;
    this.events.push(...outcome.events);
  }
}

/** Minutes after nine in the morning, in Shanghai. */
function instantAt(day: PlainDate, minutes: number) {
  const start = Date.parse(`${plainDate(day)}T01:00:00.000Z`);
  return instant(new Date(start + minutes * 60_000).toISOString());
}

function personOf(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

function caseIdOf(seed: number, n: number): string {
  const first = String(seed % 100_000_000).padStart(8, '0');
  return `${first}-0000-4000-8000-${String(n).padStart(12, '0')}`;
}
