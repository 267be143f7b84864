/** A rehearsal's result as its readers are told it. */
import type { RehearsalPlan, RehearsalResult } from '@yichuang/contracts';
import type { Rehearsal } from '@yichuang/kernel/rehearsal';
import { nextWorkingDay, type Calendar, type PlainDate } from '@yichuang/kernel/time';
import { fill } from '../cases/index.ts';
import type { Language } from '../platform/refusal.ts';
import { rehearsalTexts } from './rehearsal.messages.ts';

export function tellRehearsal(
  plan: RehearsalPlan,
  rehearsal: Rehearsal,
  when: { readonly today: PlainDate; readonly calendar: Calendar },
  language: Language,
): RehearsalResult {
  const { days, limits, posts, bins, oneMore, bottleneck, cases, isOverloaded } = rehearsal;
  const nameOf = (id: string): string => plan.posts.find(({ post }) => post === id)?.name ?? id;
  return {
    plan,
    sentences: sentencesOf(plan, rehearsal, language),
    cases,
    days: { ...days },
    medianOn: after(when, days.median),
    p90On: after(when, days.p90),
    limits: [...limits],
    posts: posts.map((post) => ({ ...post, name: nameOf(post.post) })),
    bins: [...bins],
    ...(bottleneck === undefined ? {} : { bottleneck }),
    oneMore: oneMore.map((more) => ({
      ...more,
      name: nameOf(more.post),
      lateShares: { ...more.lateShares },
    })),
    isOverloaded,
  };
}

/** The working day on which so many working days have passed, begun ones counted whole. */
function after(
  { today, calendar }: { readonly today: PlainDate; readonly calendar: Calendar },
  days: number,
): PlainDate {
  let day = today;
  for (let n = 0; n < Math.ceil(days); n += 1) day = nextWorkingDay(calendar, day);
  return day;
}

function sentencesOf(plan: RehearsalPlan, rehearsal: Rehearsal, language: Language): string[] {
  const texts = rehearsalTexts[language];
  const { days, limits } = rehearsal;
  const late = limits.map(({ name, days: limit, lateShare }) =>
    fill(name === 'committed' ? texts.committed : texts.statutory, {
      late: casesText(lateShare, language),
      days: limit,
    }),
  );
  const { mean, median, p90 } = days;
  return [
    ...overloadSentence(plan, rehearsal, texts.overloaded),
    fill(texts.days, { mean: one(mean), median: one(median), p90: one(p90) }),
    ...late,
    bottleneckSentence(plan, rehearsal, language),
    ...oneMoreSentence(plan, rehearsal, language),
    ...sourceSentences(plan, language),
  ];
}

function overloadSentence(plan: RehearsalPlan, { posts, isOverloaded }: Rehearsal, text: string) {
  const [busiest] = posts.toSorted((a, b) => b.utilisation - a.utilisation);
  if (!isOverloaded || busiest === undefined) return [];
  return [fill(text, { post: postName(plan, busiest.post) })];
}

function bottleneckSentence(
  plan: RehearsalPlan,
  { posts, bottleneck }: Rehearsal,
  language: Language,
): string {
  const texts = rehearsalTexts[language];
  const found = posts.find(({ post }) => post === bottleneck);
  if (found === undefined) return texts.noBottleneck;
  return fill(texts.bottleneck, {
    post: postName(plan, found.post),
    wait: one(found.meanWait),
    utilisation: percent(found.utilisation),
  });
}

/** Of the post at which it helps most; nothing is said where it hardly helps. */
function oneMoreSentence(
  plan: RehearsalPlan,
  { oneMore, days }: Rehearsal,
  language: Language,
): string[] {
  const [best] = oneMore.toSorted((a, b) => a.mean - b.mean);
  if (best === undefined || best.mean > days.mean * 0.98) return [];
  const texts = rehearsalTexts[language];
  const late = best.lateShares['committed'];
  const params = { post: postName(plan, best.post), mean: one(best.mean) };
  if (late === undefined) return [fill(texts.oneMore, params)];
  return [fill(texts.oneMoreLate, { ...params, late: casesText(late, language) })];
}

function sourceSentences(plan: RehearsalPlan, language: Language): string[] {
  const texts = rehearsalTexts[language];
  const rows = [...plan.posts, ...plan.steps, ...plan.branches, ...plan.waits];
  const guesses = rows.filter(({ source }) => source === 'guess').length;
  const isFromHistory = plan.steps.some(({ source }) => source === 'history');
  return [
    ...(isFromHistory ? [fill(texts.fromHistory, { n: plan.historyCases })] : []),
    ...(guesses === 0 ? [] : [fill(texts.guesses, { n: guesses })]),
  ];
}

function postName(plan: RehearsalPlan, id: string): string {
  return plan.posts.find(({ post }) => post === id)?.name ?? id;
}

function one(value: number): string {
  return value.toFixed(1);
}

function casesText(share: number, language: Language): string {
  const texts = rehearsalTexts[language];
  return share === 0 ? texts.never : fill(texts.share, { percent: percent(share) });
}

/** `12%`; a share that is there but small is not called nothing. */
function percent(share: number): string {
  return share > 0 && share < 0.005 ? '<1%' : `${Math.round(share * 100)}%`;
}
