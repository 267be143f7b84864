import type { DraftView, PartyBody } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import type { FormData, FormDefinition, FormSection } from '@yichuang/kernel/form';
import { errorSummary, type PageProblem } from '../components/error-summary.ts';
import { fieldId, radioField, textField } from '../components/field.ts';
import { filingSteps } from '../components/filing-steps.ts';
import { answerText, formField } from '../components/form-fields.ts';
import { facts } from '../components/facts.ts';
import { layout } from '../components/layout.ts';
import { askedFields, fieldTitle, sectionPath, sectionTitle, stepsOfFiling } from '../filing.ts';
import { html, type Html, type HtmlValue } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { fullTime } from '../texts/dates.ts';
import { localName } from '../texts/translate.ts';

/** Each field's problem in words, by field. */
export type FieldErrors = Readonly<Record<string, string>>;

export interface SectionData {
  readonly item: ItemDefinition;
  readonly form: FormDefinition;
  readonly section: FormSection;
  readonly draft: DraftView;
  /** What to show: the draft's values, or what was just typed. */
  readonly values: FormData;
  readonly errors: FieldErrors;
  /** Known fields that the applicant chose to change. */
  readonly edited: readonly string[];
}

/** One section a page. What the platform knows is shown as text with a way to change it. */
export function sectionPage(ctx: PageContext, data: SectionData): Html {
  const { t } = ctx;
  const { item, form, section, draft, values, errors } = data;
  const path = sectionPath(draft.draftId, section.id);
  const asked = askedFields(form, section, values);
  const isShown = (field: string) =>
    draft.known.includes(field) && !data.edited.includes(field) && errors[field] === undefined;
  const shown = asked.filter(([field]) => isShown(field));
  return filingPage(ctx, {
    item,
    draft,
    path,
    title: sectionTitle(ctx, section),
    problems: asked.flatMap(([field]) => problemAt(field, errors[field])),
    body: html`
${
  shown.length > 0 &&
  html`<section class="known" aria-labelledby="known"><h2 id="known">${t('filing.known')}</h2>
${facts(
  shown.map(([field, schema]) => ({
    name: fieldTitle(ctx, schema),
    value: answerText(ctx, schema, values[field]),
    action: html`<a href="${path}?edit=${encodeURIComponent(field)}">${t('filing.change')}<span
 class="visually-hidden">${fieldTitle(ctx, schema)}</span></a>`,
  })),
)}</section>`
}
<form action="${path}" method="post" novalidate>
${asked
  .filter(([field]) => !isShown(field))
  .map(([field, schema]) =>
    formField(ctx, {
      field,
      schema,
      value: values[field],
      isRequired: form.schema.required.includes(field),
      error: errors[field],
    }),
  )}
${saveButtons(ctx)}
</form>`,
  });
}

export interface ApplicantData {
  readonly item: ItemDefinition;
  readonly draft: DraftView;
  readonly selfName: string;
  readonly kind: PartyBody['kind'] | '';
  readonly name: string;
  readonly code: string;
  readonly errors: FieldErrors;
}

/** For whom it is filed: oneself, or an enterprise. */
export function applicantPage(ctx: PageContext, data: ApplicantData): Html {
  const { t } = ctx;
  const path = `/drafts/${data.draft.draftId}/applicant`;
  const options = data.item.audiences.includes('person')
    ? ([
        { value: 'natural', label: t('applicant.self', { name: data.selfName }) },
        { value: 'legal', label: t('applicant.enterprise') },
      ] as const)
    : [];
  return filingPage(ctx, {
    item: data.item,
    draft: data.draft,
    path,
    title: t('filing.applicant'),
    problems: ['kind', 'name', 'code'].flatMap((field) => problemAt(field, data.errors[field])),
    body: html`<form action="${path}" method="post" novalidate>
${
  options.length > 0
    ? radioField(ctx, {
        name: 'kind',
        label: t('applicant.for-whom'),
        value: data.kind,
        error: data.errors['kind'],
        options,
      })
    : html`<input type="hidden" name="kind" value="legal"><p>${t('applicant.enterprise-only')}</p>`
}
<div${options.length > 0 && html` data-when="kind" data-equals="legal"`}>
${textField(ctx, {
  name: 'name',
  label: t('applicant.name'),
  hint: t('applicant.name-hint'),
  value: data.name,
  error: data.errors['name'],
  autocomplete: 'organization',
  maxLength: 100,
})}
${textField(ctx, {
  name: 'code',
  label: t('applicant.code'),
  hint: t('applicant.code-hint'),
  value: data.code,
  error: data.errors['code'],
  autocomplete: 'off',
  maxLength: 40,
  width: 20,
})}</div>
${saveButtons(ctx)}
</form>`,
  });
}

interface FilingParts {
  readonly item: ItemDefinition;
  readonly draft: DraftView;
  readonly path: string;
  readonly title: string;
  readonly problems: readonly PageProblem[];
  readonly body: HtmlValue;
  readonly scripts?: readonly string[];
}

/** The frame of every step of a filing: where one is, what is wrong, when it was saved. */
export function filingPage(ctx: PageContext, parts: FilingParts): Html {
  const { t } = ctx;
  const { item, draft, path } = parts;
  const steps = stepsOfFiling(ctx, item, draft);
  const current = steps.findIndex((step) => step.href === path);
  const name = localName(ctx.locale, item);
  return layout(ctx, {
    title: `${parts.title} · ${name}`,
    hasErrors: parts.problems.length > 0,
    scripts: parts.scripts ?? [],
    main: html`
${errorSummary(ctx, parts.problems)}
<p class="over-title">${name}</p>
${filingSteps(ctx, steps, Math.max(current, 0))}
<h1>${parts.title}</h1>
${parts.body}
<p class="saved">${t('filing.saved', { time: fullTime(t, draft.savedAt) })}</p>`,
  });
}

export function saveButtons({ t }: PageContext): Html {
  return html`<div class="actions">
<button class="button" type="submit" name="then" value="next">${t('filing.save-next')}</button>
<button class="button-quiet" type="submit" name="then" value="leave">${t(
    'filing.save-leave',
  )}</button>
</div>`;
}

function problemAt(field: string, text: string | undefined): PageProblem[] {
  return text === undefined ? [] : [{ target: fieldId(field), text }];
}
