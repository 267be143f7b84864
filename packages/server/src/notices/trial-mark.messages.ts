/** Before subject and text of whatever a trial county says: nobody takes it for a real notice. */
export const trialMarks = { 'zh-CN': '【试运行】', en: '[Trial run] ' } as const;
