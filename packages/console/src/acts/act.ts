/**
 * An act as the screens know it. One folder for each act: index.ts (the act), <Act>Panel.tsx (its
 * fields), form-values.ts (to form, to command; pure), examples.ts, tests. The registry lists them.
 */
import type { AllowedActView, CaseView, StaffCommand } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel';
import type { ComponentType } from 'react';
import type { CheckValues } from '../materials/check-values.ts';
import type { TextKey, TextParams, Translate } from '../texts/locale.ts';

export type ActType = StaffCommand['type'];
export type CommandOf<T extends ActType> = Extract<StaffCommand, { readonly type: T }>;

/** What an act is done to: the case as shown, and what the server allows on it. */
export interface ActSubject {
  readonly view: CaseView;
  readonly item: ItemDefinition | undefined;
  readonly allowed: AllowedActView;
  /** The verdicts on the materials as they stand on the screen. */
  readonly checks: CheckValues;
}

/** A sentence for one field; the field is named as in the act's values. */
export interface ValueProblem {
  readonly key: TextKey;
  readonly params?: TextParams;
}
export type Problems = Readonly<Record<string, ValueProblem>>;

export interface ActPanelProps<V> {
  readonly subject: ActSubject;
  readonly values: V;
  readonly problems: Problems;
  readonly onChange: (change: Partial<V>) => void;
}

export interface Act<T extends ActType, V extends object> {
  readonly type: T;
  readonly tone: 'main' | 'plain' | 'danger';
  /** Single key on the case page; '' for acts that are too rare to have one. */
  readonly hotkey: string;
  /** `first`: what goes out is seen before it goes. `offered`: it may be looked at. */
  readonly preview: 'first' | 'offered' | 'none';
  /** The case stays open afterwards: the act does not pass it on. */
  readonly isStaying: boolean;
  /** Verdicts on the screen are saved before this act, which rests on them. */
  readonly savesChecks: boolean;
  readonly lead: (subject: ActSubject) => TextKey;
  /** `t`: some acts begin with words in the reader's language. */
  readonly toForm: (subject: ActSubject, t: Translate) => V;
  readonly toCommand: (values: V, subject: ActSubject) => CommandOf<T>;
  readonly problemsOf: (values: V, subject: ActSubject) => Problems;
  readonly Panel: ComponentType<ActPanelProps<V>>;
}

/** The task of an act that is done on a task; the server names it with every such act. */
export function taskOf(subject: ActSubject): string {
  return subject.allowed.taskId ?? '';
}

/** The duty of the step in which the act is done: it decides some of the words. */
export function dutyOf(subject: ActSubject): string | undefined {
  return subject.view.tasks.find((task) => task.taskId === subject.allowed.taskId)?.duty;
}

export function missing(isMissing: boolean, field: string, key: TextKey): Problems {
  return isMissing ? { [field]: { key } } : {};
}
