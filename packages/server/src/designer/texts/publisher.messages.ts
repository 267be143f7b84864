import type { Language } from '../../platform/refusal.ts';

/** Who published a version that came with a pack. */
export const packAsPublisher: Readonly<Record<Language, string>> = {
  'zh-CN': '配置包',
  en: 'The pack',
};
