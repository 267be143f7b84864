/** A rehearsal for a terminal: the sentences, then what they rest on. */
import type { RehearsalResult } from '@yichuang/contracts';
import type { Language } from '../platform/refusal.ts';
import { rehearseTexts } from './rehearse.messages.ts';

export function rehearsalLines(result: RehearsalResult, language: Language): string[] {
  const texts = rehearseTexts[language];
  const { plan, posts, bins, cases } = result;
  const most = Math.max(1, ...bins.map((bin) => bin.cases));
  return [
    `${plan.itemName} (${plan.itemCode})`,
    ...result.sentences.map((sentence) => `  ${sentence}`),
    '',
    texts.posts,
    ...posts.map(
      (post) =>
        `  ${percent(post.utilisation)}  ${post.meanWait.toFixed(2).padStart(7)}  ` +
        `${String(post.people).padStart(3)}  ${post.name} (${post.post})`,
    ),
    '',
    texts.steps,
    ...plan.steps.map(
      (step) =>
        `  ${String(Math.round(step.minutes)).padStart(5)}  ${percent(step.returnShare)}  ` +
        `${texts.sources[step.source].padEnd(7)}  ${step.name} (${step.stepId})`,
    ),
    '',
    texts.days,
    ...bins.map(({ fromDay, toDay, cases: found }) => {
      const span = toDay === undefined ? `${fromDay}+` : `${fromDay}–${toDay}`;
      const bar = '#'.repeat(Math.round((found / most) * 40));
      return `  ${span.padStart(7)}  ${percent(found / Math.max(1, cases))}  ${bar}`;
    }),
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`.padStart(4);
}
