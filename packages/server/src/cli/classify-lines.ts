import type { LetterText } from '../insight/index.ts';

/** Which fields of a line hold what; of several names the first that holds something counts. */
export interface LetterFields {
  readonly title: readonly string[];
  readonly text: readonly string[];
  readonly label: readonly string[];
  readonly id: readonly string[];
}

/** The names that letters come with; each may be replaced on the command line. */
export const usualFields: LetterFields = {
  title: ['title'],
  text: ['text', 'body', 'content', 'detail', 'tokens'],
  label: ['label', 'category'],
  id: ['id', 'row', 'msg_id'],
};

export interface LetterLine {
  readonly line: number;
  readonly letter: LetterText;
  readonly id?: string | number;
  readonly label?: string;
}

export interface BadLine {
  readonly line: number;
  readonly error: string;
}

/** Letters of a JSONL text, bad lines in their place. Lines count from 1; blank ones are none. */
export async function* readLetterLines(
  lines: AsyncIterable<string>,
  fields: LetterFields,
): AsyncGenerator<LetterLine | BadLine> {
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (text.trim() !== '') yield readLine(text, line, fields);
  }
}

function readLine(text: string, line: number, fields: LetterFields): LetterLine | BadLine {
  const record = recordOf(text);
  if (typeof record === 'string') return { line, error: record };
  const valueOf = (names: readonly string[]): string | number | undefined =>
    names.map((name) => record[name]).find(isFilled);
  const [title, body] = [valueOf(fields.title), valueOf(fields.text)];
  if (title === undefined && body === undefined) {
    return { line, error: `no text in ${[...fields.title, ...fields.text].join(', ')}` };
  }
  const [id, label] = [valueOf(fields.id), valueOf(fields.label)];
  return {
    line,
    letter: { title: String(title ?? ''), body: String(body ?? '') },
    ...(id === undefined ? {} : { id }),
    ...(label === undefined ? {} : { label: String(label) }),
  };
}

function recordOf(text: string): Record<string, unknown> | string {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/u, ''));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return 'not a JSON object';
    }
    return value as Record<string, unknown>;
  } catch (error) {
    return `not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function isFilled(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
}
