import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { problemsOf, toCommand, toForm } from './form-values.ts';

describe('archiving', () => {
  it('needs the archive number', () => {
    expect(Object.keys(problemsOf(toForm()))).toEqual(['archiveNumber']);
    expectCommand(toCommand({ archiveNumber: ' 2026-001 ' }), {
      type: 'ArchiveCase',
      archiveNumber: '2026-001',
    });
  });
});
