import { Board, BoardCaseQuery, BoardCases } from '@yichuang/contracts';
import { sessionOf, type App } from '../platform/http/index.ts';
import type { BoardDeps } from './board-deps.ts';
import { boardScopeOf } from './board-scope.ts';
import { readBoard } from './count-board.ts';
import { listCasesOfBoard } from './list-board-cases.ts';

/** Leaders have it for what is below them, who watches for everything (board-scope.ts). */
const config = { right: { action: 'insight:read' } } as const;

/** GET /api/board, the cases behind its numbers, and what changes on it. */
export function boardRoutes(app: App, deps: BoardDeps): void {
  app.get('/api/board', { config, schema: { response: { 200: Board } } }, (request) =>
    readBoard(deps, boardScopeOf(sessionOf(request, 'staff'))),
  );
  app.get(
    '/api/board/cases',
    { config, schema: { querystring: BoardCaseQuery, response: { 200: BoardCases } } },
    (request) => listCasesOfBoard(deps, sessionOf(request, 'staff'), request.query),
  );
}
