import type { Addressee } from './desk.ts';
import type { Proceeding } from './proceeding.ts';

interface Copies {
  readonly to: readonly Addressee[];
  readonly note: string;
  readonly isForOpinion?: boolean;
  readonly fromReading?: string;
}

/** Lays the case on the desks of whom it is to be read by: `r1`, `r2` … within the case. */
export function recordCopies(p: Proceeding, copies: Copies): void {
  const count = Object.keys(p.state().readings ?? {}).length;
  p.emit({
    type: 'CaseCopied',
    readings: copies.to.map((to, i) => ({ readingId: `r${count + i + 1}`, to })),
    note: copies.note,
    isForOpinion: copies.isForOpinion ?? false,
    ...(copies.fromReading === undefined ? {} : { fromReading: copies.fromReading }),
  });
}
