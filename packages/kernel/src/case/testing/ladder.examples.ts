/** A table that walks down the refusal precedence: each row lacks exactly one thing more. */
import { test } from 'vitest';
import type { Instant } from '../../time/index.ts';
import type { Actor, Command, RefusalCode } from '../index.ts';
import { monday, type Story } from './specification.examples.ts';

export interface Row {
  /** What is wrong, in words: the name of the test. */
  readonly lacking: string;
  readonly story: Story;
  readonly by: Actor;
  readonly command: Command;
  readonly at?: Instant;
  readonly refused: readonly RefusalCode[];
}

export function ladder(rows: readonly Row[]): void {
  test.each(rows)('refused: $lacking', ({ story, by, command, at, refused }) => {
    story.when(command, by, at ?? monday).thenRefused(...refused);
  });
}
