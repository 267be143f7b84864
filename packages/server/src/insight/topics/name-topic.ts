import type { SeenLetter } from './group-letters.ts';
import { divisionMark } from './marked-text.ts';
import { placeEndings } from './place-words.messages.ts';
import { sharedPhrases, type SharedPhrase } from './shared-phrases.ts';

export interface TopicName {
  readonly place: string | undefined;
  readonly concern: string;
  readonly phrases: readonly SharedPhrase[];
}

const placeEnd = new RegExp(`..(?:${placeEndings.join('|')})$`, 'u');
const mostPhrases = 5;

/** Place and matter of letters, in their own words. */
export function nameTopic(
  members: readonly SeenLetter[],
  cut: (text: string) => string[],
  all: { readonly letters: number; readonly counted: (phrase: string) => number },
): TopicName {
  const shared = (titles: readonly string[]): SharedPhrase[] =>
    sharedPhrases(titles.map(cut), all, mostPhrases);
  // A road that is mostly written together with what lies on it is no known name by itself.
  const isPlace = ({ text, letters }: SharedPhrase): boolean =>
    placeEnd.test(text) && 2 * letters >= members.length;
  const place = placeOf(members) ?? shared(members.map(({ title }) => title)).find(isPlace)?.text;
  const phrases = shared(members.map((member) => withoutPlaces(member, place)));
  return { place, concern: phrases[0]?.text ?? '', phrases };
}

/** The name that most titles write, if at least half do; of equals the longest. */
function placeOf(members: readonly SeenLetter[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { places } of members) {
    for (const name of places) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [best] = [...counts].toSorted(
    ([a, m], [b, n]) => n - m || b.length - a.length || (a < b ? -1 : 1),
  );
  return best !== undefined && 2 * best[1] >= members.length ? best[0] : undefined;
}

function withoutPlaces({ title, firmPlaces }: SeenLetter, place: string | undefined): string {
  const names = firmPlaces.toSorted((a, b) => b.length - a.length);
  return [...(place === undefined ? [] : [place]), ...names].reduce(
    (text, name) => text.replaceAll(name, divisionMark),
    title,
  );
}
