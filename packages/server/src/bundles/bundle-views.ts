/** A bundle, its questions and answers as a reader's language has them. */
import type {
  BundleAnswerView,
  BundleInterview,
  BundleQuestionView,
  BundleSummary,
} from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import {
  partsOf,
  questionsPut,
  type BundleAnswers,
  type BundleDefinition,
  type BundleQuestion,
} from '../catalogue/index.ts';
import type { Language } from '../platform/refusal.ts';
import { bundleTexts as en } from './messages.en.ts';
import { bundleTexts as zh } from './messages.zh-CN.ts';

export const textsOf = { 'zh-CN': zh, en } as const;

/** A bundle with the items that it is about. */
export interface KnownBundle {
  readonly bundle: BundleDefinition;
  readonly whole: ItemDefinition;
  /** By code. */
  readonly items: ReadonlyMap<string, ItemDefinition>;
  /** Names of offices by their id. */
  readonly offices: ReadonlyMap<string, string>;
}

export function nameIn(
  language: Language,
  thing: { readonly name: string; readonly nameEn?: string | undefined },
): string {
  return language === 'en' ? (thing.nameEn ?? thing.name) : thing.name;
}

export function summaryOf(known: KnownBundle, language: Language): BundleSummary {
  const { bundle, whole, items, offices } = known;
  const parts = partsOf(whole);
  const orgIds = [...new Set(parts.flatMap((part) => items.get(part.itemCode)?.orgId ?? []))];
  const { lifeEvent } = bundle;
  return {
    id: bundle.id,
    itemCode: bundle.itemCode,
    name: nameIn(language, whole),
    summary: language === 'en' ? (whole.summaryEn ?? whole.summary) : whole.summary,
    ...(lifeEvent === undefined ? {} : { lifeEvent }),
    parts: parts.map((part) => partName(part, items, language)),
    offices: orgIds.map((id) => offices.get(id) ?? id),
  };
}

export function partName(
  part: { readonly itemCode: string; readonly name?: string },
  items: ReadonlyMap<string, ItemDefinition>,
  language: Language,
): string {
  const item = items.get(part.itemCode);
  const name = part.name ?? item?.name ?? part.itemCode;
  return nameIn(language, { name, nameEn: item?.nameEn });
}

export function questionView(question: BundleQuestion, language: Language): BundleQuestionView {
  const isEnglish = language === 'en';
  const hint = isEnglish ? question.hintEn : question.hint;
  return {
    id: question.id,
    kind: question.kind,
    text: isEnglish ? question.textEn : question.text,
    short: isEnglish ? question.shortEn : question.short,
    ...(hint === undefined ? {} : { hint }),
    ...(question.kind === 'choice'
      ? {
          options: question.options.map((option) => ({
            value: option.value,
            label: nameIn(language, option),
          })),
        }
      : {}),
    ...(question.kind === 'number'
      ? {
          unit: isEnglish ? question.unitEn : question.unit,
          minimum: question.minimum,
          maximum: question.maximum,
        }
      : {}),
  };
}

export function answerView(
  question: BundleQuestion,
  value: string | number | boolean,
  language: Language,
): BundleAnswerView {
  return {
    question: questionView(question, language),
    value: String(value),
    label: answerLabel(question, value, language),
  };
}

export function answerLabel(
  question: BundleQuestion,
  value: string | number | boolean,
  language: Language,
): string {
  const texts = textsOf[language];
  switch (question.kind) {
    case 'yes-no':
      return value === true ? texts.yes : texts.no;
    case 'choice': {
      const option = question.options.find((each) => each.value === value);
      return option === undefined ? String(value) : nameIn(language, option);
    }
    case 'number':
      return `${value} ${language === 'en' ? question.unitEn : question.unit}`;
  }
}

export function interviewView(
  known: KnownBundle,
  answers: BundleAnswers,
  next: BundleQuestion | undefined,
  language: Language,
): BundleInterview {
  const { bundle } = known;
  const answered = bundle.questions.flatMap((question) => {
    const value = answers[question.id];
    return value === undefined ? [] : [answerView(question, value, language)];
  });
  return {
    bundle: summaryOf(known, language),
    answered,
    ...(next === undefined ? {} : { next: questionView(next, language) }),
    place: answered.length + 1,
    total: questionsPut(bundle, answers).length,
  };
}
