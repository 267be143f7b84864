/** Two versions of an item, as sentences: what somebody who knows the old one has to know. */
import type { ChangePart, DesignChange } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import { compareFlows } from './compare-flows.ts';
import { compareForms } from './compare-forms.ts';
import { differencesOf, listDifference } from './differences.ts';
import { changeOf, type Words } from './words.ts';

/** Which tab a part of an item belongs to; everything that is not named is basics. */
const parts: Readonly<Partial<Record<keyof ItemDefinition, ChangePart>>> = {
  statutoryLimit: 'limits',
  committedLimit: 'limits',
  correctionRule: 'limits',
  serviceRule: 'limits',
  correctionDays: 'limits',
  specialProcedures: 'limits',
  certificate: 'documents',
  documents: 'documents',
  documentSeries: 'documents',
  resultName: 'documents',
  remedies: 'documents',
};

/** Told one by one, or by comparisons of their own; a version's number says nothing. */
const apart: ReadonlySet<string> = new Set(['version', 'flow', 'form', 'materials', 'fees']);

/** Empty when nothing but the version's number differs for people and for the kernel. */
export function compareItems(
  before: ItemDefinition,
  after: ItemDefinition,
  words: Words,
): DesignChange[] {
  return [
    ...differencesOf(before, after, apart).map((difference) =>
      changeOf(words, parts[difference.key as keyof ItemDefinition] ?? 'basics', difference),
    ),
    ...compareFlows(before, after, words),
    ...compareForms(before.form, after.form, words),
    ...compareLists('materials', before.materials, after.materials, words),
    ...compareLists('fees', before.fees, after.fees, words),
  ];
}

interface Listed {
  readonly id: string;
  readonly name: string;
}

function compareLists(
  where: 'materials' | 'fees',
  before: readonly Listed[],
  after: readonly Listed[],
  words: Words,
): DesignChange[] {
  const { added, removed, kept, moved } = listDifference(before, after, ({ id }) => id);
  const say = (kind: 'added' | 'removed' | 'moved', { name }: Listed): DesignChange => ({
    kind,
    where,
    text: words.say(`${where}-${kind}`, { name }),
  });
  return [
    ...added.map((each) => say('added', each)),
    ...removed.map((each) => say('removed', each)),
    ...moved.map((each) => say('moved', each)),
    ...kept.flatMap((pair) =>
      differencesOf(pair.before, pair.after, new Set()).map((difference) =>
        changeOf(words, where, difference, {
          subject: words.say(`${where}-subject`, { name: pair.after.name }),
        }),
      ),
    ),
  ];
}
