import type { DraftView } from '@yichuang/contracts';
import type {
  CommitmentDefinition,
  ItemDefinition,
  MaterialDefinition,
} from '@yichuang/kernel/case';
import { asWritten } from '../components/as-written.ts';
import type { PageProblem } from '../components/error-summary.ts';
import { byPackage } from '../components/material-list.ts';
import { pageThumbs } from '../components/page-thumbs.ts';
import { uploadInput } from '../components/upload-form.ts';
import { materialOf } from '../filing.ts';
import { html, type Html, type HtmlValue } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { localName } from '../texts/translate.ts';
import { filingPage } from './form-page.ts';

export interface MaterialsData {
  readonly item: ItemDefinition;
  readonly draft: DraftView;
  /** Materials that this application needs, given its answers. */
  readonly asked: readonly MaterialDefinition[];
  /** What was refused just now, by material. */
  readonly refusals: Readonly<Record<string, string>>;
}

export function materialsPage(ctx: PageContext, data: MaterialsData): Html {
  const { t } = ctx;
  const { item, draft, asked, refusals } = data;
  const path = `/drafts/${draft.draftId}/materials`;
  const problems = asked.flatMap(({ id, name }): PageProblem[] => {
    const text = refusals[id];
    return text === undefined ? [] : [{ target: `file-${id}`, text: `${name}：${text}` }];
  });
  const done = asked.filter((material) => isHandled(material, draft)).length;
  return filingPage(ctx, {
    item,
    draft,
    path,
    title: t('filing.materials'),
    problems,
    scripts: ['mend-upload.js'],
    body: html`
<p>${t('filing.materials-lead', { done, total: asked.length })}</p>
${byPackage(asked).map(
  ([name, materials]) => html`<section class="package">
${name !== '' && html`<h2>${t('materials.package', { name })}</h2>`}
${materials.map((material) => materialCard(ctx, data, material))}</section>`,
)}
<div class="actions"><a class="button" href="/drafts/${draft.draftId}/check">${t(
      'filing.to-check',
    )}</a>
<a class="button-quiet" href="/my">${t('filing.leave')}</a></div>`,
  });
}

function isHandled(material: MaterialDefinition, draft: DraftView): boolean {
  const filed = materialOf(draft, material.id);
  return (
    material.heldAs !== undefined ||
    (filed !== undefined &&
      (filed.pages.length > 0 || filed.isOnPaper || filed.isCommitted === true))
  );
}

function materialCard(ctx: PageContext, data: MaterialsData, material: MaterialDefinition): Html {
  const { t } = ctx;
  const { draft, item } = data;
  const filed = materialOf(draft, material.id);
  const pages = filed?.pages ?? [];
  const isPromised = filed?.isCommitted === true;
  const path = `/drafts/${draft.draftId}/materials/${encodeURIComponent(material.id)}`;
  return html`<article class="material" id="material-${material.id}">
<h3>${localName(ctx.locale, material)} ${stateTag(ctx, data, material)}</h3>
${material.criteria !== undefined && html`<p class="hint">${material.criteria}</p>`}
${
  material.sampleFile !== undefined &&
  html`<p><a class="file-link"
 href="/items/${encodeURIComponent(item.code)}/files/${encodeURIComponent(
   material.sampleFile,
 )}">${t('materials.sample')}</a></p>`
}
${
  material.heldAs === undefined && [
    pageThumbs(ctx, pages, {
      href: (page) => `/files/${page.sha256}`,
      actions: (i) => pageActions(ctx, path, i, pages.length),
    }),
    material.necessity === 'deferrable' && laterHint(ctx, material),
    material.carrier !== 'paper' && !isPromised && uploadForm(ctx, data, material, path),
    material.carrier !== 'electronic' &&
      !isPromised &&
      paperForm(ctx, path, filed?.isOnPaper === true),
    material.commitment !== undefined &&
      pages.length === 0 &&
      commitmentForm(ctx, material.commitment, path, isPromised),
  ]
}</article>`;
}

function stateTag(ctx: PageContext, data: MaterialsData, material: MaterialDefinition): HtmlValue {
  const { t } = ctx;
  const filed = materialOf(data.draft, material.id);
  if (material.heldAs !== undefined) {
    return html`<span class="tag tag-good">${t('materials.held')}</span>`;
  }
  if (filed?.isCommitted === true) {
    return html`<span class="tag tag-good">${t('materials.committed')}</span>`;
  }
  if (filed?.isOnPaper === true) {
    return html`<span class="tag tag-good">${t('materials.on-paper')}</span>`;
  }
  if (filed !== undefined && filed.pages.length > 0) {
    const n = filed.pages.length;
    return html`<span class="tag tag-good">${t('materials.pages', { n })}</span>`;
  }
  return html`<span class="tag">${t(`materials.necessity.${material.necessity}`)}</span>`;
}

function uploadForm(
  ctx: PageContext,
  { refusals }: MaterialsData,
  material: MaterialDefinition,
  path: string,
): Html {
  return html`<form action="${path}" method="post" enctype="multipart/form-data"
 class="upload-form">
${uploadInput(ctx, material, 'file', refusals[material.id])}
<button class="button-quiet" type="submit">${ctx.t('upload.submit')}</button></form>`;
}

function paperForm({ t }: PageContext, path: string, isOnPaper: boolean): Html {
  return html`<form action="${path}/paper" method="post" class="paper-form">
<input type="hidden" name="isOnPaper" value="${isOnPaper ? 'false' : 'true'}">
<p>${isOnPaper ? t('upload.paper-chosen') : t('upload.paper-offer')}</p>
<button class="button-quiet" type="submit">${t(
    isOnPaper ? 'upload.paper-undo' : 'upload.paper-choose',
  )}</button></form>`;
}

/** 容缺: the counter may accept without it; by when it is due is said at acceptance. */
function laterHint({ t }: PageContext, { deferral }: MaterialDefinition): Html | false {
  if (deferral === undefined) return false;
  return html`<p class="hint">${t('materials.later', { n: deferral.days })}</p>`;
}

/** 告知承诺: the text in full before the button, never a tick that is set already. */
function commitmentForm(
  ctx: PageContext,
  commitment: CommitmentDefinition,
  path: string,
  isCommitted: boolean,
): Html {
  const { t, locale } = ctx;
  const isEnglish = locale === 'en';
  const text = (isEnglish ? commitment.textEn : undefined) ?? commitment.text;
  const follows = (isEnglish ? commitment.consequenceEn : undefined) ?? commitment.consequence;
  return html`<form action="${path}/commitment" method="post" class="commitment">
<input type="hidden" name="isCommitted" value="${isCommitted ? 'false' : 'true'}">
<p><strong>${t(isCommitted ? 'commitment.given' : 'commitment.offer')}</strong></p>
<blockquote>${asWritten(locale, text)}</blockquote>
<p class="hint">${t('commitment.check', { n: commitment.checkDays })} ${asWritten(
    locale,
    follows,
  )}</p>
<button class="button-quiet" type="submit">${t(
    isCommitted ? 'commitment.undo' : 'commitment.give',
  )}</button></form>`;
}

function pageActions({ t }: PageContext, path: string, i: number, count: number): Html {
  const act = (name: 'up' | 'down' | 'delete') =>
    html`<button type="submit" name="act" value="${name}" aria-label="${t(`upload.${name}-label`, {
      n: i + 1,
    })}">${t(`upload.${name}`)}</button>`;
  return html`<form action="${path}/pages" method="post" class="page-actions">
<input type="hidden" name="index" value="${i}">
${i > 0 && act('up')}${i < count - 1 && act('down')}${act('delete')}</form>`;
}
