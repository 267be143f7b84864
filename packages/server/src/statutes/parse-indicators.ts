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

/** @throws Error when it is none, or says what cannot be */
export function parseScheme(
  data: unknown,
  indicators: readonly IndicatorDefinition[],
): AssessmentScheme {
  const { $comment: _comment, ...rest } = data as { readonly $comment?: string };
  const scheme = Value.Parse(AssessmentScheme, rest);
  const fault = schemeFault(scheme, indicators);
  if (fault !== undefined) throw new Error(`assessment: ${fault}`);
  return scheme;
}

/** The first thing that a scheme says and that cannot be; undefined where all is well. */
export function schemeFault(
  { lines, vetoes, grades }: AssessmentScheme,
  indicators: readonly IndicatorDefinition[],
): string | undefined {
  const named = lines.map(({ indicator }) => indicator);
  const unknown = named.find((name) => !indicators.some(({ id }) => id === name));
  if (unknown !== undefined) return `no indicator ${unknown}`;
  const twice = named.find((name, i) => named.indexOf(name) !== i);
  if (twice !== undefined) return `${twice} stands there twice`;
  const flat = lines.find(({ zero, full }) => zero === full);
  if (flat !== undefined) return `${flat.indicator} earns all for nothing`;
  if (new Set(vetoes.map(({ id }) => id)).size < vetoes.length) return 'two vetoes of one id';
  const isDescending = grades.every(
    ({ least }, i) => i === 0 || least < (grades[i - 1]?.least ?? 0),
  );
  if (!isDescending || grades.at(-1)?.least !== 0) return 'grades go from the best down to 0';
  return undefined;
}
