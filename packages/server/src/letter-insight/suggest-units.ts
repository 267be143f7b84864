import type { LetterData } from '../catalogue/index.ts';
import type { Classifier } from '../insight/index.ts';

export interface SuggestedUnit {
  readonly orgId: string;
  /** 0 to 1; of words alone, without letters to learn from, at most a half. */
  readonly confidence: number;
  readonly why: readonly string[];
}

const MOST_UNITS = 3;
const LEAST_CONFIDENCE = 0.08;
const LIKELIEST_BY_WORDS = 0.5;

/** Units that may be right, likeliest first: by what was learned, else by the pack's words. */
export function suggestUnits(
  letter: { readonly title: string; readonly body: string },
  model: Classifier | undefined,
  { units }: Pick<LetterData, 'units'>,
  isPossible: (orgId: string) => boolean,
): SuggestedUnit[] {
  const byWords = unitsByWords(letter, units).filter(({ orgId }) => isPossible(orgId));
  if (model === undefined) return byWords.slice(0, MOST_UNITS);
  const { why, label: best, ranking } = model.classify(letter);
  const learned = ranking
    .filter(({ label, confidence }) => confidence >= LEAST_CONFIDENCE && isPossible(label))
    .map(({ label, confidence }): SuggestedUnit => {
      const words = byWords.find(({ orgId }) => orgId === label)?.why ?? [];
      const spoken = label === best ? why.map((reason) => reason.words) : [];
      return { orgId: label, confidence, why: [...new Set([...spoken, ...words])] };
    });
  const others = byWords.filter(({ orgId }) => !learned.some((unit) => unit.orgId === orgId));
  return [...learned, ...others].slice(0, MOST_UNITS);
}

function unitsByWords(
  { title, body }: { readonly title: string; readonly body: string },
  units: LetterData['units'],
): SuggestedUnit[] {
  const text = `${title}\n${body}`;
  const found = units
    .map(({ orgId, words }) => ({ orgId, why: words.filter((word) => text.includes(word)) }))
    .filter(({ why }) => why.length > 0);
  const all = found.reduce((sum, { why }) => sum + why.length, 0);
  return found
    .map(({ orgId, why }) => ({
      orgId,
      why,
      confidence: (LIKELIEST_BY_WORDS * why.length) / all,
    }))
    .toSorted((a, b) => b.confidence - a.confidence || (a.orgId < b.orgId ? -1 : 1));
}
