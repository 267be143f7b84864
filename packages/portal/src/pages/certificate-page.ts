import type { CertificateCheck } from '@yichuang/contracts';
import { errorSummary } from '../components/error-summary.ts';
import { facts } from '../components/facts.ts';
import { fieldId, textField } from '../components/field.ts';
import { layout } from '../components/layout.ts';
import { notice } from '../components/notice.ts';
import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { longDay } from '../texts/dates.ts';

export interface CertificateForm {
  readonly number: string;
  readonly error?: string;
  /** Looked for and not found: a clear answer of its own, not an error of the person's. */
  readonly isUnknown?: boolean;
}

export function certificateForm(ctx: PageContext, form: CertificateForm): Html {
  const { t } = ctx;
  return layout(ctx, {
    title: t('certificate.title'),
    hasErrors: form.error !== undefined,
    main: html`
${errorSummary(
  ctx,
  form.error === undefined ? [] : [{ target: fieldId('number'), text: form.error }],
)}
<h1>${t('certificate.title')}</h1>
${
  form.isUnknown === true &&
  html`<div class="verdict verdict-bad" role="status"><p class="verdict-word">
<span aria-hidden="true">■</span> ${t('certificate.unknown')}</p>
<p>${t('certificate.unknown-text', { number: form.number, phone: ctx.county.phone })}</p></div>`
}
<p>${t('certificate.lead')}</p>
<form action="/certificates" method="post" novalidate>
${textField(ctx, {
  name: 'number',
  label: t('certificate.number'),
  hint: t('certificate.number-hint'),
  value: form.number,
  error: form.error,
  autocomplete: 'off',
  maxLength: 100,
  width: 20,
})}
<button class="button" type="submit">${t('certificate.submit')}</button></form>`,
  });
}

const tones = { valid: 'good', expired: 'soon', revoked: 'bad', voided: 'bad' } as const;
const shapes = { good: '●', soon: '▲', bad: '■' } as const;

export function certificatePage(ctx: PageContext, found: CertificateCheck): Html {
  const { t } = ctx;
  const tone = found.isSealValid ? tones[found.status] : 'bad';
  const word = found.isSealValid ? t(`certificate.${found.status}`) : t('certificate.seal-bad');
  return layout(ctx, {
    title: `${word} · ${found.name}`,
    main: html`
<h1>${t('certificate.result')}</h1>
${ctx.isTrial === true && notice('bad', t('trial.certificate'))}
<div class="verdict verdict-${tone}" role="status">
<p class="verdict-word"><span aria-hidden="true">${shapes[tone]}</span> ${word}</p>
<p>${t(`certificate.${found.status}-text`)}</p></div>
${facts([
  { name: t('certificate.name'), value: found.name },
  { name: t('certificate.number'), value: html`<span class="code">${found.number}</span>` },
  { name: t('certificate.holder'), value: found.holder },
  { name: t('certificate.issuer'), value: found.issuer },
  { name: t('certificate.issued-on'), value: longDay(t, found.issuedOn) },
  {
    name: t('certificate.validity'),
    value: validity(ctx, found),
  },
  {
    name: t('certificate.seal'),
    value: t(found.isSealValid ? 'certificate.seal-good' : 'certificate.seal-bad'),
  },
  found.certificateId !== undefined && {
    name: t('certificate.id'),
    value: html`<span class="code">${found.certificateId}</span>`,
  },
])}
<p class="hint">${t('certificate.compare')}</p>
<p><a href="/certificates">${t('certificate.another')}</a></p>`,
  });
}

function validity(ctx: PageContext, { validFrom, validUntil, issuedOn }: CertificateCheck): string {
  const { t } = ctx;
  const from = longDay(t, validFrom ?? issuedOn);
  return validUntil === undefined
    ? t('certificate.from', { from })
    : t('certificate.from-to', { from, to: longDay(t, validUntil) });
}
