/** Opens the cases of a whole's parts: what was ordered and has no case yet. */
import type { CaseState, ItemDefinition, PartFiling } from '@yichuang/kernel/case';
import { contextOf, receiveNewCase, runCommand } from '../cases/index.ts';
import { evaluateOver } from '../catalogue/index.ts';
import { JOINT_RULE, type JointDeps } from './joint-deps.ts';
import { partCaseId } from './part-case-id.ts';
import { filePart } from './part-filing.ts';
import { partResults } from './part-results.ts';
import { endPart } from './end-parts.ts';

interface OrderedPart {
  readonly nodeId: string;
  readonly round: number;
  readonly partId: string;
  readonly itemCode: string;
}

/**
 * Every open part gets its case, however often this runs: a process may have died between opening
 * a case and recording it, so each of the two looks first.
 * @throws Error when a part cannot be filed; the job is tried again and its failure is logged
 */
export async function openParts(deps: JointDeps, wholeId: string): Promise<void> {
  const found = await deps.cases.find(wholeId);
  if (found === undefined) throw new Error(`case ${wholeId} is gone`);
  for (const part of orderedParts(found.state)) await openPart(deps, found.state, part);
}

/** Parts that are to have a case and are not known to have one. */
function orderedParts(whole: CaseState): OrderedPart[] {
  return Object.entries(whole.subcases).flatMap(([nodeId, { round, parts }]) => {
    if (whole.marking.nodes[nodeId]?.status !== 'open') return [];
    return Object.entries(parts)
      .filter(([, { status, caseId }]) => status === 'open' && caseId === undefined)
      .map(([partId, { itemCode }]) => ({ nodeId, round, partId, itemCode }));
  });
}

async function openPart(deps: JointDeps, whole: CaseState, part: OrderedPart): Promise<void> {
  const { nodeId, partId } = part;
  const caseId = partCaseId({ parentId: whole.caseId, ...part });
  const known = await deps.cases.find(caseId);
  const number = known?.state.number ?? (await receivePart(deps, whole, part, caseId));
  const actor = { kind: 'system', rule: JOINT_RULE } as const;
  const command = { type: 'RecordSubcase', nodeId, partId, caseId, number } as const;
  const recorded = await runCommand(deps, deps.cases, { caseId: whole.caseId, command, actor });
  if (recorded.ok) return;
  const isThere = recorded.refusals.every(({ code }) => code === 'case-recorded-already');
  // The whole has moved on meanwhile and does not want this part any more.
  if (!isThere) await endPart(deps, caseId);
}

/** @returns the new case's number */
async function receivePart(
  deps: JointDeps,
  whole: CaseState,
  part: OrderedPart,
  caseId: string,
): Promise<string> {
  const { item, filing } = await definitionOf(deps, whole, part);
  const results = await partResults(deps.cases, whole, part.nodeId);
  const filed = filePart(whole, filing, results, evaluateOver);
  const actor = { kind: 'system', rule: JOINT_RULE } as const;
  const context = contextOf(deps, actor, item, await deps.directory.staff());
  const received = await receiveNewCase(
    deps,
    {
      type: 'ReceiveCase',
      caseId,
      applicant: whole.applicant,
      contact: whole.contact,
      channel: whole.channel,
      ...filed,
      parent: {
        caseId: whole.caseId,
        nodeId: part.nodeId,
        partId: part.partId,
        number: whole.number,
      },
    },
    context,
    'system',
  );
  if (!received.ok) throw new Error(refusedText(whole, part, received.refusals));
  return received.state.number;
}

async function definitionOf(
  deps: JointDeps,
  whole: CaseState,
  { partId, itemCode }: OrderedPart,
): Promise<{ readonly item: ItemDefinition; readonly filing: PartFiling }> {
  const wholeItem = await deps.findItem(whole.itemCode, whole.itemVersion);
  const item = await deps.findItem(itemCode);
  const filing = wholeItem?.partFilings?.[partId];
  if (item === undefined || filing === undefined) {
    throw new Error(`case ${whole.caseId}: nothing says how part ${partId} is filed`);
  }
  return { item, filing };
}

function refusedText(
  whole: CaseState,
  { partId }: OrderedPart,
  refusals: readonly { readonly code: string; readonly params?: object }[],
): string {
  const why = refusals.map(({ code, params = {} }) => `${code} ${JSON.stringify(params)}`);
  return `case ${whole.caseId}, part ${partId} was refused: ${why.join('; ')}`;
}
