import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';

export interface FilingStep {
  readonly href: string;
  readonly name: string;
}

/** The named steps of a filing and where one is; steps behind are links. */
export function filingSteps(ctx: PageContext, steps: readonly FilingStep[], current: number): Html {
  const { t } = ctx;
  return html`<nav class="steps" aria-label="${t('steps.label')}">
<p class="steps-count">${t('steps.count', { n: current + 1, total: steps.length })}</p>
<ol>${steps.map((step, i) => {
    if (i === current) return html`<li class="is-current" aria-current="step">${step.name}</li>`;
    if (i > current) return html`<li>${step.name}</li>`;
    return html`<li class="is-done"><a href="${step.href}">${step.name}</a></li>`;
  })}</ol>
</nav>`;
}
