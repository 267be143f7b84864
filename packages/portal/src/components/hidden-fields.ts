import { writeCarry, type Carry } from '../carry.ts';
import { html, type Html } from '../html.ts';

export function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

/** Where to go after the log-in, and what was typed before it was needed. */
export interface Onward {
  readonly next: string;
  readonly carry?: Carry | undefined;
}

export function onwardFields({ next, carry }: Onward): Html {
  return html`${hidden('next', next)}${carry !== undefined && hidden('carry', writeCarry(carry))}`;
}
