import type { ComponentType } from 'react';
import type { Act, ActType } from './act.ts';
import { ActForm, type ActFormProps } from './ActForm.tsx';

/** An act with its values' type closed over, so that all of them fit one table. */
export interface ActEntry {
  readonly type: ActType;
  readonly tone: 'main' | 'plain' | 'danger';
  readonly hotkey: string;
  readonly isStaying: boolean;
  readonly Form: ComponentType<ActFormProps>;
}

export function actEntry<T extends ActType, V extends object>(act: Act<T, V>): ActEntry {
  const { type, tone, hotkey, isStaying } = act;
  return {
    type,
    tone,
    hotkey,
    isStaying,
    Form: (props) => <ActForm act={act} {...props} />,
  };
}
