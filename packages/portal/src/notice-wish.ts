/** How a sender wants to be told, as one question with four answers. */
import type { NoticeChoice, NoticeWays } from '@yichuang/contracts';

export const noticeWishes = ['sms', 'mail', 'both', 'none'] as const;
export type NoticeWish = (typeof noticeWishes)[number];

/** Beside the inbox. */
export const channelsOfWish = {
  sms: ['sms'],
  mail: ['mail'],
  both: ['sms', 'mail'],
  none: [],
} as const satisfies Record<NoticeWish, NoticeWays['offered']>;

export function wishNamed(text: string): NoticeWish | undefined {
  return noticeWishes.find((wish) => wish === text);
}

export function asksForMail(wish: NoticeWish | undefined): boolean {
  return wish === 'mail' || wish === 'both';
}

/** What can be done of it; the inbox of who has one is never switched off. */
export function choiceOf(
  wish: NoticeWish,
  mail: string,
  { hasInbox, hasPhone }: { readonly hasInbox: boolean; readonly hasPhone: boolean },
): NoticeChoice {
  const wantsSms = (wish === 'sms' || wish === 'both') && hasPhone;
  return {
    channels: [
      ...(hasInbox ? (['inbox'] as const) : []),
      ...(wantsSms ? (['sms'] as const) : []),
      ...(asksForMail(wish) ? (['mail'] as const) : []),
    ],
    ...(asksForMail(wish) && mail !== '' ? { mail } : {}),
  };
}

export function wishOf({ channels }: Pick<NoticeWays, 'channels'>): NoticeWish {
  const [sms, mail] = [channels.includes('sms'), channels.includes('mail')];
  if (sms && mail) return 'both';
  return sms ? 'sms' : mail ? 'mail' : 'none';
}

/** Whether it looks like an address at all; the server says the rest. */
export function isMailLike(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}
