/** What is still ahead of a case, with who would act and until when, for its reader. */
import type { ForecastView } from '@yichuang/contracts';
import {
  conditionData,
  hasEnded,
  postAt,
  type CaseContext,
  type CaseState,
} from '@yichuang/kernel/case';
import { forecast, placeOf, type FlowDefinition, type ForecastEntry } from '@yichuang/kernel/flow';
import { civilDate, type PlainDate } from '@yichuang/kernel/time';
import { parseCondition } from '../catalogue/index.ts';
import type { Language } from '../platform/refusal.ts';
import type { Directory, DirectoryPost } from './directory.ts';

interface Reading {
  readonly state: CaseState;
  readonly context: CaseContext;
  readonly language: Language;
}

/** Nobody outside is told who acts at a step and when: that is the office's own affair. */
export async function forecastViews(
  { directory }: { readonly directory: Directory },
  { state, context, language }: Reading,
  isPublic: boolean,
): Promise<ForecastView[]> {
  const { flow } = context.item;
  if (flow === undefined || hasEnded(state)) return [];
  const posts = isPublic ? new Map<string, DirectoryPost>() : await directory.posts();
  return forecastCase(flow, state, context).map((entry) => ({
    nodeId: entry.nodeId,
    kind: entry.kind,
    name: nameOf(flow, entry.nodeId, language),
    isOpen: entry.isOpen,
    isCertain: entry.isCertain,
    postNames: isPublic ? [] : entry.posts.map((id) => posts.get(id)?.name ?? id),
    holderNames: isPublic ? [] : entry.posts.flatMap((id) => posts.get(id)?.holders ?? []),
    ...(isPublic || entry.expectedOn === undefined ? {} : { expectedOn: entry.expectedOn }),
    maySkip: entry.maySkip === true,
    within: entry.within.map((split) => ({
      ...split,
      splitName: nameOf(flow, split.splitId, language),
    })),
  }));
}

function forecastCase(
  flow: FlowDefinition,
  state: CaseState,
  context: CaseContext,
): readonly ForecastEntry[] {
  const data = conditionData(state);
  return forecast(flow, state.marking, {
    today: civilDate(context.at),
    calendar: context.calendar,
    evaluate: (condition) => context.evaluate(condition, data),
    readsOf: (condition) => parseCondition(condition).names,
    postAt: (post) => postAt(post, state, context),
    dueOn: (nodeId) => dueOn(state, nodeId),
    // The applicant is changing the form at this moment: any condition may come out otherwise.
    ...(state.phase === 'correction-pending' ? { changing: ['*'] } : {}),
  });
}

/** Of the running clock of the step's or wait's present round. */
function dueOn(state: CaseState, nodeId: string): PlainDate | undefined {
  const round = state.marking.nodes[nodeId]?.round ?? 1;
  const clock = state.clocks[`step:${nodeId}#${round}`] ?? state.clocks[`wait:${nodeId}#${round}`];
  return clock?.stoppedAt === undefined ? clock?.result.dueOn : undefined;
}

function nameOf(flow: FlowDefinition, nodeId: string, language: Language): string {
  const { node } = placeOf(flow, nodeId);
  return language === 'en' ? (node.nameEn ?? node.name) : node.name;
}
