/** Running cases moved to another version of their item (变基), each by a command of its own. */
import type { RebaseOrder, RebaseReport } from '@yichuang/contracts';
import { decide, type Command, type Refusal } from '@yichuang/kernel/case';
import { indexFlow } from '@yichuang/kernel/flow';
import {
  caseRefusals,
  contextOf,
  fill,
  nextItemOf,
  runCommand,
  staffActor,
} from '../cases/index.ts';
import { orgIdsFor } from '../people/index.ts';
import type { Session } from '../platform/http/index.ts';
import { Conflict } from '../platform/operating-error.ts';
import type { Language } from '../platform/refusal.ts';
import type { DesignDeps } from './design-deps.ts';
import { refuseDesign, type DesignOutcome } from './refusals.ts';
import { listRunningCases, type RunningCase } from './running-cases.pg.ts';
import { rebaseTexts } from './texts/rebase.messages.ts';

/** One call answers within a minute; a client calls again for the rest. */
const MOST_CASES = 500;

type Result = RebaseReport['results'][number];
type RebaseCommand = Extract<Command, { readonly type: 'RebaseCase' }>;

/**
 * Says, or does, what happens to every running case. A case that cannot stand at the same place in
 * the new flow stays as it is and is named with the reason; the others move.
 */
export async function rebaseCases(
  deps: DesignDeps,
  session: Session,
  itemCode: string,
  order: RebaseOrder,
  language: Language,
): Promise<DesignOutcome<RebaseReport>> {
  const { toVersion, isDryRun, caseIds } = order;
  if ((await deps.findItem(itemCode, toVersion)) === undefined) {
    return refuseDesign('design-version-unknown', { code: itemCode, version: toVersion });
  }
  const found = await listRunningCases(deps.db, deps.tenantId, {
    itemCode,
    exceptVersion: toVersion,
    orgIds: [...orgIdsFor(session, 'case:rebase')],
    limit: MOST_CASES + 1,
    ...(caseIds !== undefined && { caseIds }),
  });
  const command: RebaseCommand = { type: 'RebaseCase', toVersion };
  const results: Result[] = [];
  for (const each of found.slice(0, MOST_CASES)) {
    const refusals = isDryRun
      ? await wouldRefuse(deps, session, each, command)
      : await rebase(deps, session, each, command);
    results.push(await resultOf(deps, itemCode, each, refusals, language));
  }
  return { ok: true, value: { results, hasMore: found.length > MOST_CASES } };
}

async function wouldRefuse(
  deps: DesignDeps,
  session: Session,
  { caseId }: RunningCase,
  command: RebaseCommand,
): Promise<readonly Refusal[]> {
  const stored = await deps.cases.find(caseId);
  if (stored === undefined) throw new Error(`case ${caseId} is gone`);
  const { state } = stored;
  const item = await deps.findItem(state.itemCode, state.itemVersion);
  if (item === undefined) throw new Error(`item ${state.itemCode} is gone`);
  const context = {
    ...contextOf(deps, staffActor(session), item, await deps.directory.staff()),
    ...(await nextItemOf(deps, item.code, command)),
  };
  const outcome = decide(state, command, context);
  return outcome.ok ? [] : outcome.refusals;
}

async function rebase(
  deps: DesignDeps,
  session: Session,
  { caseId }: RunningCase,
  command: RebaseCommand,
): Promise<Told> {
  try {
    const actor = staffActor(session);
    const outcome = await runCommand(deps, deps.cases, { caseId, command, actor });
    return outcome.ok ? [] : outcome.refusals;
  } catch (error) {
    if (error instanceof Conflict) return 'busy';
    throw error;
  }
}

type Told = readonly Pick<Refusal, 'params' | 'code'>[] | 'busy';

async function resultOf(
  deps: DesignDeps,
  itemCode: string,
  { caseId, number, version }: RunningCase,
  refusals: Told,
  language: Language,
): Promise<Result> {
  const base = { caseId, number, fromVersion: version };
  if (refusals === 'busy') {
    const told = { code: 'case-busy', text: rebaseTexts[language].busy };
    return { ...base, ok: false, refusals: [told] };
  }
  if (refusals.length === 0) return { ...base, ok: true };
  const flow = (await deps.findItem(itemCode, version))?.flow;
  const nodes = flow === undefined ? undefined : indexFlow(flow);
  const told = refusals.map(({ code, params = {} }) => {
    const { detail = code, nextStep = '' } = caseRefusals.texts[language][code] ?? {};
    const node = nodes?.get(String(params['node']))?.node.name;
    const named = node === undefined ? params : { ...params, node };
    return { code, text: fill(detail + nextStep, named) };
  });
  return { ...base, ok: false, refusals: told };
}
