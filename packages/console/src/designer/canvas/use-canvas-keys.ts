import type { KeyboardEvent, RefObject } from 'react';
import { duplicateNode, moveBranch, shiftNode } from '../model/edit-tree.ts';
import { locate, type Spot } from '../model/lane.ts';
import { chosenKey, neighbour, type Chosen, type Direction } from '../model/neighbour.ts';
import { useWorkbench } from '../workbench-context.ts';
import { gapKey } from './Gap.tsx';

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/**
 * Arrows move, Alt with arrows moves the node itself, Insert or + adds after it, Delete removes it,
 * Ctrl D copies it. Enter is the button's own: it opens the panel. Undo is the whole page's.
 */
export function useCanvasKeys(paper: RefObject<HTMLDivElement | null>) {
  const { flow, editing, choose, changeFlow, askRemoval } = useWorkbench();
  const find = (name: string, key: string): HTMLElement | null =>
    paper.current?.querySelector<HTMLElement>(`[data-${name}="${CSS.escape(key)}"]`) ?? null;
  const go = (to: Chosen) => {
    const stop = find('stop', chosenKey(to));
    stop?.focus();
    stop?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  return (event: KeyboardEvent<HTMLDivElement>): void => {
    const target = event.target;
    const from = target instanceof HTMLElement ? chosenOf(target.dataset['stop']) : undefined;
    if (flow === undefined || from === undefined) return;
    const done = (): void => event.preventDefault();
    const direction = directions[event.key];
    if (direction !== undefined && event.altKey) {
      done();
      const by = direction === 'up' || direction === 'left' ? -1 : 1;
      changeFlow((present) =>
        from.kind === 'node'
          ? shiftNode(present, from.nodeId, by, editing)
          : moveBranch(present, from.splitId, from.branchId, by),
      );
      // The moved card is drawn anew elsewhere: the keyboard follows it.
      requestAnimationFrame(() => go(from));
      return;
    }
    if (event.altKey || event.metaKey) return;
    if (direction !== undefined) {
      const to = neighbour(flow, from, direction);
      done();
      if (to !== undefined) go(to);
    } else if (event.key === 'Insert' || event.key === '+') {
      done();
      find('gap', gapKey(spotAfter(flow, from)))?.click();
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      done();
      askRemoval(from);
    } else if (event.key.toLowerCase() === 'd' && event.ctrlKey && from.kind === 'node') {
      done();
      const copied = duplicateNode(flow, from.nodeId, editing);
      if (copied === undefined) return;
      changeFlow(() => copied.flow);
      choose({ kind: 'node', nodeId: copied.nodeId });
    }
  };
}

function chosenOf(stop: string | undefined): Chosen | undefined {
  const [kind, first, second] = stop?.split(' ') ?? [];
  if (kind === 'node' && first !== undefined) return { kind, nodeId: first };
  if (kind === 'branch' && first !== undefined && second !== undefined) {
    return { kind, splitId: first, branchId: second };
  }
  return undefined;
}

function spotAfter(flow: Parameters<typeof locate>[0], from: Chosen): Spot {
  if (from.kind === 'branch') return { lane: from, at: 0 };
  const found = locate(flow, from.nodeId);
  return found === undefined
    ? { lane: { kind: 'trunk', tree: 'main' }, at: 0 }
    : { lane: found.lane, at: found.at + 1 };
}
