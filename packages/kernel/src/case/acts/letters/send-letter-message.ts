import type { CaseContext } from '../../commands.ts';
import type { LetterMessage } from '../../letter.ts';
import { knownLetter, letterOf, permitOffice } from '../../letters.ts';
import { heldTasks, isApplicant, isRefusal } from '../../permissions.ts';
import { refuse } from '../../refusals.ts';
import type { CaseState } from '../../state.ts';
import type { Act } from '../act.ts';

/** 私信: between the sender, the office and the handler; it never becomes public. */
export const sendLetterMessage: Act<'SendLetterMessage'> = {
  type: 'SendLetterMessage',
  isForTask: false,
  permit(state, context) {
    if (roleOf(state, context) === undefined) return refuse('not-your-case');
    const found = letterOf(state, context);
    return isRefusal(found) ? found : undefined;
  },
  check(state, { to, text }, context) {
    if (text.trim() === '') return [refuse('text-required')];
    return roleOf(state, context) === to ? [refuse('message-to-oneself')] : [];
  },
  perform(p, { to, text }) {
    const from = roleOf(p.state(), p.context);
    if (from === undefined) throw new Error('permit and perform disagree');
    const messageId = `m${knownLetter(p).letter.messages.length + 1}`;
    p.emit({ type: 'LetterMessageSent', messageId, from, to, text });
  },
};

function roleOf(state: CaseState, context: CaseContext): LetterMessage['from'] | undefined {
  if (isApplicant(state, context)) return 'sender';
  if (permitOffice(state, context) === undefined) return 'office';
  return heldTasks(state, context).length > 0 ? 'handler' : undefined;
}
