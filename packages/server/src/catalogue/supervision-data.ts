/** What a pack says about supervision: rules, integrity risk points, and the published fee list. */
import { Type, type Static, type TSchema } from '@sinclair/typebox';
import type { ItemDefinition } from '@yichuang/kernel/case';
import { stepsOf } from '@yichuang/kernel/flow';
import type { ListedFee } from '@yichuang/kernel/watch';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { checkWatchRule } from './check-watch-rule.ts';
import type { PackProblem } from './pack-problem.ts';
import { isMissing, readPackJson, type Report } from './read-pack.ts';
import { closed, Id, isOneOf, LegalBasisSchema, Name, Text } from './schema-parts.ts';
import { RuleId, WatchRuleSchema, type WatchRuleFile } from './watch-rule-schema.ts';

const RulesSchema = closed({ rules: Type.Array(WatchRuleSchema) });

/** 廉政风险点: named by the item's own department, watched by rules with thresholds of its own. */
const RiskPointSchema = closed({
  id: Id,
  item: Name,
  /** Absent: the item as a whole. */
  step: Type.Optional(Name),
  name: Name,
  nameEn: Type.Optional(Name),
  type: Name,
  level: isOneOf('low', 'medium', 'high'),
  description: Text,
  measures: Text,
  watch: Type.Array(
    closed({
      rule: RuleId,
      /** In place of the rule's own. */
      parameters: Type.Optional(Type.Record(Type.String(), Type.Number())),
    }),
    { minItems: 1 },
  ),
});

const RiskPointsSchema = closed({ riskPoints: Type.Array(RiskPointSchema) });

/** 收费目录清单: what may be charged at all, and how much a unit at most. */
const FeeListSchema = closed({
  fees: Type.Array(
    closed({
      standardId: Id,
      name: Name,
      unitFen: Type.Optional(Type.Integer({ minimum: 0 })),
      basis: LegalBasisSchema,
    }),
  ),
});

export type RiskPointFile = Static<typeof RiskPointSchema>;

export interface SupervisionData {
  readonly rules: readonly WatchRuleFile[];
  readonly riskPoints: readonly RiskPointFile[];
  /** Absent where no pack brings a list: fees are then held against the items alone. */
  readonly feeList?: readonly ListedFee[];
}

export const noSupervisionData: SupervisionData = { rules: [], riskPoints: [] };

/** Of one pack; each of the files may be absent. `items` are its own and those beneath, by code. */
export async function readSupervisionData(
  directory: string,
  items: ReadonlyMap<string, ItemDefinition>,
  problems: PackProblem[],
): Promise<SupervisionData> {
  const read = async <S extends TSchema>(file: string, schema: S) =>
    (await isThere(join(directory, file)))
      ? readPackJson(directory, file, schema, problems)
      : undefined;
  const [rules, points, fees] = await Promise.all([
    read('rules.json', RulesSchema),
    read('risk-points.json', RiskPointsSchema),
    read('fee-list.json', FeeListSchema),
  ]);
  const ids = new Set<string>();
  for (const [i, rule] of (rules?.value.rules ?? []).entries()) {
    const within = under(rules?.report, `/rules/${i}`);
    if (ids.has(rule.id)) within('/id', 'id-used-twice', { id: rule.id });
    ids.add(rule.id);
    checkWatchRule(rule, within);
  }
  for (const [i, point] of (points?.value.riskPoints ?? []).entries()) {
    checkRiskPoint(
      point,
      rules?.value.rules ?? [],
      items,
      under(points?.report, `/riskPoints/${i}`),
    );
  }
  return {
    rules: rules?.value.rules ?? [],
    riskPoints: points?.value.riskPoints ?? [],
    ...(fees === undefined ? {} : { feeList: fees.value.fees }),
  };
}

function checkRiskPoint(
  { item, step, watch }: RiskPointFile,
  rules: readonly WatchRuleFile[],
  items: ReadonlyMap<string, ItemDefinition>,
  report: Report,
): void {
  const found = items.get(item);
  if (found === undefined) report('/item', 'unknown-item', { id: item });
  const steps = found?.flow === undefined ? [] : stepsOf(found.flow);
  if (found !== undefined && step !== undefined && !steps.some(({ id }) => id === step)) {
    report('/step', 'unknown-step', { id: step });
  }
  for (const [i, { rule: id, parameters }] of watch.entries()) {
    const rule = rules.find((one) => one.id === id);
    if (rule === undefined) report(`/watch/${i}/rule`, 'unknown-rule', { id });
    for (const name of Object.keys(parameters ?? {})) {
      if (rule?.parameters?.[name] !== undefined) continue;
      report(`/watch/${i}/parameters/${name}`, 'rule-names-unknown-parameter', { name });
    }
  }
}

function under(report: Report | undefined, place: string): Report {
  return (pointer, code, params) => report?.(place + pointer, code, params);
}

/** Data of a pack and of one that stands on it, together; of two lists of fees both hold. */
export function joinSupervisionData(one: SupervisionData, other: SupervisionData): SupervisionData {
  const fees = [...(one.feeList ?? []), ...(other.feeList ?? [])];
  const hasList = one.feeList !== undefined || other.feeList !== undefined;
  return {
    rules: [...one.rules, ...other.rules],
    riskPoints: [...one.riskPoints, ...other.riskPoints],
    ...(hasList ? { feeList: fees } : {}),
  };
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
