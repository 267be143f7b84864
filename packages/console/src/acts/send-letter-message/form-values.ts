import { missing, type CommandOf, type Problems } from '../act.ts';

export const SIDES = ['sender', 'office', 'handler'] as const;

export interface SendLetterMessageValues {
  readonly to: (typeof SIDES)[number];
  readonly text: string;
}

export function toForm(): SendLetterMessageValues {
  return { to: 'sender', text: '' };
}

export function toCommand(values: SendLetterMessageValues): CommandOf<'SendLetterMessage'> {
  return { type: 'SendLetterMessage', to: values.to, text: values.text.trim() };
}

export function problemsOf({ text }: SendLetterMessageValues): Problems {
  return missing(text.trim() === '', 'text', 'act.wordsMissing');
}
