// Reads docs/glossary.md: the one table of terms that code, screens and documents share.

export interface GlossaryRow {
  readonly term: string;
  /** Names in code, without backticks; a row may have several (noun, event, state). */
  readonly identifiers: readonly string[];
  readonly definition: string;
  readonly source: string;
  /** Identifiers that must not be used for the term. */
  readonly banned: readonly string[];
  readonly line: number;
}

const columns = 5;

/**
 * The rows of the glossary's tables.
 *
 * @throws Error naming the line of a row that has not five cells.
 */
export function parseGlossary(markdown: string): GlossaryRow[] {
  const rows: GlossaryRow[] = [];
  markdown.split('\n').forEach((text, index) => {
    if (!text.startsWith('|') || /^\|\s*(term|:?-+)/.test(text)) return;
    const cells = text
      .trim()
      .slice(1, -1)
      .split(/(?<!\\)\|/);
    if (cells.length !== columns) {
      throw new Error(
        `line ${index + 1} of the glossary has ${cells.length} cells, not ${columns}`,
      );
    }
    const [term = '', names = '', definition = '', source = '', banned = ''] = cells.map((cell) =>
      cell.trim(),
    );
    const identifiers = inBackticks(names);
    rows.push({
      term,
      identifiers,
      definition,
      source,
      banned: inBackticks(banned),
      line: index + 1,
    });
  });
  return rows;
}

/** What is wrong with the rows themselves, one sentence each. */
export function glossaryProblems(rows: readonly GlossaryRow[]): string[] {
  const seenTerms = new Map<string, number>();
  const names = new Set(rows.flatMap((row) => row.identifiers));
  return rows.flatMap((row) => {
    const at = `line ${row.line} (${row.term})`;
    const problems: string[] = [];
    if (row.term === '' || row.definition === '' || row.source === '') {
      problems.push(`${at} lacks term, definition or source`);
    }
    if (row.identifiers.length === 0) problems.push(`${at} names no identifier`);
    const earlier = seenTerms.get(row.term);
    if (earlier !== undefined) problems.push(`${at} repeats the term of line ${earlier}`);
    seenTerms.set(row.term, row.line);
    for (const word of row.banned.filter((banned) => names.has(banned))) {
      problems.push(`${at} bans ${word}, which another row uses`);
    }
    return problems;
  });
}

function inBackticks(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => (name ?? '').replaceAll('\\|', '|'));
}
