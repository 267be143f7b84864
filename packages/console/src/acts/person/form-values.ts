import type { PersonName } from '@yichuang/contracts';

export interface PersonValues {
  readonly person: PersonName | null;
  readonly words: string;
}

export interface AddSignerValues extends PersonValues {
  readonly kind: 'before' | 'with' | 'after';
}
