import type { ActSubject } from '../act.ts';

export interface ReadCopyValues {
  readonly opinion: string;
}

/** The one that has waited longest; the unread come first. */
export function readingOf({ allowed, view }: ActSubject) {
  const [id] = allowed.readings ?? [];
  return view.readings.find(({ readingId }) => readingId === id);
}
