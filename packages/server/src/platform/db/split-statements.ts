/**
 * Splits a migration into its statements, so that each is sent as a query of its own: Citus
 * refuses several DDL statements in one query string (42601), and an error names its statement.
 *
 * Understood: '…' with '' and E'…' with backslashes, "…", $tag$…$tag$, -- and nested block
 * comments. Not understood: SQL-standard bodies (BEGIN ATOMIC … END); write functions with $$.
 */
export function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let start = 0;
  let at = 0;
  while (at < sql.length) {
    const skipped = skipQuoted(sql, at);
    if (skipped > at) {
      at = skipped;
    } else if (sql[at] === ';') {
      statements.push(sql.slice(start, at));
      at += 1;
      start = at;
    } else {
      at += 1;
    }
  }
  statements.push(sql.slice(start));
  return statements.map((each) => each.trim()).filter((each) => !isOnlyComment(each));
}

/** The position after the quoted text or comment that begins at `at`; `at` when none does. */
function skipQuoted(sql: string, at: number): number {
  if (sql.startsWith('--', at)) return endOf(sql, '\n', at, sql.length);
  if (sql.startsWith('/*', at)) return skipBlockComment(sql, at);
  const char = sql[at];
  if (char === '"') return endOf(sql, '"', at + 1);
  if (char === "'") return skipString(sql, at);
  if (char === '$' && !/[\w$]/.test(sql[at - 1] ?? ' ')) {
    const tag = /^\$(?:[A-Za-z_]\w*)?\$/.exec(sql.slice(at, at + 66))?.[0];
    if (tag !== undefined) return endOf(sql, tag, at + tag.length);
  }
  return at;
}

function endOf(sql: string, closing: string, from: number, otherwise?: number): number {
  const found = sql.indexOf(closing, from);
  if (found >= 0) return found + closing.length;
  if (otherwise !== undefined) return otherwise;
  throw new Error(`a ${closing} is missing after: ${sql.slice(Math.max(0, from - 40), from + 40)}`);
}

function skipString(sql: string, at: number): number {
  const hasBackslashes = /[eE]/.test(sql[at - 1] ?? '') && !/\w/.test(sql[at - 2] ?? ' ');
  for (let here = at + 1; here < sql.length; here += 1) {
    if (hasBackslashes && sql[here] === '\\') here += 1;
    else if (sql[here] === "'" && sql[here + 1] === "'") here += 1;
    else if (sql[here] === "'") return here + 1;
  }
  throw new Error(`a quote is not closed: ${sql.slice(at, at + 60)}`);
}

function skipBlockComment(sql: string, at: number): number {
  let depth = 0;
  for (let here = at; here < sql.length; here += 1) {
    if (sql.startsWith('/*', here)) {
      depth += 1;
      here += 1;
    } else if (sql.startsWith('*/', here)) {
      depth -= 1;
      here += 1;
      if (depth === 0) return here + 1;
    }
  }
  throw new Error(`a comment is not closed: ${sql.slice(at, at + 60)}`);
}

function isOnlyComment(statement: string): boolean {
  return (
    statement
      .replace(/--[^\n]*/g, '')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .trim() === ''
  );
}
