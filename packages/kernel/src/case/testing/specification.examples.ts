/**
 * Given what happened, when somebody wants something, then events or refusals. Every outcome is
 * also held against the laws that hold for all of them: replay, JSON, "a refusal changes nothing".
 */
import { expect } from 'vitest';
import { canonicalJson } from '../../ledger/index.ts';
import type { Instant } from '../../time/index.ts';
import { decide, replay } from '../index.ts';
import type {
  Actor,
  CaseContext,
  CaseEvent,
  CaseState,
  Command,
  ItemDefinition,
  Recorded,
  Refusal,
  RefusalCode,
} from '../index.ts';
import { contextOf, counter, filing, on, permit, wang } from './case.examples.ts';

export type Act = readonly [command: Command, by: Actor, at: Instant];

type Surroundings = Omit<CaseContext, 'actor' | 'at' | 'item' | 'people'>;
type ExtraContext = Partial<Surroundings> & {
  readonly people?: CaseContext['people'] | undefined;
};

export class Story {
  readonly item: ItemDefinition;
  readonly past: readonly Recorded[];
  readonly filingDay: 'A' | 'B';
  readonly extra: ExtraContext;

  constructor(
    item: ItemDefinition,
    past: readonly Recorded[],
    filingDay: 'A' | 'B' = 'A',
    extra: ExtraContext = {},
  ) {
    this.item = item;
    this.past = past;
    this.filingDay = filingDay;
    this.extra = extra;
  }

  /** From here on with a directory of people, or other policies. */
  within(extra: ExtraContext): Story {
    return new Story(this.item, this.past, this.filingDay, { ...this.extra, ...extra });
  }

  get state(): CaseState {
    return replay(this.past);
  }

  /** What was done before, none of it refused. */
  and(...acts: readonly Act[]): Story {
    return acts.reduce<Story>((story, act) => story.when(...act).thenDone(), this);
  }

  when(command: Command, by: Actor, at: Instant): Attempt {
    return new Attempt(this, command, by, at);
  }
}

export class Attempt {
  private readonly story: Story;
  private readonly command: Command;
  private readonly by: Actor;
  private readonly at: Instant;

  constructor(story: Story, command: Command, by: Actor, at: Instant) {
    this.story = story;
    this.command = command;
    this.by = by;
    this.at = at;
  }

  /** The events, each as a line of {@link lineOf}, all of them and in this order. */
  thenEvents(...lines: readonly string[]): Story {
    const story = this.thenDone();
    expect(story.past.slice(this.story.past.length).map(lineOf)).toEqual(lines);
    return story;
  }

  /** Some event of the outcome is exactly this one. */
  thenEvent(event: CaseEvent): Story {
    const story = this.thenDone();
    const made = story.past.slice(this.story.past.length).map((recorded) => recorded.event);
    expect(made).toContainEqual(event);
    return story;
  }

  thenRefused(...codes: readonly RefusalCode[]): void {
    const before = this.stateBefore();
    const text = canonicalJson(before ?? null);
    const outcome = this.decided(before);
    if (outcome.ok) throw new Error(`not refused: ${outcome.events.map(lineOf).join('; ')}`);
    expect(outcome.refusals.map((refusal) => refusal.code)).toEqual(codes);
    expect(canonicalJson(before ?? null)).toBe(text);
  }

  /** One refusal, with its parameters. */
  thenRefusedWith(refusal: Refusal): void {
    const outcome = this.decided(this.stateBefore());
    expect(outcome).toEqual({ ok: false, refusals: [refusal] });
  }

  thenDone(): Story {
    const before = this.stateBefore();
    const outcome = this.decided(before);
    if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusals)}`);
    const past = [...this.story.past, ...outcome.events];
    expect(replay(past)).toStrictEqual(outcome.state);
    expect(JSON.parse(JSON.stringify(outcome.events))).toStrictEqual(outcome.events);
    expect(canonicalJson(replay(past))).toBe(canonicalJson(outcome.state));
    return new Story(this.story.item, past, this.story.filingDay, this.story.extra);
  }

  private stateBefore(): CaseState | undefined {
    return this.story.past.length === 0 ? undefined : this.story.state;
  }

  private decided(before: CaseState | undefined) {
    const { item, filingDay, extra } = this.story;
    const { people, ...rest } = { ...contextOf(item, this.by, this.at, filingDay), ...extra };
    return decide(before, this.command, people === undefined ? rest : { ...rest, people });
  }
}

export function given(item: ItemDefinition, ...acts: readonly Act[]): Story {
  return new Story(item, []).and(...acts);
}

export const monday = on('2026-03-02');
export const tuesday = on('2026-03-03');
export const wednesday = on('2026-03-04');

export const received: Act = [filing, wang, monday];
export const checked: Act = [
  {
    type: 'CheckMaterials',
    taskId: 'intake#1.1',
    checks: [
      { materialId: 'plan', verdict: 'complete' },
      { materialId: 'deed', verdict: 'complete' },
    ],
    paperReceived: [],
  },
  counter,
  monday,
];
export const accepted: Act = [
  { type: 'AcceptCase', taskId: 'intake#1.1', opinion: '' },
  counter,
  monday,
];

export const acceptedCase = (item: ItemDefinition = permit): Story =>
  given(item, received, checked, accepted);

export function approve(taskId: string, by: Actor, at: Instant = tuesday): Act {
  return [{ type: 'ApproveTask', taskId, opinion: 'agreed' }, by, at];
}

/** One event on one line, with everything that a test of the walk asks about. */
export function lineOf({ event, by }: Recorded): string {
  const line = `${event.type} ${factsOf(event)}`.trim();
  if (by.onBehalfOf !== undefined) return `${by.onBehalfOf.name}（${by.name}）: ${line}`;
  return by.kind === 'system' ? `${by.rule ?? ''}: ${line}` : line;
}

function factsOf(event: CaseEvent): string {
  switch (event.type) {
    case 'CaseReferred':
      return words(event.referralId, event.manner, 'to', event.toOrg, ...event.coUnits);
    case 'ReferralObjected':
      return event.referralId;
    case 'ObjectionAnswered':
      return `${event.referralId} ${event.isUpheld ? 'upheld' : 'not upheld'}`;
    case 'ProcedureChosen':
      return event.procedure;
    case 'AnswerDrafted':
      return `round ${event.round}`;
    case 'AnswerGiven':
      return `round ${event.round} on ${event.answeredOn}`;
    case 'LetterReopened':
      return `round ${event.round} ${event.cause}`;
    case 'AnswerRated':
      return `round ${event.round} ${event.office} ${event.handler}`;
    case 'LetterMessageSent':
      return `${event.messageId} ${event.from} → ${event.to}`;
    case 'InvestigationRecorded':
      return event.recordId;
    case 'MediationRecorded':
      return `${event.mediationId} ${event.kind}`;
    case 'LetterLinked':
      return `${event.linkId} ${event.relation} ${event.caseId}`;
    case 'LetterUnlinked':
      return event.linkId;
    case 'SensitivityMarked':
      return event.isSensitive ? 'sensitive' : 'no longer';
    case 'CallBackMade':
      return `${event.callBackId} ${event.isSatisfied ? 'satisfied' : 'not satisfied'}`;
    case 'CaseSupervised':
    case 'SupervisionAnswered':
      return event.supervisionId;
    case 'ReviewRequested':
      return `${event.requestId} ${event.itemCode} by ${event.orgId}`;
    case 'ReviewRecorded':
      return `${event.requestId} ${event.caseId}`;
    case 'LetterPublished':
    case 'LetterUnpublished':
      return '';
    case 'NodeEntered':
      return words(
        `${event.nodeId}#${event.round}`,
        event.branches && `[${event.branches.join()}]`,
        event.resetNodes && `resets ${event.resetNodes.join()}`,
      );
    case 'NodeCompleted':
      return `${event.nodeId}#${event.round}`;
    case 'StepOpened':
      return words(...event.tasks.map((t) => (t.waits ? `(${t.taskId})` : t.taskId)));
    case 'TaskOpened':
      return event.taskId;
    case 'TaskRead':
    case 'TaskReleased':
    case 'OpinionGiven':
      return event.taskId;
    case 'TaskClaimed':
      return `${event.taskId} by ${event.holder.name}`;
    case 'TaskTransferred':
      return words(
        `${event.taskId} ${event.cause}`,
        event.from && `from ${event.from.name}`,
        `to ${'post' in event.to ? event.to.post : event.to.name}`,
      );
    case 'SignerAdded': {
      const added = event.waits ? `(${event.taskId})` : event.taskId;
      return `${added} ${event.person.name} ${event.kind} ${event.by.taskId}`;
    }
    case 'OpinionRequested':
      return `${event.taskId} of ${event.person.name} for ${event.forTask}`;
    case 'TaskReturned':
      return words(
        `${event.taskId} → ${event.toTask}`,
        ...event.tasks.map((t) => (t.status === 'waiting' ? `(${t.taskId})` : t.taskId)),
      );
    case 'TaskRecalled':
      return words(
        `${event.taskId} ${event.undone}`,
        event.holder && `to ${event.holder.name}`,
        ...event.tasks.map((t) => (t.status === 'waiting' ? `(${t.taskId})` : t.taskId)),
        event.reopenedNodes.length > 0 ? `reopens ${event.reopenedNodes.join()}` : '',
        event.resetNodes.length > 0 ? `resets ${event.resetNodes.join()}` : '',
        event.straightBack && `straight back to ${event.straightBack.to}`,
      );
    case 'TaskDecided':
      return `${event.taskId} ${event.verdict}`;
    case 'TaskClosed':
      return `${event.taskId} ${event.cause}`;
    case 'StepCompleted':
      return `${event.stepId}#${event.round} ${event.outcome}`;
    case 'StepReturned':
      return words(
        `${event.fromStep} → ${event.toStep} ${event.then}`,
        `resets ${event.resetNodes.join()}`,
        `within ${event.reopenedNodes.join()}`,
      );
    case 'FlowEnded':
      return `${event.outcome} cancels ${event.cancelledNodes.join()}`;
    case 'ClockStarted':
      return `${event.clockId} from ${event.from} due ${event.result.dueOn}`;
    case 'ClockRevised':
      return `${event.clockId} ${event.cause} due ${event.result.dueOn}`;
    case 'ClockStopped':
      return event.clockId;
    case 'DocumentOrdered':
      return `${event.documentId} ${event.moment}`;
    case 'DocumentIssued':
      return event.documentId;
    case 'CaseReceived':
      return `on ${event.receivedOn}`;
    case 'CaseAccepted':
      return `on ${event.acceptedOn}${event.isDeemed ? ' deemed' : ''}`;
    case 'DecisionMade':
      return `${event.outcome} on ${event.decidedOn}`;
    case 'FeeAssessed':
      return String(event.amountFen);
    case 'PaymentRecorded':
      return String(event.amountFen);
    case 'CaseConcluded':
      return `${event.outcome} on ${event.concludedOn}`;
    case 'SupervisionHit':
      return `${event.rule} ${event.subject}`;
    case 'CorrectionRequested':
      return words(`round ${event.round}`, event.dueOn && `due ${event.dueOn}`);
    case 'CorrectionReceived':
      return `on ${event.receivedOn}`;
    case 'SubcaseConcluded':
      return `${event.nodeId}/${event.partId} ${event.outcome}`;
    case 'SpecialProcedureStarted':
      return `${event.procedureId} ${event.kind} on ${event.startedOn}`;
    case 'SpecialProcedureEnded':
      return `${event.procedureId} on ${event.endedOn}`;
    case 'FlowJumped':
      return words(
        `→ ${event.toStep}`,
        event.resetNodes.length > 0 ? `resets ${event.resetNodes.join()}` : '',
        event.skippedNodes.length > 0 ? `skips ${event.skippedNodes.join()}` : '',
        `within ${event.openedNodes.map(({ nodeId, round }) => `${nodeId}#${round}`).join()}`,
      );
    case 'SubcasesOrdered':
      return words(
        `${event.nodeId}#${event.round}`,
        ...event.parts.map(({ id, isWaiting }) => (isWaiting ? `(${id})` : id)),
      );
    case 'SubcasesReleased':
      return `${event.nodeId}/${event.partIds.join()}`;
    case 'SubcasesCancelled':
      return `${event.nodeId}/${event.partIds.join()} ${event.cause}`;
    case 'SubcaseRecorded':
      return `${event.nodeId}/${event.partId} ${event.caseId}`;
    case 'DebtIncurred':
      return `${event.debtId} ${event.kind} ${event.materialId} ${event.days}`;
    case 'MaterialsSupplied':
      return words(event.materials.map((m) => m.materialId).join(), event.debtIds.join());
    case 'DebtSettled':
      return `${event.debtId} ${event.verdict}`;
    case 'DebtLapsed':
      return event.debtId;
    case 'CaseCopied': {
      const to = event.readings.map(({ to: reader }) =>
        'post' in reader ? reader.post : reader.name,
      );
      return words(event.isForOpinion ? 'for opinion' : '', `to ${to.join()}`);
    }
    case 'CopyRead':
      return event.readingId;
    case 'CaseUrged':
      return event.taskIds.join();
    case 'UnitCaseOrdered':
      return `${event.handOutId} ${event.itemCode} in ${event.orgId}`;
    case 'UnitCaseRecorded':
      return `${event.handOutId} ${event.caseId}`;
    case 'MessageReceived':
      return event.nodeId;
    case 'CaseRebased':
      return `${event.fromVersion} → ${event.toVersion}`;
    case 'DecisionRevoked':
      return `on ${event.revokedOn}`;
    case 'CaseFrozen':
    case 'CaseUnfrozen':
    case 'CaseTerminated':
    case 'CaseVoided':
    case 'MaterialsChecked':
    case 'PaperReceived':
    case 'AcceptanceRefused':
    case 'FormAmended':
    case 'LimitExtended':
    case 'ResultServed':
    case 'CaseWithdrawn':
    case 'CaseArchived':
      return '';
  }
}

function words(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}
