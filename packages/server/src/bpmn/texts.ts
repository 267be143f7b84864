/** Refusals and suggestions in words. */
import type { BpmnRefusalView, BpmnSuggestion } from '@yichuang/contracts';
import type { Language, RefusalText } from '../platform/refusal.ts';
import type { DrawingTexts } from './drawing.ts';
import type { Suggestion, SuggestionCode } from './suggestion.ts';
import {
  drawingTexts as enDrawing,
  refusalTexts as enRefusals,
  suggestionTexts as enSuggestions,
} from './messages.en.ts';
import {
  drawingTexts as zhDrawing,
  refusalTexts as zhRefusals,
  suggestionTexts as zhSuggestions,
} from './messages.zh-CN.ts';
import type { BpmnRefusal } from './refusals.ts';

interface Texts {
  readonly refusalTexts: Readonly<Record<string, RefusalText>>;
  readonly suggestionTexts: Readonly<Record<SuggestionCode, string>>;
  readonly drawingTexts: DrawingTexts;
}

const texts: Readonly<Record<Language, Texts>> = {
  'zh-CN': { refusalTexts: zhRefusals, suggestionTexts: zhSuggestions, drawingTexts: zhDrawing },
  en: { refusalTexts: enRefusals, suggestionTexts: enSuggestions, drawingTexts: enDrawing },
};

export function drawingTextsIn(language: Language): DrawingTexts {
  return texts[language].drawingTexts;
}

export function explainRefusal({ code, params }: BpmnRefusal, language: Language): BpmnRefusalView {
  const text = texts[language].refusalTexts[code];
  return {
    code,
    elementId: params.elementId,
    text: fill(text?.detail ?? code, params),
    nextStep: fill(text?.nextStep ?? '', params),
  };
}

export function explainSuggestion(suggestion: Suggestion, language: Language): BpmnSuggestion {
  const { code, nodeId, name, other } = suggestion;
  return { code, nodeId, text: fill(texts[language].suggestionTexts[code], { name, other }) };
}

function fill(text: string, params: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => params[name] ?? whole);
}
