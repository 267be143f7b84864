import { errorSummary, type PageProblem } from '../components/error-summary.ts';
import { fieldId, textField } from '../components/field.ts';
import { hidden, onwardFields, type Onward } from '../components/hidden-fields.ts';
import { layout } from '../components/layout.ts';
import { notice } from '../components/notice.ts';
import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';

export interface PhoneStep extends Onward {
  readonly phone?: string;
  readonly error?: string | undefined;
}

export function loginPage(ctx: PageContext, step: PhoneStep): Html {
  const { t } = ctx;
  return layout(ctx, {
    title: t('login.title'),
    hasErrors: step.error !== undefined,
    main: html`
${errorSummary(ctx, problemsAt('phone', step.error))}
<h1>${t('login.title')}</h1>
${step.carry !== undefined && notice('attention', t('login.carried'))}
<p>${t('login.lead')}</p>
${step.carry === undefined && leadsOn(step) && html`<p class="hint">${t('login.then')}</p>`}
<form action="/login/code" method="post" novalidate>
${onwardFields(step)}
${textField(ctx, {
  name: 'phone',
  label: t('login.phone'),
  hint: t('login.phone-hint'),
  value: step.phone ?? '',
  error: step.error,
  type: 'tel',
  autocomplete: 'tel',
  maxLength: 20,
  width: 12,
})}
<button class="button" type="submit">${t('login.send-code')}</button>
</form>
<p class="hint">${t('login.staff')} <a href="/console/">${t('login.staff-link')}</a></p>`,
  });
}

/** Whoever was sent here from a page of their own is told that they get back to it. */
function leadsOn({ next }: Onward): boolean {
  return next !== '/my' && next !== '/';
}

export interface CodeStep extends Onward {
  readonly phone: string;
  readonly error?: string | undefined;
  readonly isResent?: boolean;
}

export function codePage(ctx: PageContext, step: CodeStep): Html {
  const { t } = ctx;
  return layout(ctx, {
    title: t('login.code-title'),
    hasErrors: step.error !== undefined,
    main: html`
${errorSummary(ctx, problemsAt('code', step.error))}
<h1>${t('login.code-title')}</h1>
${step.isResent === true && notice('good', t('login.resent'))}
<p>${t('login.sent', { phone: step.phone })}</p>
${
  ctx.isDemo &&
  notice(
    'plain',
    html`${t('login.demo')} <a href="/demo/messages" target="_blank">${t('login.demo-link')}</a>`,
  )
}
<form action="/login" method="post" novalidate>
${onwardFields(step)}${hidden('phone', step.phone)}
${textField(ctx, {
  name: 'code',
  label: t('login.code'),
  value: '',
  error: step.error,
  inputMode: 'numeric',
  autocomplete: 'one-time-code',
  maxLength: 12,
  width: 8,
})}
<button class="button" type="submit">${t('login.submit')}</button>
</form>
<form action="/login/code" method="post" class="inline-form">
${onwardFields(step)}${hidden('phone', step.phone)}${hidden('resend', '1')}
<button class="button-link" type="submit">${t('login.resend')}</button>
<a href="/login?next=${encodeURIComponent(step.next)}">${t('login.other-phone')}</a>
</form>`,
  });
}

export interface IdentifyStep extends Onward {
  readonly name: string;
  readonly idNumber: string;
  readonly errors?: { readonly name?: string | undefined; readonly idNumber?: string | undefined };
}

export function identifyPage(ctx: PageContext, step: IdentifyStep): Html {
  const { t } = ctx;
  const { errors = {} } = step;
  const problems = [...problemsAt('name', errors.name), ...problemsAt('idNumber', errors.idNumber)];
  return layout(ctx, {
    title: t('identify.title'),
    hasErrors: problems.length > 0,
    main: html`
${errorSummary(ctx, problems)}
<h1>${t('identify.title')}</h1>
<p>${t('identify.lead')}</p>
<form action="/identify" method="post" novalidate>
${onwardFields(step)}
${textField(ctx, {
  name: 'name',
  label: t('identify.name'),
  hint: t('identify.name-hint'),
  value: step.name,
  error: errors.name,
  autocomplete: 'name',
  maxLength: 50,
  width: 12,
})}
${textField(ctx, {
  name: 'idNumber',
  label: t('identify.number'),
  hint: t('identify.number-hint'),
  value: step.idNumber,
  error: errors.idNumber,
  autocomplete: 'off',
  maxLength: 40,
  width: 20,
})}
<button class="button" type="submit">${t('identify.submit')}</button>
</form>`,
  });
}

/** After a log-in that came in the middle of something: one button sends it again. */
export function continuePage(ctx: PageContext, onward: Onward): Html {
  const { t } = ctx;
  const { carry } = onward;
  return layout(ctx, {
    title: t('continue.title'),
    main: html`
<h1>${t('continue.title')}</h1>
${notice('good', t('continue.text'))}
<form action="${carry?.action ?? onward.next}" method="post">
${carry?.fields.map(([name, value]) => hidden(name, value))}
<button class="button" type="submit" data-focus>${t('continue.submit')}</button>
</form>
<p><a href="${onward.next}">${t('continue.back')}</a></p>`,
  });
}

function problemsAt(name: string, text: string | undefined): PageProblem[] {
  return text === undefined ? [] : [{ target: fieldId(name), text }];
}
