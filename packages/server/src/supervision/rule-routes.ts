import { Type } from '@sinclair/typebox';
import {
  AgreeToRetirementBody,
  CopiedRule,
  PublishDraftBody,
  RetireRuleBody,
  SaveDraftBody,
  SavedDraft,
  TryDraftBody,
  WatchRuleList,
  WatchRuleView,
} from '@yichuang/contracts';
import { daysBetween, isPlainDate, type Instant } from '@yichuang/kernel/time';
import type { FastifyReply } from 'fastify';
import type { WatchRuleFile } from '../catalogue/index.ts';
import { sessionOf, type App } from '../platform/http/index.ts';
import type { Outcome } from './act-on-hit.ts';
import { findDraft, removeDraft } from './draft-store.pg.ts';
import type { SupervisionDeps } from './hit-deps.ts';
import {
  agreeToRetirement,
  dropRetirement,
  proposeRetirement,
  retireAlone,
} from './retire-rule.ts';
import { ruleProblems } from './rule-problems.ts';
import { copySuffix } from './refusals.messages.ts';
import { startTrial } from './run-trial.ts';
import { scopeChoices } from './scope-choices.ts';
import { lastTrial } from './trial-store.pg.ts';
import { listRules, viewRule } from './view-rules.ts';
import { copyRule, publishDraft, writeDraft } from './write-rule.ts';

const read = { right: { action: 'insight:read' } } as const;
const write = { right: { action: 'rule:publish' } } as const;
const params = Type.Object({ ruleId: Type.String({ maxLength: 20 }) });
const none = { 204: Type.Null() };

/** /api/supervision/rules: what is watched, and how it came to be; written by supervision alone. */
export function ruleRoutes(app: App, deps: SupervisionDeps): void {
  app.get(
    '/api/supervision/rules',
    { config: read, schema: { response: { 200: WatchRuleList } } },
    (request) => listRules(deps, sessionOf(request, 'staff'), request.language),
  );
  app.get(
    '/api/supervision/rules/:ruleId',
    { config: read, schema: { params, response: { 200: WatchRuleView } } },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const view = await viewRule(deps, session, request.params.ruleId, request.language);
      return view ?? reply.refuse([{ code: 'rule-not-found' }]);
    },
  );
  addDrafts(app, deps);
  addTrials(app, deps);
  addPublication(app, deps);
  addRetirement(app, deps);
}

function addDrafts(app: App, deps: SupervisionDeps): void {
  app.put(
    '/api/supervision/rules/:ruleId/draft',
    { config: write, schema: { params, body: SaveDraftBody, response: { 200: SavedDraft } } },
    async (request, reply) => {
      const { body, params: of } = request;
      // Whatever it lacks of a rule's shape is told as a problem of the draft.
      const definition = { ...(body.definition as WatchRuleFile), id: of.ruleId };
      const session = sessionOf(request, 'staff');
      const saved = await writeDraft(deps, session, definition, body.changedAt as Instant);
      return saved.ok ? { changedAt: saved.changedAt } : reply.refuse([saved.refusal]);
    },
  );
  app.delete(
    '/api/supervision/rules/:ruleId/draft',
    { config: write, schema: { params, querystring: SavedDraft, response: none } },
    async (request, reply) => {
      const { params: of, query } = request;
      const read = { ruleId: of.ruleId, changedAt: query.changedAt as Instant };
      const isGone = await removeDraft(deps.db, deps.tenantId, read);
      if (isGone) return reply.code(204).send(null);
      return reply.refuse([{ code: 'rule-changed-meanwhile' }]);
    },
  );
  app.post(
    '/api/supervision/rules/:ruleId/copy',
    { config: write, schema: { params, response: { 201: CopiedRule } } },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const suffix = copySuffix[request.language];
      const ruleId = await copyRule(deps, session, request.params.ruleId, suffix);
      if (ruleId === undefined) return reply.refuse([{ code: 'rule-not-found' }]);
      return reply.code(201).send({ ruleId });
    },
  );
}

/** Two years: what was meant otherwise takes a worker for an hour. */
const MOST_DAYS = 731;

function addTrials(app: App, deps: SupervisionDeps): void {
  app.post(
    '/api/supervision/rules/:ruleId/trial',
    { config: write, schema: { params, body: TryDraftBody, response: { 202: Type.Null() } } },
    async (request, reply) => {
      const { from, until } = request.body;
      const isPeriod = isPlainDate(from) && isPlainDate(until) && from <= until;
      if (!isPeriod || daysBetween(from, until) > MOST_DAYS) {
        return reply.refuse([{ code: 'trial-period-wrong', params: { most: MOST_DAYS } }]);
      }
      const { db, tenantId } = deps;
      const { ruleId } = request.params;
      const draft = await findDraft(db, tenantId, ruleId);
      if (draft === undefined) return reply.refuse([{ code: 'rule-not-found' }]);
      const choices = await scopeChoices(deps);
      if (ruleProblems(draft.definition, choices, request.language).length > 0) {
        return reply.refuse([{ code: 'rule-has-problems' }]);
      }
      const running = await lastTrial(db, tenantId, ruleId);
      if (running?.status === 'running') return reply.refuse([{ code: 'rule-being-tried' }]);
      const { personId } = sessionOf(request, 'staff');
      await startTrial(deps, draft.definition, { from, until }, personId);
      return reply.code(202).send(null);
    },
  );
}

function addPublication(app: App, deps: SupervisionDeps): void {
  app.post(
    '/api/supervision/rules/:ruleId/publish',
    { config: write, schema: { params, body: PublishDraftBody, response: none } },
    async (request, reply) => {
      const { ruleId } = request.params;
      const session = sessionOf(request, 'staff');
      return answer(reply, await publishDraft(deps, session, ruleId, request.body));
    },
  );
  app.post(
    '/api/supervision/rules/:ruleId/retire',
    { config: write, schema: { params, body: RetireRuleBody, response: none } },
    async (request, reply) => {
      const { ruleId } = request.params;
      const session = sessionOf(request, 'staff');
      return answer(reply, await retireAlone(deps, session, ruleId, request.body));
    },
  );
}

/** 停用 where two supervise: proposed by one, answered by another. */
function addRetirement(app: App, deps: SupervisionDeps): void {
  const url = '/api/supervision/rules/:ruleId/retirement';
  app.post(
    url,
    { config: write, schema: { params, body: RetireRuleBody, response: none } },
    async (request, reply) => {
      const { ruleId } = request.params;
      const session = sessionOf(request, 'staff');
      return answer(reply, await proposeRetirement(deps, session, ruleId, request.body));
    },
  );
  app.delete(url, { config: write, schema: { params, response: none } }, async (request, reply) => {
    const session = sessionOf(request, 'staff');
    return answer(reply, await dropRetirement(deps, session, request.params.ruleId));
  });
  app.post(
    `${url}/agreement`,
    { config: write, schema: { params, body: AgreeToRetirementBody, response: none } },
    async (request, reply) => {
      const { ruleId } = request.params;
      const session = sessionOf(request, 'staff');
      return answer(reply, await agreeToRetirement(deps, session, ruleId, request.body.proposal));
    },
  );
}

async function answer(reply: FastifyReply, outcome: Outcome): Promise<FastifyReply> {
  return outcome.ok ? reply.code(204).send(null) : reply.refuse([outcome.refusal]);
}
