import { completeNode, indexFlow, openNodes, type WaitNode } from '../../flow/index.ts';
import type { CaseContext } from '../commands.ts';
import { hasCapability } from '../permissions.ts';
import { refuse } from '../refusals.ts';
import { hasEnded, type CaseState } from '../state.ts';
import { walkOf } from '../walk.ts';
import type { Act } from './act.ts';

/** What another system or office had to say has come, and the flow goes on. */
export const receiveMessage: Act<'ReceiveMessage'> = {
  type: 'ReceiveMessage',
  isForTask: false,
  permit(state, context) {
    const isSystem = context.actor.kind === 'system';
    if (!isSystem && !hasCapability(context, 'receive-messages')) {
      return refuse('right-missing', { right: 'receive-messages' });
    }
    if (hasEnded(state)) return refuse('case-has-ended', { phase: state.phase });
    return awaitedMessages(state, context).length > 0 ? undefined : refuse('message-not-awaited');
  },
  check: (state, { nodeId }, context) =>
    awaitedMessages(state, context).some(({ id }) => id === nodeId)
      ? []
      : [refuse('message-not-awaited')],
  perform(p, { nodeId, message }) {
    const node = awaitedMessages(p.state(), p.context).find(({ id }) => id === nodeId);
    if (node === undefined) throw new Error('check and perform disagree');
    p.emit({ type: 'MessageReceived', nodeId, message });
    completeNode(walkOf(p), node);
  },
};

export function awaitedMessages(state: CaseState, { item }: CaseContext): WaitNode[] {
  const { flow } = item;
  if (flow === undefined) return [];
  return openNodes(state.marking)
    .map((id) => indexFlow(flow).get(id)?.node)
    .filter((node) => node?.kind === 'wait')
    .filter((node) => node.until === 'message');
}
