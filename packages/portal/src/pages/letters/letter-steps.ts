import { html, type Html } from '../../html.ts';
import { letterSteps, type LetterStep } from '../../letter-problems.ts';
import type { PageContext } from '../../page-context.ts';

/** Where one is; not links, since what was typed goes along by the buttons below. */
export function letterStepsNav(ctx: PageContext, current: LetterStep): Html {
  const { t } = ctx;
  const at = letterSteps.indexOf(current);
  return html`<nav class="steps" aria-label="${t('write.steps')}">
<p class="steps-count">${t('steps.count', { n: at + 1, total: letterSteps.length })}</p>
<ol>${letterSteps.map((step, i) =>
    i === at
      ? html`<li class="is-current" aria-current="step">${t(`write.step.${step}`)}</li>`
      : html`<li>${t(`write.step.${step}`)}</li>`,
  )}</ol>
</nav>`;
}

/** The way on stands first: Enter in a field presses the first button of a form. */
export function letterButtons(ctx: PageContext, current: LetterStep): Html {
  const at = letterSteps.indexOf(current);
  const [next, back] = [letterSteps[at + 1], letterSteps[at - 1]];
  return html`<div class="actions">
<button class="button" type="submit" name="to" value="${next ?? 'check'}">${ctx.t(
    'write.next',
  )}</button>
${
  back !== undefined &&
  html`<button class="button-quiet" type="submit" name="to" value="${back}">${ctx.t(
    'write.back',
  )}</button>`
}</div>`;
}
