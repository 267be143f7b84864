import type { Language } from '../platform/refusal.ts';

export interface OrderTexts {
  readonly system: string;
  readonly yes: string;
  readonly no: string;
  readonly ended: string;
  /** {item} {number} */
  readonly subject: string;
  /** {number} {item} {unit} {day} */
  readonly about: string;
  /** {limit} {day} {n} */
  readonly late: string;
  readonly demand: string;
}

/** What a new order is filled in with is Chinese in both: the order is a Chinese document. */
const draft = {
  subject: '{item}（{number}）',
  about: '办件{number}（{item}），{unit}承办，{day}收件。',
  late: '{limit}期限至{day}，已超期{n}个工作日。',
  demand: '请查明原因，立即办结，明确责任人员，并采取措施防止再次发生。',
} as const;

export const orderTexts: Readonly<Record<Language, OrderTexts>> = {
  'zh-CN': { ...draft, system: '系统', yes: '是', no: '否', ended: '已办结' },
  en: { ...draft, system: 'The system', yes: 'Yes', no: 'No', ended: 'Closed' },
};
