import type { LetterWay, NoticeWays } from '@yichuang/contracts';
import { fieldId, textArea, textField } from '../../components/field.ts';
import { layout } from '../../components/layout.ts';
import { flag, html, type Html, type HtmlValue } from '../../html.ts';
import {
  hiddenLetter,
  mostRepresentatives,
  valueOf,
  type LetterDraft,
} from '../../letter-draft.ts';
import type { LetterProblems } from '../../letter-problems.ts';
import { wishNamed } from '../../notice-wish.ts';
import type { PageContext } from '../../page-context.ts';
import { letterButtons, letterStepsNav } from './letter-steps.ts';
import { noticeFields } from './notice-fields.ts';
import { summaryOf } from './write-page.ts';

export interface SenderData {
  readonly draft: LetterDraft;
  readonly problems: LetterProblems;
  readonly way: LetterWay | undefined;
  readonly offered: NoticeWays['offered'];
}

const asked = [
  'manner',
  'senderName',
  'senderPhone',
  'notices',
  'senderMail',
  'people',
  'representatives',
];

/** Who one is: checked by a code to the phone, or not said at all. */
export function senderPage(ctx: PageContext, { draft, problems, way, offered }: SenderData): Html {
  const { t } = ctx;
  return layout(ctx, {
    title: t('write.step.sender'),
    hasErrors: Object.keys(problems).length > 0,
    main: html`
${summaryOf(ctx, problems)}
<h1>${t('write.step.sender')}</h1>
${letterStepsNav(ctx, 'sender')}
<form action="/letters/write" method="post" novalidate>
${hiddenLetter(draft, asked)}
${manners(ctx, draft, problems['manner'])}
<div data-when="manner" data-equals="quick">
${quickFields(ctx, draft, problems, way)}</div>
${noticeFields(ctx, {
  wish: wishNamed(valueOf(draft, 'notices')) ?? 'sms',
  mail: valueOf(draft, 'senderMail'),
  offered,
  error: problems['senderMail'],
})}
${jointLetter(ctx, draft, problems)}
${letterButtons(ctx, 'sender')}
</form>
<p class="hint">${t('write.scribe')}</p>`,
  });
}

function manners(ctx: PageContext, draft: LetterDraft, error: string | undefined): Html {
  const { t, session } = ctx;
  const id = fieldId('manner');
  const chosen = valueOf(draft, 'manner') || (session === undefined ? '' : 'account');
  const account =
    session === undefined
      ? t('write.account')
      : t('write.account-of', { name: session.name || session.phoneMasked });
  const choice = (value: string, label: string, hint: string) => html`<div class="choice">
<input type="radio" id="${id}-${value}" name="manner" value="${value}"${flag(
    'checked',
    chosen === value,
  )} aria-describedby="${id}-${value}-hint"><div>
<label for="${id}-${value}"><strong>${label}</strong>
</label><p class="hint" id="${id}-${value}-hint">${hint}</p></div></div>`;
  return html`<fieldset class="field${error === undefined ? '' : ' field-bad'}" id="${id}"
 tabindex="-1"><legend>${t('write.manner')}</legend>
${error !== undefined && html`<p class="field-error">${error}</p>`}
${choice('account', account, t('write.account-hint'))}
${choice('quick', t('write.quick'), t('write.quick-hint'))}</fieldset>`;
}

function quickFields(
  ctx: PageContext,
  draft: LetterDraft,
  problems: LetterProblems,
  way: LetterWay | undefined,
): HtmlValue {
  const { t } = ctx;
  return [
    way !== undefined && html`<p>${t(contactAdvice(way))}</p>`,
    textField(ctx, {
      name: 'senderName',
      label: t('write.sender-name'),
      value: valueOf(draft, 'senderName'),
      isOptional: true,
      autocomplete: 'name',
      maxLength: 40,
      width: 12,
    }),
    textField(ctx, {
      name: 'senderPhone',
      label: t('write.sender-phone'),
      hint: t('write.sender-phone-hint'),
      value: valueOf(draft, 'senderPhone'),
      error: problems['senderPhone'],
      isOptional: true,
      type: 'tel',
      autocomplete: 'tel',
      maxLength: 20,
      width: 12,
    }),
  ];
}

/** @basis 信访工作条例 第二十三条: 但信访人的姓名（名称）、住址不清的除外。 */
function contactAdvice({ isConfidential, kind }: LetterWay) {
  if (isConfidential) return 'write.contact-secret';
  return kind === 'petition' ? 'write.contact-petition' : 'write.contact';
}

/** Folded away: nearly everybody writes alone. */
function jointLetter(ctx: PageContext, draft: LetterDraft, problems: LetterProblems): Html {
  const { t } = ctx;
  const isOpen =
    valueOf(draft, 'representatives') !== '' ||
    valueOf(draft, 'people') !== '' ||
    problems['people'] !== undefined ||
    problems['representatives'] !== undefined;
  return html`<details class="joint"${flag('open', isOpen)}><summary>${t('write.joint')}</summary>
${textField(ctx, {
  name: 'people',
  label: t('write.people'),
  value: valueOf(draft, 'people'),
  error: problems['people'],
  isOptional: true,
  inputMode: 'numeric',
  maxLength: 6,
  width: 4,
})}
${textArea(ctx, {
  name: 'representatives',
  label: t('write.representatives'),
  hint: t('write.representatives-hint', { n: mostRepresentatives }),
  value: valueOf(draft, 'representatives'),
  error: problems['representatives'],
  isOptional: true,
  maxLength: 400,
  rows: 5,
})}</details>`;
}
