/** One case of the county from its filing to its end, through the kernel's own decisions. */
import {
  decide,
  hasEnded,
  type Actor,
  type CaseState,
  type Command,
  type ItemDefinition,
  type Recorded,
} from '../../packages/kernel/src/case/index.ts';
import { openTasks, type TaskState } from '../../packages/kernel/src/flow/index.ts';
import {
  addMs,
  instantMs,
  type Calendar,
  type Instant,
  type LimitRule,
} from '../../packages/kernel/src/time/index.ts';
import type { Department, Member, Misconduct } from './county.ts';
import type { Kind } from './items.ts';
import { DAY_MINUTES, type OfficeTime } from './office-time.ts';
import type { Random } from './random.ts';

export interface Surroundings {
  readonly calendar: Calendar;
  readonly rules: readonly LimitRule[];
  readonly time: OfficeTime;
  /** What would come later has not happened yet. */
  readonly until: Instant;
}

export interface LivedCase {
  readonly caseId: string;
  readonly events: readonly Recorded[];
  readonly state: CaseState;
  readonly item: ItemDefinition;
  readonly department: Department;
  readonly planted?: Misconduct;
  /** Entered whole, after the fact, by somebody with that habit. */
  readonly isAfterwards: boolean;
}

export interface CasePlan {
  readonly caseId: string;
  readonly number: string;
  readonly department: Department;
  readonly kind: Kind;
  readonly item: ItemDefinition;
  /** Minute at work of the filing, and seconds in it. */
  readonly minute: number;
  readonly seconds: number;
  readonly planted?: Misconduct;
  readonly isAfterwards: boolean;
  readonly draw: Random;
}

export function newUuid(draw: Random): string {
  const hex = (length: number): string =>
    Array.from({ length }, () => draw.between(0, 15).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
}

const SYSTEM: Actor = { kind: 'system', rule: 'job' };
const MOST_ACTS = 60;

export function live(plan: CasePlan, around: Surroundings): LivedCase {
  const life = new Life(plan, around);
  life.run();
  const { caseId, item, department, planted, isAfterwards } = plan;
  return {
    caseId,
    events: life.events,
    state: life.state,
    item,
    department,
    isAfterwards,
    ...(planted === undefined ? {} : { planted }),
  };
}

class Life {
  readonly events: Recorded[] = [];
  private found: CaseState | undefined;
  private readonly plan: CasePlan;
  private readonly around: Surroundings;
  /** Minute at work of the last act. */
  private minute: number;
  private corrections = 0;
  private returns = 0;
  private recalls = 0;
  private hasInspected = false;
  private readonly clerk: Member;
  private readonly leader: Member;

  constructor(plan: CasePlan, around: Surroundings) {
    this.plan = plan;
    this.around = around;
    this.minute = plan.minute;
    const { department, draw, isAfterwards } = plan;
    const { both, clerks, leader } = department;
    const isBoth = both !== undefined && draw.chance(0.5);
    this.clerk = isBoth ? both : isAfterwards ? (clerks[0] ?? leader) : draw.pick(clerks);
    this.leader = isBoth ? both : leader;
  }

  get state(): CaseState {
    if (this.found === undefined) throw new Error('nothing was filed');
    return this.found;
  }

  run(): void {
    this.file();
    for (let i = 0; i < MOST_ACTS && !hasEnded(this.state); i += 1) if (!this.next()) return;
  }

  /** False where nothing more happens before the end of what is looked at. */
  private next(): boolean {
    const { state } = this;
    if (state.phase === 'correction-pending') return this.correct();
    const document = Object.values(state.documents).find(({ issuedAt }) => issuedAt === undefined);
    if (document !== undefined) return this.issue(document.documentId);
    const [task] = openTasks(state.marking);
    if (task === undefined) return this.pay();
    if (task.stepId === 'intake') return this.intake(task);
    if (task.stepId.endsWith('delivery')) return this.serve(task);
    return this.decideOn(task);
  }

  private file(): void {
    const { plan } = this;
    const { draw, isAfterwards } = plan;
    const personId = newUuid(draw);
    const name = `p${draw.between(1, 90_000)}`;
    const person = { personId, kind: 'natural', name } as const;
    const isCounter = isAfterwards || draw.chance(0.35);
    const page = { sha256: 'a'.repeat(64), name: '1.jpg', mediaType: 'image/jpeg', bytes: 9 };
    const actor: Actor = isCounter ? this.clerk.actor : { kind: 'applicant', personId, name };
    this.act(
      {
        type: 'ReceiveCase',
        caseId: plan.caseId,
        number: plan.number,
        applicant: person,
        contact: person,
        channel: isCounter ? 'counter' : 'online',
        form: { name, area: draw.between(5, 300) },
        materials: ['plan', 'deed', 'photo'].map((materialId) => ({
          materialId,
          pages: [page],
          isOnPaper: false,
        })),
      },
      actor,
      this.around.time.at(plan.minute, plan.seconds),
    );
  }

  private intake(task: TaskState): boolean {
    const { draw, planted, department, kind, isAfterwards } = this.plan;
    if (planted === 'correction-late') return this.lapse();
    const delay = isAfterwards || kind === 'on-the-spot' ? 1 : this.delayOf(this.clerk, 60);
    const clerk = this.clerk.actor;
    const { taskId } = task;
    const wantsTwo = planted === 'second-correction';
    if (this.corrections === 0 && !isAfterwards && (wantsTwo || draw.chance(0.1))) {
      return this.ask(taskId, 'plan', delay);
    }
    if (this.corrections === 1 && wantsTwo) return this.ask(taskId, 'deed', delay);
    const share = department.habit === 'refusals' ? 0.4 : 0.03;
    if (this.corrections === 0 && !isAfterwards && draw.chance(share)) {
      const basis = { law: '中华人民共和国行政许可法', article: '第三十二条' };
      const reason = '不属于本机关职权范围，请向所在地主管机关提出';
      const ground = 'not-competent';
      return this.later(delay, { type: 'RefuseAcceptance', taskId, ground, reason, basis }, clerk);
    }
    const verdicts = ['plan', 'deed', 'photo'].map((materialId) => ({
      materialId,
      verdict: 'complete' as const,
    }));
    const checks = { type: 'CheckMaterials', taskId, checks: verdicts, paperReceived: [] } as const;
    if (!this.later(delay, checks, clerk)) return false;
    if (this.state.phase !== 'received') return true;
    return this.later(0, { type: 'AcceptCase', taskId, opinion: '' }, clerk);
  }

  private ask(taskId: string, materialId: string, delay: number): boolean {
    this.corrections += 1;
    const problem = materialId === 'plan' ? '平面图不清楚' : '权属证明缺页';
    const items = [{ materialId, verdict: 'wrong' as const, problem }];
    return this.later(delay, { type: 'RequestCorrection', taskId, items }, this.clerk.actor);
  }

  private correct(): boolean {
    const { personId, name } = this.state.contact;
    const asked = this.state.corrections.at(-1)?.materialIds ?? [];
    const page = { sha256: 'b'.repeat(64), name: '2.jpg', mediaType: 'image/jpeg', bytes: 9 };
    const materials = asked.map((materialId) => ({ materialId, pages: [page], isOnPaper: false }));
    return this.later(
      this.plan.draw.around(2.5 * DAY_MINUTES, 0.4),
      { type: 'SubmitCorrection', materials, form: {} },
      { kind: 'applicant', personId, name },
    );
  }

  /** Nobody looks at it until the law has. */
  private lapse(): boolean {
    const clock = Object.values(this.state.clocks).findLast(
      ({ kind, stoppedAt }) => kind === 'correction' && stoppedAt === undefined,
    );
    if (clock === undefined || this.state.phase !== 'received') return false;
    return this.act({ type: 'ApplyLapses' }, SYSTEM, addMs(clock.result.overdueAt, 60_000));
  }

  private decideOn(task: TaskState): boolean {
    const { plan } = this;
    const { draw, planted, kind, isAfterwards } = plan;
    const member = this.memberFor(task);
    if (planted === 'recalls' && task.stepId === 'decision' && this.recalls < 3) {
      return this.recall();
    }
    if (kind === 'with-inspection' && task.stepId === 'review' && !this.hasInspected) {
      return this.inspect(task, member);
    }
    if (planted === 'ping-pong' && task.stepId === 'decision' && this.returns < 4) {
      this.returns += 1;
      const command = {
        type: 'ReturnTask',
        taskId: task.taskId,
        toStep: 'review',
        then: 'walk-again',
        reason: '请再核实',
      } as const;
      return this.later(this.delayOf(member, 30), command, member.actor);
    }
    const mayReturn = task.stepId === 'decision' && kind !== 'on-the-spot' && !isAfterwards;
    if (mayReturn && draw.chance(0.03)) {
      const toStep = 'review';
      if (this.returns < 2) {
        this.returns += 1;
        const command = {
          type: 'ReturnTask',
          taskId: task.taskId,
          toStep,
          then: 'walk-again',
          reason: '附图编号与清单不一致，请核对',
        } as const;
        return this.later(this.delayOf(member, 60), command, member.actor);
      }
    }
    return this.sign(task, member);
  }

  private sign(task: TaskState, member: Member): boolean {
    const { draw, planted, isAfterwards, kind } = this.plan;
    const { time } = this.around;
    const isQuick = isAfterwards || kind === 'on-the-spot';
    const wait = isQuick ? draw.between(1, 3) : this.delayFor(task, member, planted);
    this.minute += wait;
    let seconds = draw.between(0, 59);
    let at: Instant | undefined;
    const isGlance = draw.chance(member.glances);
    let reading = isGlance ? draw.between(4, 9) : draw.around(member.readingSeconds, 0.5);
    if (member.habit === 'rubber-stamp') {
      // All of the day's in one go, at the end of it.
      this.minute = (Math.floor(this.minute / DAY_MINUTES) + 1) * DAY_MINUTES - 10;
      seconds = draw.between(0, 90);
      reading = draw.between(2, 6);
    } else if (!isQuick && draw.chance(member.habit === 'off-hours' ? 0.8 : member.evenings)) {
      const evening = time.at((Math.floor(this.minute / DAY_MINUTES) + 1) * DAY_MINUTES - 1);
      at = addMs(evening, draw.between(4 * 3600, 6 * 3600) * 1000);
    }
    const read = at ?? time.at(this.minute, seconds);
    if (!this.act({ type: 'ReadTask', taskId: task.taskId }, member.actor, read)) return false;
    const signed = addMs(read, Math.max(2, Math.round(reading)) * 1000);
    const opinion = member.habit === 'copied-words' ? '同意' : draw.pick(member.words);
    const isDenied = task.stepId === 'decision' && draw.chance(0.03);
    const command: Command = isDenied
      ? {
          type: 'RejectTask',
          taskId: task.taskId,
          opinion: '经营场所不符合第七条规定的间距要求，不予许可',
          basis: [{ law: '中华人民共和国行政许可法', article: '第三十八条' }],
        }
      : { type: 'ApproveTask', taskId: task.taskId, opinion };
    return this.act(command, member.actor, signed);
  }

  /** Starts late and lies longer than was stated where it is parked; otherwise as stated. */
  private inspect(task: TaskState, member: Member): boolean {
    this.hasInspected = true;
    const isParked = this.plan.planted === 'parked-procedure';
    const { draw } = this.plan;
    const expectedDays = 5;
    const began = this.later(
      isParked ? 3 * DAY_MINUTES : this.delayOf(member, 60),
      { type: 'StartSpecialProcedure', kind: 'inspection', expectedDays, reason: '需要现场检测' },
      member.actor,
    );
    if (!began) return false;
    const [procedure] = this.state.specialProcedures;
    if (procedure === undefined || task.taskId === '') return false;
    const { procedureId } = procedure;
    const days = isParked ? draw.between(12, 20) : draw.between(2, 5);
    const command = { type: 'EndSpecialProcedure', procedureId, result: '检测合格' } as const;
    return this.later(days * DAY_MINUTES, command, member.actor);
  }

  /** Takes the vote back before anybody has looked, and votes again. */
  private recall(): boolean {
    this.recalls += 1;
    const last = Object.values(this.state.marking.tasks).findLast(
      ({ stepId, status }) => stepId !== 'intake' && status === 'done',
    );
    const by = [...this.plan.department.reviewers, ...this.plan.department.checkers].find(
      ({ actor }) => actor.personId === last?.closedBy?.personId,
    );
    if (last === undefined || by === undefined) return false;
    return this.later(10, { type: 'RecallTask', taskId: last.taskId }, by.actor);
  }

  private pay(): boolean {
    const { fee } = this.state;
    if (fee === undefined || fee.paidAt !== undefined) return false;
    const command = {
      type: 'RecordPayment',
      amountFen: fee.amountFen,
      method: 'online',
      receiptNumber: `R${this.plan.number}`,
    } as const;
    return this.later(this.plan.draw.around(DAY_MINUTES, 0.6), command, this.clerk.actor);
  }

  private issue(documentId: string): boolean {
    const at = addMs(this.events.at(-1)?.at ?? this.around.until, 4_000);
    const command = {
      type: 'RecordDocument',
      documentId,
      number: `S${this.plan.number}`,
      sha256: 'c'.repeat(64),
      bytes: 1000,
    } as const;
    return this.act(command, SYSTEM, at);
  }

  private serve(task: TaskState): boolean {
    const { fee } = this.state;
    if (fee !== undefined && fee.amountFen > 0 && fee.paidAt === undefined) {
      if (!this.pay()) return false;
    }
    const command = {
      type: 'ServeResult',
      taskId: task.taskId,
      method: 'electronic',
      recipient: this.state.contact.name,
    } as const;
    return this.later(this.plan.isAfterwards ? 2 : 90, command, this.clerk.actor);
  }

  private memberFor({ stepId, posts }: TaskState): Member {
    const { department, draw } = this.plan;
    if (posts.some((post) => post.endsWith('/leader'))) return this.leader;
    if (posts.some((post) => post.endsWith('/clerk'))) return this.clerk;
    return draw.pick(stepId === 'check' ? department.checkers : department.reviewers);
  }

  private delayOf({ pace }: Member, least: number): number {
    return Math.max(least, this.plan.draw.around(pace, 0.8));
  }

  private delayFor({ stepId }: TaskState, member: Member, planted?: Misconduct): number {
    const { draw } = this.plan;
    const days = (least: number, most: number): number =>
      draw.between(least, most) * DAY_MINUTES + draw.between(0, 300);
    const isFirst = this.returns === 0 && this.recalls === 0;
    if (planted === 'step-overdue' && stepId === 'review' && isFirst) return days(5, 6);
    if (planted === 'promise-overdue' && stepId === 'decision') return days(9, 12);
    if (planted === 'statute-overdue' && stepId === 'decision') return days(21, 26);
    return this.delayOf(member, 20);
  }

  private later(minutes: number, command: Command, actor: Actor): boolean {
    this.minute += Math.max(0, Math.round(minutes));
    return this.act(
      command,
      actor,
      this.around.time.at(this.minute, this.plan.draw.between(0, 59)),
    );
  }

  /** False, and nothing done, where it would happen after what is looked at. */
  private act(command: Command, actor: Actor, wanted: Instant): boolean {
    const last = this.events.at(-1)?.at;
    const at = last !== undefined && wanted <= last ? addMs(last, 1_000) : wanted;
    if (instantMs(at) > instantMs(this.around.until)) return this.sweep();
    // The law was quicker: who comes now finds another case than they had in mind.
    if (command.type !== 'ApplyLapses' && this.hasLapsedBy(at)) return this.lapse();
    const outcome = decide(this.found, command, this.contextAt(at, actor));
    if (!outcome.ok) {
      const codes = outcome.refusals.map(({ code }) => code).join(', ');
      throw new Error(`${this.plan.caseId}: ${command.type} was refused: ${codes}`);
    }
    this.events.push(...outcome.events);
    this.found = outcome.state;
    this.minute = Math.max(this.minute, this.around.time.minuteFrom(at));
    return true;
  }

  private hasLapsedBy(at: Instant): boolean {
    if (this.found?.phase !== 'received') return false;
    return Object.values(this.found.clocks).some(
      ({ kind, stoppedAt, result }) =>
        kind === 'correction' && stoppedAt === undefined && result.overdueAt <= at,
    );
  }

  /** What the law attached to limits that ran out before the end of what is looked at. */
  private sweep(): false {
    const at = this.around.until;
    const outcome = decide(this.found, { type: 'ApplyLapses' }, this.contextAt(at, SYSTEM));
    if (outcome.ok) {
      this.events.push(...outcome.events);
      this.found = outcome.state;
    }
    return false;
  }

  private contextAt(at: Instant, actor: Actor) {
    return {
      at,
      actor,
      item: this.plan.item,
      calendar: this.around.calendar,
      rules: this.around.rules,
      policies: { filingDay: 'A' as const },
      evaluate: () => null,
    };
  }
}
