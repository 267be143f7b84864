import type { Language } from '../platform/refusal.ts';
import { reportTexts as en } from './messages.en.ts';
import { reportTexts as zh } from './messages.zh-CN.ts';
import type { ReportTexts } from './report-text-types.ts';

export const reportTexts: Readonly<Record<Language, ReportTexts>> = { 'zh-CN': zh, en };
