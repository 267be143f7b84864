import type { DraftView } from '@yichuang/contracts';
import type { ItemDefinition, MaterialDefinition } from '@yichuang/kernel/case';
import { isAsked } from '@yichuang/kernel/form';
import { facts } from '../components/facts.ts';
import { answerText } from '../components/form-fields.ts';
import { hidden } from '../components/hidden-fields.ts';
import { notice } from '../components/notice.ts';
import {
  askedFields,
  asksForApplicant,
  fieldTitle,
  changePath,
  materialOf,
  sectionTitle,
} from '../filing.ts';
import { html, type Html, type HtmlValue } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { localName } from '../texts/translate.ts';
import { filingPage } from './form-page.ts';

export interface CheckProblem {
  /** The page and place where it is put right. */
  readonly href: string;
  readonly text: string;
}

export interface CheckData {
  readonly item: ItemDefinition;
  readonly draft: DraftView;
  readonly asked: readonly MaterialDefinition[];
  readonly problems: readonly CheckProblem[];
  /** Made when the page is, so that a form sent twice is one filing. */
  readonly idempotencyKey: string;
  readonly selfName: string;
  readonly refusal?: string;
}

/** The application as the paper would look; every problem leads to its place. */
export function checkPage(ctx: PageContext, data: CheckData): Html {
  const { t } = ctx;
  const { item, draft, problems } = data;
  const isReady = problems.length === 0;
  return filingPage(ctx, {
    item,
    draft,
    path: `/drafts/${draft.draftId}/check`,
    title: t('filing.check'),
    problems: data.refusal === undefined ? [] : [{ text: data.refusal }],
    body: html`
${
  isReady
    ? html`<p>${t('check.ready')}</p>`
    : html`<div class="error-summary" role="alert" tabindex="-1"><h2>${t('check.problems', {
        n: problems.length,
      })}</h2>
<ul>${problems.map(({ href, text }) => html`<li><a href="${href}">${text}</a></li>`)}</ul></div>`
}
<div class="paper">
<p class="paper-title">${t('check.paper-title', { item: localName(ctx.locale, item) })}</p>
${applicantPart(ctx, data)}
${sectionParts(ctx, data)}
${materialPart(ctx, data)}
</div>
${
  isReady
    ? html`<form action="/drafts/${draft.draftId}/file" method="post">
${hidden('key', data.idempotencyKey)}
<p>${t('check.declaration')}</p>
<div class="actions"><button class="button" type="submit" data-once>${t('check.submit')}</button>
<a class="button-quiet" href="/my">${t('filing.leave')}</a></div></form>`
    : notice('attention', t('check.not-ready'))
}
<form action="/drafts/${draft.draftId}/delete" method="post" class="inline-form">
<button class="button-link" type="submit">${t('check.delete')}</button></form>`,
  });
}

function applicantPart(ctx: PageContext, { item, draft, selfName }: CheckData): Html {
  const { t } = ctx;
  const { applicant } = draft;
  return part(
    t('filing.applicant'),
    facts([
      { name: t('check.applicant'), value: applicant?.name ?? selfName },
      applicant?.kind === 'legal' &&
        applicant.code !== undefined && { name: t('applicant.code'), value: applicant.code },
    ]),
    asksForApplicant(item) && changeLink(ctx, `/drafts/${draft.draftId}/applicant`),
  );
}

function sectionParts(ctx: PageContext, { item, draft }: CheckData): HtmlValue {
  const { form } = item;
  if (form === undefined) return undefined;
  return form.sections.map((section) => {
    const rows = askedFields(form, section, draft.form).filter(([, schema]) =>
      isAsked(schema, draft.form),
    );
    if (rows.length === 0) return undefined;
    return part(
      sectionTitle(ctx, section),
      facts(
        rows.map(([field, schema]) => ({
          name: fieldTitle(ctx, schema),
          value: answerText(ctx, schema, draft.form[field]),
        })),
      ),
      changeLink(ctx, changePath(form, section, draft.draftId)),
    );
  });
}

function materialPart(ctx: PageContext, { draft, asked }: CheckData): HtmlValue {
  const { t } = ctx;
  if (asked.length === 0) return undefined;
  const rows = asked.map((material) => {
    const filed = materialOf(draft, material.id);
    const value =
      material.heldAs !== undefined
        ? t('materials.held')
        : filed?.isCommitted === true
          ? t('materials.committed')
          : filed?.isOnPaper === true
            ? t('materials.on-paper')
            : filed !== undefined && filed.pages.length > 0
              ? t('materials.pages', { n: filed.pages.length })
              : html`<span class="none">${t(
                  material.necessity === 'deferrable' ? 'materials.to-come' : 'materials.none',
                )}</span>`;
    return { name: localName(ctx.locale, material), value };
  });
  return part(
    t('filing.materials'),
    facts(rows),
    changeLink(ctx, `/drafts/${draft.draftId}/materials`),
  );
}

function part(title: string, content: Html, action: HtmlValue): Html {
  return html`<section class="paper-part"><div class="paper-head"><h2>${title}</h2>${action}</div>
${content}</section>`;
}

function changeLink({ t }: PageContext, href: string): Html {
  return html`<a class="no-print" href="${href}">${t('filing.change')}</a>`;
}
