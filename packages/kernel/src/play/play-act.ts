import type { CommandOf, CommandType } from '../case/index.ts';
import type { PlayField } from './play-fields.ts';

/** A word for a command, and how each of its fields is written in a script. */
export interface PlayAct<T extends CommandType> {
  /** What the script says. */
  readonly word: string;
  readonly fields: {
    readonly [K in Exclude<keyof CommandOf<T>, 'type'>]-?: PlayField<CommandOf<T>[K]>;
  };
}

export type PlayActs<T extends CommandType> = { readonly [K in T]: PlayAct<K> };
