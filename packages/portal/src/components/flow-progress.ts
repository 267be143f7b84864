import type { FlowStepView } from '@yichuang/contracts';
import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';

const marks: Readonly<Record<FlowStepView['status'], string>> = {
  done: '✓',
  open: '●',
  ahead: '○',
  reset: '↺',
  cancelled: '—',
  skipped: '⤼',
};

/** Where the case stands in its flow. Only what a person does is told; wiring is left out. */
export function flowProgress(ctx: PageContext, flow: readonly FlowStepView[]): Html | undefined {
  const steps = flow.filter((step) => step.kind !== 'sequence' && step.status !== 'cancelled');
  if (steps.length === 0) return undefined;
  return html`<ol class="progress">${steps.map(
    (step) => html`<li class="progress-${step.status}"${
      step.status === 'open' && html` aria-current="step"`
    }><span class="progress-mark" aria-hidden="true">${marks[step.status]}</span>
<span class="progress-name">${step.name}</span>
<span class="progress-word">${ctx.t(`progress.${step.status}`)}</span></li>`,
  )}</ol>`;
}
