import type { Language } from '../../platform/refusal.ts';

/** A case on which people are acting at this moment. */
export const rebaseTexts: Readonly<Record<Language, { readonly busy: string }>> = {
  'zh-CN': { busy: '此刻正有人在办理这件，没有迁移；请稍后再试。' },
  en: { busy: 'People are acting on this case right now; it was not moved. Try again later.' },
};
