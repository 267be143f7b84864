/**
 * Where every element of a JSON text stands, so that a problem in a pack can name its line.
 * `JSON.parse` gives values without places; a parser library for forty lines would be a dependency.
 */
export interface JsonPlaces {
  readonly value: unknown;
  /** Line (from 1) of the element at a JSON pointer (RFC 6901), '' being the whole. */
  readonly lineOf: (pointer: string) => number;
}

export class JsonSyntaxError extends Error {
  override readonly name = 'JsonSyntaxError';
  readonly line: number;

  constructor(line: number, problem: string) {
    super(problem);
    this.line = line;
  }
}

/** @throws JsonSyntaxError with the line, also for a key that is there twice */
export function readJsonPlaces(text: string): JsonPlaces {
  const lines = new Map<string, number>();
  const reader = new PlaceReader(text, lines);
  reader.readDocument();
  const lineOf = (pointer: string): number => {
    for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
      const line = lines.get(at);
      if (line !== undefined) return line;
      if (!at.includes('/')) return 1;
    }
  };
  return { value: JSON.parse(text) as unknown, lineOf };
}

/** A key as a part of a JSON pointer. */
export function pointerPart(key: string | number): string {
  return `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

const scalar = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const quoted = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

/** Far below the stack's end; nothing that people write is nested so. */
const mostLevels = 200;

class PlaceReader {
  readonly #text: string;
  readonly #lines: Map<string, number>;
  #at = 0;
  #line = 1;
  #level = 0;

  constructor(text: string, lines: Map<string, number>) {
    this.#text = text.replace(/^\uFEFF/u, ' ');
    this.#lines = lines;
  }

  readDocument(): void {
    this.#readValue('');
    this.#skipBlanks();
    if (this.#at < this.#text.length) this.#fail('text after the end');
  }

  #readValue(pointer: string): void {
    this.#skipBlanks();
    this.#lines.set(pointer, this.#line);
    const char = this.#text[this.#at];
    if (char === '{') return this.#readObject(pointer);
    if (char === '[') return this.#readList(pointer);
    if (this.#match(char === '"' ? quoted : scalar) === undefined) this.#fail('not a JSON value');
  }

  #readObject(pointer: string): void {
    const keys = new Set<string>();
    this.#readMembers('}', () => {
      const text = this.#match(quoted) ?? this.#fail('a key in quotation marks is missing');
      const key = JSON.parse(text) as string;
      if (keys.has(key)) this.#fail(`the key "${key}" is there twice`);
      keys.add(key);
      this.#skipBlanks();
      if (this.#text[this.#at] !== ':') this.#fail('a colon is missing');
      this.#at += 1;
      this.#readValue(pointer + pointerPart(key));
    });
  }

  #readList(pointer: string): void {
    let i = 0;
    this.#readMembers(']', () => {
      this.#readValue(pointer + pointerPart(i));
      i += 1;
    });
  }

  #readMembers(end: '}' | ']', readMember: () => void): void {
    this.#level += 1;
    if (this.#level > mostLevels) this.#fail(`nested deeper than ${mostLevels} levels`);
    this.#at += 1;
    this.#skipBlanks();
    if (this.#text[this.#at] === end) {
      this.#at += 1;
      this.#level -= 1;
      return;
    }
    for (;;) {
      this.#skipBlanks();
      readMember();
      this.#skipBlanks();
      const char = this.#text[this.#at];
      if (char !== ',' && char !== end) this.#fail(`a comma or ${end} is missing`);
      this.#at += 1;
      if (char === end) {
        this.#level -= 1;
        return;
      }
    }
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #skipBlanks(): void {
    for (; this.#at < this.#text.length; this.#at += 1) {
      const char = this.#text[this.#at];
      if (char === '\n') this.#line += 1;
      else if (char !== ' ' && char !== '\t' && char !== '\r') return;
    }
  }

  #fail(problem: string): never {
    throw new JsonSyntaxError(this.#line, problem);
  }
}
