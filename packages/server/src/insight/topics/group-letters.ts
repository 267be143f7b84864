import { averageLink } from './average-link.ts';
import type { TopicLetter } from './letter-topic.ts';
import { letterVectors } from './letter-vectors.ts';
import { likenessGraph, type LikenessGraph } from './likeness-graph.ts';
import { divisionMarker } from './marked-text.ts';
import { learnPlaceNames } from './place-names.ts';

/** A letter as the grouping saw it. */
export interface SeenLetter {
  readonly letter: TopicLetter;
  /** Title with the names of divisions replaced by a mark. */
  readonly title: string;
  /** Places and units that the title names, towns left out. */
  readonly places: ReadonlySet<string>;
  /** Those of them that end as names of places do. */
  readonly firmPlaces: readonly string[];
}

export interface Grouping {
  readonly seen: readonly SeenLetter[];
  /** Numbers of letters that belong together; letters alone are in none. */
  readonly groups: readonly (readonly number[])[];
  readonly graph: LikenessGraph;
}

/** Mean likeness from which groups are one; chosen among 0.12 to 0.18, see docs/insight.md. */
const leastMeanLikeness = 0.15;
/** An address stands at the beginning; further on other places are compared and complained of. */
const beginningLength = 300;
const bodyLength = 1200;
/** Two letters on different places are less alike than their words. */
const otherPlaceFactor = 0.3;
const weights = { titleName: 1, bodyName: 0.5, titleWide: 0.5, bodyWide: 0.25 } as const;

/** Groups letters of one place and one matter by their words alone. */
export function groupLetters(
  letters: readonly TopicLetter[],
  divisions: readonly string[],
): Grouping {
  const mark = divisionMarker(divisions);
  const titles = letters.map(({ title }) => mark(title));
  const bodies = letters.map(({ text }) => mark(text.slice(0, bodyLength)));
  const beginnings = bodies.map((body) => body.slice(0, beginningLength));
  const known = learnPlaceNames(titles, beginnings);
  const inTitles = titles.map((title) => known.in(title));
  const places = inTitles.map((names) => new Set(names.filter((name) => !known.isWide(name))));
  const firm = places.map((names) => [...names].filter((name) => known.isFirm(name)));
  const vectors = letterVectors(
    titles.map((title, i) => {
      const names = new Map<string, number>();
      for (const name of known.in(beginnings[i] ?? '')) {
        names.set(name, known.isWide(name) ? weights.bodyWide : weights.bodyName);
      }
      for (const name of inTitles[i] ?? []) {
        names.set(name, known.isWide(name) ? weights.titleWide : weights.titleName);
      }
      return { title, body: bodies[i] ?? '', names };
    }),
  );
  const graph = likenessGraph(vectors, (a, b) => {
    if (firm[a]?.length === 0 || firm[b]?.length === 0) return 1;
    return isDisjoint(places[a], places[b]) ? otherPlaceFactor : 1;
  });
  return {
    seen: letters.map((letter, i) => ({
      letter,
      title: titles[i] ?? '',
      places: places[i] ?? new Set(),
      firmPlaces: firm[i] ?? [],
    })),
    groups: averageLink(graph, leastMeanLikeness),
    graph,
  };
}

function isDisjoint(
  a: ReadonlySet<string> = new Set(),
  b: ReadonlySet<string> = new Set(),
): boolean {
  return ![...a].some((name) => b.has(name));
}
