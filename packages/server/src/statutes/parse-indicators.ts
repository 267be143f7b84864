/** Indicators and the assessment that a county begins with, as data. */
import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { AssessmentScheme, IndicatorDefinition } from '@yichuang/contracts';

const file = Type.Object({ indicators: Type.Array(Type.Unknown()) });

/** @throws Error naming the first indicator that is not what it should be */
export function parseIndicators(data: unknown): readonly IndicatorDefinition[] {
  const parsed = Value.Parse(file, data).indicators.map((each) =>
    Value.Parse(IndicatorDefinition, each),
  );
  const ids = parsed.map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) throw new Error(`indicators.json: ${twice} stands there twice`);
  const odd = parsed.find(
    ({ kind, per }) => (kind === 'share' || kind === 'mean') !== (per !== undefined),
  );
  if (odd !== undefined) throw new Error(`indicators.json: ${odd.id} is divided by what?`);
  return parsed;
}

/** @throws Error when it is none, or names an indicator that there is not */
export function parseScheme(
  data: unknown,
  indicators: readonly IndicatorDefinition[],
): AssessmentScheme {
  const { $comment: _comment, ...rest } = data as { readonly $comment?: string };
  const scheme = Value.Parse(AssessmentScheme, rest);
  const unknown = scheme.lines.find((line) => !indicators.some(({ id }) => id === line.indicator));
  if (unknown !== undefined) throw new Error(`assessment: no indicator ${unknown.indicator}`);
  return scheme;
}
