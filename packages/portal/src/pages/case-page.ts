import type { ApplicantCaseView, ClockView, DocumentView } from '@yichuang/contracts';
import { formatFen, fen } from '@yichuang/kernel/money';
import { asWritten } from '../components/as-written.ts';
import { breadcrumbs, type Crumb } from '../components/breadcrumbs.ts';
import { caseParts, partsSentence, resultPackage } from '../components/case-parts.ts';
import { clockList, clocksForApplicant } from '../components/clock-list.ts';
import { otherDebts, owedDebts } from '../components/debt-list.ts';
import { facts } from '../components/facts.ts';
import { casePicture } from '../components/flow-picture.ts';
import { forecastLine } from '../components/forecast-line.ts';
import { layout } from '../components/layout.ts';
import { reviewLink } from '../components/review-link.ts';
import { notice } from '../components/notice.ts';
import { timeline } from '../components/timeline.ts';
import { html, type Html, type HtmlValue } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { fullTime, longDay } from '../texts/dates.ts';

/** Something just happened that the page should say, such as a correction that was sent. */
export type CaseFlash = 'corrected' | 'supplied' | 'withdrawn' | 'urged';

/** One sentence on top, what I can do now, by when and why, then the story. */
export function casePage(
  ctx: PageContext,
  view: ApplicantCaseView,
  flash?: CaseFlash,
  reviewToken?: string,
): Html {
  const { t } = ctx;
  const base = `/my/cases/${encodeURIComponent(view.caseId)}`;
  const why = (clock: ClockView) =>
    html`<a href="${base}/clocks/${encodeURIComponent(clock.clockId)}">${t('clock.why')}</a>`;
  return layout(ctx, {
    title: view.itemName,
    main: html`
${breadcrumbs(ctx, [{ href: '/my', label: t('my.title') }, ...wholeCrumb(view)])}
${flash !== undefined && notice('good', t(`case.flash.${flash}`))}
<p class="over-title">${view.itemName} · <span class="code">${view.number}</span></p>
<h1 class="headline">${asWritten(ctx.locale, view.headline)}</h1>
${view.parts !== undefined && html`<p class="lead">${partsSentence(ctx, view.parts)}</p>`}
${
  view.parent !== undefined &&
  html`<p class="hint">${t('parts.of', { whole: view.parent.itemName })}</p>`
}
${todo(ctx, view, base)}
${reviewToken !== undefined && reviewLink(ctx, reviewToken)}
${again(ctx, view, base)}
${owedDebts(ctx, view.debts, supplyPath(view, base))}
${view.parts !== undefined && caseParts(ctx, view.parts)}
${!isInParts(view) && handler(ctx, view.handler)}
${clockList(ctx, clocksForApplicant(view.clocks), why)}
${view.parts !== undefined && resultPackage(ctx, view.parts, base)}
${documents(ctx, view.documents, base)}
${otherDebts(ctx, view.debts)}
${decision(ctx, view)}
<section aria-labelledby="progress"><h2 id="progress">${t('case.progress')}</h2>
${casePicture(ctx, view)}
${forecastLine(ctx, view.forecast)}</section>
<section aria-labelledby="story"><h2 id="story">${t('case.story')}</h2>
${timeline(ctx, view.timeline, (id) => documentLink(ctx, view, base, id))}</section>
${filedMaterials(ctx, view, base)}
<section aria-labelledby="more" class="no-print"><h2 id="more">${t('case.more')}</h2>
<ul class="plain-list">
<li><a href="${base}/receipt.json" download>${t('receipt.proof')}</a> ·
<a href="${base}/receipt.html" download>${t('ledger.download-page')}</a>
<span class="hint">${t('receipt.proof-hint')}</span></li>
<li><a href="/ledger/verify">${t('ledger.verify-link')}</a></li>
${
  view.allowed.some(({ act }) => act === 'UrgeCase') &&
  html`<li><form action="${base}/urge" method="post">
<button class="button button-secondary" type="submit">${t('case.urge')}</button>
<span class="hint">${t('case.urge-hint')}</span></form></li>`
}
${
  view.allowed.some(({ act }) => act === 'WithdrawCase') &&
  html`<li><a href="${base}/withdraw">${t('case.withdraw')}</a></li>`
}
</ul></section>`,
  });
}

/** Ended without a grant: nobody types twice what the office was given already. */
function again(ctx: PageContext, view: ApplicantCaseView, base: string): HtmlValue {
  const { t } = ctx;
  const hasEnded = ['withdrawn', 'acceptance-refused', 'terminated'].includes(view.phase);
  const isDenied =
    view.decision?.outcome === 'denied' && ['concluded', 'archived'].includes(view.phase);
  if (view.parent !== undefined || !(hasEnded || isDenied)) return false;
  return html`<form action="${base}/again" method="post" class="no-print">
<button class="button button-secondary" type="submit">${t('case.again')}</button>
<p class="hint">${t('case.again-hint')}</p></form>`;
}

/** Several offices have it at once; each is named with its part. */
function isInParts({ parts = [] }: ApplicantCaseView): boolean {
  return parts.some(({ status }) => status === 'open');
}

/** Where a material is handed in that may come later; for a part of a joint case, the whole's. */
function supplyPath(view: ApplicantCaseView, base: string): string | undefined {
  const { parent, allowed } = view;
  if (parent !== undefined) {
    return parent.canOpen ? `/my/cases/${encodeURIComponent(parent.caseId)}/supply` : undefined;
  }
  return allowed.some(({ act }) => act === 'SupplyMaterials') ? `${base}/supply` : undefined;
}

/** A part is reached through its whole. */
function wholeCrumb({ parent }: ApplicantCaseView): readonly Crumb[] {
  if (parent === undefined || !parent.canOpen) return [];
  return [{ href: `/my/cases/${encodeURIComponent(parent.caseId)}`, label: parent.itemName }];
}

/** What waits for the applicant: a correction, or a fee. */
function todo(ctx: PageContext, view: ApplicantCaseView, base: string): HtmlValue {
  const { t } = ctx;
  const { correction, fee } = view;
  const canCorrect = view.allowed.some(({ act }) => act === 'SubmitCorrection');
  return [
    canCorrect &&
      correction !== undefined &&
      notice(
        'attention',
        html`<p><strong>${t('case.correct', { n: correction.items.length })}</strong></p>
${
  correction.dueOn !== undefined &&
  html`<p>${t('case.correct-by', { day: longDay(t, correction.dueOn) })}</p>`
}
<p><a class="button" href="${base}/correct">${t('case.correct-now')}</a></p>`,
      ),
    fee !== undefined && feePart(ctx, fee),
  ];
}

function feePart(ctx: PageContext, fee: NonNullable<ApplicantCaseView['fee']>): Html {
  const { t } = ctx;
  if (fee.paidAt !== undefined) {
    return notice(
      'good',
      t('case.fee-paid', { amount: formatFen(fen(fee.amountFen)), time: fullTime(t, fee.paidAt) }),
    );
  }
  return notice(
    'attention',
    html`<p><strong>${t('case.fee-due', { amount: formatFen(fen(fee.amountFen)) })}</strong></p>
<ul>${fee.lines.map(
      (line) =>
        html`<li>${line.name}${t('list.colon')}${line.quantity} ${line.unit} × ${formatFen(
          fen(line.unitFen),
        )} = ${formatFen(fen(line.amountFen))}</li>`,
    )}</ul><p>${t('case.fee-where')}</p>`,
  );
}

export function handler(
  ctx: PageContext,
  who: { readonly office: string; readonly phone?: string } | undefined,
): Html | false {
  if (who === undefined) return false;
  const { t } = ctx;
  return html`<p class="handler">${asWritten(ctx.locale, t('case.handler', { office: who.office }))}
${
  who.phone !== undefined &&
  html`<a href="tel:${who.phone.replace(/[^\d+]/g, '')}">${who.phone}</a>`
}</p>`;
}

function documents(ctx: PageContext, list: readonly DocumentView[], base: string): Html | false {
  const issued = list.filter((document) => document.issuedAt !== undefined);
  if (issued.length === 0) return false;
  const { t } = ctx;
  return html`<section aria-labelledby="documents"><h2 id="documents">${t('case.documents')}</h2>
<ul class="documents">${issued
    .toReversed()
    .map(
      (document) =>
        html`<li><a href="${base}/documents/${encodeURIComponent(
          document.documentId,
        )}">${document.name}</a> <span class="hint">${document.number} ${
          document.certificateId !== undefined &&
          html`<a href="/c/${encodeURIComponent(document.certificateId)}">${t(
            'case.certificate',
          )}</a>`
        }</span></li>`,
    )}</ul></section>`;
}

function filedMaterials(ctx: PageContext, view: ApplicantCaseView, base: string): Html | false {
  const { t } = ctx;
  const filed = view.materials.filter(({ pages, isOnPaper }) => pages.length > 0 || isOnPaper);
  if (filed.length === 0) return false;
  return html`<section class="no-print" aria-labelledby="filed">
<h2 id="filed">${t('case.filed')}</h2>
<details><summary>${t('case.filed-open', { n: filed.length })}</summary>
<ul class="plain-list">${filed.map(
    (material) => html`<li><strong>${material.name}</strong>
${material.isOnPaper ? t('materials.on-paper') : ''}
${material.pages.map(
  (page, i) =>
    html`<a href="${base}/files/${page.sha256}" target="_blank" rel="noopener">${t('upload.page', {
      n: i + 1,
    })}</a> `,
)}</li>`,
  )}</ul></details></section>`;
}

function documentLink(
  ctx: PageContext,
  view: ApplicantCaseView,
  base: string,
  documentId: string,
): Html | undefined {
  const found = view.documents.find((document) => document.documentId === documentId);
  if (found?.issuedAt === undefined) return undefined;
  return html`<p><a href="${base}/documents/${encodeURIComponent(documentId)}">${ctx.t(
    'case.open-document',
    { name: found.name },
  )}</a></p>`;
}

function decision(ctx: PageContext, { decision: made, service }: ApplicantCaseView): Html | false {
  if (made === undefined) return false;
  const { t } = ctx;
  return html`<section aria-labelledby="decision"><h2 id="decision">${t('case.decision')}</h2>
${facts([
  { name: t('case.outcome'), value: t(`case.outcome.${made.outcome}`) },
  { name: t('case.decided-on'), value: longDay(t, made.decidedOn) },
  made.reason !== '' && { name: t('case.reason'), value: made.reason },
  service !== undefined && {
    name: t('case.served'),
    value: t('case.served-to', {
      who: service.recipient,
      day: longDay(t, service.servedOn),
    }),
  },
])}</section>`;
}
