/** When a branch is taken: FEEL where the model says it, words where it does not. */
import type { FlowNode } from '@yichuang/kernel/flow';
import type { ModdleElement } from 'bpmn-moddle';
import { parseCondition } from '../catalogue/index.ts';
import { extensionOf } from './extension.ts';
import type { Arc } from './graph.ts';
import type { ImportSession } from './import-session.ts';

export type Base = Pick<FlowNode, 'id' | 'name'>;

export interface Unsaid {
  readonly base: Base;
  /** The line's own name. */
  readonly said: string;
  readonly session: ImportSession;
}

/** FEEL as it is; anything else becomes words that a person has to put into FEEL. */
export function conditionOf(
  when: string | undefined,
  { base, said, session }: Unsaid,
  flow: ModdleElement,
): string {
  const isOurs = extensionOf(flow, 'Branch') !== undefined;
  if (when !== undefined && (isOurs || parseCondition(when).parses)) return when;
  const words = when ?? said;
  session.suggest('condition-needed', base, words);
  return unsaid(words);
}

/** No FEEL: it never holds, and the lint lets no flow with it be published. */
function unsaid(words: string): string {
  return `? ${words}`.slice(0, MOST_LETTERS);
}

const MOST_LETTERS = 2000;

/** The default of an inclusive gateway is taken only where none of the others is. */
export function inclusiveCondition(arc: Arc, all: readonly Arc[]): string | undefined {
  if (!arc.isDefault) return arc.when;
  const others = all.flatMap((other) => (other === arc ? [] : [other.when]));
  // Beside a way that is always taken, the default never is.
  if (others.some((when) => when === undefined)) return 'false';
  return `not(${others.map((when) => `(${when ?? ''})`).join(' or ')})`;
}
