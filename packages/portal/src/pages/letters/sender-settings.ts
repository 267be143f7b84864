/** What the sender settles beside the letter itself: that it is they, and how they are told. */
import { textField } from '../../components/field.ts';
import { notice } from '../../components/notice.ts';
import { html, type Html } from '../../html.ts';
import { wishNamed, wishOf } from '../../notice-wish.ts';
import type { PageContext } from '../../page-context.ts';
import type { LetterPageData } from './letter-page-data.ts';
import { noticeFields } from './notice-fields.ts';
import { errorOf, fold, form } from './sender-forms.ts';

/** Of a letter that a window entered: first the phone that was left with it. */
export function confirmForm(ctx: PageContext, data: LetterPageData): Html | false {
  const { t } = ctx;
  const { view, done, refused } = data;
  if (view.confirmBy === undefined) return false;
  const isSent = done === 'SendCode' || refused?.act === 'ConfirmSender';
  const button = isSent ? 'button-quiet' : 'button';
  return html`<section class="no-print" aria-labelledby="confirm">
<h2 id="confirm">${t('confirm.title')}</h2>
<p>${t('confirm.lead', { phone: view.confirmBy })}</p>
${
  isSent &&
  form(data, 'ConfirmSender', [
    textField(ctx, {
      name: 'code',
      label: t('confirm.code'),
      value: '',
      error: errorOf(data, 'code'),
      inputMode: 'numeric',
      autocomplete: 'one-time-code',
      maxLength: 6,
      width: 8,
    }),
    html`<button class="button" type="submit" data-once>${t('confirm.send')}</button>`,
  ])
}
${form(data, 'SendCode', [
  html`<button class="${button}" type="submit" data-once>${t(
    isSent ? 'confirm.again' : 'confirm.get',
  )}</button>`,
])}
${notice('plain', t('confirm.lost'))}</section>`;
}

export function noticeForm(ctx: PageContext, data: LetterPageData): Html | false {
  const { view, refused } = data;
  const hasChoice = view.notices.offered.some((channel) => channel !== 'inbox');
  if (view.confirmBy !== undefined || !hasChoice) return false;
  const { t } = ctx;
  const typed = refused?.act === 'ChooseNotices' ? refused.typed : undefined;
  const wish = wishNamed(typed?.['notices'] ?? '') ?? wishOf(view.notices);
  return fold(data, {
    act: 'ChooseNotices',
    summary: t('notices.change', { now: t(`notices.${wishOf(view.notices)}`) }),
    content: [
      noticeFields(ctx, {
        wish,
        mail: typed?.['senderMail'] ?? '',
        keptMail: view.notices.mail,
        offered: view.notices.offered,
        error: errorOf(data, 'senderMail'),
      }),
      html`<button class="button" type="submit" data-once>${t('notices.save')}</button>`,
    ],
  });
}
