import { describe, expect, it } from 'vitest';
import { splitStatements } from './split-statements.ts';

describe('splitting a migration', () => {
  it.each([
    ['two statements', 'SELECT 1; SELECT 2;', ['SELECT 1', 'SELECT 2']],
    ['no last semicolon', 'SELECT 1', ['SELECT 1']],
    ['quotes', "SELECT 'a;''b;'; SELECT 2", ["SELECT 'a;''b;'", 'SELECT 2']],
    ['E-strings', "SELECT E'a\\';b'; SELECT 2", ["SELECT E'a\\';b'", 'SELECT 2']],
    ['a name that ends in e', "SELECT tale'\\'; SELECT 2", ["SELECT tale'\\'", 'SELECT 2']],
    ['identifiers', 'SELECT "a;b"; SELECT 2', ['SELECT "a;b"', 'SELECT 2']],
    ['bodies', 'DO $$ BEGIN; END $$; SELECT 2', ['DO $$ BEGIN; END $$', 'SELECT 2']],
    ['tagged bodies', 'DO $a$ $$;$$ ; $a$; SELECT 2', ['DO $a$ $$;$$ ; $a$', 'SELECT 2']],
    [
      'parameters are no tags',
      'SELECT $1; SELECT a$b$; SELECT 3',
      ['SELECT $1', 'SELECT a$b$', 'SELECT 3'],
    ],
    ['comments', 'SELECT 1 -- a; b\n; SELECT 2', ['SELECT 1 -- a; b', 'SELECT 2']],
    [
      'nested comments',
      'SELECT 1 /* ; /* ; */ ; */; SELECT 2',
      ['SELECT 1 /* ; /* ; */ ; */', 'SELECT 2'],
    ],
    ['only comments', '-- nothing;\n/* ; */', []],
  ])('respects %s', (_, sql, statements) => {
    expect(splitStatements(sql)).toEqual(statements);
  });

  it.each(["SELECT 'a", 'SELECT "a', 'DO $$ a', 'SELECT /* a'])('refuses %s', (sql) => {
    expect(() => splitStatements(sql)).toThrow(/missing|not closed/);
  });
});
