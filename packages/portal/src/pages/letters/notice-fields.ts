import type { NoticeWays } from '@yichuang/contracts';
import { radioField, textField } from '../../components/field.ts';
import { html, type Html } from '../../html.ts';
import { channelsOfWish, noticeWishes, type NoticeWish } from '../../notice-wish.ts';
import type { PageContext } from '../../page-context.ts';

export interface NoticeFields {
  readonly wish: NoticeWish;
  readonly mail: string;
  /** Masked, where one is kept already: an empty field leaves it. */
  readonly keptMail?: string | undefined;
  readonly offered: NoticeWays['offered'];
  readonly error?: string | undefined;
}

/** One question, where there is a choice; the address only where mail can be sent at all. */
export function noticeFields(
  ctx: PageContext,
  { wish, mail, keptMail, offered, error }: NoticeFields,
): Html | false {
  const { t } = ctx;
  const wishes = noticeWishes.filter((each) =>
    channelsOfWish[each].every((channel) => offered.includes(channel)),
  );
  if (wishes.length < 2) return false;
  return html`${radioField(ctx, {
    name: 'notices',
    label: t('notices.how'),
    value: wishes.includes(wish) ? wish : 'none',
    options: wishes.map((value) => ({ value, label: t(`notices.${value}`) })),
  })}
${
  offered.includes('mail') &&
  textField(ctx, {
    name: 'senderMail',
    label: t('notices.address'),
    ...(keptMail === undefined ? {} : { hint: t('notices.kept', { mail: keptMail }) }),
    value: mail,
    error,
    isOptional: true,
    autocomplete: 'email',
    maxLength: 200,
    width: 20,
  })
}`;
}
