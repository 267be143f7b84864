/**
 * What a rehearsal of an item is run with: what was entered first, else what the item's history
 * says where it has enough of it, else a guess, which is marked as one.
 */
import type { RehearsalPlan, RehearsalWish, NumberSource } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import {
  indexFlow,
  stepsOf,
  subtree,
  type FlowDefinition,
  type FlowNode,
  type StepDuty,
  type StepNode,
} from '@yichuang/kernel/flow';
import { CORRECTION, quantile } from '@yichuang/kernel/rehearsal';
import type { Language } from '../platform/refusal.ts';
import type { ItemHistory } from './item-history.ts';
import { MINUTES_OF_DAY } from './working-time.ts';

export interface PlanInput {
  readonly item: ItemDefinition;
  readonly flow: FlowDefinition;
  readonly history: ItemHistory;
  readonly wish: RehearsalWish;
  /** Filings on a working day, from the last weeks; absent where there were none. */
  readonly perDay?: number;
  readonly people: (post: string) => number;
  readonly postName: (post: string) => string;
  /** Of the wait for applicants, which no node of the flow stands for. */
  readonly correctionName: string;
  /** Working days of a limit of the item. */
  readonly limitDays: (limit: NonNullable<ItemDefinition['statutoryLimit']>) => number;
  readonly language: Language;
}

/** Finished tasks from which on history is believed. */
export const ENOUGH = 20;
const DEFAULT_SEED = 1;
const GUESSED_PER_DAY = 1;
/** People have other items as well. */
const GUESSED_SHARE = 0.5;
const GUESSED_RETURNS = 0.05;
const GUESSED_CORRECTIONS = 0.1;
const GUESSED_WAIT_DAYS = { payment: 1, message: 1, subcases: 5, procedure: 10, correction: 3 };
/** Working minutes of one person on one task. */
const GUESSED_MINUTES: Readonly<Record<StepDuty, number>> = {
  filing: 0,
  intake: 20,
  review: 30,
  decision: 15,
  delivery: 10,
  task: 30,
};

export function planRehearsal(input: PlanInput): RehearsalPlan {
  const { item, flow, wish, history, language } = input;
  const nodes = subtree(flow.main);
  const steps = stepsOf({ main: flow.main }).filter((step) => step.duty !== 'filing');
  const perDay = wish.perDay ?? input.perDay;
  return {
    itemCode: item.code,
    itemName: nameOf(item, language),
    seed: wish.seed ?? DEFAULT_SEED,
    perDay: perDay ?? GUESSED_PER_DAY,
    perDaySource: sourceOf(wish.perDay, input.perDay),
    hoursPerDay: wish.hoursPerDay ?? MINUTES_OF_DAY / 60,
    historyCases: history.cases,
    posts: postRows(input, steps),
    steps: steps.map((step) => stepRow(input, step)),
    branches: nodes.flatMap((node) => branchRows(input, node)),
    waits: [...nodes.flatMap((node) => waitRow(input, node)), ...correctionRow(input, steps)],
    limits: limitRows(input),
  };
}

function postRows(
  { wish, people, postName }: PlanInput,
  steps: readonly StepNode[],
): RehearsalPlan['posts'] {
  const posts = [...new Set(steps.flatMap((step) => step.posts))];
  return posts.map((post) => {
    const entered = wish.posts?.[post];
    const known = { people: Math.max(1, people(post)), share: GUESSED_SHARE };
    const source: NumberSource = entered === undefined ? 'guess' : 'entered';
    return { post, name: postName(post), ...(entered ?? known), source };
  });
}

function stepRow(
  { wish, history, language }: PlanInput,
  step: StepNode,
): RehearsalPlan['steps'][number] {
  const entered = wish.steps?.[step.id];
  const found = history.steps[step.id];
  const tasks = found?.minutes.length ?? 0;
  const isKnown = found !== undefined && tasks >= ENOUGH;
  const isIntake = step.duty === 'intake';
  const returned = isIntake ? history.corrections.length : (found?.returned ?? 0);
  const known = isKnown
    ? { minutes: quantile(found.minutes, 0.5), returnShare: returned / (returned + tasks) }
    : {
        minutes: GUESSED_MINUTES[step.duty],
        returnShare: isIntake ? GUESSED_CORRECTIONS : GUESSED_RETURNS,
      };
  return {
    stepId: step.id,
    name: nameOf(step, language),
    duty: step.duty,
    ...(entered ?? known),
    source: sourceOf(entered, isKnown ? found : undefined),
    tasks,
  };
}

function branchRows(
  { wish, history, language }: PlanInput,
  node: FlowNode,
): RehearsalPlan['branches'] {
  if (node.kind !== 'choice' && node.kind !== 'parallel') return [];
  const times = history.splits[node.id] ?? 0;
  const isKnown = times >= ENOUGH;
  return node.branches
    .filter((branch) => node.kind === 'choice' || branch.when !== undefined)
    .map((branch) => {
      const entered = wish.branches?.[node.id]?.[branch.id];
      const taken = (history.branches[node.id]?.[branch.id] ?? 0) / Math.max(1, times);
      const guess = node.kind === 'choice' ? 1 / node.branches.length : 0.5;
      return {
        splitId: node.id,
        splitName: nameOf(node, language),
        branchId: branch.id,
        branchName: nameOf(branch.node, language),
        share: entered ?? (isKnown ? taken : guess),
        source: sourceOf(entered, isKnown ? taken : undefined),
      };
    });
}

function waitRow({ wish, history, language }: PlanInput, node: FlowNode): RehearsalPlan['waits'] {
  if (node.kind !== 'wait' && node.kind !== 'subcases') return [];
  const entered = wish.waits?.[node.id];
  const known = knownDays(history.waits[node.id]);
  return [
    {
      nodeId: node.id,
      name: nameOf(node, language),
      days: entered ?? known ?? guessedDays(node),
      source: sourceOf(entered, known),
    },
  ];
}

function guessedDays(node: Extract<FlowNode, { kind: 'wait' | 'subcases' }>): number {
  if (node.kind === 'subcases') return GUESSED_WAIT_DAYS.subcases;
  switch (node.until) {
    case 'payment':
      return GUESSED_WAIT_DAYS.payment;
    case 'message':
      return GUESSED_WAIT_DAYS.message;
    case 'special-procedure-ended':
      return GUESSED_WAIT_DAYS.procedure;
    case 'time': {
      const { amount, unit } = node.limit ?? { amount: 1, unit: 'WD' };
      // Five working days to a week: a rehearsal has no holidays.
      return unit === 'WD' ? amount : (amount * 5) / 7;
    }
  }
}

/** How long applicants take, where anything is ever sent back to them. */
function correctionRow(
  { flow, wish, history, correctionName }: PlanInput,
  steps: readonly StepNode[],
): RehearsalPlan['waits'] {
  const toApplicant = [...indexFlow(flow).values()].some(
    ({ node }) => node.kind === 'step' && node.duty === 'filing',
  );
  if (!toApplicant && !steps.some((step) => step.duty === 'intake')) return [];
  const entered = wish.waits?.[CORRECTION];
  const known = knownDays(history.corrections);
  return [
    {
      nodeId: CORRECTION,
      name: correctionName,
      days: entered ?? known ?? GUESSED_WAIT_DAYS.correction,
      source: sourceOf(entered, known),
    },
  ];
}

function knownDays(minutes: readonly number[] | undefined): number | undefined {
  if (minutes === undefined || minutes.length < ENOUGH) return undefined;
  return quantile(minutes, 0.5) / MINUTES_OF_DAY;
}

function limitRows({ item, limitDays }: PlanInput): RehearsalPlan['limits'] {
  const { committedLimit, statutoryLimit } = item;
  return [
    ...(committedLimit === undefined
      ? []
      : [{ name: 'committed' as const, days: limitDays(committedLimit) }]),
    ...(statutoryLimit === undefined
      ? []
      : [{ name: 'statutory' as const, days: limitDays(statutoryLimit) }]),
  ];
}

function sourceOf(entered: unknown, known: unknown): NumberSource {
  if (entered !== undefined) return 'entered';
  return known === undefined ? 'guess' : 'history';
}

function nameOf(
  named: { readonly name: string; readonly nameEn?: string },
  language: Language,
): string {
  return language === 'en' ? (named.nameEn ?? named.name) : named.name;
}
