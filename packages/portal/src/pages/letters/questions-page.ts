import type { LetterAdvice, LetterWay } from '@yichuang/contracts';
import type { FilePage, MaterialDefinition } from '@yichuang/kernel/case';
import { divisionSelect } from '../../components/division-select.ts';
import { fieldId, radioField, selectField, textArea, textField } from '../../components/field.ts';
import { layout } from '../../components/layout.ts';
import { pageThumbs } from '../../components/page-thumbs.ts';
import { uploadInput } from '../../components/upload-form.ts';
import { flag, html, type Html, type HtmlValue } from '../../html.ts';
import { hiddenLetter, valueOf, type LetterDraft } from '../../letter-draft.ts';
import { longest, type LetterProblems } from '../../letter-problems.ts';
import type { Division } from '../../letter-services.ts';
import type { PageContext } from '../../page-context.ts';
import { adviceParts, orderedWays, whyText } from './advice-parts.ts';
import { letterButtons, letterStepsNav } from './letter-steps.ts';
import { summaryOf } from './write-page.ts';

export interface QuestionsData {
  readonly draft: LetterDraft;
  readonly problems: LetterProblems;
  readonly ways: readonly LetterWay[];
  readonly divisions: readonly Division[];
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly advice: LetterAdvice | undefined;
  readonly material: Pick<MaterialDefinition, 'id' | 'name' | 'upload'>;
  /** Of files that did not go up. */
  readonly uploadError?: string | undefined;
}

const asked = [
  'title',
  'itemCode',
  'division',
  'place',
  'demand',
  'wantsPublic',
  'accusedOrg',
  'accusedName',
];

/** At most four short questions: what kind, where, may it be public, is there a photo. */
export function questionsPage(ctx: PageContext, data: QuestionsData): Html {
  const { t } = ctx;
  const { draft, problems } = data;
  return layout(ctx, {
    title: t('write.step.questions'),
    isWide: true,
    hasErrors: Object.keys(problems).length > 0 || data.uploadError !== undefined,
    scripts: ['write-letter.js', 'mend-upload.js'],
    main: html`
${summaryOf(ctx, problems)}
<h1>${t('write.step.questions')}</h1>
${letterStepsNav(ctx, 'questions')}
<div class="letter-columns">
<div class="letter-aside">${adviceParts(ctx, data.advice)}</div>
<div>
<form action="/letters/write" method="post" enctype="multipart/form-data" novalidate
 data-letter>
${hiddenLetter(draft, asked)}
${textField(ctx, {
  name: 'title',
  label: t('write.subject'),
  hint: t('write.subject-hint'),
  value: valueOf(draft, 'title'),
  error: problems['title'],
  maxLength: longest.title,
  autocomplete: 'off',
})}
${wayChoice(ctx, data)}
${where(ctx, data)}
${whenWay(
  data.ways.filter(({ kind }) => kind === 'petition'),
  textArea(ctx, {
    name: 'demand',
    label: t('write.demand'),
    hint: t('write.demand-hint'),
    value: valueOf(draft, 'demand'),
    isOptional: true,
    maxLength: longest.demand,
    rows: 3,
  }),
)}
${accused(ctx, data)}
${publicity(ctx, data)}
${attachments(ctx, data)}
${letterButtons(ctx, 'questions')}
</form></div></div>`,
  });
}

/** Shown by the script only for these ways; without it, the label says when it is meant. */
function whenWay(ways: readonly LetterWay[], content: Html): Html | false {
  const [first] = ways;
  if (first === undefined) return false;
  const codes = ways.map(({ itemCode }) => itemCode).join(' ');
  return html`<div data-when="itemCode" data-one-of="${codes}"${flag(
    'data-secret',
    first.isConfidential,
  )}>${content}</div>`;
}

/** The system proposes, with why; the writer decides. */
function wayChoice(ctx: PageContext, { draft, ways, advice, problems }: QuestionsData): Html {
  const { t } = ctx;
  const id = fieldId('itemCode');
  const error = problems['itemCode'];
  const ordered = orderedWays(ways, advice);
  const proposed = ordered.filter(({ why }) => why !== undefined);
  const others = ordered.filter(({ why }) => why === undefined);
  const chosen = valueOf(draft, 'itemCode') || (proposed[0]?.way.itemCode ?? '');
  const isFolded = proposed.length > 0 && !others.some(({ way }) => way.itemCode === chosen);
  const choice = ({ way, why }: (typeof ordered)[number]) =>
    wayRadio(ctx, { way, why, isChosen: way.itemCode === chosen });
  return html`<fieldset class="field${error === undefined ? '' : ' field-bad'}" id="${id}"
 tabindex="-1"><legend>${t('write.kind')}</legend>
${error !== undefined && html`<p class="field-error">${error}</p>`}
${proposed.map(choice)}
${
  isFolded && others.length > 0
    ? html`<details><summary>${t('write.kind-others')}</summary>${others.map(choice)}</details>`
    : others.map(choice)
}
</fieldset>`;
}

function wayRadio(
  ctx: PageContext,
  of: { way: LetterWay; why: readonly string[] | undefined; isChosen: boolean },
): Html {
  const { way, why, isChosen } = of;
  const { t } = ctx;
  const id = `way-${way.itemCode}`;
  return html`<div class="choice"><input type="radio" id="${id}" name="itemCode"
 value="${way.itemCode}"${flag('checked', isChosen)} aria-describedby="${id}-about">
<div><label for="${id}"><strong>${way.name}</strong> ${way.about}</label>
<p class="hint" id="${id}-about">${way.limits}${t('list.stop')} ${
    why !== undefined && why.length > 0 && whyText(ctx, why)
  }</p></div></div>`;
}

function where(ctx: PageContext, { draft, divisions }: QuestionsData): Html {
  const { t } = ctx;
  return html`${divisionSelect(ctx, divisions, valueOf(draft, 'division'))}
${textField(ctx, {
  name: 'place',
  label: t('write.place'),
  hint: t('write.place-hint'),
  value: valueOf(draft, 'place'),
  isOptional: true,
  maxLength: longest.place,
  autocomplete: 'off',
})}`;
}

/** @basis 信访工作条例 第三十条: 不得将信访人的检举、揭发材料以及有关情况透露或者转给被检举、揭发的人员或者单位 */
function accused(ctx: PageContext, { draft, ways, units }: QuestionsData): Html | false {
  const { t } = ctx;
  return whenWay(
    ways.filter(({ isConfidential }) => isConfidential),
    html`<div class="notice"><p><strong>${t('write.secrecy')}</strong></p>
<p>${t('write.secrecy-text')}</p></div>
${selectField(ctx, {
  name: 'accusedOrg',
  label: t('write.accused-org'),
  hint: t('write.accused-hint'),
  value: valueOf(draft, 'accusedOrg'),
  isOptional: true,
  options: units.map(({ id, name }) => ({ value: id, label: name })),
})}
${textField(ctx, {
  name: 'accusedName',
  label: t('write.accused-name'),
  value: valueOf(draft, 'accusedName'),
  isOptional: true,
  maxLength: longest.accusedName,
  autocomplete: 'off',
})}`,
  );
}

function publicity(ctx: PageContext, { draft, ways }: QuestionsData): Html | false {
  const { t } = ctx;
  return whenWay(
    ways.filter(({ isConfidential }) => !isConfidential),
    radioField(ctx, {
      name: 'wantsPublic',
      label: t('write.public'),
      hint: t('write.public-hint'),
      value: valueOf(draft, 'wantsPublic'),
      isOptional: true,
      options: [
        { value: 'yes', label: t('write.public-yes') },
        { value: 'no', label: t('write.public-no') },
      ],
    }),
  );
}

function attachments(ctx: PageContext, { draft, material, uploadError }: QuestionsData): HtmlValue {
  const { t } = ctx;
  return html`<section aria-labelledby="photos"><h2 id="photos">${t('write.photos')}</h2>
${keptPages(ctx, draft.pages)}
${uploadInput(ctx, material, 'file', uploadError)}</section>`;
}

function keptPages(ctx: PageContext, pages: readonly FilePage[]): Html | undefined {
  return pageThumbs(ctx, pages, {
    actions: (i) =>
      html`<div class="page-actions"><button type="submit" name="drop" value="${i}">${ctx.t(
        'upload.delete',
      )}<span class="visually-hidden">${ctx.t('upload.delete-label', { n: i + 1 })}</span></button>
</div>`,
  });
}
