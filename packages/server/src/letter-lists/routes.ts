import { LetterPage, LetterQuery } from '@yichuang/contracts';
import { sessionOf, type App } from '../platform/http/index.ts';
import { listLetters, type LetterListDeps } from './list-letters.ts';

export function letterListRoutes(app: App, deps: LetterListDeps): void {
  app.get(
    '/api/letters',
    {
      config: { right: 'staff' },
      schema: { querystring: LetterQuery, response: { 200: LetterPage } },
    },
    (request) => listLetters(deps, sessionOf(request, 'staff'), request.query, request.language),
  );
}
