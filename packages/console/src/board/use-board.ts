import type { Board, BoardChange } from '@yichuang/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useReducer, useState } from 'react';
import { boardApi, boardEventsPath } from '../api/board.ts';
import { applyChange, changedOrgs, inSameOrder } from './apply-change.ts';

export interface LiveBoard {
  readonly board: Board | undefined;
  readonly error: Error | null;
  /** What is shown is how it is; else how it was at `heardAt`. Undefined before the first word. */
  readonly isLive: boolean | undefined;
  /** The server's instant of the last sign of life. */
  readonly heardAt: string | undefined;
  /** Rows that changed within the last seconds. */
  readonly glowing: ReadonlySet<string>;
  readonly retry: () => void;
}

/** The server says something every 15 s; after this much silence the line is taken for lost. */
const SILENCE_MS = 40_000;
const LOOK_MS = 5_000;
const AGAIN_MS = [2_000, 5_000, 15_000, 30_000] as const;
const GLOW_MS = 4_000;

/** The board, kept up by the server's events; connects again by itself while it is shown. */
export function useBoard(): LiveBoard {
  const [board, hear] = useReducer(boardAfter, undefined);
  const [heardAt, setHeardAt] = useState<string>();
  const [isLive, setLive] = useState<boolean>();
  // The events bring the whole board; it is asked for only where they cannot come, to learn why.
  const query = useQuery({
    queryKey: ['board'],
    queryFn: ({ signal }) => boardApi.read(signal),
    enabled: false,
  });
  const { refetch } = query;
  useEffect(() => {
    return openFeed({
      onWhole: (whole) => hear({ whole }),
      onChange: (change) => hear({ change }),
      onHeard: setHeardAt,
      onLive: setLive,
      // Asked in the ordinary way, it says why: logged out, not allowed, no connection.
      onClosed: () => void refetch(),
    });
  }, [refetch]);
  const shown = board ?? query.data;
  return {
    board: shown,
    error: shown === undefined ? query.error : null,
    isLive,
    heardAt: heardAt ?? shown?.at,
    glowing: useGlow(shown),
    retry: () => void refetch(),
  };
}

type Heard = { readonly whole: Board } | { readonly change: BoardChange };

function boardAfter(before: Board | undefined, heard: Heard): Board | undefined {
  if ('whole' in heard) {
    return before === undefined ? heard.whole : inSameOrder(before, heard.whole);
  }
  return before === undefined ? undefined : applyChange(before, heard.change);
}

/** Rows glow once when they change, and settle. */
function useGlow(board: Board | undefined): ReadonlySet<string> {
  const [before, setBefore] = useState(board);
  const [glowing, setGlowing] = useState<ReadonlySet<string>>(new Set());
  if (board !== before) {
    setBefore(board);
    const changed = before === undefined || board === undefined ? [] : changedOrgs(before, board);
    if (changed.length > 0) setGlowing(new Set([...glowing, ...changed]));
  }
  useEffect(() => {
    if (glowing.size === 0) return undefined;
    const timer = setTimeout(() => setGlowing(new Set()), GLOW_MS);
    return () => clearTimeout(timer);
  }, [glowing]);
  return glowing;
}

interface Hearer {
  readonly onWhole: (board: Board) => void;
  readonly onChange: (change: BoardChange) => void;
  readonly onHeard: (at: string) => void;
  readonly onLive: (isLive: boolean) => void;
  readonly onClosed: () => void;
}

/** @returns the end of it */
function openFeed(hearer: Hearer): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let heardMs = performance.now();
  const heard = <T extends { readonly at: string }>(event: { readonly data: unknown }): T => {
    const data = JSON.parse(String(event.data)) as T;
    heardMs = performance.now();
    failures = 0;
    hearer.onHeard(data.at);
    hearer.onLive(true);
    return data;
  };
  const again = (): void => {
    source?.close();
    hearer.onLive(false);
    hearer.onClosed();
    clearTimeout(timer);
    timer = setTimeout(open, AGAIN_MS[Math.min(failures, AGAIN_MS.length - 1)]);
    failures += 1;
  };
  const open = (): void => {
    heardMs = performance.now();
    source = new EventSource(boardEventsPath);
    source.addEventListener('board', (event: { readonly data: unknown }) =>
      hearer.onWhole(heard<Board>(event)),
    );
    source.addEventListener('change', (event: { readonly data: unknown }) =>
      hearer.onChange(heard<BoardChange>(event)),
    );
    source.addEventListener('beat', heard);
    source.addEventListener('bye', again);
    // Its own repetition knows nothing of sessions and never gives a reason.
    source.addEventListener('error', again);
  };
  const watch = setInterval(() => {
    if (performance.now() - heardMs > SILENCE_MS) again();
  }, LOOK_MS);
  open();
  return () => {
    clearInterval(watch);
    clearTimeout(timer);
    source?.close();
  };
}
