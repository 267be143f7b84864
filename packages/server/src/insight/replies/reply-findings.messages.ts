import type { ReplyFindingCode } from './check-reply.ts';

/** What the final check (终审) tells the author; the words meant are quoted beside it. */
export const replyFindingTexts: Readonly<
  Record<'zh-CN' | 'en', Readonly<Record<ReplyFindingCode, string>>>
> = {
  'zh-CN': {
    'only-courtesy': '只有问候和感谢，没有说明办理结果。',
    'forwarded-without-result': '转给了有关单位，没有说明办理结果。',
    'referred-elsewhere': '请来信人另行咨询或者联系，没有直接回答问题。',
    'promise-without-result': '说将会办理，没有说明结果。',
    'promise-without-date': '作了承诺，没有写明时间。',
    'copies-letter': '大段照抄来信内容。',
    'copies-earlier-reply': '大段照抄以前的答复。',
    'too-short': '内容太少，没有说明事实、依据或者措施。',
  },
  en: {
    'only-courtesy': 'Greets and thanks, but does not say what came of the matter.',
    'forwarded-without-result': 'Says that it was passed on, not what came of it.',
    'referred-elsewhere': 'Sends the writer to ask elsewhere instead of answering.',
    'promise-without-result': 'Says that something will be done, not what came of it.',
    'promise-without-date': 'Promises something without a date.',
    'copies-letter': 'Mostly copies the letter.',
    'copies-earlier-reply': 'Mostly copies an earlier reply.',
    'too-short': 'Says too little: no fact, no basis, no measure.',
  },
};
