import type { Language } from '../platform/refusal.ts';

interface DateTexts {
  readonly weekdays: readonly string[];
  readonly day: (year: number, month: number, day: number, weekday: string) => string;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const dateTexts: Readonly<Record<Language, DateTexts>> = {
  'zh-CN': {
    weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
    day: (year, month, day, weekday) => `${year}年${month}月${day}日（${weekday}）`,
  },
  en: {
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    day: (year, month, day, weekday) => `${weekday} ${day} ${months[month - 1] ?? ''} ${year}`,
  },
};
