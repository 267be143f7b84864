/**
 * What has been typed into an act and not sent yet. It outlives the panel, a reload of the case and
 * a new log-in; it ends when the act is done or the page is left for good. Kept in memory only: it
 * may hold personal data, and other people use the same machine.
 */
const drafts = new Map<string, object>();

export function draftKey(caseId: string, act: string): string {
  return `${caseId} ${act}`;
}

export function readDraft<V extends object>(key: string): V | undefined {
  // Each key is written by the one form of its act, so the shape is that form's.
  return drafts.get(key) as V | undefined;
}

export function keepDraft(key: string, values: object): void {
  drafts.set(key, values);
}

export function dropDraft(key: string): void {
  drafts.delete(key);
}

const WORDS = [
  'opinion',
  'reason',
  'result',
  'facts',
  'text',
  'note',
  'words',
  'recipient',
  'receiptNumber',
  'archiveNumber',
];

/** The typed sentences of a draft, to be shown when its act is no longer possible. */
export function wordsOf(key: string): readonly string[] {
  const values: Readonly<Record<string, unknown>> = { ...drafts.get(key) };
  return WORDS.map((name) => values[name]).filter(
    (value): value is string => typeof value === 'string' && value.trim() !== '',
  );
}
