/** How the lines of a play are printed: as JSON for programs, in sentences for people. */
import type { PlayLine, ScriptProblem } from '@yichuang/kernel/play';
import { isInstant, type Instant } from '@yichuang/kernel/time';
import { caseRefusals, fill } from '../cases/index.ts';
import type { Language } from '../platform/refusal.ts';
import { playTexts } from '../play/index.ts';

/** The kernel's line, with the text of each refusal and what to do about it. */
export function jsonLine(line: PlayLine, language: Language): object {
  if (line.refusals === undefined) return line;
  return {
    ...line,
    refusals: line.refusals.map((refusal) => ({ ...refusal, ...refusalText(refusal, language) })),
  };
}

type Refused = NonNullable<PlayLine['refusals']>[number];

function refusalText(
  { code, params }: Refused,
  language: Language,
): { readonly text: string; readonly nextStep: string } {
  const text = caseRefusals.texts[language][code];
  const said = Object.entries(params ?? {}).map(([name, value]) => [name, readable(value)]);
  const filled = Object.fromEntries(said) as Readonly<Record<string, string | number>>;
  return {
    text: fill(text?.detail ?? code, filled),
    nextStep: fill(text?.nextStep ?? '', filled),
  };
}

function readable(value: string | number): string | number {
  return typeof value === 'string' && isInstant(value) ? localTime(value) : value;
}

/** One line for the act, more below it for what it was refused for, who is next, what is due. */
export function plainLines(line: PlayLine, language: Language): string[] {
  const texts = playTexts[language];
  const mark = line.ok ? texts.done : texts.refused;
  const below = [
    ...(line.refusals ?? []).map((refusal) => `${refusal.code} ${sentence(refusal, language)}`),
    ...(line.unmet ?? []).map(({ what, wanted, found }) =>
      fill(texts.unmet[what], { wanted, found }),
    ),
    openText(line, language),
    clocksText(line, language),
  ].filter((text) => text !== '');
  const head = [String(line.n).padStart(3), localTime(line.at), line.by.padEnd(12)];
  return [
    `${head.join('  ')}${line.act.padEnd(24)}${mark}  ${line.phase ?? ''}`.trimEnd(),
    ...below.map((text) => `${' '.repeat(23)}${text}`),
  ];
}

function sentence(refusal: Refused, language: Language): string {
  const { text, nextStep } = refusalText(refusal, language);
  return language === 'en' ? `${text} ${nextStep}` : `${text}${nextStep}`;
}

function openText({ open }: PlayLine, language: Language): string {
  if (open.length === 0) return '';
  const texts = playTexts[language];
  const tasks = open.map(({ step, who }) => `${step} ${who.join('/') || texts.nobody}`);
  return `${texts.open}${texts.colon}${tasks.join(', ')}`;
}

function clocksText({ clocks }: PlayLine, language: Language): string {
  if (clocks.length === 0) return '';
  const texts = playTexts[language];
  const each = clocks.map(({ clockId, dueOn, light }) =>
    [clockId, dueOn ?? '', texts.lights[light]].filter((part) => part !== '').join(' '),
  );
  return `${texts.clocks}${texts.colon}${each.join(', ')}`;
}

/** `2026-03-02 09:00` in Shanghai, which has no summer time. */
function localTime(at: Instant): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

export function summaryLine(lines: readonly PlayLine[], language: Language): string {
  return fill(playTexts[language].summary, {
    acts: lines.length,
    refused: lines.filter((line) => !line.ok).length,
    unmet: lines.flatMap((line) => line.unmet ?? []).length,
  });
}

/** File, place, number of the act, what is the matter and what to write instead. */
export function scriptProblemText(
  file: string,
  { code, path, act, params }: ScriptProblem,
  language: Language,
): string {
  const texts = playTexts[language];
  const place = act === undefined ? path : `${path} (${fill(texts.act, { n: act })})`;
  return `${file} ${place}${texts.colon}${fill(texts.problems[code], params)}`;
}
