/** Chinese words of a text. The dictionary takes 57 MB and a quarter second, so it comes late. */
export interface Segmenter {
  /** Words of two characters and more, longer ones with their parts, each once. */
  words(text: string): string[];
  /** The text cut into words, nothing left out, in its own spelling. */
  cut(text: string): string[];
  /** As `words`, with their repetitions, in the order of the text. */
  everyWord(text: string): string[];
}

let loading: Promise<Segmenter> | undefined;

export function loadSegmenter(): Promise<Segmenter> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Segmenter> {
  const [{ Jieba }, { dict }] = await Promise.all([
    import('@node-rs/jieba'),
    import('@node-rs/jieba/dict.js'),
  ]);
  const jieba = Jieba.withDict(dict);
  const everyWord = (text: string): string[] => {
    const found = jieba.cutForSearch(normaliseText(text), true);
    return found.filter((word) => /^[\p{L}\p{N}]{2,}$/u.test(word));
  };
  return {
    everyWord,
    words: (text) => [...new Set(everyWord(text))],
    cut: (text) => jieba.cut(text, true),
  };
}

/** Full-width forms, capitals, blanks and control characters do not change what is sought. */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** A name without what stands in brackets: 食品(含保健食品)经营许可 is asked for as 食品经营许可. */
export function plainName(name: string): string {
  return normaliseText(name).replace(/\([^()]*\)/gu, '');
}

/**
 * Neighbouring pairs of characters: a phrase occurs in a text only if all its pairs do. This is
 * what the index holds, since a phrase may be cut into other words than the name around it.
 */
export function pairsOf(text: string): string[] {
  const runs = normaliseText(text).match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  const pairs = runs.flatMap((run) => {
    const characters = [...run];
    return characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`);
  });
  return [...new Set(pairs)];
}
