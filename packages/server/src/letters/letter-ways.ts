import type { LetterWay } from '@yichuang/contracts';
import type { ItemLimit } from '@yichuang/kernel/case';
import { findLimitRule } from '@yichuang/kernel/time';
import { fill } from '../cases/index.ts';
import type { Language } from '../platform/refusal.ts';
import type { LetterDeps } from './letter-deps.ts';
import { listLetterItems, type LetterItem } from './letter-items.pg.ts';
import { letterTexts } from './letter-texts.ts';

type WayDeps = Pick<LetterDeps, 'db' | 'tenantId' | 'findItem' | 'statutes'>;

/** What one can write in about, each with its limits in a sentence from the rules. */
export async function letterWays(deps: WayDeps, language: Language): Promise<LetterWay[]> {
  const items = await listLetterItems(deps);
  return items.map((item) => wayOf(deps, item, language));
}

function wayOf(deps: WayDeps, item: LetterItem, language: Language): LetterWay {
  const { letter } = item;
  const about = language === 'en' ? (letter.aboutEn ?? letter.about) : letter.about;
  return {
    itemCode: item.code,
    kind: letter.kind,
    name: language === 'en' ? (item.nameEn ?? item.name) : item.name,
    about: about ?? item.summary,
    limits: limitsOf(deps, item, language),
    isConfidential: letter.isConfidential === true,
  };
}

function limitsOf({ statutes }: WayDeps, item: LetterItem, language: Language): string {
  const texts = letterTexts[language];
  const say = (text: string, limit: ItemLimit | undefined): string[] => {
    const unit = limit && findLimitRule(statutes.rules, limit.ruleId)?.unit;
    if (limit === undefined || (unit !== 'WD' && unit !== 'CD')) return [];
    return [fill(text, { amount: limit.amount, unit: texts.units[unit] })];
  };
  const isFromReceipt = item.letter.resultFrom === 'receipt';
  const result = isFromReceipt ? texts.answered : texts.answeredAfter;
  return [
    ...say(texts.told, item.letter.acceptance),
    ...say(result, item.committedLimit ?? item.statutoryLimit),
  ].join(texts.and);
}
