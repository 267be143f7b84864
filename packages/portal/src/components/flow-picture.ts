/** The published flow is the one that runs: drawn as nested lists, with where a case stands. */
import type { FlowStepView } from '@yichuang/contracts';
import type { FlowDefinition } from '@yichuang/kernel/flow';
import { asWritten } from './as-written.ts';
import { standingMark, standingWords } from './flow-standing.ts';
import { fromDefinition, fromRows, type PictureNode, type PostNames } from './flow-tree.ts';
import { html, type Html, type HtmlValue } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import type { TextKey } from '../texts/translate.ts';

export type { PostNames };

export function flowPicture(ctx: PageContext, flow: FlowDefinition, posts: PostNames): Html {
  const nodes = fromDefinition(flow.main, posts, ctx.locale);
  return picture(ctx, nodes, ctx.t('flow.end'));
}

/** What a case is at, in one sentence and in the picture; empty for an item without a flow. */
export function casePicture(
  ctx: PageContext,
  view: { readonly flow: readonly FlowStepView[]; readonly phase: string },
): Html | undefined {
  const { flow, phase } = view;
  if (flow.length === 0) return undefined;
  return html`${standingSentence(ctx, flow)}
${picture(ctx, fromRows(flow), ENDINGS.has(phase) ? undefined : ctx.t('flow.end'))}`;
}

/** Phases in which a case ended before the end of its flow. */
const ENDINGS: ReadonlySet<string> = new Set([
  'acceptance-refused',
  'withdrawn',
  'terminated',
  'voided',
]);

function standingSentence({ t, locale }: PageContext, flow: readonly FlowStepView[]): Html {
  const acts = flow.filter(({ kind }) => kind !== 'choice' && kind !== 'parallel');
  const count = (...of: FlowStepView['status'][]): number =>
    acts.filter(({ status }) => of.includes(status)).length;
  const open = acts.filter(({ status }) => status === 'open').map(({ name }) => name);
  const [done, ahead] = [count('done'), count('ahead', 'reset')];
  const names = asWritten(locale, open.join(t('list.separator')));
  const now = html`${t('list.comma')}${t('progress.now')}<strong>${names}</strong>`;
  const rest = html`${t('list.comma')}${t('progress.to-come', { n: ahead })}`;
  return html`<p class="flow-summary">${t('progress.so-far', { n: done })}${
    open.length > 0 && now
  }${ahead > 0 && rest}${t('list.stop')}</p>`;
}

function picture(ctx: PageContext, nodes: readonly PictureNode[], end: string | undefined): Html {
  return html`<div class="flow" role="group" aria-label="${ctx.t('flow.label')}">
<p class="flow-end">${ctx.t('flow.start')}</p>
${line(ctx, nodes)}
${end !== undefined && html`<p class="flow-end">${end}</p>`}
</div>`;
}

function line(ctx: PageContext, nodes: readonly PictureNode[]): Html {
  return html`<ol class="flow-sequence">${nodes.map(
    (node) => html`<li>${nodePicture(ctx, node)}</li>`,
  )}</ol>`;
}

function nodePicture(ctx: PageContext, node: PictureNode): Html {
  if (node.standing === 'not-taken') return leftOut(ctx, node);
  if (node.kind === 'choice' || node.kind === 'parallel') return splitPicture(ctx, node);
  return html`<div class="flow-box flow-${node.kind} ${classesOf(node)}"${
    node.standing === 'open' && html` aria-current="step"`
  }>
<p class="flow-name">${asWritten(ctx.locale, node.name)}</p>
${who(ctx, node)}${limit(ctx, node)}${standingWords(ctx, node)}</div>`;
}

function classesOf({ duty, standing }: PictureNode): string {
  const classes = [
    duty === undefined ? '' : `flow-duty-${duty}`,
    standing === undefined ? '' : `flow-is-${standing}`,
  ];
  return classes.filter((name) => name !== '').join(' ');
}

/** On a phone every line counts: what will not be done gets one, and shows nothing inside. */
function leftOut(ctx: PageContext, node: PictureNode): Html {
  return html`<p class="flow-left-out">${standingMark('not-taken')} <span>${asWritten(
    ctx.locale,
    node.name,
  )}</span> <span class="flow-word">${ctx.t('progress.not-taken')}</span></p>`;
}

function splitPicture(ctx: PageContext, node: PictureNode): Html {
  const { branches, kind, name } = node;
  const words = branches.length < 2 ? 'flow.choice-or-not' : wordsOf(kind);
  return html`<div class="flow-split">
<p class="flow-split-title">${asWritten(ctx.locale, name)} · ${ctx.t(words)}</p>
<ul class="flow-branches">${branches.map(
    (branch) => html`<li>${line(ctx, branch)}</li>`,
  )}</ul></div>`;
}

function wordsOf(kind: string): TextKey {
  if (kind === 'choice' || kind === 'parallel') return `flow.${kind}`;
  return kind === 'subcases' || kind === 'wait' ? `flow.${kind}` : 'flow.automatic';
}

function who({ t, locale }: PageContext, node: PictureNode): HtmlValue {
  const { kind, posts, agreement } = node;
  if (kind === 'step') {
    if (posts.length === 0) return false;
    return html`<p class="flow-who">${asWritten(locale, posts.join(t('list.separator')))}${
      posts.length > 1 && agreement !== undefined && ` · ${t(`flow.agreement.${agreement}`)}`
    }</p>`;
  }
  return html`<p class="flow-who">${t(wordsOf(kind))}${
    posts.length > 0 &&
    html`${t('list.colon')}${asWritten(locale, posts.join(t('list.separator')))}`
  }</p>`;
}

/** What is done needs no promise any more. */
function limit({ t }: PageContext, node: PictureNode): HtmlValue {
  if (node.limit === undefined || node.standing === 'done') return false;
  const { amount, unit } = node.limit;
  return html`<p class="flow-limit">${t(
    unit === 'WD' ? 'flow.limit.working' : 'flow.limit.calendar',
    { n: amount },
  )}</p>`;
}
