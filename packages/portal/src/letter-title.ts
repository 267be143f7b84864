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

/** "尊敬的领导：您好，…" says nothing of the matter. */
function withoutGreeting(sentence: string): string {
  return sentence
    .replace(
      /^(尊敬的|敬爱的)?[^，,：:。]{0,8}(领导|书记|县长|市长|局长|同志)们?[，,：:！!\s]*/,
      '',
    )
    .replace(/^(你们?好|您好|大家好|dear [\w\s]{0,30}|hello|hi)[，,：:！!\s]*/i, '')
    .trim();
}

/** At a comma where there is one late enough, else in the middle of a phrase. */
function cut(characters: readonly string[]): string {
  const head = characters.slice(0, longestTitle).join('');
  const comma = Math.max(head.lastIndexOf('，'), head.lastIndexOf(','));
  return comma >= longestTitle / 3 ? head.slice(0, comma) : head;
}
