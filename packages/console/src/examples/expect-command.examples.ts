import type { StaffCommand } from '@yichuang/contracts';
import { expect } from 'vitest';

/** The command is as said; both are of the type that the server's schema describes. */
export function expectCommand(command: StaffCommand, expected: StaffCommand): void {
  expect(command).toEqual(expected);
}
