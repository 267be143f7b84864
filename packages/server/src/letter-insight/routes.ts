import { Type } from '@sinclair/typebox';
import {
  AnswerCheck,
  AnswerCheckBody,
  LetterAdvice,
  LetterAdviceRequest,
  LetterAssistance,
} from '@yichuang/contracts';
import { replyFindingTexts, unansweredPoints } from '../insight/index.ts';
import { answerText, checkAnswer, letterText } from '../letters/index.ts';
import { sessionOf, type App } from '../platform/http/index.ts';
import { admitAdvice } from './admit-advice.ts';
import { letterAdvice } from './letter-advice.ts';
import { letterAssistance } from './letter-assistance.ts';
import type { LetterInsightDeps } from './letter-insight-deps.ts';

const params = Type.Object({ caseId: Type.String({ maxLength: 64 }) });
const staff = { right: 'staff' } as const;

export function letterInsightRoutes(app: App, deps: LetterInsightDeps): void {
  app.post(
    '/api/letters/advice',
    {
      config: { right: 'public' },
      schema: { body: LetterAdviceRequest, response: { 200: LetterAdvice } },
    },
    async (request, reply) => {
      const refusal = await admitAdvice(deps, request.ip);
      if (refusal !== undefined) return reply.refuse([refusal]);
      return letterAdvice(deps, request.body, request.resident?.personId, request.language);
    },
  );
  app.get(
    '/api/letters/:caseId/assistance',
    { config: staff, schema: { params, response: { 200: LetterAssistance } } },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const found = await deps.desk.readable(session, request.params.caseId);
      const help = found && (await letterAssistance(deps, session, found, request.language));
      return help ?? reply.refuse([{ code: 'not-your-case' }]);
    },
  );
  app.post(
    '/api/letters/:caseId/answer-check',
    { config: staff, schema: { params, body: AnswerCheckBody, response: { 200: AnswerCheck } } },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const found = await deps.desk.readable(session, request.params.caseId);
      if (found?.state.letter === undefined) return reply.refuse([{ code: 'not-your-case' }]);
      const texts: Readonly<Record<string, string>> = replyFindingTexts[request.language];
      const { findings } = checkAnswer(found.state, request.body);
      const points = unansweredPoints(letterText(found.state), answerText(request.body));
      return {
        findings: findings.map(({ code, quote }) => ({ code, text: texts[code] ?? code, quote })),
        unanswered: points.map(({ quote }) => quote),
      };
    },
  );
}
