import { Value } from '@sinclair/typebox/value';
import { StaffCommand } from '@yichuang/contracts';
import { expect } from 'vitest';
import './form-value-type.examples.ts';

/** The command is as said, and one that the server's schema takes. */
export function expectCommand(command: StaffCommand, expected: StaffCommand): void {
  expect(command).toEqual(expected);
  expect([...Value.Errors(StaffCommand, command)]).toEqual([]);
}
