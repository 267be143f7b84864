/**
 * What changes on the board, sent to everybody who looks at it. States of a viewer: fed (gets the
 * changes), stalled (its connection takes nothing: gets the whole board once it does again), ended
 * (session over, right lost, connection gone). However many look, it is counted once; however much
 * happens, once a second at most; when nobody looks, not at all.
 */
import { Readable } from 'node:stream';
import type { Board } from '@yichuang/contracts';
import { instantMs, type Instant } from '@yichuang/kernel/time';
import type { Session } from '../platform/http/index.ts';
import { changeOf, isSameBoard } from './board-change.ts';
import type { BoardDeps } from './board-deps.ts';
import { boardScopeOf, type BoardScope } from './board-scope.ts';
import type { BoardSignal } from './board-signal.ts';
import { boardOf, countBoard, readBoard } from './count-board.ts';
import { findTurnedLights } from './find-turned.pg.ts';

export interface BoardFeed {
  /** Undefined when too many look already, or the same person too often. */
  open(look: Look): Promise<Readable | undefined>;
  stop(): void;
}

export interface Look {
  readonly session: Session;
  /** The session as it is now; undefined once it has ended or may not look any more. */
  readonly again: () => Promise<Session | undefined>;
}

export interface BoardFeedDeps extends BoardDeps {
  readonly signal: BoardSignal;
  readonly onError: (error: unknown) => void;
  /** How often viewers hear something and are asked for their rights; 15 s. */
  readonly beatMs?: number;
  /** What may wait for a slow connection; 256 KiB, a board of a hundred rows has 30. */
  readonly mostWaitingBytes?: number;
}

const LEAST_MS = 1_000;
/** Proxies close what is silent for a minute; viewers take twice this for a lost connection. */
const BEAT_MS = 15_000;
const MOST_VIEWERS = 200;
const MOST_OF_ONE_PERSON = 6;
const MOST_WAITING_BYTES = 256 * 1024;
const STALLED_MS = 60_000;
/** Turned since the last look, of all departments together; more would not be read. */
const MOST_TURNED = 200;

interface Viewer {
  readonly look: Look;
  readonly stream: Readable;
  scope: BoardScope;
  /** Undefined: the whole board is due. */
  last: Board | undefined;
  stalledSinceMs?: number;
}

export function createBoardFeed(deps: BoardFeedDeps): BoardFeed {
  const highWaterMark = deps.mostWaitingBytes ?? MOST_WAITING_BYTES;
  const viewers = new Set<Viewer>();
  let lastAt: Instant | undefined;
  let ticking: Promise<void> | undefined;
  let isDue = false;
  let timer: NodeJS.Timeout | undefined;
  let beat: NodeJS.Timeout | undefined;
  let unsubscribe: (() => void) | undefined;

  const tick = async (): Promise<void> => {
    const count = await countBoard(deps);
    const turned = await findTurnedLights(deps.db, deps.tenantId, {
      ...(lastAt === undefined ? {} : { since: lastAt }),
      at: count.at,
      withWithheld: true,
      most: MOST_TURNED,
    });
    lastAt = count.at;
    for (const viewer of viewers) {
      const now = boardOf(count, viewer.scope, turned);
      if (viewer.last !== undefined && !isSameBoard(viewer.last, now)) {
        if (send(viewer, 'change', changeOf(viewer.last, now))) viewer.last = now;
      }
    }
  };
  /** At most once a second, and again when something was said meanwhile. */
  const hear = (): void => {
    isDue = true;
    if (timer !== undefined || ticking !== undefined) return;
    timer = setTimeout(run, lastAt === undefined ? 0 : waitMs(deps.clock.now(), lastAt));
  };
  const run = (): void => {
    timer = undefined;
    isDue = false;
    ticking = tick()
      .catch(deps.onError)
      .then(() => {
        ticking = undefined;
        if (isDue && viewers.size > 0) hear();
      });
  };
  const leave = (viewer: Viewer): void => {
    if (!viewers.delete(viewer)) return;
    if (viewers.size > 0) return;
    unsubscribe?.();
    unsubscribe = undefined;
    clearInterval(beat);
    clearTimeout(timer);
    timer = undefined;
    lastAt = undefined;
  };
  /** Rights are asked again, time has passed, and silence would look like a lost connection. */
  const beatOnce = async (): Promise<void> => {
    await Promise.all([...viewers].map((viewer) => check(deps, viewer, () => leave(viewer))));
    for (const viewer of viewers) send(viewer, 'beat', { at: deps.clock.now() });
    hear();
  };
  return {
    async open(look) {
      const own = [...viewers].filter((each) => isSamePerson(each.look.session, look.session));
      if (viewers.size >= MOST_VIEWERS || own.length >= MOST_OF_ONE_PERSON) return undefined;
      const stream = new Readable({ read: () => undefined, highWaterMark });
      const viewer: Viewer = { look, stream, scope: boardScopeOf(look.session), last: undefined };
      viewers.add(viewer);
      stream.once('close', () => leave(viewer));
      unsubscribe ??= deps.signal.subscribe(hear);
      if (viewers.size === 1) {
        beat = setInterval(() => void beatOnce().catch(deps.onError), deps.beatMs ?? BEAT_MS);
        beat.unref();
      }
      await sendWhole(deps, viewer);
      lastAt ??= deps.clock.now();
      return stream;
    },
    stop() {
      for (const viewer of viewers) {
        leave(viewer);
        viewer.stream.push(null);
      }
    },
  };
}

function waitMs(now: Instant, lastAt: Instant): number {
  // A moved clock may be far behind or ahead of itself: never longer than the pause.
  const passed = instantMs(now) - instantMs(lastAt);
  return passed >= 0 && passed < LEAST_MS ? LEAST_MS - passed : 0;
}

function isSamePerson(a: Session, b: Session): boolean {
  return a.personId === b.personId;
}

async function sendWhole(deps: BoardFeedDeps, viewer: Viewer): Promise<void> {
  const board = await readBoard(deps, viewer.scope);
  if (send(viewer, 'board', board)) viewer.last = board;
}

/** @returns false when the connection takes nothing now: the whole board is due afterwards */
function send(viewer: Viewer, event: string, data: unknown): boolean {
  const { stream } = viewer;
  if (stream.destroyed) return false;
  if (stream.readableLength >= stream.readableHighWaterMark) {
    viewer.last = undefined;
    viewer.stalledSinceMs ??= performance.now();
    return false;
  }
  delete viewer.stalledSinceMs;
  stream.push(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  return true;
}

/** Ends who may not look any more or takes nothing; gives the whole board to who was stalled. */
async function check(deps: BoardFeedDeps, viewer: Viewer, leave: () => void): Promise<void> {
  const { stalledSinceMs, stream } = viewer;
  if (stalledSinceMs !== undefined && performance.now() - stalledSinceMs > STALLED_MS) {
    leave();
    stream.destroy();
    return;
  }
  const session = await viewer.look.again();
  if (session === undefined) {
    // Out of the set at once: what follows the end of a stream is an error.
    leave();
    send(viewer, 'bye', {});
    stream.push(null);
    return;
  }
  viewer.scope = boardScopeOf(session);
  if (viewer.last === undefined) await sendWhole(deps, viewer);
}
