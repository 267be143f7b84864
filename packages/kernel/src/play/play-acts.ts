/**
 * The acts of a script. The record is total over the kernel's commands and their fields: a new one
 * asks for its line in the table that it belongs to.
 */
import type { CommandType } from '../case/index.ts';
import { applicationActs } from './application-acts.ts';
import { letterActs } from './letter-acts.ts';
import { movingActs } from './moving-acts.ts';
import type { PlayActs } from './play-act.ts';
import { signingActs } from './signing-acts.ts';

export const playActs: PlayActs<CommandType> = {
  ...applicationActs,
  ...signingActs,
  ...movingActs,
  ...letterActs,
};

/** By the word or by the command's own name. */
export function commandTypeOf(said: string): CommandType | undefined {
  const found = Object.entries(playActs).find(([type, act]) => said === type || said === act.word);
  return found?.[0] as CommandType | undefined;
}

export function actWords(): readonly string[] {
  return Object.values(playActs).map((act) => act.word);
}
