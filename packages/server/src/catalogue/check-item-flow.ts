import type { ItemDefinition } from '@yichuang/kernel/case';
import { lintFlow, subtree, type FlowDefinition, type FlowNode } from '@yichuang/kernel/flow';
import { checkCertificateData } from './check-certificate-data.ts';
import { checkCondition } from './check-item-fees.ts';
import { parseCondition } from './conditions.ts';
import { roleAddresses } from './check-internal-item.ts';
import type { ItemContext } from './item-context.ts';
import type { Report } from './read-pack.ts';

export function checkItemFlow(
  item: ItemDefinition,
  flow: FlowDefinition,
  context: ItemContext,
  report: Report,
): void {
  const places = placesOf(flow);
  const at = (nodeId: string): string => places.get(nodeId) ?? '/flow';
  const problems = lintFlow(flow, {
    knownPosts: new Set([...context.postIds, ...roleAddresses(item, context)]),
    knownFields: new Set(Object.keys(item.form?.schema.properties ?? {})),
    parses: (condition) => parseCondition(condition).parses,
    hasFees: item.fees.length > 0,
    ...(item.lifecycle === undefined ? {} : { lifecycle: item.lifecycle }),
  });
  for (const { code, nodeId, params } of problems) {
    report(at(nodeId), `flow-${code}`, { nodeId, ...params });
  }
  const nodes = [flow.main, flow.denied].flatMap((root) => (root ? subtree(root) : []));
  for (const node of nodes) checkNode(node, item, context, at(node.id), report);
  checkCertificate(nodes, item, report);
  checkStepLimits(flow, item, report);
}

function checkNode(
  node: FlowNode,
  item: ItemDefinition,
  { templateIds }: ItemContext,
  pointer: string,
  report: Report,
): void {
  if (node.kind === 'choice' || node.kind === 'parallel') {
    for (const [i, { when }] of node.branches.entries()) {
      if (when === undefined || !parseCondition(when).parses) continue; // lintFlow said so
      checkCondition(when, item, `${pointer}/branches/${i}/when`, report, ['parts']);
    }
  }
  if (node.kind === 'subcases') {
    for (const [i, { when }] of node.parts.entries()) {
      if (when === undefined || !parseCondition(when).parses) continue; // lintFlow said so
      checkCondition(when, item, `${pointer}/parts/${i}/when`, report, ['parts']);
    }
  }
  if (node.kind !== 'automatic' || node.does.action !== 'issue-document') return;
  const id = node.does.template;
  if (templateIds !== undefined && !templateIds.has(id)) {
    report(`${pointer}/does/template`, 'unknown-template', { id });
  }
}

function checkCertificate(nodes: readonly FlowNode[], item: ItemDefinition, report: Report): void {
  const { certificate } = item;
  const isIssued = nodes.some(
    (node) => node.kind === 'automatic' && node.does.action === 'issue-certificate',
  );
  if (certificate === undefined) {
    if (isIssued) report('/flow', 'certificate-undefined');
    return;
  }
  if (!isIssued) report('/certificate', 'certificate-never-issued');
  checkCertificateData(certificate, item, report);
  const fields = item.form?.schema.properties ?? {};
  for (const key of ['holderField', 'holderCodeField'] as const) {
    const field = certificate[key];
    if (field !== undefined && fields[field] === undefined) {
      report(`/certificate/${key}`, 'unknown-form-field', { field });
    }
  }
}

/** From acceptance to the decision, along the longest way, the steps keep within the promise. */
function checkStepLimits(flow: FlowDefinition, item: ItemDefinition, report: Report): void {
  const committed = item.committedLimit?.amount;
  if (committed === undefined) return;
  const { days: steps } = workingDays(flow.main);
  if (steps > committed) {
    report('/committedLimit', 'steps-longer-than-committed', { steps, committed });
  }
}

interface Span {
  readonly days: number;
  /** The decision is inside: what follows it does not count. */
  readonly isDecided: boolean;
}

function workingDays(node: FlowNode): Span {
  switch (node.kind) {
    case 'step': {
      const counts = node.duty !== 'intake' && node.limit?.unit === 'WD';
      const days = counts ? (node.limit?.amount ?? 0) : 0;
      return { days, isDecided: node.duty === 'decision' };
    }
    case 'sequence': {
      let days = 0;
      for (const child of node.children) {
        const span = workingDays(child);
        days += span.days;
        if (span.isDecided) return { days, isDecided: true };
      }
      return { days, isDecided: false };
    }
    case 'choice':
    case 'parallel': {
      const spans = node.branches.map((branch) => workingDays(branch.node));
      const days = Math.max(0, ...spans.map((span) => span.days));
      return { days, isDecided: spans.some((span) => span.isDecided) };
    }
    case 'subcases':
    case 'automatic':
    case 'wait':
      return { days: 0, isDecided: false };
  }
}

/** JSON pointers of the nodes by their ids; of two nodes with one id, the second. */
function placesOf(flow: FlowDefinition): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const visit = (node: FlowNode, pointer: string): void => {
    places.set(node.id, pointer);
    if (node.kind === 'sequence') {
      for (const [i, child] of node.children.entries()) visit(child, `${pointer}/children/${i}`);
    }
    if (node.kind === 'choice' || node.kind === 'parallel') {
      for (const [i, b] of node.branches.entries()) visit(b.node, `${pointer}/branches/${i}/node`);
    }
  };
  visit(flow.main, '/flow/main');
  if (flow.denied !== undefined) visit(flow.denied, '/flow/denied');
  return places;
}
