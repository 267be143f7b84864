/** Rehearses an item: plan, model, simulation, sentences. Nothing is stored. */
import type { RehearsalPlan, RehearsalResult, RehearsalWish } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import type { FlowDefinition } from '@yichuang/kernel/flow';
import {
  civilDate,
  computeLimit,
  findLimitRule,
  remainingWorkingDays,
  type Instant,
} from '@yichuang/kernel/time';
import type { Language } from '../platform/refusal.ts';
import type { Statutes } from '../statutes/index.ts';
import type { ItemHistory } from './item-history.ts';
import { modelOfPlan } from './model-of-plan.ts';
import { planRehearsal, type PlanInput } from './plan-rehearsal.ts';
import { rehearsalTexts } from './rehearsal.messages.ts';
import { rehearseApart } from './rehearse-apart.ts';
import { tellRehearsal } from './tell-rehearsal.ts';

/** What is known around the item: its staff, its past, the law, today. */
export interface RehearsalScene {
  readonly item: ItemDefinition & { readonly flow: FlowDefinition };
  readonly history: ItemHistory;
  /** Filings on a working day; absent where the past says nothing. */
  readonly perDay?: number;
  readonly statutes: Statutes;
  readonly now: Instant;
  readonly people: PlanInput['people'];
  readonly postName: PlanInput['postName'];
}

export function planOf(
  scene: RehearsalScene,
  wish: RehearsalWish,
  language: Language,
): RehearsalPlan {
  const { item, history, perDay, people, postName } = scene;
  return planRehearsal({
    item,
    flow: item.flow,
    history,
    wish,
    people,
    postName,
    language,
    correctionName: rehearsalTexts[language].correction,
    limitDays: (limit) => limitDays(scene, limit),
    ...(perDay === undefined ? {} : { perDay }),
  });
}

export async function rehearseItem(
  scene: RehearsalScene,
  wish: RehearsalWish,
  language: Language,
): Promise<RehearsalResult> {
  const plan = planOf(scene, wish, language);
  const { item, history, statutes, now } = scene;
  const rehearsal = await rehearseApart(modelOfPlan(plan, item.flow, history));
  const when = { today: civilDate(now), calendar: statutes.calendar };
  return tellRehearsal(plan, rehearsal, when, language);
}

/** In working days, whatever the unit of the limit is, for what is accepted today. */
function limitDays(
  { statutes: { rules, calendar }, now }: RehearsalScene,
  { ruleId, amount }: NonNullable<ItemDefinition['statutoryLimit']>,
): number {
  const rule = findLimitRule(rules, ruleId);
  if (rule === undefined) throw new Error(`no limit rule ${ruleId}`);
  const from = civilDate(now);
  const { dueOn } = computeLimit({ rule, from, amount, calendar });
  return remainingWorkingDays(calendar, from, dueOn);
}

export function hasFlow(item: ItemDefinition): item is RehearsalScene['item'] {
  return item.flow !== undefined;
}
