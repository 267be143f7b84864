import { greetings } from './texts/greetings.ts';

/** A subject for a letter, from its first sentence; the writer may change it. */
export function proposedTitle(body: string): string {
  const sentences = body
    .split(/[。！？!?；;\n]+/)
    .map((sentence) => withoutGreeting(sentence.trim()))
    .filter((sentence) => sentence.length >= shortestTitle);
  const first = [...(sentences[0] ?? '')];
  return first.length <= longestTitle ? first.join('') : `${cut(first)}…`;
}

/** In characters; the form takes up to 60. */
const longestTitle = 40;
const shortestTitle = 4;

/** A greeting says nothing of what is the matter. */
function withoutGreeting(sentence: string): string {
  return greetings.reduce((rest, greeting) => rest.replace(greeting, ''), sentence).trim();
}

/** At a comma where there is one late enough, else in the middle of a phrase. */
function cut(characters: readonly string[]): string {
  const head = characters.slice(0, longestTitle).join('');
  const comma = Math.max(head.lastIndexOf('，'), head.lastIndexOf(','));
  return comma >= longestTitle / 3 ? head.slice(0, comma) : head;
}
