import { addDays, civilDate, daysBetween, type PlainDate } from '@yichuang/kernel/time';
import { groupLetters, type Grouping, type SeenLetter } from './group-letters.ts';
import type { HotTopic, TopicLetter, TopicOptions, TrendStep } from './letter-topic.ts';
import { cohesionOf } from './likeness-graph.ts';
import { nameTopic } from './name-topic.ts';
import { countPhrases } from './shared-phrases.ts';
import { topicHeat } from './topic-heat.ts';

/** Without a place many must speak of a concern: one person's letters alone are no topic. */
const leastSendersWithoutPlace = 3;
const monthDays = 31;
const weekDays = 7;

/**
 * What people write about most between two days: letters of one place and one matter, the hottest
 * first. Pure; the same letters give the same topics in the same order.
 */
export function findHotTopics(letters: readonly TopicLetter[], options: TopicOptions): HotTopic[] {
  const within = letters
    .filter(({ at }) => civilDate(at) >= options.fromOn && civilDate(at) <= options.toOn)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const grouping = groupLetters(within, options.divisions ?? []);
  const counted = countPhrases(grouping.seen.map(({ title }) => options.cut(title)));
  return grouping.groups
    .filter((group) => group.length >= (options.leastLetters ?? 3))
    .map((group) => topicOf(group, grouping, counted, options))
    .filter(({ place, senders }) => place !== undefined || senders >= leastSendersWithoutPlace)
    .toSorted((a, b) => b.heat - a.heat || (a.title < b.title ? -1 : 1))
    .slice(0, options.most);
}

function topicOf(
  group: readonly number[],
  { seen, graph }: Grouping,
  counted: (phrase: string) => number,
  options: TopicOptions,
): HotTopic {
  const members = group.flatMap((number) => seen[number] ?? []);
  const letters = members.map(({ letter }) => letter);
  const { place, concern, phrases } = nameTopic(members, options.cut, {
    letters: seen.length,
    counted,
  });
  const isElsewhere = (member: SeenLetter): boolean => member.firmPlaces.length > 0;
  const measured = {
    letters: letters.length,
    senders: new Set(letters.map(({ senderId }) => senderId)).size,
    votes: letters.reduce((sum, { likes = 0, dislikes = 0 }) => sum + likes + dislikes, 0),
    cohesion: cohesionOf(group, graph),
    elsewhere: place === undefined ? members.filter(isElsewhere).length / members.length : 0,
  };
  const days = letters.map(({ at }) => civilDate(at)).toSorted();
  return {
    place,
    concern,
    title: `${place ?? ''}${concern}`,
    heat: topicHeat(measured),
    letterIds: letters.map(({ id }) => id),
    senders: measured.senders,
    firstOn: days[0] ?? options.fromOn,
    lastOn: days.at(-1) ?? options.toOn,
    trend: trendOf(days, options),
    why: { ...measured, phrases },
  };
}

function trendOf(days: readonly PlainDate[], { fromOn, toOn }: TopicOptions): TrendStep[] {
  const length = daysBetween(fromOn, toOn) + 1;
  const step = length > monthDays ? weekDays : 1;
  return Array.from({ length: Math.ceil(length / step) }, (_, i) => {
    const from = addDays(fromOn, i * step);
    const next = addDays(from, step);
    return { fromOn: from, letters: days.filter((day) => day >= from && day < next).length };
  });
}
