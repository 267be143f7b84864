/** What every node's shape has: its size and what it carries beside the drawing. */
import type { FlowNode } from '@yichuang/kernel/flow';
import type { Extension } from './extension.ts';

/** Two lines of ten Chinese characters fit; a longer name gets a third line. */
export function taskSize(name: string): { width: number; height: number } {
  return { width: 130, height: name.length > 24 ? 100 : 80 };
}

/** Names, kinds, branches and conditions are drawn; what is left goes into the extension. */
export function nodeExtension(node: FlowNode): Extension {
  const { id, kind, name: _name, ...rest } = node;
  const { children: _c, branches: _b, parts: _p, ...fields } = rest as Record<string, unknown>;
  return { type: 'Node', id, kind, fields };
}
