/**
 * Cases of invented people, walked by the kernel from a seed: some are corrected, some suspended or
 * extended, some refused, withdrawn or voided, most are granted and end somewhere on their way.
 */
import { randomUUID } from 'node:crypto';
import {
  allowedActs,
  decide,
  type Actor,
  type CaseContext,
  type CaseState,
  type Command,
  type ItemDefinition,
  type Party,
  type Recorded,
} from '@yichuang/kernel/case';
import { stepOf } from '@yichuang/kernel/flow';
import { addMs, instant, type Instant } from '@yichuang/kernel/time';
import { evaluateCondition, type Pack } from '../catalogue/index.ts';
import { contextOf } from '../cases/index.ts';
import { constructionForm, filedMaterials } from '../issuing/testing-county.ts';
import type { Statutes } from '../statutes/index.ts';

export interface CaseWalk {
  readonly item: ItemDefinition;
  readonly state: CaseState;
  /** By command: what one write of the store holds. */
  readonly steps: readonly {
    readonly events: readonly Recorded[];
    readonly context: CaseContext;
  }[];
}

export interface WalkSource {
  readonly pack: Pack;
  readonly statutes: Statutes;
  /** Sealed where the item says so; the kernel takes them as they are. */
  readonly applicant: Party;
  readonly contact: Party;
  readonly random: () => number;
  readonly startsAt: Instant;
  /** At most so many commands after the filing; all that there are, when not given. */
  readonly mostSteps?: number;
}

const ITEM = '建筑工程施工许可';
const HOUR_MS = 3_600_000;

export function walkCase(source: WalkSource, number: string): CaseWalk {
  const { pack, random } = source;
  const item = pack.items.find(({ name }) => name === ITEM);
  if (item === undefined) throw new Error(`the pack has no ${ITEM}`);
  let now = source.startsAt;
  const context = (actor: Actor): CaseContext =>
    contextOf(
      {
        clock: { now: () => (now = addMs(now, Math.ceil(random() * 3 * HOUR_MS))) },
        statutes: source.statutes,
        policies: pack.policies,
        evaluate: evaluateCondition,
      },
      actor,
      item,
    );
  const steps: { events: readonly Recorded[]; context: CaseContext }[] = [];
  let state: CaseState | undefined;
  const run = (actor: Actor, command: Command): boolean => {
    const at = context(actor);
    const outcome = decide(state, command, at);
    if (!outcome.ok) return false;
    state = outcome.state;
    if (outcome.events.length > 0) steps.push({ events: outcome.events, context: at });
    return true;
  };
  const { applicant, contact } = source;
  const filer: Actor = { kind: 'applicant', personId: contact.personId, name: contact.name };
  const materials = filedMaterials(item, constructionForm);
  run(filer, {
    type: 'ReceiveCase',
    caseId: randomUUID(),
    number,
    applicant,
    contact,
    channel: random() < 0.7 ? 'online' : 'counter',
    form: constructionForm,
    materials,
  });
  for (let step = 0; step < (source.mostSteps ?? 60); step += 1) {
    if (state === undefined || !act(state, run, { ...source, item, filer, context })) break;
  }
  if (state === undefined) throw new Error('the case was not received');
  return { item, state, steps };
}

interface Acting extends WalkSource {
  readonly item: ItemDefinition;
  readonly filer: Actor;
  readonly context: (actor: Actor) => CaseContext;
}

type Run = (actor: Actor, command: Command) => boolean;

/** @returns false when nobody has anything left to do */
function act(state: CaseState, run: Run, on: Acting): boolean {
  const system: Actor = { kind: 'system', rule: 'issue' };
  const ordered = Object.values(state.documents).find(({ issuedAt }) => issuedAt === undefined);
  if (ordered !== undefined) {
    const { documentId, moment } = ordered;
    const isCertificate = moment === 'certificate';
    return run(system, {
      type: 'RecordDocument',
      documentId,
      number: `${state.number}-${documentId}`,
      sha256: 'b'.repeat(64),
      bytes: 1000,
      ...(isCertificate && { certificateId: `1.2.156.3005.2.${state.number}` }),
    });
  }
  if (state.phase === 'received' && on.random() < 0.05) {
    return run(on.filer, { type: 'WithdrawCase', reason: '项目取消' });
  }
  if (state.phase === 'correction-pending') return correct(run, on);
  if (payFee(state, run, on)) return true;
  return actOnTask(state, run, on);
}

function correct(run: Run, { filer, item }: Acting): boolean {
  const materials = filedMaterials(item, constructionForm);
  return run(filer, { type: 'SubmitCorrection', materials, form: {} });
}

function payFee({ fee, phase }: CaseState, run: Run, on: Acting): boolean {
  if (fee === undefined || fee.paidAt !== undefined || phase !== 'decided') return false;
  return run(staffIn(on.pack, 'cashier'), {
    type: 'RecordPayment',
    amountFen: fee.amountFen,
    method: 'transfer',
    receiptNumber: `R${on.random()}`,
  });
}

function actOnTask(state: CaseState, run: Run, on: Acting): boolean {
  const { flow } = on.item;
  const tasks = Object.values(state.marking.tasks).filter(({ status }) => status === 'open');
  const task = tasks[Math.floor(on.random() * tasks.length)];
  const [post = ''] = task?.posts ?? [];
  if (task === undefined || flow === undefined) return false;
  const { taskId, stepId } = task;
  const person = staffIn(on.pack, post);
  const { duty } = stepOf(flow, stepId);
  if (duty === 'intake') return takeIn(state, taskId, run, { person, random: on.random });
  if (duty === 'delivery') {
    return run(person, { type: 'ServeResult', taskId, method: 'counter', recipient: '欧阳晓雨' });
  }
  if (duty === 'review' && goAside(state, run, person, on)) return true;
  if (on.random() < 0.06) {
    const opinion = '不符合条件，理由见附页';
    const basis = [{ law: '建筑法', article: '第八条' }];
    return run(person, { type: 'RejectTask', taskId, opinion, basis });
  }
  return run(person, { type: 'ApproveTask', taskId, opinion: '同意' });
}

function takeIn(
  state: CaseState,
  taskId: string,
  run: Run,
  { person, random }: { readonly person: Actor; readonly random: () => number },
): boolean {
  const ids = Object.keys(state.materials);
  if (random() < 0.08) {
    return run(person, {
      type: 'RefuseAcceptance',
      taskId,
      ground: 'not-competent',
      reason: '不属于本机关职权范围',
      basis: { law: '中华人民共和国行政许可法', article: '第三十二条第一款第二项' },
      goTo: '市住房和城乡建设局',
    });
  }
  if (state.corrections.length === 0 && random() < 0.2) {
    const items = ids.slice(0, 1).map((materialId) => ({
      materialId,
      verdict: 'wrong' as const,
      problem: '缺页',
      instruction: '请补交第二页',
    }));
    return run(person, { type: 'RequestCorrection', taskId, items });
  }
  const checks = ids.map((materialId) => ({ materialId, verdict: 'complete' as const }));
  const isUnchecked = Object.values(state.materials).some(({ verdict }) => verdict !== 'complete');
  const paper = Object.values(state.materials).filter(({ isOnPaper }) => isOnPaper);
  const paperReceived = paper.map(({ materialId }) => materialId);
  if (isUnchecked) return run(person, { type: 'CheckMaterials', taskId, checks, paperReceived });
  return run(person, { type: 'AcceptCase', taskId, opinion: '材料齐全' });
}

/** A special procedure begun or ended, or the limit extended, where this person may. */
function goAside(state: CaseState, run: Run, person: Actor, on: Acting): boolean {
  if (on.random() > 0.25) return false;
  const running = state.specialProcedures.find(({ endedOn }) => endedOn === undefined);
  const allowed = allowedActs(state, on.context(person));
  const begin = allowed.find((each) => each.act === 'StartSpecialProcedure');
  if (running === undefined && begin !== undefined && state.specialProcedures.length === 0) {
    const kind = begin.procedures?.[0] ?? '';
    return run(person, {
      type: 'StartSpecialProcedure',
      kind,
      expectedDays: 5,
      reason: '需要评审',
    });
  }
  if (running !== undefined) {
    const { procedureId } = running;
    return run(person, { type: 'EndSpecialProcedure', procedureId, result: '评审通过' });
  }
  if (allowed.every((each) => each.act !== 'ExtendLimit')) return false;
  return run(person, { type: 'ExtendLimit', days: 3, reason: '案情复杂' });
}

export function staffIn(pack: Pack, post: string): Actor & { readonly kind: 'staff' } {
  const person = pack.people.staff.find(({ posts }) => posts.includes(post));
  if (person === undefined) throw new Error(`nobody holds ${post}`);
  const held = pack.posts.filter(({ id }) => person.posts.includes(id));
  return {
    kind: 'staff',
    personId: person.account,
    name: person.name,
    posts: person.posts,
    orgId: held[0]?.orgId ?? '',
    capabilities: held.flatMap(({ capabilities }) => capabilities),
  };
}

/** mulberry32: the same seed, the same county. */
export function randomFrom(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const MONDAY = instant('2026-11-16T01:00:00.000Z');
