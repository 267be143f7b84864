/** A single file with an item or with a bare flow, as the command line is given it. */
import { readFile } from 'node:fs/promises';
import type { ItemDefinition } from '@yichuang/kernel/case';
import { stepsOf, type FlowDefinition } from '@yichuang/kernel/flow';
import { checkItemFlow } from './check-item-flow.ts';
import { checkShape } from './check-shape.ts';
import { FlowDefinitionSchema } from './flow-schema.ts';
import { asItemDefinition, ItemSchema } from './item-schema.ts';
import { JsonSyntaxError, readJsonPlaces } from './json-lines.ts';
import type { PackProblem } from './pack-problem.ts';
import type { Report } from './read-pack.ts';

export type FlowFile =
  | { readonly kind: 'item'; readonly item: ItemDefinition; check(): readonly PackProblem[] }
  | {
      readonly kind: 'flow';
      readonly flow: FlowDefinition;
      /** Over the item that is put around the flow. */
      check(item: ItemDefinition): readonly PackProblem[];
    };

/**
 * What the rest of a pack would say about it (posts, templates) is not asked here: a flow may be
 * tried before its pack exists.
 * @returns problems with line and element when the file has not its shape
 */
export async function readFlowFile(
  path: string,
): Promise<FlowFile | { readonly problems: readonly PackProblem[] }> {
  const problems: PackProblem[] = [];
  const at = (line: number, element: string) => ({ file: path, line, element });
  try {
    const { value, lineOf } = readJsonPlaces(await readFile(path, 'utf8'));
    const report: Report = (pointer, code, params = {}) => {
      problems.push({ ...at(lineOf(pointer), pointer), code, params });
    };
    const isFlow = typeof value === 'object' && value !== null && 'main' in value;
    const schema = isFlow ? FlowDefinitionSchema : ItemSchema;
    for (const wrong of checkShape(schema, value)) report(wrong.pointer, wrong.code, wrong.params);
    if (problems.length > 0) return { problems };
    const check = (item: ItemDefinition): readonly PackProblem[] => {
      checkFlow(item, isFlow, report);
      return problems;
    };
    if (isFlow) return { kind: 'flow', flow: value as FlowDefinition, check };
    const item = asItemDefinition(value as Parameters<typeof asItemDefinition>[0]);
    return { kind: 'item', item, check: () => check(item) };
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    const params = { problem: error.message };
    return { problems: [{ ...at(error.line, ''), code: 'not-json', params }] };
  }
}

function checkFlow(item: ItemDefinition, isFlow: boolean, report: Report): void {
  if (item.flow === undefined) return report('', 'online-without-flow');
  const context = {
    organisations: new Map(),
    roles: new Set<string>(),
    postIds: new Set(stepsOf(item.flow).flatMap((step) => step.posts)),
    themeIds: new Set<string>(),
    templateIds: undefined,
    rules: [],
  };
  checkItemFlow(item, item.flow, context, (pointer, code, params) =>
    report(isFlow ? pointer.replace(/^\/flow/u, '') : pointer, code, params),
  );
}
