/** Approve and reject: one person's part in a step, and what the step's outcome brings about. */
import { missingQuantities } from '../assess-fees.ts';
import type { CaseContext, CommandOf } from '../commands.ts';
import { outstandingDebts } from '../debts.ts';
import { holdTask, isRefusal, type HeldTask } from '../permissions.ts';
import { refuse, type Refusal } from '../refusals.ts';
import { gapsOf } from '../gaps.ts';
import { followsReject } from '../step-outcome.ts';
import type { CaseState } from '../state.ts';
import { castVote, duringProcedure, refuseVote } from '../voting.ts';
import type { Act } from './act.ts';

export const approveTask: Act<'ApproveTask'> = {
  type: 'ApproveTask',
  isForTask: true,
  permit: (state, context, taskId) => refuseVote(state, context, taskId, 'approved'),
  check(state, command, context) {
    const held = holdTask(state, context, command.taskId);
    if (isRefusal(held)) return [];
    const refusals = [
      ...refuseBatch(held, command, context),
      ...refuseSilence(held, command),
      ...refuseGaps(state, held, context),
      ...refuseEmptyAnswer(state, held, command),
    ];
    if (refusals.length > 0 || held.step.duty !== 'decision') return refusals;
    return [
      ...missingQuantities(state, context),
      ...outstandingDebts(state).map(({ name }) => refuse('debt-outstanding', { material: name })),
    ];
  },
  perform(p, { taskId, opinion, isBatch }) {
    const held = holdTask(p.state(), p.context, taskId);
    if (isRefusal(held)) throw new Error('permit and perform disagree');
    castVote(p, held, { verdict: 'approved', opinion, isBatch });
  },
};

/** 批量: not where words are required, nor where the office's seal goes under the outcome. */
function refuseBatch(
  { step }: HeldTask,
  { isBatch }: CommandOf<'ApproveTask'>,
  { item }: CaseContext,
): Refusal[] {
  if (isBatch === undefined) return [];
  const isSealed = step.duty === 'decision' && item.lifecycle !== 'internal';
  return step.opinion === 'required' || isSealed
    ? [refuse('not-in-batch', { step: step.name })]
    : [];
}

/** 终审: an answer that was found to say nothing passes only with words about why it does. */
function refuseEmptyAnswer(
  { letter }: CaseState,
  { step }: HeldTask,
  { opinion }: CommandOf<'ApproveTask'>,
): Refusal[] {
  if (letter === undefined || step.duty !== 'decision') return [];
  const isFlagged = (letter.draft?.findings ?? []).length > 0;
  return isFlagged && opinion.trim() === '' ? [refuse('empty-answer-needs-reason')] : [];
}

function refuseSilence({ step }: HeldTask, { opinion }: CommandOf<'ApproveTask'>): Refusal[] {
  const isSilent = step.opinion === 'required' && opinion.trim() === '';
  return isSilent ? [refuse('opinion-required', { step: step.name })] : [];
}

function refuseGaps({ form }: CaseState, { step }: HeldTask, context: CaseContext): Refusal[] {
  return gapsOf(form, step, context).map((field) =>
    refuse('form-incomplete', { field, problem: 'field-required' }),
  );
}

export const rejectTask: Act<'RejectTask'> = {
  type: 'RejectTask',
  isForTask: true,
  permit(state, context, taskId) {
    const refusal = refuseVote(state, context, taskId, 'rejected');
    if (refusal !== undefined) return refusal;
    const held = holdTask(state, context, taskId);
    if (isRefusal(held)) return held;
    if (held.step.binding !== undefined) return refuse('step-binding', { step: held.step.name });
    const follows = followsReject(held.step, context.item);
    if (follows === undefined || held.step.duty === 'intake') return refuse('reject-not-possible');
    if (follows.then === 'continue') return undefined;
    // Even where others are still to vote: nobody rejects what is decided already.
    if (state.phase === 'decided') return refuse('reject-not-possible');
    return follows.then === 'deny' ? duringProcedure(state) : undefined;
  },
  check(state, command, context) {
    if (command.opinion.trim() === '') return [refuse('reason-required')];
    const held = holdTask(state, context, command.taskId);
    if (isRefusal(held) || followsReject(held.step, context.item)?.then !== 'deny') return [];
    // An internal approval is no decision about a right: words are enough.
    if (state.lifecycle === 'internal') return [];
    // A refusal of a licence names its law (第三十八条); an opinion that travels on need not.
    const named = (command.basis ?? []).filter(
      ({ law, article }) => law.trim() !== '' && article.trim() !== '',
    );
    return named.length === 0 || named.length < (command.basis ?? []).length
      ? [refuse('legal-basis-required')]
      : [];
  },
  perform(p, { taskId, opinion, basis }) {
    const held = holdTask(p.state(), p.context, taskId);
    if (isRefusal(held)) throw new Error('permit and perform disagree');
    castVote(p, held, { verdict: 'rejected', opinion, basis });
  },
};
