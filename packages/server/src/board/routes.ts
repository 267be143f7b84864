import { Board, BoardCaseQuery, BoardCases } from '@yichuang/contracts';
import { sessionOf, tokenOf, type App, type Guard } from '../platform/http/index.ts';
import type { BoardDeps } from './board-deps.ts';
import { createBoardFeed, type BoardFeedDeps } from './board-feed.ts';
import { boardScopeOf } from './board-scope.ts';
import { readBoard } from './count-board.ts';
import { listCasesOfBoard } from './list-board-cases.ts';

export interface BoardRoutesDeps extends BoardFeedDeps {
  readonly guard: Guard;
}

/** Leaders have it for what is below them, who watches for everything (board-scope.ts). */
const ACTION = 'insight:read';
const config = { right: { action: ACTION } } as const;

/** GET /api/board, the cases behind its numbers, and what changes on it. */
export function boardRoutes(app: App, deps: BoardRoutesDeps): void {
  addBoard(app, deps);
  addEvents(app, deps);
}

function addBoard(app: App, deps: BoardDeps): void {
  app.get('/api/board', { config, schema: { response: { 200: Board } } }, (request) =>
    readBoard(deps, boardScopeOf(sessionOf(request, 'staff'))),
  );
  app.get(
    '/api/board/cases',
    { config, schema: { querystring: BoardCaseQuery, response: { 200: BoardCases } } },
    (request) => listCasesOfBoard(deps, sessionOf(request, 'staff'), request.query),
  );
}

const schema = {
  description:
    'Server-sent events: "board" (the whole of it, first and after a pause), "change" (rows that ' +
    'are another now), "beat" (every 15 s), "bye" (the session has ended).',
};

function addEvents(app: App, deps: BoardRoutesDeps): void {
  const feed = createBoardFeed(deps);
  // The server waits for open answers before it closes; these never end by themselves.
  app.addHook('preClose', (done) => {
    feed.stop();
    done();
  });
  app.get('/api/board/events', { config, schema }, async (request, reply) => {
    const token = tokenOf(request, 'staff', app) ?? '';
    const stream = await feed.open({
      session: sessionOf(request, 'staff'),
      again: async () => {
        const session = await deps.guard.findSession(token);
        const isStaff = session?.kind === 'staff' && deps.guard.permits(session, ACTION);
        return isStaff ? session : undefined;
      },
    });
    if (stream === undefined) return reply.refuse([{ code: 'board-full' }]);
    return reply
      .type('text/event-stream; charset=utf-8')
      .header('x-accel-buffering', 'no')
      .send(stream);
  });
}
