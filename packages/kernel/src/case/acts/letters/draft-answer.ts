import type { CaseContext } from '../../commands.ts';
import type { LetterAnswer, LetterResult } from '../../letter.ts';
import { letterOf } from '../../letters.ts';
import { holdTask, holdTaskFor, isRefusal } from '../../permissions.ts';
import { refuse, type Refusal } from '../../refusals.ts';
import type { CaseState } from '../../state.ts';
import { castVote } from '../../voting.ts';
import type { Act } from '../act.ts';

/** A result that rests on law has to say what it found, and which law. */
const REASONED: ReadonlySet<LetterResult> = new Set<LetterResult>([
  'supported',
  'explained',
  'not-supported',
  'upheld',
  'changed',
  'set-aside',
]);

/**
 * 拟答复: thanks, result, name and telephone of the officer; passes the letter on to be checked.
 * @basis 信访工作条例 第三十二条: 出具信访处理意见书，应当载明信访人投诉请求、事实和理由、处理意见及其法律法规依据。
 */
export const draftAnswer: Act<'DraftAnswer'> = {
  type: 'DraftAnswer',
  isForTask: true,
  permit(state, context, taskId) {
    const found = letterOf(state, context);
    if (isRefusal(found)) return found;
    const held = holdTaskFor(state, context, taskId, ['task']);
    if (isRefusal(held)) return held;
    if (held.step.id !== found.definition.answerStep) return refuse('not-where-answered');
    return state.phase === 'accepted' ? undefined : refuse('wrong-phase', { phase: state.phase });
  },
  check: (state, { answer }, context) => [
    ...incomplete(answer, context),
    ...unagreed(state, answer),
  ],
  perform(p, { taskId, answer, findings }) {
    const held = holdTask(p.state(), p.context, taskId);
    const { letter } = p.state();
    if (isRefusal(held) || letter === undefined) throw new Error('permit and perform disagree');
    p.emit({ type: 'AnswerDrafted', round: letter.round, answer, findings });
    castVote(p, held, { verdict: 'approved', opinion: '' });
  },
};

/** @basis 信访工作条例 第三十三条: 经调解、和解达成一致意见的，应当制作调解协议书或者和解协议书。 */
function unagreed({ letter }: CaseState, { outcome }: LetterAnswer): Refusal[] {
  if (outcome !== 'mediated' || (letter?.mediations ?? []).length > 0) return [];
  return [refuse('answer-incomplete', { part: 'mediation' })];
}

/** What the reply form asks for, one refusal for each part that is missing. */
function incomplete(answer: LetterAnswer, { item }: CaseContext): Refusal[] {
  const parts = [
    ['result', answer.result],
    ['officerName', answer.officerName],
    ['officerPhone', answer.officerPhone],
  ] as const;
  const missing = parts
    .filter(([, text]) => text.trim() === '')
    .map(([part]) => refuse('answer-incomplete', { part }));
  const results = item.letter?.results ?? [];
  if (results.length === 0) return missing;
  const { outcome } = answer;
  if (outcome === undefined || !results.includes(outcome)) {
    return [...missing, refuse('answer-incomplete', { part: 'outcome' })];
  }
  if (!REASONED.has(outcome)) return missing;
  const named = (answer.basis ?? []).some(({ law, article }) => law !== '' && article !== '');
  return [
    ...missing,
    ...((answer.facts ?? '').trim() === '' ? [refuse('answer-incomplete', { part: 'facts' })] : []),
    ...(named ? [] : [refuse('answer-incomplete', { part: 'basis' })]),
  ];
}
