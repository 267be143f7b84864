import { TypeRegistry } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { StaffCommand } from '@yichuang/contracts';
import { expect } from 'vitest';

// Values of a form are described to JSON Schema alone (`Type.Unsafe`); TypeBox has to be told.
TypeRegistry.Set(
  'Unsafe',
  (_, value) => value === null || ['string', 'number', 'boolean'].includes(typeof value),
);

/** The command is as said, and one that the server's schema takes. */
export function expectCommand(command: StaffCommand, expected: StaffCommand): void {
  expect(command).toEqual(expected);
  expect([...Value.Errors(StaffCommand, command)]).toEqual([]);
}
