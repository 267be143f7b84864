/** The lines of a play as people read them. */
import type { TryLine } from '@yichuang/contracts';
import { evolve, type CaseState } from '@yichuang/kernel/case';
import type { PlayLine } from '@yichuang/kernel/play';
import { caseRefusals, fill, timeline } from '../cases/index.ts';
import type { Language } from '../platform/refusal.ts';
import { playTexts } from '../play/index.ts';
import type { Stage } from './try-play.ts';

type PlayEvents = NonNullable<PlayLine['events']>;

export async function linesInWords(
  stage: Stage,
  lines: readonly PlayLine[],
  language: Language,
): Promise<TryLine[]> {
  const told: TryLine[] = [];
  let state: CaseState | undefined;
  // What a document is called stands in its order, often some lines before it is issued.
  const ordered: PlayEvents[number][] = [];
  for (const line of lines) {
    const events = line.events ?? [];
    state = events.reduce<CaseState | undefined>(evolve, state);
    const story = await eventsInWords(stage, [...ordered, ...events], language);
    ordered.push(...events.filter(({ event }) => event.type === 'DocumentOrdered'));
    told.push({
      n: line.n,
      by: line.by,
      act: line.act,
      ok: line.ok,
      texts: [...refusalsInWords(line, language), ...story],
      open: line.open.map(({ taskId, step, who }) => ({ taskId, step, who: [...who] })),
      nodes: Object.fromEntries(
        Object.entries(state?.marking.nodes ?? {}).map(([id, { status }]) => [id, status]),
      ),
      clocks: [...line.clocks],
      phase: line.phase ?? '',
    });
  }
  return told;
}

function refusalsInWords({ refusals = [] }: PlayLine, language: Language): string[] {
  return refusals.map(({ code, params = {} }) => {
    const text = caseRefusals.texts[language][code];
    return [text?.detail ?? code, text?.nextStep ?? ''].map((t) => fill(t, params)).join('');
  });
}

async function eventsInWords(
  stage: Stage,
  events: PlayEvents,
  language: Language,
): Promise<string[]> {
  const { directory, documentNames } = stage.deps;
  const story = await timeline(events, {
    item: stage.item,
    directory,
    documentNames: documentNames[language],
    language,
    isPublic: false,
  });
  const { colon } = playTexts[language];
  return story.map(({ by, text, opinion }) =>
    [by, text, ...(opinion === undefined ? [] : [opinion])].join(colon),
  );
}
