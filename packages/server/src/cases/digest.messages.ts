import type { Language } from '../platform/refusal.ts';

interface DigestTexts {
  /** {person} and {item} stand for whose it is and what. */
  readonly title: string;
  readonly shortDay: (month: number, day: number) => string;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const digestTexts: Readonly<Record<Language, DigestTexts>> = {
  'zh-CN': {
    title: '{person}的{item}',
    shortDay: (month, day) => `${month}月${day}日`,
  },
  en: {
    title: '{person}: {item}',
    shortDay: (month, day) => `${day} ${months[month - 1] ?? ''}`,
  },
};
