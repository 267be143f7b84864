import type { ItemRecord } from '@yichuang/contracts';
import type { ItemDefinition, ItemLimit } from '@yichuang/kernel/case';
import type { FeeStandard } from '@yichuang/kernel/money';
import { formatFen } from '@yichuang/kernel/money';
import type { LegalBasis, LimitRule } from '@yichuang/kernel/time';
import { asWritten, isChinese } from '../components/as-written.ts';
import { breadcrumbs } from '../components/breadcrumbs.ts';
import { facts } from '../components/facts.ts';
import { flowPicture, type PostNames } from '../components/flow-picture.ts';
import { layout } from '../components/layout.ts';
import { materialList } from '../components/material-list.ts';
import { notice } from '../components/notice.ts';
import { html, type Html, type HtmlValue } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { localName } from '../texts/translate.ts';

export type NamedRules = Readonly<Record<string, Pick<LimitRule, 'name' | 'unit' | 'basis'>>>;

export interface ItemData {
  readonly item: ItemDefinition;
  readonly orgName: string;
  readonly rules: NamedRules;
  readonly record: ItemRecord;
  readonly postNames: PostNames;
  /** The questions that come before the filing, for the whole of a bundle. */
  readonly bundleId?: string | undefined;
}

/** The guide: the five publics (name, procedure, materials, fee, limit) and how to go about it. */
export function itemPage(ctx: PageContext, data: ItemData): Html {
  const { t } = ctx;
  const { item } = data;
  const name = localName(ctx.locale, item);
  return layout(ctx, {
    title: name,
    main: html`
${breadcrumbs(ctx, [{ href: '/items', label: t('items.title') }])}
<h1>${name}</h1>
<p class="lead">${
      (ctx.locale === 'en' ? item.summaryEn : undefined) ?? asWritten(ctx.locale, item.summary)
    }</p>
${
  ctx.locale === 'en' &&
  isChinese(data.orgName + item.conditions.join('')) &&
  html`<p class="hint">${t('guide.chinese-parts')}</p>`
}
${limitCard(ctx, data)}
${howToFile(ctx, data)}
${conditions(ctx, item)}
<section aria-labelledby="materials"><h2 id="materials">${t('guide.materials')}</h2>
${
  item.materials.length === 0
    ? html`<p>${t(item.isOnline ? 'guide.no-materials' : 'guide.materials-at-counter')}</p>`
    : materialList(ctx, item.code, item.materials)
}</section>
${
  item.flow !== undefined &&
  html`<section aria-labelledby="flow"><h2 id="flow">${t('guide.flow')}</h2>
<p class="hint">${t('guide.flow-runs')}</p>${flowPicture(ctx, item.flow, data.postNames)}
<p class="hint no-print"><a href="/api/items/${encodeURIComponent(
    item.code,
  )}/flow.bpmn" download>${t('guide.flow-file')}</a></p></section>`
}
${specialProcedures(ctx, item)}
${fees(ctx, item)}
${place(ctx, data)}
${law(ctx, item)}`,
  });
}

function limitCard(ctx: PageContext, { item, orgName, rules, record }: ItemData): Html {
  const { t } = ctx;
  const median = record.medianWorkingDays;
  const isFree = item.fees.length === 0;
  return html`<section class="card" aria-label="${t('guide.at-a-glance')}">
<dl class="big-facts">
<div><dt>${t('guide.statutory')}</dt><dd>${limitText(ctx, item.statutoryLimit, rules)}</dd></div>
<div><dt>${t('guide.committed')}</dt><dd>${
    item.handlingMode === 'on-the-spot'
      ? t('items.on-the-spot')
      : limitText(ctx, item.committedLimit, rules)
  }</dd></div>
<div><dt>${t('guide.median')}</dt><dd>${
    median === undefined ? t('guide.median-none') : t('record.days', { n: median })
  }</dd></div>
<div><dt>${t('guide.visits')}</dt><dd>${t('guide.visits-n', { n: item.visits })}</dd></div>
<div><dt>${t('guide.fee')}</dt><dd>${isFree ? t('guide.free') : t('guide.fee-due')}</dd></div>
</dl>
${facts([
  { name: t('guide.department'), value: asWritten(ctx.locale, orgName) },
  {
    name: t('guide.audience'),
    value: item.audiences.map((who) => t(`audience.${who}`)).join(t('list.separator')),
  },
  item.resultName !== undefined && {
    name: t('guide.result'),
    value: asWritten(ctx.locale, item.resultName),
  },
  item.visitReason !== undefined && {
    name: t('guide.visit-reason'),
    value: asWritten(ctx.locale, item.visitReason),
  },
  { name: t('guide.code'), value: html`<span class="code">${item.code}</span>` },
])}
${
  record.concluded > 0 &&
  html`<p class="hint">${t('guide.median-from', { n: record.concluded })}</p>`
}</section>`;
}

function limitText(ctx: PageContext, limit: ItemLimit | undefined, rules: NamedRules): string {
  const { t } = ctx;
  if (limit === undefined) return t('guide.limit-none');
  const unit = rules[limit.ruleId]?.unit ?? 'WD';
  return unit === 'CD'
    ? t('guide.days.calendar', { n: limit.amount })
    : unit === 'MONTH'
      ? t('guide.days.months', { n: limit.amount })
      : t('guide.days.working', { n: limit.amount });
}

function howToFile(ctx: PageContext, { item, bundleId }: ItemData): Html {
  const { t, session } = ctx;
  if (!item.isOnline) {
    return notice(
      'plain',
      html`<p><strong>${t('guide.counter-only')}</strong></p>
<p>${t('guide.counter-how', { phone: item.place?.phone ?? ctx.county.phone })}</p>`,
    );
  }
  const isReady = session?.isIdentified === true && bundleId === undefined;
  const path =
    bundleId === undefined
      ? `/items/${encodeURIComponent(item.code)}/apply`
      : `/bundles/${encodeURIComponent(bundleId)}`;
  return html`<div class="file-bar">
<form action="${path}" method="${isReady ? 'post' : 'get'}">
<button class="button" type="submit">${t('guide.file-online')}</button></form>
<p class="hint">${t('guide.file-online-hint')}</p>
</div>`;
}

function conditions(ctx: PageContext, item: ItemDefinition): Html | false {
  if (item.conditions.length === 0) return false;
  return html`<section aria-labelledby="conditions"><h2 id="conditions">${ctx.t(
    'guide.conditions',
  )}</h2>
<ol class="conditions">${item.conditions.map(
    (text) => html`<li>${asWritten(ctx.locale, text)}</li>`,
  )}</ol></section>`;
}

function specialProcedures(ctx: PageContext, item: ItemDefinition): Html | false {
  const { t } = ctx;
  if (item.specialProcedures.length === 0) return false;
  return html`<section aria-labelledby="special"><h2 id="special">${t('guide.special')}</h2>
<p>${t('guide.special-text')}</p>
<ul>${item.specialProcedures.map(
    (procedure) =>
      html`<li>${procedure.name}${t('list.colon')}${t('guide.special-days', {
        n: procedure.expectedDays,
      })} <span class="hint">${basisText(procedure.basis)}</span></li>`,
  )}</ul></section>`;
}

function fees(ctx: PageContext, item: ItemDefinition): Html {
  const { t } = ctx;
  if (item.fees.length === 0) {
    return html`<section aria-labelledby="fees"><h2 id="fees">${t('guide.fees')}</h2>
<p>${t('guide.free-text')}</p></section>`;
  }
  return html`<section aria-labelledby="fees"><h2 id="fees">${t('guide.fees')}</h2>
<ul class="plain-list">${item.fees.map(
    (fee) => html`<li><strong>${fee.name}</strong> ${feeText(ctx, fee)}
<p class="hint">${basisText(fee.basis)}</p></li>`,
  )}</ul><p class="hint">${t('guide.fee-computed')}</p></section>`;
}

function feeText(ctx: PageContext, fee: FeeStandard): HtmlValue {
  const { t } = ctx;
  if (fee.kind !== 'tiered') {
    return t('guide.fee-unit', { amount: formatFen(fee.unitFen), unit: fee.unit });
  }
  return html`<ul>${fee.tiers.map(
    (tier) =>
      html`<li>${
        tier.upTo === undefined
          ? t('guide.fee-tier-last', { amount: formatFen(tier.unitFen), unit: fee.unit })
          : t('guide.fee-tier', {
              upTo: tier.upTo,
              amount: formatFen(tier.unitFen),
              unit: fee.unit,
            })
      }</li>`,
  )}</ul>`;
}

function place(ctx: PageContext, { item, orgName }: ItemData): Html | false {
  const { t } = ctx;
  if (item.place === undefined) return false;
  const { address, counter, hours, phone, supervisionPhone } = item.place;
  return html`<section aria-labelledby="place"><h2 id="place">${t('guide.place')}</h2>
${facts([
  { name: t('guide.office'), value: asWritten(ctx.locale, orgName) },
  {
    name: t('guide.address'),
    value: asWritten(ctx.locale, [address, counter].filter(Boolean).join(' ')),
  },
  { name: t('guide.hours'), value: asWritten(ctx.locale, hours) },
  {
    name: t('guide.phone'),
    value: html`<a href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a>`,
  },
  {
    name: t('guide.supervision'),
    value: html`<a href="tel:${supervisionPhone.replace(/[^\d+]/g, '')}">${supervisionPhone}</a>`,
  },
])}</section>`;
}

function law(ctx: PageContext, item: ItemDefinition): Html {
  const { t } = ctx;
  const { remedies } = item;
  return html`<section aria-labelledby="law"><h2 id="law">${t('guide.law')}</h2>
${
  item.legalBasis.length === 0
    ? html`<p>${t('guide.law-none')}</p>`
    : html`<details><summary>${t('guide.law-open', { n: item.legalBasis.length })}</summary>
<ul class="law-list">${item.legalBasis.map(
        (basis) =>
          html`<li><strong>${asWritten(ctx.locale, basisText(basis))}</strong>${
            basis.text !== undefined &&
            html`<blockquote>${asWritten(ctx.locale, basis.text)}</blockquote>`
          }</li>`,
      )}</ul></details>`
}
${
  remedies !== undefined &&
  html`<h3>${t('guide.remedies')}</h3><p>${asWritten(ctx.locale, remedies.reconsideration)}</p>
<p>${asWritten(ctx.locale, remedies.litigation)}</p>`
}</section>`;
}

/** 《中华人民共和国建筑法》第七条（2019-04-23）. */
export function basisText(basis: LegalBasis): string {
  const version = basis.version === undefined ? '' : `（${basis.version}）`;
  const law = basis.law.startsWith('《') ? basis.law : `《${basis.law}》`;
  return `${law}${basis.article}${version}`;
}
