/** The published flow is the one that runs: drawn from its definition as nested lists. */
import type { FlowDefinition, FlowNode, StepNode } from '@yichuang/kernel/flow';
import { asWritten } from './as-written.ts';
import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { localName } from '../texts/translate.ts';

export type PostNames = Readonly<Record<string, string>>;

export function flowPicture(ctx: PageContext, flow: FlowDefinition, posts: PostNames): Html {
  return html`<div class="flow" role="group" aria-label="${ctx.t('flow.label')}">
<p class="flow-end">${ctx.t('flow.start')}</p>
${nodePicture(ctx, flow.main, posts)}
<p class="flow-end">${ctx.t('flow.end')}</p>
</div>`;
}

function nodePicture(ctx: PageContext, node: FlowNode, posts: PostNames): Html {
  switch (node.kind) {
    case 'step':
      return stepPicture(ctx, node, posts);
    case 'sequence':
      return html`<ol class="flow-sequence">${node.children.map(
        (child) => html`<li>${nodePicture(ctx, child, posts)}</li>`,
      )}</ol>`;
    case 'choice':
    case 'parallel':
      return html`<div class="flow-split"><p class="flow-split-title">${localName(
        ctx.locale,
        node,
      )} · ${ctx.t(`flow.${node.kind}`)}</p>
<ul class="flow-branches">${node.branches.map(
        (branch) => html`<li>${nodePicture(ctx, branch.node, posts)}</li>`,
      )}</ul></div>`;
    case 'subcases':
    case 'automatic':
    case 'wait':
      return html`<p class="flow-box flow-${node.kind}"><span class="flow-name">${localName(
        ctx.locale,
        node,
      )}</span> <span class="flow-who">${ctx.t(`flow.${node.kind}`)}</span></p>`;
  }
}

function stepPicture(ctx: PageContext, step: StepNode, posts: PostNames): Html {
  const { t } = ctx;
  const who = step.posts.map((id) => posts[id] ?? id).join(t('list.separator'));
  const { limit } = step;
  return html`<div class="flow-box flow-step flow-duty-${step.duty}">
<p class="flow-name">${localName(ctx.locale, step)}</p>
<p class="flow-who">${asWritten(ctx.locale, who)}${
    step.posts.length > 1 && ` · ${t(`flow.agreement.${step.agreement.rule}`)}`
  }</p>
${
  limit !== undefined &&
  html`<p class="flow-limit">${t(
    limit.unit === 'WD' ? 'flow.limit.working' : 'flow.limit.calendar',
    { n: limit.amount },
  )}</p>`
}</div>`;
}
