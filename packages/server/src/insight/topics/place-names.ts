import { mostlyOneWay, namesByBranching, namesByEnding } from './name-candidates.ts';
import { placeLeads, wideEndings } from './place-words.messages.ts';

/** Names of places and units, learned from the letters themselves. */
export interface PlaceNames {
  /** All known names in a marked text, also one within another. */
  in(marked: string): string[];
  /** Whether the name ends as names of places do: two such names are two places. */
  isFirm(name: string): boolean;
  isWide(name: string): boolean;
}

const wide = new RegExp(`(?:${wideEndings.join('|')})$`, 'u');
const lead = new RegExp(`(?:${placeLeads.join('|')})$`, 'u');
const leastLength = 3;
const mostLength = 10;
/** Share of its occurrences that begin where names begin; 地铁站 stands after anything. */
const leastAtEdge = 0.4;

/** Texts are marked: names of divisions replaced. Addresses stand at the beginning of a letter. */
export function learnPlaceNames(
  titles: readonly string[],
  beginnings: readonly string[],
): PlaceNames {
  const firm = namesInSeveral(titles.map((title, i) => [title, beginnings[i] ?? '']));
  const { names: branched, counted } = namesByBranching(titles);
  const all = new Set([...firm, ...branched.filter((name) => !goesOnFrom(name, firm))]);
  const known = atEdges(withoutParts(all, counted), [...titles, ...beginnings]);
  return {
    in: (marked) => [...occurrences(marked, known).keys()],
    isFirm: (name) => firm.has(name),
    isWide: (name) => wide.test(name),
  };
}

function namesInSeveral(letters: readonly (readonly string[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const texts of letters) {
    for (const name of new Set(texts.flatMap((text) => namesByEnding(text)))) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return new Set([...counts].flatMap(([name, count]) => (count > 1 ? [name] : [])));
}

/** After a road or village the name has ended: what follows is a shop on it or the matter. */
function goesOnFrom(name: string, firm: ReadonlySet<string>): boolean {
  return prefixesOf(name).some((prefix) => firm.has(prefix) && lead.test(prefix));
}

function prefixesOf(name: string): string[] {
  return Array.from({ length: Math.max(0, name.length - leastLength) }, (_, i) =>
    name.slice(0, leastLength + i),
  );
}

/** 绿地城 is no name where 绿地城际空间站 is one. */
function withoutParts(
  names: ReadonlySet<string>,
  counted: (prefix: string) => number,
): ReadonlySet<string> {
  const kept = new Set(names);
  for (const name of names) {
    const whole = counted(name);
    for (const part of prefixesOf(name)) {
      if (whole >= 2 && whole >= mostlyOneWay * counted(part)) kept.delete(part);
    }
  }
  return kept;
}

function atEdges(names: ReadonlySet<string>, texts: readonly string[]): ReadonlySet<string> {
  const seen = new Map<string, { all: number; atEdge: number }>();
  for (const text of texts) {
    for (const [name, places] of occurrences(text, names)) {
      const counts = seen.get(name) ?? { all: 0, atEdge: 0 };
      seen.set(name, counts);
      counts.all += places.length;
      counts.atEdge += places.filter((at) => isEdge(text, at)).length;
    }
  }
  return new Set(
    [...seen].flatMap(([name, { all, atEdge }]) => (atEdge >= leastAtEdge * all ? [name] : [])),
  );
}

function isEdge(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  return before === '' || !/[\p{L}\p{N}]$/u.test(before) || lead.test(before);
}

function occurrences(text: string, names: ReadonlySet<string>): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (let at = 0; at < text.length; at++) {
    const most = Math.min(mostLength, text.length - at);
    for (let length = leastLength; length <= most; length++) {
      const part = text.slice(at, at + length);
      if (!names.has(part)) continue;
      const places = found.get(part);
      if (places === undefined) found.set(part, [at]);
      else places.push(at);
    }
  }
  return found;
}
