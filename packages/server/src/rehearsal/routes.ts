import { Type } from '@sinclair/typebox';
import { RehearsalPlan, RehearsalResult, RehearsalWish } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import { can } from '../people/index.ts';
import { sessionOf, type App } from '../platform/http/index.ts';
import type { Session } from '../platform/http/index.ts';
import type { Refusal } from '../platform/refusal.ts';
import { RehearsalBusy } from './rehearse-apart.ts';
import { hasFlow, planOf, rehearseItem, type RehearsalScene } from './rehearse-item.ts';
import { sceneOfCounty, type RehearsalDeps } from './scene-of-county.ts';

export interface RehearsalRoutesDeps extends RehearsalDeps {
  readonly findItem: (code: string) => Promise<ItemDefinition | undefined>;
}

const config = { right: { action: 'item:design' } } as const;
const params = Type.Object({ code: Type.String({ maxLength: 100 }) });

/** GET what a rehearsal of the item would be run with; POST runs one. Nothing is stored. */
export function rehearsalRoutes(app: App, deps: RehearsalRoutesDeps): void {
  const url = '/api/items/:code/rehearsal';
  app.get(
    url,
    { config, schema: { params, response: { 200: RehearsalPlan } } },
    async (request, reply) => {
      const scene = await sceneFor(deps, sessionOf(request, 'staff'), request.params.code);
      if ('code' in scene) return reply.refuse([scene]);
      return planOf(scene, {}, request.language);
    },
  );
  app.post(
    url,
    { config, schema: { params, body: RehearsalWish, response: { 200: RehearsalResult } } },
    async (request, reply) => {
      const scene = await sceneFor(deps, sessionOf(request, 'staff'), request.params.code);
      if ('code' in scene) return reply.refuse([scene]);
      try {
        return await rehearseItem(scene, request.body, request.language);
      } catch (error) {
        if (error instanceof RehearsalBusy) return reply.refuse([{ code: 'rehearsal-busy' }]);
        throw error;
      }
    },
  );
}

async function sceneFor(
  deps: RehearsalRoutesDeps,
  session: Session,
  code: string,
): Promise<RehearsalScene | Refusal> {
  const item = await deps.findItem(code);
  if (item === undefined) return { code: 'page-not-found' };
  if (!can(session, 'item:design', { orgId: item.orgId })) {
    return { code: 'rehearsal-outside-scope', params: { item: item.name } };
  }
  if (!hasFlow(item)) return { code: 'rehearsal-without-flow', params: { item: item.name } };
  return sceneOfCounty(deps, item);
}
