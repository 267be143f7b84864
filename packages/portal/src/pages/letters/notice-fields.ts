import { radioField, textField } from '../../components/field.ts';
import { html, type Html } from '../../html.ts';
import { noticeWishes, type NoticeWish } from '../../notice-wish.ts';
import type { PageContext } from '../../page-context.ts';

export interface NoticeFields {
  readonly wish: NoticeWish;
  readonly mail: string;
  /** Masked, where one is kept already: an empty field leaves it. */
  readonly keptMail?: string | undefined;
  readonly canSms: boolean;
  readonly error?: string | undefined;
}

/** One question; the address is asked for only where it is needed. */
export function noticeFields(
  ctx: PageContext,
  { wish, mail, keptMail, canSms, error }: NoticeFields,
): Html {
  const { t } = ctx;
  const offered = noticeWishes.filter((each) => canSms || each === 'mail' || each === 'none');
  return html`${radioField(ctx, {
    name: 'notices',
    label: t('notices.how'),
    value: wish,
    options: offered.map((value) => ({ value, label: t(`notices.${value}`) })),
  })}
${textField(ctx, {
  name: 'senderMail',
  label: t('notices.address'),
  ...(keptMail === undefined ? {} : { hint: t('notices.kept', { mail: keptMail }) }),
  value: mail,
  error,
  isOptional: true,
  autocomplete: 'email',
  maxLength: 200,
  width: 20,
})}`;
}
