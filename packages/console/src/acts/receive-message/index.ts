import { missing, type Act } from '../act.ts';
import type { ReceiveMessageValues } from './form-values.ts';
import { ReceiveMessagePanel } from './ReceiveMessagePanel.tsx';

export const receiveMessage: Act<'ReceiveMessage', ReceiveMessageValues> = {
  type: 'ReceiveMessage',
  tone: 'plain',
  hotkey: '',
  preview: 'none',
  isStaying: true,
  savesChecks: false,
  lead: () => 'act.ReceiveMessage.lead',
  toForm: ({ allowed }) => ({ nodeId: allowed.nodes?.[0] ?? '', message: '' }),
  toCommand: ({ nodeId, message }) => ({
    type: 'ReceiveMessage',
    nodeId,
    message: message.trim(),
  }),
  problemsOf: ({ message }) => missing(message.trim() === '', 'message', 'act.wordsMissing'),
  Panel: ReceiveMessagePanel,
};
