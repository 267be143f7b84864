/**
 * Problems as the designer says them. The server checks the shape of an item in general terms ("too
 * short; at least 1"); for what is merely not chosen yet, the place says more than the rule.
 */
import type { DesignProblem } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel';
import type { TextKey, Translate } from '../../texts/locale.ts';
import { allNodes } from './fresh-names.ts';

interface Unsaid {
  /** Last part of the pointer. */
  readonly at: RegExp;
  readonly text: TextKey;
  readonly remedy: TextKey;
}

const unsaid: readonly Unsaid[] = [
  { at: /\/when$/, text: 'designer.unsaid.when', remedy: 'designer.unsaid.whenRemedy' },
  { at: /\/template$/, text: 'designer.unsaid.template', remedy: 'designer.unsaid.openRemedy' },
  { at: /\/itemCode$/, text: 'designer.unsaid.item', remedy: 'designer.unsaid.openRemedy' },
  { at: /\/(post|posts)$/, text: 'designer.unsaid.post', remedy: 'designer.unsaid.openRemedy' },
  { at: /\/parts$/, text: 'designer.unsaid.parts', remedy: 'designer.unsaid.openRemedy' },
  { at: /\/(name|title)$/, text: 'designer.unsaid.name', remedy: 'designer.unsaid.openRemedy' },
  {
    at: /^\/legalBasis$/,
    text: 'designer.unsaid.legalBasis',
    remedy: 'designer.unsaid.openRemedy',
  },
  { at: /\/(law|article)$/, text: 'designer.unsaid.basis', remedy: 'designer.unsaid.openRemedy' },
];

/** A condition that nobody has written cannot also be wrong: one problem, not two. */
export function saidProblems(
  problems: readonly DesignProblem[],
  item: ItemDefinition,
  t: Translate,
): DesignProblem[] {
  const nodes = item.flow === undefined ? [] : allNodes(item.flow);
  const nameOf = (nodeId: string | undefined) =>
    nodes.find(({ id }) => id === nodeId)?.name ?? item.name;
  const openIn = new Set(
    problems.filter((each) => isUnsaid(each, 'when')).map(({ nodeId }) => nodeId),
  );
  return problems
    .filter(({ code, nodeId }) => code !== 'flow-bad-condition' || !openIn.has(nodeId))
    .map((problem) => {
      const known = isUnsaid(problem) ? unsaid.find(({ at }) => at.test(problem.path)) : undefined;
      if (known === undefined) return problem;
      const name = nameOf(problem.nodeId);
      return { ...problem, text: t(known.text, { name }), remedy: t(known.remedy) };
    });
}

function isUnsaid({ code, path }: DesignProblem, last?: string): boolean {
  return code === 'too-short' && (last === undefined || path.endsWith(`/${last}`));
}
